//! Scenarios: answers that a question can take, for roles that are judged.
//!
//! Whether the verdicts come out is for the engine to say ([`crate::prove`]).

use std::collections::BTreeSet;

use model::rules::{Question, Rules};
use serde_json::Value;

use crate::answers;
use crate::draft::{Draft, Typed};
use crate::editor::Scenario;
use crate::fault::Faults;
use crate::nearest::hint;
use crate::tree::Spot;

/// Checks the scenarios of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: scenarios, spot }) = &draft.scenarios else { return };
    let mut names: Vec<&str> = Vec::new();
    for (index, scenario) in scenarios.scenarios.iter().enumerate() {
        let at = spot.key("scenarios").index(index);
        if names.contains(&scenario.name.as_str()) {
            let message = format!("the scenario \"{}\" stands twice", scenario.name);
            faults.error(at.key("name"), message);
        }
        if let Some(like) = scenario.like.as_deref().filter(|like| !names.contains(like)) {
            let hint = hint(like, names.iter().copied());
            let message = format!("no earlier scenario is named \"{like}\"{hint}");
            faults.error(at.key("like"), message);
        }
        names.push(&scenario.name);
        if scenario.expect.iter().all(|expected| expected.roles.is_empty()) {
            faults.error(at.at_key("expect"), "a scenario that expects nothing");
        }
        let Some(rules) = &draft.rules else { continue };
        judged(scenario, &rules.value, at.key("expect"), faults);
        for (id, answer) in &scenario.answers {
            let question = rules.value.questions.iter().find(|one| one.id.as_str() == id);
            if let Some(question) = question {
                takes(question, answer, at.key("answers").key(id), faults);
            }
        }
    }
}

fn judged(scenario: &Scenario, rules: &Rules, at: Spot<'_>, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    for (index, expected) in scenario.expect.iter().enumerate() {
        for (place, id) in expected.roles.iter().enumerate() {
            let at = at.index(index).key("roles").index(place);
            let names = || rules.roles.iter().map(|role| role.id.as_str());
            if !names().any(|name| name == id) {
                faults.error(at, format!("unknown judged role \"{id}\"{}", hint(id, names())));
            } else if !seen.insert(id) {
                faults.error(at, format!("what \"{id}\" comes to is expected twice"));
            }
        }
    }
}

fn takes(question: &Question, answer: &Value, at: Spot<'_>, faults: &mut Faults) {
    if answers::read_one(question, answer).is_none() {
        let found =
            at.node.as_str().map_or(at.node.what().to_owned(), |text| format!("\"{text}\""));
        let message = format!(
            "found {found} for the question \"{}\", allowed: {}, or {{\"unknown\": true}}",
            question.id,
            answers::wanted(question)
        );
        faults.error(at, message);
    }
}
