//! The second evaluator: conditions evaluated as they are written, three-valued.
//!
//! It knows nothing of diagrams, classes or limits, and checks them: with all
//! answers given both say the same, and while answers are missing what it
//! decides the diagrams decide as well. (The reverse does not hold: it does not
//! see that both answers to an open question may lead to the same.)

use model::Date;
use model::rules::Kind;

use crate::answer::Answers;
use crate::axis::elapsed;
use crate::quiz::{Quiz, Scope};
use crate::reading::{Reading, Readings};
use crate::ruleset::{Bound, Expression, ExpressionId, Fact, Subject, Test};
use crate::verdict::Headline;
use crate::view::View;

/// True, false, or not known.
type Truth = Option<bool>;

/// The best and worst headline of every role in scope, on a day.
pub fn headlines(
    quiz: &Quiz,
    answers: &Answers,
    scope: &Scope,
    day: Date,
) -> Vec<(Headline, Headline)> {
    let readings = quiz.read(answers);
    let view = quiz.view(day.days(), 0);
    let direct = Direct { quiz, readings: &readings, view: &view };
    quiz.roles_in(scope).into_iter().map(|role| direct.role(role)).collect()
}

/// Indexes of the constraints that the answers break for certain, today.
pub fn broken(quiz: &Quiz, answers: &Answers) -> Vec<usize> {
    let readings = quiz.read(answers);
    let view = quiz.view(quiz.today.days(), 0);
    let direct = Direct { quiz, readings: &readings, view: &view };
    let breaks = |c: &usize| {
        let constraint = &quiz.rules.constraints[*c];
        direct.truth(constraint.premise, 0) == Some(true)
            && direct.truth(constraint.then, 0) == Some(false)
    };
    (0..quiz.rules.constraints.len()).filter(breaks).collect()
}

struct Direct<'d> {
    quiz: &'d Quiz,
    readings: &'d Readings,
    view: &'d View,
}

impl Direct<'_> {
    fn role(&self, role: usize) -> (Headline, Headline) {
        let judged = &self.quiz.rules.roles[role];
        let lead = self.view.epoch.leads[judged.lead];
        let look = Date::from_days(self.view.day + lead.unwrap_or_default());
        let (mut best, mut worst) = (Headline::Eligible, Headline::Eligible);
        for (index, criterion) in judged.criteria.iter().enumerate() {
            let Some(failed) = Headline::of(criterion.kind) else { continue };
            if criterion.kind == Kind::Later || !criterion.valid.contains(look) {
                continue;
            }
            let met = match (criterion.must, lead) {
                (Some(must), Some(lead)) if !self.quiz.expired[role][index] => {
                    self.truth(must, lead)
                }
                _ => None,
            };
            if met != Some(true) {
                worst = worst.max(failed);
            }
            if met == Some(false) {
                best = best.max(failed);
            }
        }
        (best, worst)
    }

    fn truth(&self, expression: ExpressionId, lead: i32) -> Truth {
        match &self.quiz.rules.expressions[expression] {
            Expression::Not(member) => self.truth(*member, lead).map(|truth| !truth),
            Expression::All(members) => self.fold(members, lead, false),
            Expression::Any(members) => self.fold(members, lead, true),
            Expression::Test(test) => self.test(&self.quiz.rules.tests[*test], lead),
        }
    }

    /// One member with the value `decisive` decides.
    fn fold(&self, members: &[ExpressionId], lead: i32, decisive: bool) -> Truth {
        let mut result = Some(!decisive);
        for member in members {
            match self.truth(*member, lead) {
                Some(truth) if truth == decisive => return Some(decisive),
                Some(_) => {}
                None => result = None,
            }
        }
        result
    }

    fn applies(&self, question: usize) -> Truth {
        let ask_if = self.quiz.rules.questions[question].ask_if;
        ask_if.map_or(Some(true), |ask_if| self.truth(ask_if, 0))
    }

    fn test(&self, test: &Test, lead: i32) -> Truth {
        let rules = &*self.quiz.rules;
        let look = self.view.day + lead;
        let number = |bound: Bound| match bound {
            Bound::Value(value) => Some(value),
            Bound::Parameter(parameter) => rules.parameters[parameter].on(look).map(|v| v.value),
        };
        let mut ranges = Vec::with_capacity(test.ranges.len());
        for (low, high) in &test.ranges {
            ranges.push((number(*low)?, number(*high)?));
        }
        let holds = |value: i64| ranges.iter().any(|(low, high)| *low <= value && value <= *high);
        let (questions, list, nothing) = match test.subject {
            Subject::Value(q) => (vec![q], false, 0),
            Subject::Has(q, _) => (vec![q], true, 0),
            Subject::Fact(fact) => {
                let fact = &rules.facts[fact];
                let list = matches!(fact, Fact::Covered { .. } | Fact::Count { .. });
                (fact.questions(), list, fact.of_empty_list())
            }
        };
        let applies: Vec<Truth> = questions.iter().map(|q| self.applies(*q)).collect();
        let empty = list && holds(nothing);
        let (hidden, surely) = if list {
            (applies.iter().all(|a| *a == Some(false)), applies.contains(&Some(true)))
        } else {
            (applies.contains(&Some(false)), applies.iter().all(|a| *a == Some(true)))
        };
        if hidden {
            return Some(empty);
        }
        let shown = match self.numbers(test.subject, look, lead, &applies) {
            None => Some(false),
            Some((low, high)) if low == high => Some(holds(low)),
            // All values of the interval agree if it lies within one range, or meets none.
            Some((low, high)) => {
                let within = within(&ranges, low, high);
                let meets = ranges.iter().any(|(from, to)| *from <= high && low <= *to);
                if within {
                    Some(true)
                } else if !meets {
                    Some(false)
                } else {
                    None
                }
            }
        };
        if surely || shown == Some(empty) { shown } else { None }
    }

    /// Between which numbers the subject lies. Nothing if it does not apply.
    fn numbers(
        &self,
        subject: Subject,
        look: i32,
        lead: i32,
        applies: &[Truth],
    ) -> Option<(i64, i64)> {
        let rules = &*self.quiz.rules;
        let (today, of) = (self.quiz.today, &self.readings.of);
        match subject {
            Subject::Has(q, option) => match &of[q] {
                Reading::Chosen(chosen) => {
                    let chosen = i64::from(chosen[option]);
                    Some((chosen, chosen))
                }
                _ => Some((0, 1)),
            },
            Subject::Value(q) => self.value(q),
            Subject::Fact(fact) => match &rules.facts[fact] {
                Fact::Since { from, unit, .. } => {
                    let (first, last) = self.value(*from)?;
                    let since = |day| elapsed(*unit, crate::axis::clamp(day), look, rules.leap);
                    Some((since(last), since(first)))
                }
                _ => {
                    let questions = rules.facts[fact].questions();
                    let mut hidden = |q: usize| {
                        questions.iter().position(|other| *other == q).map(|i| applies[i])
                            == Some(Some(false))
                    };
                    self.view.fact_range(rules, fact, lead, of, today, &mut hidden)
                }
            },
        }
    }

    fn value(&self, question: usize) -> Option<(i64, i64)> {
        match &self.readings.of[question] {
            Reading::Between(low, high) => Some((*low, *high)),
            Reading::Absent => None,
            // Anything, so that nothing is decided by the limits of a question alone.
            _ => Some((i64::MIN / 2, i64::MAX / 2)),
        }
    }
}

/// Whether ranges cover an interval without a gap.
fn within(ranges: &[(i64, i64)], low: i64, high: i64) -> bool {
    let mut ranges: Vec<_> = ranges.iter().filter(|(from, to)| from <= to).copied().collect();
    crate::ordered::sort(&mut ranges);
    let mut next = low;
    for (from, to) in ranges {
        if from <= next && next <= to {
            if to >= high {
                return true;
            }
            next = to + 1;
        }
    }
    false
}
