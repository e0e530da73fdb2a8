//! Reads the tags of a document that we wrote ourselves. Both test binaries use it.
//!
//! Made for well-formed output: attributes in double quotes, no stray `<`.

/// A start tag, and the text up to the next tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// In lower case, as it was written; with a leading slash for an end tag.
    pub name: String,
    /// In the order they were written, with entities resolved.
    pub attributes: Vec<(String, String)>,
    /// What stands between this tag and the next, with entities resolved.
    pub text: String,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(attribute, _)| attribute == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it has an attribute of this value.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }
}

/// All tags of a document, in order. Comments and the document type are left out;
/// what stands in scripts and styles is text.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        if let Some(last) = tags.last_mut() {
            last.text.push_str(&plain(text));
        }
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = end_of_tag(after);
        let tag = read(&after[..end]);
        rest = after.get(end + 1..).unwrap_or_default();
        if ["script", "style"].contains(&tag.name.as_str()) {
            let close = format!("</{}", tag.name);
            let (inside, after) = rest.split_at(rest.find(&close).unwrap_or(rest.len()));
            tags.push(Tag { text: inside.to_owned(), ..tag });
            rest = after;
        } else if !tag.name.starts_with('!') {
            tags.push(tag);
        }
    }
    tags
}

/// The text inside the first element for which `test` holds, tags left out.
pub fn text_of(tags: &[Tag], test: impl Fn(&Tag) -> bool) -> Option<String> {
    let begin = tags.iter().position(test)?;
    let name = &tags[begin].name;
    let close = format!("/{name}");
    let mut depth = 0_usize;
    let mut text = String::new();
    for tag in &tags[begin..] {
        if tag.name == *name {
            depth += 1;
        } else if tag.name == close {
            depth -= 1;
        }
        if depth == 0 {
            break;
        }
        text.push_str(&tag.text);
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Where a tag ends: the first `>` outside quotes.
fn end_of_tag(text: &str) -> usize {
    let mut is_quoted = false;
    text.bytes()
        .position(|byte| {
            is_quoted ^= byte == b'"';
            byte == b'>' && !is_quoted
        })
        .unwrap_or(text.len())
}

fn read(text: &str) -> Tag {
    let text = text.trim_end_matches('/').trim();
    let (name, mut rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ', '\n']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", after.trim_start_matches('=')),
        };
        attributes.push((name.to_owned(), plain(value)));
        rest = after;
    }
    Tag { name: name.to_ascii_lowercase(), attributes, text: String::new() }
}

fn plain(text: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
    ];
    let text = entities.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&amp;", "&")
}
