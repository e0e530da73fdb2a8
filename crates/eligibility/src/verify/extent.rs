//! How much a check of the whole covers, for reports.

use model::Date;

use crate::diagram::VALUES;
use crate::quiz::Quiz;
use crate::shape::has_absent;

/// How much a check of the whole covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Combinations of classes of answers: answers in one class cannot be told apart by any rule.
    pub combinations: f64,
    /// Nodes of the largest diagram of a role.
    pub nodes: usize,
}

/// How much [`super::verify`] covers on the quiz's day.
pub fn extent(quiz: &Quiz) -> Extent {
    let rules = &*quiz.rules;
    let view = quiz.view(quiz.today.days(), quiz.every_constraint());
    let classes = (0..rules.variables.len())
        .map(|v| view.cuts[v].len() + 1 + usize::from(has_absent(rules, v)));
    let on = Date::from_days(view.day);
    let roles = view.shape.roles.iter().enumerate();
    let nodes = roles.filter(|(role, _)| rules.roles[*role].valid.contains(on)).map(|(_, role)| {
        let below = view.shape.diagrams.below(role.headline.guarded);
        below.into_iter().filter(|node| *node as usize >= VALUES).count()
    });
    Extent {
        combinations: classes.map(|classes| classes as f64).product(),
        nodes: nodes.max().unwrap_or_default(),
    }
}
