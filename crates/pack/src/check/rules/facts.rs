//! Facts: one thing each, over questions of the right kind.

use model::rules::{Fact, QuestionKind, Rules};

use crate::fault::Faults;
use crate::tree::Spot;

use super::questions::kind;

/// Checks the facts of a rule set.
pub fn check(rules: &Rules, spot: Spot<'_>, faults: &mut Faults) {
    for (name, one) in &rules.facts {
        fact(rules, one, spot.key("facts").key(name), faults);
    }
}

fn fact(rules: &Rules, fact: &Fact, at: Spot<'_>, faults: &mut Faults) {
    let spans = [
        ("completed_years", &fact.completed_years),
        ("completed_months", &fact.completed_months),
        ("days", &fact.days),
    ];
    let set = spans.iter().filter(|(_, span)| span.is_some()).count()
        + usize::from(fact.days_covered.is_some())
        + usize::from(fact.days_missing.is_some())
        + usize::from(fact.count.is_some());
    if set != 1 {
        let message = format!(
            "a fact that is {set} things; allowed is exactly one of completed_years, completed_months, days, days_covered, days_missing, count"
        );
        faults.error(at, message);
    }
    for (key, span) in spans {
        let Some(span) = span else { continue };
        is_kind(rules, span.from.as_str(), QuestionKind::Date, at.key(key).key("from"), faults);
        if let Some(to) = &span.to {
            is_kind(rules, to.as_str(), QuestionKind::Date, at.key(key).key("to"), faults);
        }
    }
    for (key, covered) in
        [("days_covered", &fact.days_covered), ("days_missing", &fact.days_missing)]
    {
        let Some(covered) = covered else { continue };
        let at = at.key(key);
        is_kind(rules, covered.of.as_str(), QuestionKind::Periods, at.key("of"), faults);
        for (index, other) in covered.count.iter().enumerate() {
            let here = at.key("count").index(index);
            is_kind(rules, other.as_str(), QuestionKind::Periods, here, faults);
        }
        if !(1..=100).contains(&covered.window.years) {
            let message = format!("found {}, allowed: 1 to 100", covered.window.years);
            faults.error(at.key("window").key("years"), message);
        }
    }
    if let Some(count) = &fact.count {
        is_kind(rules, count.as_str(), QuestionKind::Many, at.key("count"), faults);
    }
}

fn is_kind(rules: &Rules, id: &str, wanted: QuestionKind, at: Spot<'_>, faults: &mut Faults) {
    if let Some(question) =
        rules.questions.iter().find(|one| one.id.as_str() == id && one.kind != wanted)
    {
        let message = format!(
            "the question \"{id}\" is {}, allowed: a question that is {}",
            kind(question.kind),
            kind(wanted)
        );
        faults.error(at, message);
    }
}
