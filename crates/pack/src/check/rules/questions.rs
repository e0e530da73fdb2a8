//! Questions: options, bounds and order.

use std::collections::{BTreeMap, BTreeSet};

use model::rules::{Change, Literal, Precision, Question, QuestionKind, Rules};

use crate::fault::Faults;
use crate::nearest::hint;
use crate::tree::Spot;

use super::circles::{circles, shown};

/// Checks groups and questions.
pub fn check(rules: &Rules, spot: Spot<'_>, faults: &mut Faults) {
    groups(rules, spot, faults);
    let places: BTreeMap<&str, usize> =
        rules.groups.iter().enumerate().map(|(place, group)| (group.id.as_str(), place)).collect();
    for (index, question) in rules.questions.iter().enumerate() {
        let at = spot.key("questions").index(index);
        if !places.contains_key(question.group.as_str()) {
            let hint = hint(&question.group, places.keys().copied());
            faults.error(at.key("group"), format!("unknown group \"{}\"{hint}", question.group));
        }
        options(question, at, faults);
        becomes(question, at, faults);
        bounds(question, at, faults);
        if question.effort == 0 {
            faults.error(at.key("effort"), "found 0, allowed: 1 or more");
        }
    }
}

/// Checks that what a question waits for (`after`, and what `ask_if` asks about) is asked before it.
pub fn order<'r>(
    rules: &'r Rules,
    mut waits: BTreeMap<&'r str, BTreeSet<String>>,
    spot: Spot<'_>,
    faults: &mut Faults,
) {
    let place = |id: &str| {
        let question = rules.questions.iter().find(|question| question.id.as_str() == id)?;
        rules.groups.iter().position(|group| group.id == question.group)
    };
    for (index, question) in rules.questions.iter().enumerate() {
        let at = spot.key("questions").index(index);
        let own = waits.entry(question.id.as_str()).or_default();
        // Groups are asked in order, so nothing can wait for a later one.
        let after = question.after.iter().enumerate();
        let after = after.map(|(index, id)| (id.as_str(), at.key("after").index(index)));
        let asked = own.iter().map(|id| (id.as_str(), at.at_key("ask_if")));
        for (id, here) in after.chain(asked) {
            if place(id) > place(question.id.as_str()) {
                let message = format!(
                    "\"{}\" waits for \"{id}\", which stands in a later group",
                    question.id
                );
                faults.error(here, message);
            }
        }
        own.extend(question.after.iter().map(ToString::to_string));
    }
    for circle in circles(&waits) {
        let is_first = |question: &Question| circle.first() == Some(&question.id.as_str());
        let index = rules.questions.iter().position(is_first).unwrap_or_default();
        let message = format!("these questions wait for each other: {}", shown(&circle));
        faults.error(spot.key("questions").index(index), message);
    }
}

fn groups(rules: &Rules, spot: Spot<'_>, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    let mut sensitive: Option<&str> = None;
    for (index, group) in rules.groups.iter().enumerate() {
        let at = spot.key("groups").index(index);
        if !seen.insert(group.id.as_str()) {
            faults.error(at.key("id"), format!("the group \"{}\" stands twice", group.id));
        }
        match sensitive {
            Some(before) if !group.sensitive => {
                let message = format!(
                    "the group \"{}\" stands after the sensitive group \"{before}\"; sensitive groups come last",
                    group.id
                );
                faults.error(at.key("id"), message);
            }
            _ if group.sensitive => sensitive = Some(&group.id),
            _ => {}
        }
    }
}

fn options(question: &Question, at: Spot<'_>, faults: &mut Faults) {
    let id = &question.id;
    let has_options = matches!(question.kind, QuestionKind::One | QuestionKind::Many);
    if has_options && question.options.len() < 2 {
        let message = format!(
            "the question \"{id}\" has {} options; at least 2 are needed",
            question.options.len()
        );
        faults.error(at.at_key("options"), message);
    }
    if !has_options && !question.options.is_empty() {
        let message =
            format!("the question \"{id}\" is {}; it has no options", kind(question.kind));
        faults.error(at.at_key("options"), message);
    }
    let mut seen = BTreeSet::new();
    for (index, option) in question.options.iter().enumerate() {
        let here = at.key("options").index(index);
        if !seen.insert(option) {
            faults.error(here, format!("the option \"{option}\" stands twice"));
        }
        if question.kind == QuestionKind::Many && option == "none" {
            let message = "\"none\" is always an answer to a question of many; leave it out here";
            faults.error(here, message);
        }
    }
}

/// What somebody can come to is among the options, and only told where it can matter.
fn becomes(question: &Question, at: Spot<'_>, faults: &mut Faults) {
    if question.becomes.is_empty() {
        return;
    }
    if question.kind != QuestionKind::One || question.change != Change::Act {
        let message = "\"becomes\" is only for questions of one choice with \"change\": \"act\"";
        faults.error(at.at_key("becomes"), message);
        return;
    }
    for (index, option) in question.becomes.iter().enumerate() {
        if !question.options.contains(option) {
            let hint = hint(option, question.options.iter().map(String::as_str));
            let message = format!("the question has no option \"{option}\"{hint}");
            faults.error(at.key("becomes").index(index), message);
        }
    }
}

fn bounds(question: &Question, at: Spot<'_>, faults: &mut Faults) {
    let is_time = matches!(question.kind, QuestionKind::Date | QuestionKind::Periods);
    let fits = |value: &Literal| match question.kind {
        QuestionKind::Int => matches!(value, Literal::Int(_)),
        QuestionKind::Date | QuestionKind::Periods => matches!(value, Literal::Date(_)),
        _ => false,
    };
    for (key, value) in [("min", &question.min), ("max", &question.max)] {
        if let Some(value) = value.as_ref().filter(|value| !fits(value)) {
            let allowed = match question.kind {
                QuestionKind::Int => "a whole number",
                _ if is_time => "a day like 2026-11-21",
                _ => "no bound at all",
            };
            let message = format!(
                "found {} as \"{key}\" of a question that is {}, allowed: {allowed}",
                super::literal(value),
                kind(question.kind)
            );
            faults.error(at.key(key), message);
        }
    }
    let turned = match (&question.min, &question.max) {
        (Some(Literal::Int(min)), Some(Literal::Int(max))) => min > max,
        (Some(Literal::Date(min)), Some(Literal::Date(max))) => min > max,
        _ => false,
    };
    if turned {
        faults.error(at.key("max"), "\"max\" is less than \"min\"");
    }
    let mut only = |key: &str, is_set: bool, may: bool, for_what: &str| {
        if is_set && !may {
            faults.error(
                at.at_key(key),
                format!("\"{key}\" is only for questions that are {for_what}"),
            );
        }
    };
    only(
        "max_items",
        question.max_items.is_some(),
        question.kind == QuestionKind::Periods,
        "periods",
    );
    only("future", question.future, is_time, "a date or periods");
    only("precision", question.precision != Precision::Day, is_time, "a date or periods");
    if question.max_items == Some(0) {
        faults.error(at.key("max_items"), "found 0, allowed: 1 or more");
    }
}

/// What a question is, in words.
pub fn kind(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Bool => "yes or no",
        QuestionKind::One => "a choice of one",
        QuestionKind::Many => "a choice of many",
        QuestionKind::Int => "a whole number",
        QuestionKind::Date => "a date",
        QuestionKind::Periods => "periods",
    }
}
