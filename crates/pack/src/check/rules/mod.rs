//! Rules: names lead somewhere, types fit, nothing is without use, evidence carries the kind.
//!
//! What follows from the logic (a headline nobody can reach, a criterion that
//! can never fail) is for the engine's verification to say.

mod criteria;
mod expression;
mod questions;

use std::collections::BTreeMap;

use model::rules::{FORMAT, Literal, ParameterVersion, Rules, Validity};

use crate::draft::{Draft, Typed};
use crate::fault::Faults;
use crate::tree::Spot;

use expression::{Checker, Uses};

/// Checks the rules of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: rules, spot }) = &draft.rules else { return };
    if rules.format != FORMAT {
        let message = format!("found the format \"{}\", allowed: \"{FORMAT}\"", rules.format);
        faults.error(spot.key("format"), message);
    }
    questions::check(rules, *spot, faults);
    parameters(rules, *spot, faults);
    let uses = expressions(rules, *spot, faults);
    without_use(rules, *spot, &uses, faults);
    criteria::check(draft, rules, *spot, faults);
}

/// Every expression of the rules; tells what they use.
fn expressions(rules: &Rules, spot: Spot<'_>, faults: &mut Faults) -> Uses {
    let checker = Checker::new(rules);
    let mut uses = Uses::default();
    for (name, fact) in &rules.facts {
        checker.fact(fact, spot.key("facts").key(name), faults);
    }
    let mut edges = BTreeMap::new();
    for (name, condition) in &rules.conditions {
        let at = spot.key("conditions").key(name);
        let mut own = Uses::default();
        checker.expression(condition, at, &mut own, faults);
        edges.insert(name.as_str(), own.conditions.iter().cloned().collect::<Vec<_>>());
        uses.named.insert(name.clone(), own);
    }
    for (index, question) in rules.questions.iter().enumerate() {
        if let Some(condition) = &question.ask_if {
            let at = spot.key("questions").index(index).key("ask_if");
            checker.expression(condition, at, &mut uses, faults);
        }
    }
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
    for circle in circles(&edges) {
        let message = format!("these conditions refer to each other in a circle: {circle}");
        let first = circle.split(' ').next().unwrap_or_default();
        faults.error(spot.key("conditions").at_key(first), message);
    }
    uses.follow(rules)
}

/// Circles in a graph, as `a -> b -> a`, each once.
fn circles(edges: &BTreeMap<&str, Vec<String>>) -> Vec<String> {
    fn visit<'a>(
        name: &'a str,
        edges: &'a BTreeMap<&str, Vec<String>>,
        path: &mut Vec<&'a str>,
        done: &mut std::collections::BTreeSet<&'a str>,
        found: &mut Vec<String>,
    ) {
        if let Some(start) = path.iter().position(|other| *other == name) {
            let circle: Vec<&str> = path[start..].iter().copied().chain([name]).collect();
            found.push(circle.join(" -> "));
            return;
        }
        if !done.insert(name) {
            return;
        }
        path.push(name);
        for next in edges.get(name).into_iter().flatten() {
            visit(next, edges, path, done, found);
        }
        path.pop();
    }
    let (mut done, mut found) = (std::collections::BTreeSet::new(), Vec::new());
    for name in edges.keys() {
        visit(name, edges, &mut Vec::new(), &mut done, &mut found);
    }
    found
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
                faults.error(here.key("to"), format!("this ends before it begins, {}", version.from));
            }
            let Some(before) = index.checked_sub(1).and_then(|before| versions.get(before)) else {
                continue;
            };
            follows(before, version, here, faults);
        }
    }
}

fn follows(before: &ParameterVersion, version: &ParameterVersion, at: Spot<'_>, faults: &mut Faults) {
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
