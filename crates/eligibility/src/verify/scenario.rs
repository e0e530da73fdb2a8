//! Suggests scenarios: for a criterion two sets of answers that differ in one
//! answer, the day before and the day of, and have different verdicts.

use model::id::{QuestionId, RuleId};

use super::witness::{Edge, answers};
use crate::answer::Answers;
use crate::diagram::{FALSE, Node, TRUE, VALUES};
use crate::quiz::{Quiz, Scope};
use crate::verdict::{CriterionState, Headline};
use crate::view::View;

/// Two sets of answers between which a criterion begins to fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioPair {
    /// The role.
    pub role: String,
    /// The criterion.
    pub rule: RuleId,
    /// The question in which they differ.
    pub question: QuestionId,
    /// Answers with which it is met, and the role's headline.
    pub met: (Answers, Headline),
    /// Answers with which it fails, and the role's headline.
    pub fails: (Answers, Headline),
}

/// A pair for every criterion of every role that exists today, where one is found.
pub fn suggest_scenarios(quiz: &Quiz) -> Vec<ScenarioPair> {
    let view = quiz.view(quiz.today.days(), quiz.every_constraint());
    let mut pairs = Vec::new();
    for role in quiz.roles_in(&Scope::all()) {
        for criterion in &view.shape.roles[role].criteria {
            if let Some(met) = criterion.met {
                pairs.extend(suggest(quiz, &view, role, criterion.index, met.plain));
            }
        }
    }
    pairs
}

fn suggest(
    quiz: &Quiz,
    view: &View,
    role: usize,
    criterion: usize,
    root: Node,
) -> Option<ScenarioPair> {
    let rules = &*quiz.rules;
    let diagrams = &view.shape.diagrams;
    // The last question before the outcome, so that one answer flips it.
    let last = diagrams.below(root).into_iter().find(|node| {
        diagrams.branches(*node).contains(&TRUE) && diagrams.branches(*node).contains(&FALSE)
    })?;
    let way = way(view, root, last)?;
    let variable = diagrams.variable(last)?;
    let question = *rules.variables[variable].questions.first()?;
    let branches = diagrams.branches(last);
    // Neighbouring classes, so that the two answers are next to each other where they can be.
    let flips = (1..branches.len()).find(|class| {
        let pair = [branches[class - 1], branches[*class]];
        pair == [FALSE, TRUE] || pair == [TRUE, FALSE]
    })?;
    let with = |class: usize, edge: Edge| {
        let mut classes = way.clone();
        classes.push((variable, class));
        answers(quiz, view, &classes, edge)
    };
    let mut before = with(flips - 1, Edge::Least)?;
    let id = &rules.questions[question].id;
    let at_edge = with(flips - 1, Edge::Greatest)?;
    before.set(id.clone(), at_edge.get(id)?.clone());
    let after = with(flips, Edge::Least)?;
    let mut pair: [Option<(Answers, Headline)>; 2] = [None, None];
    for answers in [before, after] {
        let verdict = quiz.evaluate(&answers, &Scope::of([rules.roles[role].id.as_str()]));
        let verdict = verdict.roles.first()?;
        let rule = &rules.roles[role].criteria[criterion].id;
        let results = verdict.criteria.iter().chain(&verdict.later);
        let state = results.into_iter().find(|result| result.rule == *rule)?.state;
        let slot = match state {
            CriterionState::Met => 0,
            CriterionState::Fails => 1,
            _ => return None,
        };
        pair[slot] = Some((answers, verdict.decided()?));
    }
    let [Some(met), Some(fails)] = pair else { return None };
    Some(ScenarioPair {
        role: rules.roles[role].id.clone(),
        rule: rules.roles[role].criteria[criterion].id.clone(),
        question: id.clone(),
        met,
        fails,
    })
}

/// The classes on a way from one node down to another.
fn way(view: &View, from: Node, to: Node) -> Option<Vec<(usize, usize)>> {
    if from == to {
        return Some(Vec::new());
    }
    // Numbers fall on the way down.
    if (from as usize) < VALUES || from < to {
        return None;
    }
    let diagrams = &view.shape.diagrams;
    let variable = diagrams.variable(from)?;
    let ways = diagrams.branches(from).iter().enumerate();
    ways.rev().find_map(|(class, below)| {
        let mut rest = way(view, *below, to)?;
        rest.push((variable, class));
        Some(rest)
    })
}
