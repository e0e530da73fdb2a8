//! Bytes to a tree with places: strict JSON, no comments, no key twice.

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::fault::Faults;
use crate::tree::{Document, Member, Node, Spot, Value, line_and_column};

/// How deep values may stand in each other.
pub const MAX_DEPTH: usize = 16;

/// How long a text may be, in bytes.
pub const MAX_STRING: usize = 8 * 1024;

/// How much a pack may hold, in bytes.
pub const MAX_PACK: usize = 8 * 1024 * 1024;

/// Reads a file, or says why it cannot be read.
pub fn read(name: &str, bytes: &[u8], faults: &mut Faults) -> Option<Document> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or(&[]));
            let place = line_and_column(&valid, valid.len());
            faults.file_error(name, place, "this is not UTF-8; save the file as UTF-8");
            return None;
        }
    };
    // Some editors for Windows write a mark before the first character.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(at) = too_deep(body) {
        let message = format!("values stand more than {MAX_DEPTH} deep in each other here");
        faults.file_error(name, line_and_column(body, at), message);
        return None;
    }
    let root = match parse(body) {
        Ok(root) => root,
        Err((at, message)) => {
            faults.file_error(name, line_and_column(body, at), message);
            return None;
        }
    };
    let document = Document::new(name, body, root);
    look_through(document.spot(), faults);
    Some(document)
}

/// Where the depth goes beyond the limit. Looked for before parsing, so that no input exhausts the stack.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Some(at);
                }
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

fn parse(text: &str) -> Result<Node, (usize, String)> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict)
        .map_err(|error| (error.range().start, in_words(&error)))?;
    let value = parsed.value.ok_or_else(|| (0, "the file is empty".to_owned()))?;
    // The last word on what is strict JSON is that of the reader that follows.
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        return Err((offset(text, error.line(), error.column()), without_place(&error)));
    }
    Ok(node(&value))
}

fn in_words(error: &ParseError) -> String {
    use ParseErrorKind as K;
    let words = match error.kind() {
        K::CommentsNotAllowed => "a comment is not allowed in JSON; remove it",
        K::TrailingCommasNotAllowed => "a comma before a closing bracket is not allowed; remove it",
        K::ExpectedComma => "a comma is missing here",
        K::ExpectedColonAfterObjectKey => "a colon is missing after this key",
        K::ExpectedObjectValue => "the value of this key is missing",
        K::ExpectedStringObjectProperty => "a key must stand in double quotation marks",
        K::SingleQuotedStringsNotAllowed => "text must stand in double quotation marks",
        K::UnterminatedArray => "this list is not closed; a ] is missing",
        K::UnterminatedObject => "this object is not closed; a } is missing",
        K::UnexpectedWord => {
            "this is no JSON value; text must stand in double quotation marks (or true, false)"
        }
        K::MultipleRootJsonValues => "only one JSON value may stand in a file; this is a second",
        other => return format!("this is not JSON: {}", lower_first(&other.to_string())),
    };
    words.to_owned()
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let words = text.split(" at line ").next().unwrap_or_default();
    format!("this is not JSON: {words}")
}

/// `serde_json` counts columns in bytes, from 0 at the start of a line.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start =
        text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    start + column.saturating_sub(1)
}

fn node(value: &ast::Value<'_>) -> Node {
    let at = value.range().start;
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
        ast::Value::NumberLit(literal) => Value::Number(literal.value.to_owned()),
        ast::Value::StringLit(literal) => Value::String(literal.value.clone().into_owned()),
        ast::Value::Array(array) => Value::Array(array.elements.iter().map(node).collect()),
        ast::Value::Object(object) => Value::Object(
            object
                .properties
                .iter()
                .map(|property| Member {
                    key: property.name.as_str().to_owned(),
                    key_at: property.range.start,
                    node: node(&property.value),
                })
                .collect(),
        ),
    };
    Node { at, value }
}

/// Finds keys that stand twice and texts that are too long.
fn look_through(spot: Spot<'_>, faults: &mut Faults) {
    if let Value::String(text) = &spot.node.value
        && text.len() > MAX_STRING
    {
        let message =
            format!("this text has {} bytes; at most {MAX_STRING} are allowed", text.len());
        faults.error(spot, message);
    }
    let mut seen = std::collections::BTreeMap::new();
    for member in spot.node.members() {
        if let Some(first) = seen.insert(member.key.as_str(), member.key_at) {
            let (line, column) = spot.document.line_and_column(first);
            let message = format!(
                "the key \"{}\" stands twice in this object (first at {line}:{column})",
                member.key
            );
            faults.error(spot.at_key(&member.key), message);
        }
        look_through(spot.with(&member.node), faults);
    }
    for item in spot.node.items() {
        look_through(spot.with(item), faults);
    }
}
