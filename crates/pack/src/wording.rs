//! What every text of a pack is: a story, our prose, a name, a key.
//!
//! One table for the check of texts, for counting words and for the pseudo
//! languages. A new field of the model must be entered here; a test sees to it.

use crate::shape::Text;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wording {
    /// About a person: third person, no quotation, no age.
    Story,
    /// In our own words, for the visitor.
    Prose,
    /// A few words as a heading or on a link.
    Label,
    /// In the first person of the visitor.
    Visitor,
    /// About a number or source; money may stand in it.
    Note,
    /// A proper name or title, never translated.
    Name,
    /// An address.
    Address,
    /// For editors and programs only.
    Key,
}

use Wording::{Address, Key, Label, Name, Note, Prose, Story, Visitor};

/// `(owner, key, wording)` of every plain text of the model.
pub const TABLE: &[(&str, &str, Wording)] = &[
    ("About", "id", Key),
    ("About", "version", Key),
    ("About", "territory", Key),
    ("Force", "name", Name),
    ("Force", "short", Name),
    ("Force", "city", Name),
    ("Force", "careers_url", Address),
    ("Tag", "name", Label),
    ("Tag", "text", Prose),
    ("Contact", "name", Label),
    ("Contact", "url", Address),
    ("Claim", "text", Prose),
    ("Person", "slug", Key),
    ("Person", "name", Name),
    ("Person", "then", Story),
    ("Person", "before", Story),
    ("Person", "service", Story),
    ("Person", "summary", Story),
    ("Person", "content_note", Story),
    ("Place", "detail", Story),
    ("Passage", "text", Story),
    ("ConductCheck", "by", Key),
    ("Role", "code", Key),
    ("Role", "name", Label),
    ("Role", "short", Label),
    ("Role", "summary", Prose),
    ("Route", "code", Key),
    ("Route", "name", Label),
    ("Route", "short", Label),
    ("Route", "summary", Prose),
    ("Status", "text", Prose),
    ("Pay", "what", Prose),
    ("Pay", "includes", Prose),
    ("Stage", "name", Label),
    ("Stage", "time", Prose),
    ("NextStep", "text", Label),
    ("NextStep", "url", Address),
    ("Rank", "name", Label),
    ("Specialism", "name", Label),
    ("Move", "how", Prose),
    ("Station", "outside", Label),
    ("Areas", "note", Prose),
    ("Area", "name", Name),
    ("Area", "short", Name),
    ("CommandUnit", "name", Name),
    ("Figure", "what", Prose),
    ("Figure", "note", Note),
    ("Series", "title", Label),
    ("Series", "summary", Prose),
    ("Timeline", "title", Label),
    ("Event", "text", Prose),
    ("Statement", "id", Key),
    ("Statement", "text", Visitor),
    ("Statement", "why", Prose),
    ("Term", "term", Name),
    ("Term", "long", Name),
    ("Term", "text", Prose),
    ("Term", "also", Name),
    ("Synonym", "words", Name),
    ("Source", "title", Name),
    ("Source", "publisher", Name),
    ("Source", "url", Address),
    ("Source", "note", Note),
    ("Rules", "format", Key),
    ("Rules", "version", Key),
    ("Rules", "territory", Key),
    ("Group", "id", Key),
    ("Question", "options", Key),
    ("Question", "becomes", Key),
    ("Question", "group", Key),
    ("Expression", "ref", Key),
    ("Expression", "fact", Key),
    ("Expression", "has", Key),
    ("Parameter", "param", Key),
    ("JudgedRole", "id", Key),
    ("JudgedRole", "parent", Key),
    ("JudgedRole", "lead_days", Key),
    ("Rule", "topic", Key),
    ("Scenario", "name", Key),
    ("Scenario", "why", Key),
    ("Scenario", "like", Key),
    ("Expectation", "roles", Key),
    ("Meant", "findings", Key),
    ("Meant", "because", Prose),
];

/// What a text is. Ids, dates and keys of maps are keys.
pub fn of(text: &Text<'_>) -> Wording {
    if text.is_map_key {
        return Key;
    }
    if text.owner == "Texts" {
        return Prose;
    }
    if !text.kind.is_empty() {
        return Key;
    }
    in_table(text.owner, text.key).unwrap_or(Key)
}

/// What the table says.
pub fn in_table(owner: &str, key: &str) -> Option<Wording> {
    let entry = TABLE.iter().find(|(o, k, _)| (*o, *k) == (owner, key));
    entry.map(|(_, _, wording)| *wording)
}

impl Wording {
    /// Whether it is in our words, and so in the language of the page.
    pub fn is_ours(self) -> bool {
        matches!(self, Story | Prose | Label | Visitor | Note)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::part::Part;
    use crate::schema;

    /// Every `(type, key)` whose value is plain text, or a list of it.
    fn plain_texts() -> BTreeSet<(String, String)> {
        let mut found = BTreeSet::new();
        for part in Part::all() {
            let root = schema::of(part);
            let title = root["title"].as_str().unwrap_or_default();
            let defs = root["$defs"].as_object().into_iter().flatten();
            let types = defs.map(|(name, def)| (name.as_str(), def)).chain([(title, root)]);
            for (owner, def) in types {
                let variants = ["oneOf", "anyOf"].map(|key| def[key].as_array());
                let variants = variants.into_iter().flatten().flatten();
                for object in variants.chain([def]) {
                    let properties = object["properties"].as_object().into_iter().flatten();
                    for (key, value) in properties {
                        let is_text = |value: &Value| {
                            value["type"] == "string" && value.get("const").is_none()
                        };
                        if is_text(value) || is_text(&value["items"]) {
                            found.insert((owner.to_owned(), key.clone()));
                        }
                    }
                }
            }
        }
        found
    }

    #[test]
    fn every_plain_text_of_the_model_is_in_the_table() {
        let table: BTreeSet<(String, String)> =
            super::TABLE.iter().map(|(o, k, _)| ((*o).to_owned(), (*k).to_owned())).collect();
        let texts = plain_texts();
        let missing: Vec<_> = texts.difference(&table).collect();
        let needless: Vec<_> = table.difference(&texts).collect();
        assert!(missing.is_empty(), "enter these in `wording::TABLE`: {missing:?}");
        assert!(needless.is_empty(), "take these out of `wording::TABLE`: {needless:?}");
        assert_eq!(table.len(), super::TABLE.len(), "one stands twice");
    }
}
