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
    /// The JSON in it.
    pub root: Node,
    text: String,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl Document {
    /// A document of a text and the JSON that was read from it.
    pub fn new(name: &str, text: &str, root: Node) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = [0].into_iter().chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { name: name.to_owned(), root, text: text.to_owned(), lines }
    }

    /// Line and column, both from 1, of a byte. Columns count characters.
    pub fn line_and_column(&self, at: usize) -> (u32, u32) {
        let line = self.lines.partition_point(|start| *start <= at).saturating_sub(1);
        let start = self.lines.get(line).copied().unwrap_or_default();
        let (_, column) = line_and_column(self.text.get(start..).unwrap_or_default(), at - start);
        (u32::try_from(line + 1).unwrap_or(u32::MAX), column)
    }

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
    let column = before[start..].chars().count() + 1;
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

    /// The value at a way like `roles[2].cite[0]`, as far as it can be gone. Keys may hold dots.
    pub fn follow(self, path: &str) -> Self {
        let rest = path.trim_start_matches('.');
        if let Some((index, rest)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let item = index.parse().ok().and_then(|index: usize| self.node.items().get(index));
            return item.map_or(self, |item| self.with(item).follow(rest));
        }
        let fits = |member: &&Member| {
            let after = rest.strip_prefix(member.key.as_str());
            after.is_some_and(|after| after.is_empty() || after.starts_with(['.', '[']))
        };
        let member = self.node.members().iter().filter(fits).max_by_key(|member| member.key.len());
        member.map_or(self, |member| {
            let rest = rest.get(member.key.len()..).unwrap_or_default();
            self.with(&member.node).follow(rest)
        })
    }

    /// Another value of the same document.
    pub fn with(self, node: &'d Node) -> Self {
        Self { node, at: node.at, ..self }
    }

    /// `file:line:column`, to point at from another fault.
    pub fn shown(self) -> String {
        let (line, column) = self.document.line_and_column(self.at);
        format!("{}:{line}:{column}", self.document.name)
    }

    /// A fault here.
    pub fn fault(self, severity: Severity, message: String) -> Fault {
        let (line, column) = self.document.line_and_column(self.at);
        let path = path_to(&self.document.root, self.node.at);
        Fault { file: self.document.name.clone(), line, column, severity, message, path }
    }
}

/// The way from `root` to the value that begins at a byte: `roles[2].cite[0]`.
fn path_to(root: &Node, at: usize) -> String {
    let (mut path, mut node) = (String::new(), root);
    // Values stand in the order of their bytes, and only an outer one begins before an inner one.
    while node.at < at {
        let inner = match &node.value {
            Value::Array(items) => {
                let index = items.partition_point(|item| item.at <= at).saturating_sub(1);
                path.push_str(&format!("[{index}]"));
                items.get(index)
            }
            Value::Object(members) => {
                let index = members.partition_point(|member| member.node.at <= at);
                let member = members.get(index.saturating_sub(1));
                let dot = if path.is_empty() { "" } else { "." };
                path.push_str(dot);
                path.push_str(member.map_or("", |member| &member.key));
                member.map(|member| &member.node)
            }
            _ => None,
        };
        let Some(inner) = inner else { break };
        node = inner;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Faults;

    #[test]
    fn a_spot_knows_its_line_its_column_and_its_way() {
        let text = "{\n  \"ä\": { \"b\": [1, \"ü\", {\"c\": true}] }\n}";
        let mut faults = Faults::default();
        let document = crate::read::read("f.json", text.as_bytes(), &mut faults);
        let Some(document) = document else { panic!("{:?}", faults.into_sorted()) };
        let check = |spot: Spot<'_>, wanted: (u32, u32, &str)| {
            let fault = spot.fault(Severity::Error, String::new());
            assert_eq!((fault.line, fault.column, fault.path.as_str()), wanted);
        };
        let root = document.spot();
        check(root, (1, 1, ""));
        check(root.at_key("ä"), (2, 3, "ä"));
        check(root.key("ä").key("b").index(1), (2, 19, "ä.b[1]"));
        check(root.key("ä").key("b").index(2).key("c"), (2, 30, "ä.b[2].c"));
        check(root.key("ä").key("absent"), (2, 8, "ä"));
        check(root.follow("ä.b[2].c"), (2, 30, "ä.b[2].c"));
        check(root.follow("ä.b[7].c"), (2, 15, "ä.b"));
        check(root.follow("x.y"), (1, 1, ""));
    }
}
