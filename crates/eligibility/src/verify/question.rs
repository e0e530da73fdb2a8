//! Questions that no role needs, and limits that leave a number between them.

use model::Date;
use model::id::RuleId;
use model::rules::{Kind, QuestionKind};

use super::{Found, Sense};
use crate::diagram::{Node, TRUE};
use crate::quiz::{Quiz, variables_of};
use crate::relevance::Remainder;
use crate::ruleset::{Ruleset, VariableKind};
use crate::shape::Shape;
use crate::view::{Known, View};

/// Questions and options that are of no use.
pub(super) fn check(
    quiz: &Quiz,
    view: &View,
    open: &Known,
    possible: &dyn Fn(Node) -> u8,
    found: &mut Found,
) {
    let rules = &*quiz.rules;
    let shape: &Shape = &view.shape;
    let on = Date::from_days(view.day);
    let mut used = vec![false; rules.variables.len()];
    let mut remainder = Remainder::default();
    for (role, shaped) in shape.roles.iter().enumerate() {
        // What an expired criterion reads is not unused.
        let expired = rules.roles[role].criteria.iter().zip(&quiz.expired[role]);
        let is_open = rules.roles[role].valid.contains(on);
        if !is_open || expired.into_iter().any(|(_, expired)| *expired) {
            quiz.variables_of_role[role].iter().for_each(|v| used[*v] = true);
        }
        let reach = &mut quiz.memory.borrow_mut().reach;
        remainder.build(&shape.diagrams, shaped.headline, &open.masks, reach);
        remainder.variables.iter().for_each(|v| used[*v] = true);
    }
    let (read, sound) = read(rules, on, found);
    for (q, question) in rules.questions.iter().enumerate() {
        let id = || question.id.clone();
        if possible(shape.applies[q]) & 1 << TRUE == 0 {
            found.push((Sense::NeverAsked { question: id() }, None));
        } else if !question.variables.iter().any(|v| used[*v]) {
            let any = |of: &[bool]| question.variables.iter().any(|v| of[*v]);
            if !any(&read) {
                found.push((Sense::UnusedQuestion { question: id() }, None));
            } else if any(&sound) {
                found.push((Sense::NeverMatters { question: id() }, None));
            }
        } else if question.kind == QuestionKind::Many {
            for v in question.variables.iter().filter(|v| !used[**v]) {
                if let VariableKind::Option(option) = rules.variables[*v].kind {
                    let option = question.options[option].clone();
                    found.push((Sense::UnusedOption { question: id(), option }, None));
                }
            }
        }
    }
}

/// By variable: whether a criterion reads it, and whether one does of which nothing else is found.
/// What a criterion without effect reads is a mere consequence.
fn read(rules: &Ruleset, on: Date, found: &Found) -> (Vec<bool>, Vec<bool>) {
    let mut read = vec![false; rules.variables.len()];
    let mut sound = read.clone();
    for role in rules.roles.iter().filter(|role| role.valid.contains(on)) {
        let is_named = |id: &RuleId| {
            found.iter().any(|(what, _)| match what {
                Sense::AlwaysFails { role: named, .. } | Sense::TooComplex { role: named } => {
                    *named == role.id
                }
                Sense::NeverFails { role: named, rule }
                | Sense::Covered { role: named, rule, .. } => *named == role.id && rule == id,
                _ => false,
            })
        };
        for criterion in role.criteria.iter().filter(|criterion| criterion.kind != Kind::Later) {
            let is_sound = !is_named(&criterion.id);
            for v in variables_of(rules, criterion.must.into_iter()) {
                read[v] = true;
                sound[v] |= is_sound;
            }
        }
    }
    (read, sound)
}

/// "17 or less" beside "19 or more" leaves 18 out.
pub(super) fn check_limits(rules: &Ruleset, view: &View, found: &mut Found) {
    let leads = view.epoch.leads.len();
    let of = |test: usize, lead: usize| view.epoch.comparison(test, lead);
    for (i, test) in rules.tests.iter().enumerate() {
        for lead in 0..leads {
            let Some(comparison) = of(i, lead) else { continue };
            let [(i64::MIN, high)] = comparison.ranges[..] else { continue };
            let Some(number) = high.checked_add(1) else { continue };
            let same = (0..rules.tests.len()).filter_map(|other| of(other, lead)).filter(|other| {
                other.target == comparison.target && other.gauge == comparison.gauge
            });
            let mut is_between = false;
            let mut is_named = false;
            for (low, high) in same.flat_map(|other| &other.ranges) {
                is_between |= *low == number + 1 && *high == i64::MAX;
                is_named |= *low == number || *high == number;
            }
            if is_between && !is_named {
                let subject = rules.name_of(test.subject);
                found.push((Sense::NumberBetween { subject, number }, None));
            }
        }
    }
}
