//! Scenarios: answers that a question can take, for roles that are judged.
//!
//! Whether the verdicts come out is for the engine to say (`cargo xtask check`).

use std::collections::BTreeSet;

use model::rules::{Question, QuestionKind, Rules};
use serde_json::Value;

use crate::draft::{Draft, Typed};
use crate::fault::Faults;
use crate::nearest::hint;
use crate::tree::Spot;

/// Checks the scenarios of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: scenarios, spot }) = &draft.scenarios else { return };
    let mut ids = BTreeSet::new();
    for (index, scenario) in scenarios.scenarios.iter().enumerate() {
        let at = spot.key("scenarios").index(index);
        if !ids.insert(&scenario.id) {
            faults.error(at.key("id"), format!("the scenario \"{}\" stands twice", scenario.id));
        }
        if scenario.expect.is_empty() {
            faults.error(at.at_key("expect"), "a scenario that expects nothing");
        }
        let Some(rules) = &draft.rules else { continue };
        judged(scenario.expect.keys(), &rules.value, at.key("expect"), faults);
        for (id, answer) in &scenario.answers {
            let question = rules.value.questions.iter().find(|one| one.id.as_str() == id);
            if let Some(question) = question {
                takes(question, answer, at.key("answers").key(id), faults);
            }
        }
    }
}

fn judged<'a>(
    ids: impl Iterator<Item = &'a String>,
    rules: &Rules,
    at: Spot<'_>,
    faults: &mut Faults,
) {
    for id in ids {
        let names = || rules.roles.iter().map(|role| role.id.as_str());
        if !names().any(|name| name == id) {
            let message = format!("unknown judged role \"{id}\"{}", hint(id, names()));
            faults.error(at.at_key(id), message);
        }
    }
}

fn takes(question: &Question, answer: &Value, at: Spot<'_>, faults: &mut Faults) {
    // Not to know, and that a question does not apply, are answers everywhere.
    if let Value::Object(members) = answer
        && let Some((key, Value::Bool(true))) = members.iter().next()
        && members.len() == 1
        && matches!(key.as_str(), "unknown" | "not_applicable")
    {
        return;
    }
    let option = |value: &Value| {
        value.as_str().is_some_and(|one| question.options.iter().any(|option| option == one))
    };
    let date = |value: &Value| {
        let text = value.as_str().unwrap_or_default();
        use model::date::{Published, PublishedOn as On};
        let on = Published::new(text).on();
        matches!(on, Some(On::Day(_) | On::Month(..) | On::Year(_)))
    };
    let period = |value: &Value| {
        let members = value.as_object();
        members.is_some_and(|members| {
            members.get("from").is_some_and(date)
                && members
                    .iter()
                    .all(|(key, value)| matches!(key.as_str(), "from" | "to") && date(value))
        })
    };
    let all = |value: &Value, fits: &dyn Fn(&Value) -> bool| {
        value.as_array().is_some_and(|items| items.iter().all(fits))
    };
    let (fits, allowed) = match question.kind {
        QuestionKind::Bool => (answer.is_boolean(), "true or false".to_owned()),
        QuestionKind::One => (option(answer), question.options.join(", ")),
        QuestionKind::Many => {
            (all(answer, &option), format!("a list of {}", question.options.join(", ")))
        }
        QuestionKind::Int => (answer.is_i64(), "a whole number".to_owned()),
        QuestionKind::Date => (date(answer), "a date like 2009-07-01, 2009-07 or 2009".to_owned()),
        QuestionKind::Periods => {
            (all(answer, &period), "a list of {\"from\": date, \"to\": date}".to_owned())
        }
    };
    if !fits {
        let found =
            at.node.as_str().map_or(at.node.what().to_owned(), |text| format!("\"{text}\""));
        let message = format!(
            "found {found} for the question \"{}\", allowed: {allowed}, or {{\"unknown\": true}}",
            question.id
        );
        faults.error(at, message);
    }
}
