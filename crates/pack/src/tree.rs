//! JSON in which every value knows where it stands.
//!
//! `serde` forgets places as soon as it has read a value. A check that finds
//! something wrong later still has to say the line, so the tree is kept beside
//! the typed values and walked in step with them ([`Spot`]).

use serde_json::{Map, Number, Value as Json};

use crate::fault::{Fault, Severity};

/// A value and the byte it begins at.
#[derive(Clone, Debug)]
pub struct Node {
    /// Offset of its first byte.
    pub at: usize,
    /// What it is.
    pub value: Value,
}

/// What a node is. Numbers stay as written, so that nothing is lost in reading.
#[derive(Clone, Debug)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as written.
    Number(String),
    /// A text, without its quotation marks and escapes.
    String(String),
    /// `[…]`
    Array(Vec<Node>),
    /// `{…}`, in the order written. Where a key stands twice the last one counts.
    Object(Vec<Member>),
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Member {
    /// The key.
    pub key: String,
    /// Offset of the key.
    pub key_at: usize,
    /// The value.
    pub node: Node,
}

impl Node {
    /// The members, or none if it is no object.
    pub fn members(&self) -> &[Member] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The items, or none if it is no array.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::Array(items) => items,
            _ => &[],
        }
    }

    /// The member of a name.
    pub fn member(&self, key: &str) -> Option<&Member> {
        self.members().iter().rev().find(|member| member.key == key)
    }

    /// The value of a member.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.member(key).map(|member| &member.node)
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The same without places, for `serde`. A number beyond every type becomes `null`.
    pub fn to_json(&self) -> Json {
        self.to_json_saying(&|_, text| text.to_owned())
    }

    /// The same, with every text said by `say`.
    pub fn to_json_saying(&self, say: &dyn Fn(&Self, &str) -> String) -> Json {
        match &self.value {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(*value),
            Value::Number(text) => {
                serde_json::from_str::<Number>(text).map_or(Json::Null, Json::Number)
            }
            Value::String(text) => Json::String(say(self, text)),
            Value::Array(items) => {
                Json::Array(items.iter().map(|item| item.to_json_saying(say)).collect())
            }
            Value::Object(members) => {
                let inner = |member: &Member| (member.key.clone(), member.node.to_json_saying(say));
                Json::Object(members.iter().map(inner).collect::<Map<_, _>>())
            }
        }
    }

    /// What a reader would call it: `a number`, `text`, ...
    pub fn what(&self) -> &'static str {
        match &self.value {
            Value::Null => "null",
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::Number(_) => "a number",
            Value::String(_) => "text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}

/// A file that could be read as JSON.
#[derive(Debug)]
pub struct Document {
    /// Its name as shown in faults.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The JSON in it.
    pub root: Node,
}

impl Document {
    /// The place of the whole file.
    pub fn spot(&self) -> Spot<'_> {
        Spot { document: self, node: &self.root, at: self.root.at }
    }
}

/// Line and column, both from 1, of a byte in a text. Columns count characters.
pub fn line_and_column(text: &str, at: usize) -> (u32, u32) {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let before = &text[..at];
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before[start..].trim_start_matches('\u{feff}').chars().count() + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

/// A place in a document. Asking for what is not there stays where it is, so
/// that a check can point at a key that an editor left out.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'d> {
    /// The document.
    pub document: &'d Document,
    /// The value.
    pub node: &'d Node,
    /// The byte to show: the value's, or its key's.
    at: usize,
}

impl<'d> Spot<'d> {
    /// The value of a member.
    pub fn key(self, key: &str) -> Self {
        self.node.get(key).map_or(self, |node| Self { node, at: node.at, ..self })
    }

    /// The value of a member, shown at its key.
    pub fn at_key(self, key: &str) -> Self {
        let member = self.node.member(key);
        member.map_or(self, |member| Self { node: &member.node, at: member.key_at, ..self })
    }

    /// An item of a list.
    pub fn index(self, index: usize) -> Self {
        self.node.items().get(index).map_or(self, |node| Self { node, at: node.at, ..self })
    }

    /// Another value of the same document.
    pub fn with(self, node: &'d Node) -> Self {
        Self { node, at: node.at, ..self }
    }

    /// `file:line:column`, to point at from another fault.
    pub fn shown(self) -> String {
        let (line, column) = line_and_column(&self.document.text, self.at);
        format!("{}:{line}:{column}", self.document.name)
    }

    /// A fault here.
    pub fn fault(self, severity: Severity, message: String) -> Fault {
        let (line, column) = line_and_column(&self.document.text, self.at);
        let path = path_to(&self.document.root, self.node).unwrap_or_default();
        Fault { file: self.document.name.clone(), line, column, severity, message, path }
    }
}

/// The way from `root` to `wanted`: `roles[2].cite[0]`.
fn path_to(root: &Node, wanted: &Node) -> Option<String> {
    if std::ptr::eq(root, wanted) {
        return Some(String::new());
    }
    let in_items = root.items().iter().enumerate().find_map(|(index, node)| {
        path_to(node, wanted).map(|rest| join(&format!("[{index}]"), &rest))
    });
    in_items.or_else(|| {
        root.members()
            .iter()
            .find_map(|member| path_to(&member.node, wanted).map(|rest| join(&member.key, &rest)))
    })
}

fn join(first: &str, rest: &str) -> String {
    let dot = if rest.is_empty() || rest.starts_with('[') { "" } else { "." };
    format!("{first}{dot}{rest}")
}
