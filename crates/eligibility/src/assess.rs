//! The verdicts: what the answers so far say about every role.

use model::Date;

use crate::answer::Answers;
use crate::diagram::{FALSE, Reach, TRUE};
use crate::ordered::sort_distinct;
use crate::quiz::{Moment, Quiz, Scope};
use crate::reading::Readings;
use crate::ruleset::Criterion;
use crate::shape::{CriterionShape, Function, Shape};
use crate::timeline::Timeline;
use crate::verdict::{
    Assessment, ClosedRole, CriterionResult, CriterionState, FactValue, Headlines, RoleVerdict,
    UsedParameter,
};
use crate::view::Known;
use model::rules::Kind;

impl Quiz {
    /// How every role in scope stands, with reasons and dates.
    pub fn evaluate(&self, answers: &Answers, scope: &Scope) -> Assessment {
        let readings = self.read(answers);
        let moment = self.moment(&readings, self.today.days());
        let timeline = Timeline::new(self, &readings);
        let roles = self.roles_in(scope);
        let roles: Vec<RoleVerdict> = roles
            .into_iter()
            .map(|role| self.verdict(role, &moment, &readings, &timeline))
            .collect();
        let closed = self.rules.roles.iter().enumerate().filter(|(role, closed)| {
            self.is_in(scope, *role) && !closed.valid.contains(self.today)
        });
        let closed = closed.map(|(_, closed)| ClosedRole {
            role: closed.id.clone(),
            opens: closed.valid.from.filter(|from| *from > self.today),
        });
        let every = self.every_constraint();
        let broken = (0..self.rules.constraints.len())
            .filter(|c| (every & !moment.in_force) >> c & 1 == 1)
            .collect();
        Assessment { roles, closed: closed.collect(), broken, ignored: readings.ignored }
    }

    /// The headlines of every role in scope, without reasons and dates: much faster.
    pub fn headlines(&self, answers: &Answers, scope: &Scope) -> Vec<(&str, Headlines)> {
        let readings = self.read(answers);
        let moment = self.moment(&readings, self.today.days());
        let roles = self.roles_in(scope).into_iter();
        roles
            .map(|role| (self.rules.roles[role].id.as_str(), self.outcome(role, &moment)))
            .collect()
    }

    /// The headlines that can come out for a role at a moment.
    pub(crate) fn outcome(&self, role: usize, moment: &Moment) -> Headlines {
        let shape = &moment.view.shape;
        let reach = &mut self.memory.borrow_mut().reach;
        let role = &shape.roles[role];
        let values = reach.values(&shape.diagrams, role.headline.guarded, &moment.known.masks);
        let headlines = Headlines::from_values(values);
        role.suspended.iter().fold(headlines, |headlines, kind| headlines.or_worse(*kind))
    }

    fn verdict(
        &self,
        role: usize,
        moment: &Moment,
        readings: &Readings,
        timeline: &Timeline<'_>,
    ) -> RoleVerdict {
        let headlines = self.outcome(role, moment);
        let results = moment.view.shape.roles[role].criteria.iter();
        let results = results.map(|criterion| {
            let mut result = self.criterion(role, criterion, moment, readings);
            if result.state == CriterionState::Fails {
                result.first_met = timeline.first_met(role, criterion.index);
            }
            result
        });
        let (later, criteria) = results.partition(|result| result.kind == Kind::Later);
        let (from, until) = timeline.passage(role, headlines);
        let judged = &self.rules.roles[role];
        RoleVerdict {
            role: judged.id.clone(),
            parent: judged.parent.clone(),
            day: self.today.plus_days(moment.view.epoch.leads[judged.lead].unwrap_or_default()),
            headlines,
            best: headlines.best(),
            worst: headlines.worst(),
            criteria,
            later,
            from,
            until,
        }
    }

    fn criterion(
        &self,
        role: usize,
        shaped: &CriterionShape,
        moment: &Moment,
        readings: &Readings,
    ) -> CriterionResult {
        let rules = &*self.rules;
        let criterion = &rules.roles[role].criteria[shaped.index];
        let memory = &mut *self.memory.borrow_mut();
        let mut result = CriterionResult {
            rule: criterion.id.clone(),
            kind: criterion.kind,
            state: CriterionState::Open,
            because: Vec::new(),
            depends_on: Vec::new(),
            used: self.used(role, criterion, moment),
            facts: self.facts(role, criterion, moment, readings),
            first_met: None,
        };
        let Some(met) = shaped.met else {
            if self.expired[role][shaped.index] {
                result.state = CriterionState::Expired;
            } else if criterion.must.is_some() {
                result.state = CriterionState::NoValue;
            }
            return result;
        };
        let shape = &moment.view.shape;
        let values = memory.reach.values(&shape.diagrams, met.guarded, &moment.known.masks) & 0b11;
        match values {
            0b01 | 0b10 => {
                let met_now = values == 1 << TRUE;
                result.state = if met_now { CriterionState::Met } else { CriterionState::Fails };
                let value = if met_now { TRUE } else { FALSE };
                let because =
                    self.because(shape, met, value, &moment.known, readings, &mut memory.reach);
                result.because = because.iter().map(|q| rules.questions[*q].id.clone()).collect();
            }
            _ => {
                let known = &moment.known.masks;
                memory.remainder.build(&shape.diagrams, met, known, &mut memory.reach);
                let mut questions = self.questions_of(&memory.remainder.variables);
                questions.retain(|q| !readings.of[*q].is_known() || readings.of[*q].is_inexact());
                result.depends_on =
                    questions.iter().map(|q| rules.questions[*q].id.clone()).collect();
            }
        }
        result
    }

    /// The questions that make up these variables, each once.
    fn questions_of(&self, variables: &[usize]) -> Vec<usize> {
        let mut questions = Vec::new();
        for v in variables {
            questions.extend_from_slice(&self.rules.variables[*v].questions);
        }
        sort_distinct(&mut questions);
        questions
    }

    /// A subset-minimal set of answered questions that alone makes a function this value.
    pub(crate) fn because(
        &self,
        shape: &Shape,
        function: Function,
        value: u32,
        known: &Known,
        readings: &Readings,
        reach: &mut Reach,
    ) -> Vec<usize> {
        // Constraints may carry over from questions that the function itself does not read.
        let mut questions = self.questions_of(&shape.diagrams.support(function.guarded));
        questions.retain(|q| readings.of[*q].is_known());
        let all = questions.clone();
        let mut kept = questions.clone();
        // What comes last was often asked because of what came first: drop from the end.
        for q in questions.iter().rev() {
            let without: Vec<usize> = kept.iter().copied().filter(|other| other != q).collect();
            let masks = self.masks_of(&without, &all, known);
            if reach.values(&shape.diagrams, function.guarded, &masks) & 0b1111 == 1 << value {
                kept = without;
            }
        }
        kept
    }

    /// What is known if of the questions in `all` only those in `kept` are answered.
    fn masks_of(&self, kept: &[usize], all: &[usize], known: &Known) -> Vec<u64> {
        let mut masks = known.masks.clone();
        for q in all.iter().filter(|q| !kept.contains(q)) {
            for v in &self.rules.questions[*q].variables {
                masks[*v] = known.open[*v];
            }
        }
        masks
    }

    fn used(&self, role: usize, criterion: &Criterion, moment: &Moment) -> Vec<UsedParameter> {
        let rules = &*self.rules;
        let lead = moment.view.epoch.leads[rules.roles[role].lead].unwrap_or_default();
        let day = moment.view.day.saturating_add(lead);
        let used = criterion.parameters.iter().filter_map(|parameter| {
            let parameter = &rules.parameters[*parameter];
            let version = parameter.on(day)?;
            Some(UsedParameter {
                name: parameter.name.clone(),
                value: version.literal.clone(),
                from: Date::from_days(version.from),
                to: (version.to != i32::MAX).then_some(Date::from_days(version.to)),
                cite: version.cite.clone(),
            })
        });
        used.collect()
    }

    fn facts(
        &self,
        role: usize,
        criterion: &Criterion,
        moment: &Moment,
        readings: &Readings,
    ) -> Vec<FactValue> {
        let rules = &*self.rules;
        let lead = moment.view.epoch.leads[rules.roles[role].lead].unwrap_or_default();
        let facts = criterion.facts.iter().filter_map(|fact| {
            let read = &rules.facts[*fact];
            if !read.questions().iter().all(|q| readings.of[*q].is_known()) {
                return None;
            }
            let (least, greatest) = moment.view.fact_range(
                rules,
                *fact,
                lead,
                &readings.of,
                self.today,
                &mut |_| false,
            )?;
            Some(FactValue { name: read.name().to_owned(), least, greatest })
        });
        facts.collect()
    }
}
