//! Rules: names lead somewhere, types fit, nothing is without use, evidence carries the kind.
//!
//! What follows from the logic (a headline nobody can reach, a criterion that
//! can never fail) is for the engine's verification to say.

mod circles;
mod criteria;
mod expression;
mod facts;
mod questions;
mod uses;

use std::collections::BTreeMap;

use model::rules::{FORMAT, Literal, ParameterVersion, Rules, Validity};

use crate::draft::{Draft, Typed};
use crate::fault::Faults;
use crate::tree::Spot;

use circles::{circles, shown};
use expression::Checker;
use uses::{Named, Uses};

/// Checks the rules of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: rules, spot }) = &draft.rules else { return };
    if rules.format != FORMAT {
        let message = format!("found the format \"{}\", allowed: \"{FORMAT}\"", rules.format);
        faults.error(spot.key("format"), message);
    }
    questions::check(rules, *spot, faults);
    facts::check(rules, *spot, faults);
    parameters(rules, *spot, faults);
    let uses = expressions(rules, *spot, faults);
    without_use(rules, *spot, &uses, faults);
    criteria::check(draft, rules, *spot, faults);
}

/// Every expression of the rules; tells what they use.
fn expressions(rules: &Rules, spot: Spot<'_>, faults: &mut Faults) -> Uses {
    let checker = Checker::new(rules);
    let (mut uses, mut named) = (Uses::default(), Named::new());
    for (name, condition) in &rules.conditions {
        let at = spot.key("conditions").key(name);
        let mut own = Uses::default();
        checker.expression(condition, at, &mut own, faults);
        named.insert(name.clone(), own);
    }
    let edges = named.iter().map(|(name, own)| (name.as_str(), own.conditions.clone())).collect();
    for circle in circles(&edges) {
        let message =
            format!("these conditions refer to each other in a circle: {}", shown(&circle));
        let first = circle.first().copied().unwrap_or_default();
        faults.error(spot.key("conditions").at_key(first), message);
    }
    let mut waits = BTreeMap::new();
    for (index, question) in rules.questions.iter().enumerate() {
        let mut own = Uses::default();
        if let Some(condition) = &question.ask_if {
            let at = spot.key("questions").index(index).key("ask_if");
            checker.expression(condition, at, &mut own, faults);
        }
        let own = own.follow(rules, &named);
        waits.insert(question.id.as_str(), own.questions.clone());
        uses.extend(own);
    }
    questions::order(rules, waits, spot, faults);
    for (index, constraint) in rules.constraints.iter().enumerate() {
        let at = spot.key("constraints").index(index);
        checker.expression(&constraint.premise, at.key("if"), &mut uses, faults);
        checker.expression(&constraint.then, at.key("then"), &mut uses, faults);
    }
    for (index, role) in rules.roles.iter().enumerate() {
        let at = spot.key("roles").index(index).key("criteria");
        for (index, criterion) in role.criteria.iter().enumerate() {
            if let Some(must) = &criterion.must {
                checker.expression(must, at.index(index).key("must"), &mut uses, faults);
            }
        }
        uses.parameters.extend(role.lead_days.clone());
    }
    uses.follow(rules, &named)
}

fn parameters(rules: &Rules, spot: Spot<'_>, faults: &mut Faults) {
    for (name, versions) in &rules.parameters {
        let at = spot.key("parameters").key(name);
        if versions.is_empty() {
            faults.error(spot.key("parameters").at_key(name), "a parameter without a value");
        }
        for (index, version) in versions.iter().enumerate() {
            let here = at.index(index);
            if version.to.is_some_and(|to| to <= version.from) {
                faults
                    .error(here.key("to"), format!("this ends before it begins, {}", version.from));
            }
            if matches!(version.value, Literal::Bool(_) | Literal::Option(_)) {
                let message =
                    format!("found {}, allowed: a whole number or a day", literal(&version.value));
                faults.error(here.key("value"), message);
            }
            let Some(before) = index.checked_sub(1).and_then(|before| versions.get(before)) else {
                continue;
            };
            follows(before, version, here, faults);
        }
    }
}

fn follows(
    before: &ParameterVersion,
    version: &ParameterVersion,
    at: Spot<'_>,
    faults: &mut Faults,
) {
    if version.from <= before.from || before.to.is_some_and(|to| to > version.from) {
        let message = format!("this begins while the value from {} still holds", before.from);
        faults.error(at.key("from"), message);
    }
    if literal(&before.value) != literal(&version.value) {
        let message = format!(
            "found {}, allowed: {} as in the value before",
            literal(&version.value),
            literal(&before.value)
        );
        faults.error(at.key("value"), message);
    }
}

/// What a literal is, in words.
fn literal(literal: &Literal) -> &'static str {
    match literal {
        Literal::Bool(_) => "true or false",
        Literal::Int(_) => "a whole number",
        Literal::Date(_) => "a day",
        Literal::Option(_) => "an option",
    }
}

fn validity(valid: Validity, at: Spot<'_>, faults: &mut Faults) {
    if let (Some(from), Some(to)) = (valid.from, valid.to)
        && to <= from
    {
        faults.error(at.key("to"), format!("valid to {to}, which is not after {from}"));
    }
}

fn without_use(rules: &Rules, spot: Spot<'_>, uses: &Uses, faults: &mut Faults) {
    for (index, question) in rules.questions.iter().enumerate() {
        if !uses.questions.contains(question.id.as_str()) {
            let message = format!("no rule uses the question \"{}\"; take it out", question.id);
            faults.error(spot.key("questions").index(index).key("id"), message);
        }
    }
    for (index, group) in rules.groups.iter().enumerate() {
        if !rules.questions.iter().any(|question| question.group == group.id) {
            let message = format!("no question stands in the group \"{}\"", group.id);
            faults.error(spot.key("groups").index(index).key("id"), message);
        }
    }
    let maps = [
        ("facts", "fact", rules.facts.keys().collect::<Vec<_>>(), &uses.facts),
        ("conditions", "condition", rules.conditions.keys().collect(), &uses.conditions),
        ("parameters", "parameter", rules.parameters.keys().collect(), &uses.parameters),
    ];
    for (key, what, names, used) in maps {
        for name in names.into_iter().filter(|name| !used.contains(*name)) {
            let message = format!("nothing uses the {what} \"{name}\"");
            faults.warning(spot.key(key).at_key(name), message);
        }
    }
}
