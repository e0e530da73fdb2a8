//! Checks rules as a whole: not whether they can be read, but whether they make sense.
//!
//! Every role is one diagram, so what follows is exact over all combinations of
//! answers, not sampled: an outcome that nothing leads to, a criterion that can
//! never fail or always does, one whose removal would change nothing, a
//! question no role depends on. It is checked as the rules stand on the day and
//! after each announced change. Causes come before what merely follows from
//! them.

mod example;
mod extent;
mod finding;
mod question;
mod role;
mod scenario;
mod witness;

pub use example::difference;
pub use extent::{Extent, extent};
pub use finding::{Finding, Sense};
pub use scenario::{ScenarioPair, suggest_scenarios};

use model::Date;

use crate::answer::Answers;
use crate::diagram::{Node, TRUE};
use crate::quiz::Quiz;
use crate::ruleset::Ruleset;

/// How far ahead announced changes are looked at: 20 years.
const HORIZON: i32 = 7305;

/// Checks the rules of a quiz as a whole, from its day on.
pub fn verify(quiz: &Quiz) -> Vec<Finding> {
    let rules = &*quiz.rules;
    let today = quiz.today.days();
    let mut findings: Vec<Finding> = Vec::new();
    let mut days = vec![today];
    days.extend(quiz.epochs.changes(today, today.saturating_add(HORIZON)));
    check_validity(rules, quiz.today, &mut findings);
    let found_on = |day: &i32| {
        let mut found = Vec::new();
        check_day(quiz, *day, &mut found);
        found
    };
    let all: Vec<Found> = days.iter().map(found_on).collect();
    for (day, found) in days.iter().zip(&all) {
        for (what, witness) in found {
            let is_known = findings.iter().any(|known| known.what.is_same_as(what));
            let is_found = |found: &Found| found.iter().any(|(other, _)| other == what);
            // What is of no use today may be of use after an announced change.
            if !is_known && (!what.is_about_use() || all.iter().all(is_found)) {
                let on = Date::from_days(*day);
                findings.push(Finding { on, what: what.clone(), witness: witness.clone() });
            }
        }
    }
    findings
}

type Found = Vec<(Sense, Option<Answers>)>;

fn check_validity(rules: &Ruleset, today: Date, findings: &mut Vec<Finding>) {
    let mut find = |what| findings.push(Finding { on: today, what, witness: None });
    for role in &rules.roles {
        if role.valid.to.is_some_and(|to| to <= today) {
            find(Sense::NeverOpen { role: role.id.clone() });
        }
        for (i, criterion) in role.criteria.iter().enumerate() {
            let Some(to) = criterion.valid.to else { continue };
            // The next version of the same criterion, if there is one.
            let others = role.criteria.iter().enumerate();
            let others = others.filter(|(k, other)| *k != i && other.id == criterion.id);
            let later = others.filter_map(|(_, other)| other.valid.from).filter(|from| *from >= to);
            if let Some(from) = later.min().filter(|from| *from > to) {
                find(Sense::CriterionGap {
                    role: role.id.clone(),
                    rule: criterion.id.clone(),
                    from: to,
                    to: from,
                });
            }
        }
    }
}

/// Everything about the rules as they stand on one day.
fn check_day(quiz: &Quiz, day: i32, found: &mut Found) {
    let rules = &*quiz.rules;
    let view = quiz.view(day, quiz.every_constraint());
    for parameter in &rules.parameters {
        if parameter.on(day).is_none() {
            found.push((Sense::ParameterGap { parameter: parameter.name.clone() }, None));
        }
    }
    let open = view.known(
        rules,
        &quiz.read(&Answers::new()),
        quiz.today,
        &mut quiz.memory.borrow_mut().reach,
    );
    let possible =
        |root: Node| quiz.memory.borrow_mut().reach.values(&view.shape.diagrams, root, &open.masks);
    if possible(view.shape.allowed) & 1 << TRUE == 0 {
        found.push((Sense::Contradiction, None));
        return;
    }
    for role in 0..rules.roles.len() {
        if rules.roles[role].valid.contains(Date::from_days(day)) {
            role::check(quiz, &view, role, &open, &possible, found);
            role::cross_check(quiz, &view, role, found);
        }
    }
    question::check(quiz, &view, &open, &possible, found);
    question::check_limits(rules, &view, found);
    role::check_same(rules, &view, &open, found);
    for (what, witness) in found {
        *witness = witness.take().or_else(|| example::of(quiz, &view, &open, what));
    }
}
