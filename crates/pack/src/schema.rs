//! JSON Schemas of the editors' files, generated from the types of `model`.
//!
//! There is one definition of shape: the types. Editors' tools read these
//! schemas (`content/schema/`), and so does our own check ([`crate::shape`]).
//! Beside them stand the two of what `cargo xtask evaluate` reads and writes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value, json};

use crate::editor;
use crate::exchange::{AnswersFile, Verdict};
use crate::part::Part;

static SCHEMAS: LazyLock<BTreeMap<Part, Value>> =
    LazyLock::new(|| Part::all().map(|part| (part, generate(part))).collect());

/// The schema of a part's files.
pub fn of(part: Part) -> &'static Value {
    static NONE: Value = Value::Null;
    SCHEMAS.get(&part).unwrap_or(&NONE)
}

/// What must stand in `content/schema/`: file name to text.
pub fn files() -> BTreeMap<&'static str, String> {
    let text = |schema: &Value| serde_json::to_string_pretty(schema).unwrap_or_default() + "\n";
    let parts = Part::all().map(|part| (part.schema_file(), text(of(part))));
    let exchanged = [
        ("evaluate-answers.json", root::<AnswersFile>()),
        // Here null is written, where there is no day.
        ("evaluate-verdicts.json", sorted(schema_for!(Vec<Verdict>).to_value())),
    ];
    parts.chain(exchanged.map(|(name, schema)| (name, text(&schema)))).collect()
}

/// What is wrong with the files in `content/schema/`, in words; empty if they are fresh.
pub fn stale(committed: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let wanted = files();
    let mut faults = Vec::new();
    for (name, text) in &wanted {
        match committed.get(*name) {
            None => faults.push(format!("{name} is missing")),
            Some(found) if found != text.as_bytes() => {
                faults.push(format!("{name} does not follow from the types any more"));
            }
            Some(_) => {}
        }
    }
    let unknown = committed.keys().filter(|name| !wanted.contains_key(name.as_str()));
    faults.extend(unknown.map(|name| format!("{name} is the schema of nothing")));
    faults
}

fn generate(part: Part) -> Value {
    match part {
        Part::About => root::<model::pack::About>(),
        Part::Person => root::<model::person::Person>(),
        Part::Role => root::<model::role::Role>(),
        Part::Career => root::<model::career::Career>(),
        Part::Rules => root::<model::rules::Rules>(),
        Part::Figures => root::<model::figure::Figures>(),
        Part::Areas => root::<model::area::Areas>(),
        Part::Glossary => root::<editor::Glossary>(),
        Part::Fit => root::<model::fit::Fit>(),
        Part::Synonyms => root::<model::synonym::Synonyms>(),
        Part::Topics => root::<model::topic::Topics>(),
        Part::Sources => root::<editor::Sources>(),
        Part::Withdrawn => root::<editor::Withdrawn>(),
        Part::Scenarios => root::<editor::Scenarios>(),
        Part::Texts => sorted(json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Texts",
            "description": "Questions, rules and reasons in words, by key: `question.dob.title`.",
            "type": "object",
            "additionalProperties": { "type": "string" }
        })),
    }
}

fn root<T: JsonSchema>() -> Value {
    let mut schema = schema_for!(T).to_value();
    without_null(&mut schema);
    sorted(schema)
}

/// Keys in their order. Whether `serde_json` keeps the order they came in depends on features that
/// other crates of a build turn on.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(entries) => {
            let entries: BTreeMap<String, Value> = entries.into_iter().collect();
            Value::Object(entries.into_iter().map(|(key, value)| (key, sorted(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

/// Takes `null` out: a key that does not apply is left out, so that there is one way to say it.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(without_null),
        Value::Object(members) => {
            if let Some(Value::Array(types)) = members.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    members.insert("type".to_owned(), only);
                }
            }
            if let Some(Value::Array(choices)) = members.get_mut("anyOf") {
                choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
                if let [only] = choices.as_slice() {
                    let only = only.clone();
                    members.remove("anyOf");
                    merge(members, only);
                }
            }
            members.values_mut().for_each(without_null);
        }
        _ => {}
    }
}

/// Adds what a schema lacks from another; its own description wins.
fn merge(schema: &mut Map<String, Value>, other: Value) {
    if let Value::Object(other) = other {
        for (key, value) in other {
            schema.entry(key).or_insert(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_is_read_has_a_schema_without_null() {
        for (name, text) in files() {
            assert!(name.ends_with(".json"), "{name}");
            assert!(text.contains("\"type\""), "{name}");
            let is_written = name == "evaluate-verdicts.json";
            assert!(is_written || !text.contains("\"null\""), "{name} allows null");
        }
    }

    #[test]
    fn a_changed_a_missing_and_a_needless_schema_are_told_apart() {
        let mut committed: BTreeMap<String, Vec<u8>> =
            files().into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
        assert!(stale(&committed).is_empty());
        committed.remove("fit.json");
        committed.insert("role.json".to_owned(), b"{}".to_vec());
        committed.insert("old.json".to_owned(), b"{}".to_vec());
        let faults = stale(&committed).join("\n");
        assert!(faults.contains("fit.json is missing"), "{faults}");
        assert!(faults.contains("role.json does not follow"), "{faults}");
        assert!(faults.contains("old.json is the schema of nothing"), "{faults}");
    }
}
