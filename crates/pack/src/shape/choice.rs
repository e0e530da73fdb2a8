//! Where a schema gives a choice: a closed list of words, or of kinds of value.

use serde_json::Value as Schema;

use crate::nearest::{hint, nearest};
use crate::tree::{Spot, Value};

use super::schema_words::{choices_of, constants, in_words, is_day, only_key, resolve};
use super::{Place, Walk};

impl<'d> Walk<'d, '_> {
    pub(super) fn choice(&mut self, choices: &'d [Schema], spot: Spot<'d>, place: Place<'d>) {
        let words: Vec<&str> = choices.iter().flat_map(constants).collect();
        if words.len() >= choices.len() {
            return self.word(&words, spot, place);
        }
        if let Some(choice) = branch(self.root, choices, spot) {
            return self.value(choice, spot, place);
        }
        let keys: Vec<&str> = choices.iter().filter_map(only_key).collect();
        let found: Vec<&str> = spot.node.members().iter().map(|member| &*member.key).collect();
        let message = match found.first() {
            Some(first) if keys.len() == choices.len() => {
                let near = nearest(first, keys.iter().copied());
                let near = near.map(|near| format!("; did you mean \"{near}\"?"));
                format!(
                    "found the keys {} at \"{}\"; allowed is exactly one of {}{}",
                    found.join(", "),
                    place.key,
                    keys.join(", "),
                    near.unwrap_or_default()
                )
            }
            _ => {
                let words: Vec<String> =
                    choices.iter().map(|choice| in_words(self.root, choice)).collect();
                let found = spot.node.what();
                format!("found {found} at \"{}\", allowed: {}", place.key, words.join(", or "))
            }
        };
        self.faults.error(spot, message);
    }

    /// One of a closed list of words.
    fn word(&mut self, words: &[&str], spot: Spot<'d>, place: Place<'d>) {
        let key = place.key;
        let message = match spot.node.as_str() {
            Some(found) if words.contains(&found) => return,
            Some(found) => {
                let hint = hint(found, words.iter().copied());
                let all = format!(" Allowed: {}", words.join(", "));
                let all = if hint.contains("allowed") { "" } else { &all };
                format!("unknown value \"{found}\" at \"{key}\"{hint}{all}")
            }
            None => {
                format!("found {} at \"{key}\", allowed: {}", spot.node.what(), words.join(", "))
            }
        };
        self.faults.error(spot, message);
    }
}

/// The choice that a value was meant to be, by its kind and keys.
fn branch<'d>(root: &'d Schema, choices: &'d [Schema], spot: Spot<'_>) -> Option<&'d Schema> {
    let fits = |choice: &&'d Schema| -> bool {
        let (schema, _) = resolve(root, choice, "");
        if let Some(inner) = choices_of(schema) {
            return branch(root, inner, spot).is_some();
        }
        match (schema.get("type").and_then(Schema::as_str), &spot.node.value) {
            (Some("object"), Value::Object(members)) => {
                let key = only_key(schema);
                key.is_none_or(|key| members.len() == 1 && members[0].key == key)
            }
            (Some("string"), Value::String(text)) => {
                !is_day(schema) || text.parse::<model::Date>().is_ok()
            }
            (Some("integer" | "number"), Value::Number(_))
            | (Some("boolean"), Value::Bool(_))
            | (Some("array"), Value::Array(_)) => true,
            _ => false,
        }
    };
    choices.iter().find(fits)
}
