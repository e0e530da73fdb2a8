//! Checks a tree against a schema, and tells what it saw on the way.
//!
//! The schema knows the type of every value: that a text is a `SourceId`, a
//! `Published` or plain words of a `Passage`. The walk writes that down
//! ([`Seen`]), so that later checks of references, dates and texts need no
//! list of places, and see files that have faults elsewhere as well.

mod choice;
mod schema_words;

use serde_json::Value as Schema;

use crate::fault::Faults;
use crate::nearest::{hint, nearest};
use crate::tree::{Spot, Value};

use schema_words::{choices_of, in_words, is_day, resolve};

/// What a walk saw.
#[derive(Debug, Default)]
pub struct Seen<'d> {
    /// Every text.
    pub texts: Vec<Text<'d>>,
    /// Every list.
    pub lists: Vec<List<'d>>,
    /// Every object of a named type.
    pub objects: Vec<Object<'d>>,
}

/// A text and the types it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Text<'d> {
    /// The type of the object it stands in: `Passage`.
    pub owner: &'d str,
    /// The key it stands at, even inside a list: `sources`.
    pub key: &'d str,
    /// Its own type: `SourceId`, or `` for plain text.
    pub kind: &'d str,
    /// The text.
    pub text: &'d str,
    /// Whether it is itself the key of a map.
    pub is_map_key: bool,
    /// Where.
    pub spot: Spot<'d>,
}

/// A list and the types it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct List<'d> {
    /// The type of the object it stands in.
    pub owner: &'d str,
    /// The key it stands at.
    pub key: &'d str,
    /// The type of its items.
    pub kind: &'d str,
    /// Where.
    pub spot: Spot<'d>,
}

/// An object of a named type.
#[derive(Clone, Copy, Debug)]
pub struct Object<'d> {
    /// Its type.
    pub kind: &'d str,
    /// Where.
    pub spot: Spot<'d>,
}

/// Walks a document against the schema of its part.
pub fn walk<'d>(schema: &'d Schema, spot: Spot<'d>, seen: &mut Seen<'d>, faults: &mut Faults) {
    let owner = schema.get("title").and_then(Schema::as_str).unwrap_or_default();
    Walk { root: schema, seen, faults }.value(schema, spot, Place { owner, key: "", kind: "" });
}

#[derive(Clone, Copy)]
struct Place<'d> {
    owner: &'d str,
    key: &'d str,
    /// The named type of the value, if it has one.
    kind: &'d str,
}

struct Walk<'d, 'w> {
    root: &'d Schema,
    seen: &'w mut Seen<'d>,
    faults: &'w mut Faults,
}

impl<'d> Walk<'d, '_> {
    fn value(&mut self, schema: &'d Schema, spot: Spot<'d>, place: Place<'d>) {
        let (schema, kind) = resolve(self.root, schema, place.kind);
        let place = Place { kind, ..place };
        if let Some(choices) = choices_of(schema) {
            return self.choice(choices, spot, place);
        }
        let fits = match (schema.get("type").and_then(Schema::as_str), &spot.node.value) {
            (None, _) | (Some("boolean"), Value::Bool(_)) => true,
            (Some("string"), Value::String(text)) => {
                let Place { owner, key, kind } = place;
                self.seen.texts.push(Text { owner, key, kind, text, is_map_key: false, spot });
                self.text_format(schema, text, spot);
                true
            }
            (Some("number" | "integer"), Value::Number(text)) => {
                self.number(schema, text, spot);
                true
            }
            (Some("array"), Value::Array(_)) => {
                self.list(schema, spot, place);
                true
            }
            (Some("object"), Value::Object(_)) => {
                self.object(schema, spot, place);
                true
            }
            _ => false,
        };
        if !fits {
            self.wrong_type(schema, spot, place);
        }
    }

    fn wrong_type(&mut self, schema: &'d Schema, spot: Spot<'d>, place: Place<'d>) {
        let at =
            if place.key.is_empty() { String::new() } else { format!(" at \"{}\"", place.key) };
        let found = spot.node.what();
        let message = if found == "null" {
            format!("found null{at}; leave the key out where it does not apply")
        } else {
            format!("found {found}{at}, allowed: {}", in_words(self.root, schema))
        };
        self.faults.error(spot, message);
    }

    fn text_format(&mut self, schema: &Schema, text: &str, spot: Spot<'d>) {
        if is_day(schema) && text.parse::<model::Date>().is_err() {
            let message = format!("\"{text}\" is no day of the calendar; write it like 2026-11-21");
            self.faults.error(spot, message);
        }
    }

    fn number(&mut self, schema: &Schema, text: &str, spot: Spot<'d>) {
        let whole = schema.get("type").is_some_and(|name| name == "integer");
        if whole && text.parse::<i64>().is_err() {
            self.faults.error(spot, format!("found {text}, allowed: a whole number"));
            return;
        }
        let Some(value) = text.parse::<f64>().ok().filter(|value| value.is_finite()) else {
            self.faults.error(spot, format!("the number {text} is too large"));
            return;
        };
        let bound = |key: &str| schema.get(key).and_then(Schema::as_f64);
        if let Some(least) = bound("minimum").filter(|least| value < *least) {
            self.faults.error(spot, format!("found {text}, allowed: {least} or more"));
        }
        let most = bound("maximum").or_else(|| {
            let format = schema.get("format").and_then(Schema::as_str);
            (format == Some("uint32")).then_some(f64::from(u32::MAX))
        });
        if let Some(most) = most.filter(|most| value > *most) {
            self.faults.error(spot, format!("found {text}, allowed: {most} or less"));
        }
    }

    fn list(&mut self, schema: &'d Schema, spot: Spot<'d>, place: Place<'d>) {
        let items = schema.get("items");
        let kind = items.map_or("", |items| resolve(self.root, items, "").1);
        self.seen.lists.push(List { owner: place.owner, key: place.key, kind, spot });
        let count = spot.node.items().len();
        let bound = |key: &str| schema.get(key).and_then(Schema::as_u64);
        let wrong = bound("minItems").is_some_and(|least| (count as u64) < least)
            || bound("maxItems").is_some_and(|most| (count as u64) > most);
        if wrong {
            let wanted = bound("maxItems").or(bound("minItems")).unwrap_or_default();
            let message = format!("found {count} values at \"{}\", allowed: {wanted}", place.key);
            self.faults.error(spot, message);
        }
        let prefix = schema.get("prefixItems").and_then(Schema::as_array);
        for (index, node) in spot.node.items().iter().enumerate() {
            let item = prefix.and_then(|prefix| prefix.get(index)).or(items);
            if let Some(item) = item {
                self.value(item, spot.with(node), Place { kind: "", ..place });
            }
        }
    }

    fn object(&mut self, schema: &'d Schema, spot: Spot<'d>, place: Place<'d>) {
        let named = schema.get("properties").and_then(Schema::as_object);
        let Some(named) = named else {
            return self.map(schema, spot, place);
        };
        let owner = if place.kind.is_empty() { place.owner } else { place.kind };
        self.seen.objects.push(Object { kind: owner, spot });
        let mut meant = Vec::new();
        for member in spot.node.members() {
            match named.get_key_value(&member.key) {
                Some((key, schema)) => {
                    self.value(schema, spot.with(&member.node), Place { owner, key, kind: "" });
                }
                None => {
                    let free: Vec<&str> = named.keys().map(String::as_str).collect();
                    let open = free.iter().copied().filter(|key| spot.node.get(key).is_none());
                    let near = nearest(&member.key, open);
                    meant.extend(near);
                    let hint = match near {
                        Some(near) => format!("; did you mean \"{near}\"?"),
                        None => hint(&member.key, free),
                    };
                    let message = format!("unknown key \"{}\"{hint}", member.key);
                    self.faults.error(spot.at_key(&member.key), message);
                }
            }
        }
        let required = schema.get("required").and_then(Schema::as_array).into_iter().flatten();
        for key in required.filter_map(Schema::as_str) {
            if spot.node.get(key).is_none() && !meant.contains(&key) {
                let about = named.get(key).and_then(|schema| schema.get("description"));
                let about = about.and_then(Schema::as_str).and_then(|text| text.lines().next());
                let about = about.map(|text| format!(": {text}")).unwrap_or_default();
                self.faults.error(spot, format!("the key \"{key}\" is missing{about}"));
            }
        }
    }

    /// An object whose keys are names: `weights`, `facts`, texts.
    fn map(&mut self, schema: &'d Schema, spot: Spot<'d>, place: Place<'d>) {
        let Place { owner, key, .. } = place;
        let inner = schema.get("additionalProperties");
        for member in spot.node.members() {
            let at = spot.at_key(&member.key);
            let text = &member.key;
            self.seen.texts.push(Text { owner, key, kind: "", text, is_map_key: true, spot: at });
            if let Some(inner) = inner {
                self.value(inner, spot.with(&member.node), Place { kind: "", ..place });
            }
        }
    }
}
