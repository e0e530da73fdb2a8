//! The next question, or that nothing is left to ask.
//!
//! A question matters while the exact function of an open role depends on it:
//! two of its answers, with the rest alike, lead to different outcomes. Groups
//! come in the pack's order; within a group the question that tells most per
//! effort comes first, ties in author order. A question waits for those of its
//! `after` and `ask_if` as long as these still matter themselves.

use model::id::{QuestionId, RuleId};
use model::rules::Kind;

use crate::answer::Answers;
use crate::diagram::{Reach, TRUE};
use crate::gain::Gains;
use crate::quiz::{Depth, Memory, Moment, Quiz, Scope};
use crate::reading::Readings;
use crate::relevance::Remainder;
use crate::ruleset::VariableKind;
use crate::shape::Function;

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Ask this.
    Ask {
        /// The question.
        question: QuestionId,
        /// Its group.
        group: String,
        /// It was answered with a month or a year, and the day matters. If it cannot be given,
        /// [`Answers::settle`] it.
        refine: bool,
        /// The roles that still depend on it, with the criteria through which they do.
        because: Vec<Because>,
        /// No more than this many questions are left, this one included. Never rises as
        /// questions are answered.
        at_most_left: usize,
    },
    /// Nothing that can be asked would change anything.
    Done,
}

/// A role that depends on a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The role's or route's id.
    pub role: String,
    /// The criteria that depend on it and are not decided.
    pub criteria: Vec<RuleId>,
}

/// What is to be asked, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) question: usize,
    pub(crate) refine: bool,
    left: usize,
}

impl Quiz {
    /// What to ask next.
    pub fn next_question(&self, answers: &Answers, scope: &Scope) -> NextStep {
        let readings = self.read(answers);
        let moment = self.moment(&readings, self.today.days());
        let Some(choice) = self.choose(&readings, &moment, scope) else { return NextStep::Done };
        let question = &self.rules.questions[choice.question];
        NextStep::Ask {
            question: question.id.clone(),
            group: self.rules.groups[question.group].id.clone(),
            refine: choice.refine,
            because: self.depending(choice.question, &moment, scope),
            at_most_left: choice.left,
        }
    }

    /// No more than this many questions are left to ask.
    pub fn at_most_left(&self, answers: &Answers, scope: &Scope) -> usize {
        let readings = self.read(answers);
        let moment = self.moment(&readings, self.today.days());
        self.choose(&readings, &moment, scope).map_or(0, |choice| choice.left)
    }

    /// Chooses among the questions that matter.
    pub(crate) fn choose(
        &self,
        readings: &Readings,
        moment: &Moment,
        scope: &Scope,
    ) -> Option<Choice> {
        let rules = &*self.rules;
        let memory = &mut *self.memory.borrow_mut();
        let (mut candidates, count) = self.candidates(readings, moment, scope, memory);
        let left = candidates.len();
        let all = candidates.clone();
        candidates.retain(|q| !rules.questions[*q].waits_for.iter().any(|w| all.contains(w)));
        if candidates.iter().any(|q| rules.questions[*q].first) {
            candidates.retain(|q| rules.questions[*q].first);
        }
        let group = candidates.iter().map(|q| rules.questions[*q].group).min()?;
        candidates.retain(|q| rules.questions[*q].group == group);
        let question = match candidates.as_slice() {
            [only] => *only,
            _ => {
                let remainders = &memory.remainders[..count];
                self.most_telling(&candidates, remainders, moment, &mut memory.gains)?
            }
        };
        Some(Choice { question, refine: readings.refinable[question], left })
    }

    /// The questions that matter and are not answered, in author order.
    pub(crate) fn open_questions(
        &self,
        readings: &Readings,
        moment: &Moment,
        scope: &Scope,
    ) -> Vec<usize> {
        self.candidates(readings, moment, scope, &mut self.memory.borrow_mut()).0
    }

    /// The questions that matter and can be asked, and for how many functions: what is left of
    /// these stands in `memory`.
    fn candidates(
        &self,
        readings: &Readings,
        moment: &Moment,
        scope: &Scope,
        memory: &mut Memory,
    ) -> (Vec<usize>, usize) {
        let rules = &*self.rules;
        let diagrams = &moment.view.shape.diagrams;
        let known = &moment.known.masks;
        let functions = self.open_functions(moment, scope, &mut memory.reach);
        let count = functions.len();
        memory.remainders.resize_with(count.max(memory.remainders.len()), Default::default);
        let mut matters = vec![false; rules.variables.len()];
        for (remainder, function) in memory.remainders.iter_mut().zip(functions) {
            remainder.build(diagrams, function, known, &mut memory.reach);
            for v in &remainder.variables {
                matters[*v] = true;
            }
        }
        let mut can_be_asked = |q: &usize| {
            let asked = !readings.of[*q].is_answered() || readings.refinable[*q];
            let applies = moment.view.shape.applies[*q];
            asked
                && rules.questions[*q].variables.iter().any(|v| matters[*v])
                && (applies == TRUE
                    || memory.reach.values(diagrams, applies, known) & 1 << TRUE != 0)
        };
        let candidates = (0..rules.questions.len()).filter(|q| can_be_asked(q)).collect();
        (candidates, count)
    }

    /// The functions that are to be decided and are not.
    fn open_functions(&self, moment: &Moment, scope: &Scope, reach: &mut Reach) -> Vec<Function> {
        let shape = &moment.view.shape;
        let mut functions: Vec<Function> = Vec::new();
        for role in self.roles_in(scope) {
            let shaped = &shape.roles[role];
            functions.push(shaped.headline);
            if scope.depth == Depth::Criteria {
                let criteria = &self.rules.roles[role].criteria;
                let asked =
                    shaped.criteria.iter().filter(|c| criteria[c.index].kind != Kind::Later);
                for met in asked.filter_map(|c| c.met) {
                    if !functions.contains(&met) {
                        functions.push(met);
                    }
                }
            }
        }
        functions.retain(|function| {
            let values = reach.values(&shape.diagrams, function.guarded, &moment.known.masks);
            !values.is_power_of_two()
        });
        functions
    }

    fn most_telling(
        &self,
        candidates: &[usize],
        remainders: &[Remainder],
        moment: &Moment,
        gains: &mut Gains,
    ) -> Option<usize> {
        let rules = &*self.rules;
        self.weigh(moment, gains);
        let mut told = vec![0.0; candidates.len()];
        for Remainder { reduced, guarded, .. } in remainders {
            gains.build(reduced, *guarded);
            for (told, q) in told.iter_mut().zip(candidates) {
                *told += gains.of(reduced, &rules.questions[*q].variables);
            }
        }
        let mut best: Option<(f64, usize)> = None;
        for (told, q) in told.iter().zip(candidates) {
            let told = told / f64::from(rules.questions[*q].effort);
            // Differences of rounding must not decide against the author's order.
            if best.is_none_or(|(most, _)| told > most + 1e-9) {
                best = Some((told, *q));
            }
        }
        best.map(|(_, question)| question)
    }

    /// How likely the open classes of every variable are: as many times as it has options.
    fn weigh(&self, moment: &Moment, gains: &mut Gains) {
        let rules = &*self.rules;
        gains.forget();
        for (v, mask) in moment.known.masks.iter().enumerate() {
            let variable = &rules.variables[v];
            let cuts = &moment.view.cuts[v];
            let options = match variable.kind {
                VariableKind::Value => rules.questions[variable.questions[0]].options.len() as i64,
                _ => 0,
            };
            let classes = (0..64).take_while(|class| mask >> class != 0);
            let open = classes.filter(|class| mask >> class & 1 == 1);
            gains.weigh(open.map(|class: usize| {
                if options == 0 || class > cuts.len() {
                    return 1.0;
                }
                let from = class.checked_sub(1).map_or(0, |before| cuts[before]);
                let to = cuts.get(class).copied().unwrap_or(options);
                (to - from).max(1) as f64
            }));
        }
    }

    /// The roles and criteria that depend on a question.
    fn depending(&self, question: usize, moment: &Moment, scope: &Scope) -> Vec<Because> {
        let rules = &*self.rules;
        let variables = &rules.questions[question].variables;
        let memory = &mut *self.memory.borrow_mut();
        let shape = &moment.view.shape;
        let mut because = Vec::new();
        for role in self.roles_in(scope) {
            let mut depends = |function: &Function| {
                let known = &moment.known.masks;
                let values = memory.reach.values(&shape.diagrams, function.guarded, known);
                if values.is_power_of_two() {
                    return false;
                }
                memory.remainder.build(&shape.diagrams, *function, known, &mut memory.reach);
                memory.remainder.variables.iter().any(|v| variables.contains(v))
            };
            let shaped = &shape.roles[role];
            if scope.depth == Depth::Headlines && !depends(&shaped.headline) {
                continue;
            }
            let judged = &rules.roles[role];
            let criteria = shaped.criteria.iter().filter(|c| {
                judged.criteria[c.index].kind != Kind::Later
                    && c.met.as_ref().is_some_and(&mut depends)
            });
            let criteria: Vec<RuleId> =
                criteria.map(|c| judged.criteria[c.index].id.clone()).collect();
            if scope.depth == Depth::Headlines || !criteria.is_empty() {
                because.push(Because { role: judged.id.clone(), criteria });
            }
        }
        because
    }
}
