//! What a schema says: where its references lead, and what it allows in words.

use serde_json::Value as Schema;

/// Follows `$ref`s; tells the name of the last one.
pub fn resolve<'d>(root: &'d Schema, schema: &'d Schema, kind: &'d str) -> (&'d Schema, &'d str) {
    match schema.get("$ref").and_then(Schema::as_str) {
        Some(path) => {
            let name = path.trim_start_matches("#/$defs/");
            let target = root.get("$defs").and_then(|defs| defs.get(name));
            target.map_or((schema, kind), |target| resolve(root, target, name))
        }
        None => (schema, kind),
    }
}

/// What a schema allows, in words.
pub fn in_words(root: &Schema, schema: &Schema) -> String {
    let (schema, _) = resolve(root, schema, "");
    if let Some(choices) = choices_of(schema) {
        let mut words: Vec<String> = Vec::new();
        for choice in choices {
            let word = in_words(root, choice);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        return words.join(", or ");
    }
    if let Some(name) = constant(schema) {
        return format!("\"{name}\"");
    }
    match schema.get("type").and_then(Schema::as_str) {
        Some("boolean") => "true or false".to_owned(),
        Some("string") if is_day(schema) => "a day like 2026-11-21".to_owned(),
        Some("string") => "text".to_owned(),
        Some("integer") => "a whole number".to_owned(),
        Some("number") => "a number".to_owned(),
        Some("array") => {
            let items = schema.get("items").map(|items| in_words(root, items));
            items.map_or("a list".to_owned(), |items| format!("a list of {}", plural(&items)))
        }
        Some("object") => match only_key(schema) {
            Some(key) => format!("an object with the key \"{key}\""),
            None => "an object".to_owned(),
        },
        _ => "anything".to_owned(),
    }
}

/// The choices of a schema that is one of several.
pub fn choices_of(schema: &Schema) -> Option<&[Schema]> {
    let choices = schema.get("oneOf").or_else(|| schema.get("anyOf"))?;
    choices.as_array().map(Vec::as_slice)
}

fn constant(schema: &Schema) -> Option<&str> {
    schema.get("const").and_then(Schema::as_str)
}

/// The words of a choice that is one word (`const`) or several (`enum`).
pub fn constants(schema: &Schema) -> Vec<&str> {
    let several = schema.get("enum").and_then(Schema::as_array).into_iter().flatten();
    several.filter_map(Schema::as_str).chain(constant(schema)).collect()
}

/// The key of an object that must have exactly one.
pub fn only_key(schema: &Schema) -> Option<&str> {
    match schema.get("required").and_then(Schema::as_array)?.as_slice() {
        [key] if schema.get("properties")?.as_object()?.len() == 1 => key.as_str(),
        _ => None,
    }
}

/// Whether a text is a day of the calendar.
pub fn is_day(schema: &Schema) -> bool {
    schema.get("format").is_some_and(|format| format == "date")
}

fn plural(words: &str) -> String {
    match words {
        "text" => "texts".to_owned(),
        "an object" => "objects".to_owned(),
        other => other.to_owned(),
    }
}
