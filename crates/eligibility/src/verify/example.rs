//! Answers that show a finding: as few as it takes.

use model::Date;

use super::Sense;
use super::witness::{Edge, answers};
use crate::answer::Answers;
use crate::diagram::{Diagrams, FALSE, Join, Node, TRUE, VALUES};
use crate::quiz::Quiz;
use crate::view::{Known, View};

/// Answers that alone show what was found; nothing where there are none to show.
pub(super) fn of(quiz: &Quiz, view: &View, open: &Known, what: &Sense) -> Option<Answers> {
    let rules = &*quiz.rules;
    let diagrams = &view.shape.diagrams;
    let index = |id: &str| rules.roles.iter().position(|role| role.id == id);
    let (role, outcomes) = match what {
        // One for which it fails.
        Sense::AlwaysFails { role, rule } | Sense::Covered { role, rule, .. } => {
            let role = index(role)?;
            let judged = &rules.roles[role].criteria;
            let mut criteria = view.shape.roles[role].criteria.iter();
            let on = Date::from_days(view.day);
            let criterion = criteria.find(|criterion| {
                let judged = &judged[criterion.index];
                judged.id == *rule && judged.valid.contains(on)
            })?;
            return shortest(quiz, view, diagrams, open, criterion.met?.guarded, FALSE);
        }
        // The best that comes out instead.
        Sense::Unreachable { role, .. } => (role, [0, 1, 2, 3]),
        // The worst that comes out for both.
        Sense::SameRole { one, .. } => (one, [3, 2, 1, 0]),
        _ => return None,
    };
    let root = view.shape.roles[index(role)?].headline.guarded;
    outcomes.into_iter().find_map(|outcome| shortest(quiz, view, diagrams, open, root, outcome))
}

/// The fewest answers that lead from a function to one of its values.
fn shortest(
    quiz: &Quiz,
    view: &View,
    diagrams: &Diagrams,
    open: &Known,
    root: Node,
    to: Node,
) -> Option<Answers> {
    // What was reached, and from which of these by which class.
    let mut reached: Vec<(Node, Option<(usize, usize)>)> = vec![(root, None)];
    let mut at = 0;
    while let Some((node, _)) = reached.get(at).copied() {
        if node == to {
            break;
        }
        if let Some(variable) = diagrams.variable(node) {
            for (class, below) in diagrams.branches(node).iter().enumerate() {
                let is_possible = open.masks[variable] >> class & 1 == 1;
                if is_possible && !reached.iter().any(|(known, _)| known == below) {
                    reached.push((*below, Some((at, class))));
                }
            }
        }
        at += 1;
    }
    let mut classes = Vec::new();
    let (_, mut step) = reached.get(at).copied()?;
    while let Some((from, class)) = step {
        let (node, before) = reached[from];
        classes.extend(diagrams.variable(node).map(|variable| (variable, class)));
        step = before;
    }
    let all = answers(quiz, view, &classes, Edge::Greatest)?;
    let is_needed = |v: &usize| classes.iter().any(|(variable, _)| variable == v);
    let needed = quiz.rules.questions.iter().filter(|one| one.variables.iter().any(is_needed));
    Some(needed.filter_map(|one| Some((one.id.clone(), all.get(&one.id)?.clone()))).collect())
}

/// Answers for which two roles come out differently today; nothing if there are none.
///
/// Exact over all combinations of answers that the constraints allow, but for what no question
/// decides: criteria that must be read again or lack a value.
pub fn difference(quiz: &Quiz, one: &str, other: &str) -> Option<Answers> {
    let rules = &*quiz.rules;
    let view = quiz.view(quiz.today.days(), quiz.every_constraint());
    let root = |id: &str| {
        let role = rules.roles.iter().position(|role| role.id == id)?;
        Some(view.shape.roles[role].headline.plain)
    };
    let (one, other) = (root(one)?, root(other)?);
    let mut diagrams = view.shape.diagrams.clone();
    let mut differ = FALSE;
    for headline in 0..4 {
        let mut is = [FALSE; VALUES];
        is[headline] = TRUE;
        let here = diagrams.map(one, is);
        let there = diagrams.map(other, is);
        let not_there = diagrams.not(there);
        let here_only = diagrams.join(Join::And, here, not_there);
        differ = diagrams.join(Join::Or, differ, here_only);
    }
    let differ = diagrams.join(Join::Where, view.shape.allowed, differ);
    let nothing = quiz.read(&Answers::new());
    let open = view.known(rules, &nothing, quiz.today, &mut quiz.memory.borrow_mut().reach);
    shortest(quiz, &view, &diagrams, &open, differ, TRUE)
}
