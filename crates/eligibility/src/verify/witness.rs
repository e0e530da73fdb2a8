//! Answers that lead to a place in a diagram.

use model::Date;
use model::rules::QuestionKind;

use crate::answer::{Answer, Answers, Period};
use crate::axis::clamp;
use crate::diagram::{Node, VALUES};
use crate::partial_date::PartialDate;
use crate::quiz::Quiz;
use crate::reading::domain;
use crate::ruleset::VariableKind;
use crate::shape::has_absent;
use crate::view::View;

/// Where in a class of numbers or days a value is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Least,
    Greatest,
}

/// Answers that put every variable of `classes` into its class; other questions get an answer
/// of their first class. Nothing where no single answer does so.
pub(super) fn answers(
    quiz: &Quiz,
    view: &View,
    classes: &[(usize, usize)],
    edge: Edge,
) -> Option<Answers> {
    let rules = &*quiz.rules;
    let class_of =
        |v: usize| classes.iter().find(|(other, _)| *other == v).map(|(_, class)| *class);
    let mut answers = Answers::new();
    for question in &rules.questions {
        let own = question.variables.iter().copied();
        let answer = match question.kind {
            QuestionKind::Many => {
                let chosen = own.filter(|v| class_of(*v) == Some(1)).filter_map(|v| {
                    match rules.variables[v].kind {
                        VariableKind::Option(option) => question.options.get(option).cloned(),
                        _ => None,
                    }
                });
                Answer::Many(chosen.collect())
            }
            QuestionKind::Periods => Answer::Periods(periods(view, own.collect(), &class_of)?),
            _ => {
                let v =
                    own.into_iter().find(|v| rules.variables[*v].kind == VariableKind::Value)?;
                let cuts = &view.cuts[v];
                let (low, high) = domain(question, quiz.today);
                let class = match class_of(v) {
                    Some(class) => class,
                    None => cuts.partition_point(|cut| *cut <= low),
                };
                if class > cuts.len() {
                    if !has_absent(rules, v) {
                        return None;
                    }
                    Answer::NotApplicable
                } else {
                    let least = class.checked_sub(1).map_or(low, |c| cuts[c]).max(low);
                    let greatest = cuts.get(class).map_or(high, |next| next - 1).min(high);
                    if least > greatest {
                        return None;
                    }
                    let value = if edge == Edge::Least { least } else { greatest };
                    match question.kind {
                        QuestionKind::Bool => Answer::Bool(value == 1),
                        QuestionKind::One => {
                            Answer::One(question.options.get(usize::try_from(value).ok()?)?.clone())
                        }
                        QuestionKind::Int => Answer::Int(value),
                        _ => Answer::Date(PartialDate::from(Date::from_days(clamp(value)))),
                    }
                }
            }
        };
        answers.set(question.id.clone(), answer);
    }
    Some(answers)
}

/// One span that covers as many days as the class begins with, up to the day looked at.
fn periods(
    view: &View,
    variables: Vec<usize>,
    class_of: &dyn Fn(usize) -> Option<usize>,
) -> Option<Vec<Period>> {
    let wanted = variables.iter().find_map(|v| Some((*v, class_of(*v)?)));
    let Some((v, class)) = wanted else { return Some(Vec::new()) };
    let days = class.checked_sub(1).map_or(0, |before| view.cuts[v][before]);
    if days <= 0 {
        return Some(Vec::new());
    }
    let from = Date::from_days(clamp(i64::from(view.day) - days));
    Some(vec![Period { from: PartialDate::from(from), to: None }])
}

/// The classes on some way from the root to a node, which is then left by `class`.
fn way_to(view: &View, parents: &[(Node, Node, usize)], node: Node) -> Vec<(usize, usize)> {
    let mut way = Vec::new();
    let mut here = node;
    while let Some((parent, _, class)) = parents.iter().find(|(_, below, _)| *below == here) {
        if let Some(variable) = view.shape.diagrams.variable(*parent) {
            way.push((variable, *class));
        }
        here = *parent;
    }
    way
}

/// Complete answers that together pass every branch of a role's diagram that answers can pass.
pub(super) fn through_every_branch(quiz: &Quiz, view: &View, role: usize) -> Vec<Answers> {
    let diagrams = &view.shape.diagrams;
    let root = view.shape.roles[role].headline.guarded;
    let nodes = diagrams.below(root);
    // From the root down: who first leads where.
    let mut parents: Vec<(Node, Node, usize)> = Vec::new();
    for node in nodes.iter().rev() {
        for (class, below) in diagrams.branches(*node).iter().enumerate() {
            if *below as usize >= VALUES && !parents.iter().any(|(_, known, _)| known == below) {
                parents.push((*node, *below, class));
            }
        }
    }
    let mut all = Vec::new();
    for node in nodes.iter().filter(|node| **node as usize >= VALUES) {
        let Some(variable) = diagrams.variable(*node) else { continue };
        let way = way_to(view, &parents, *node);
        for class in 0..diagrams.branches(*node).len() {
            let mut classes = way.clone();
            classes.push((variable, class));
            all.extend(answers(quiz, view, &classes, Edge::Least));
        }
    }
    all
}
