//! The rules between two days on which they change: parameters have one value,
//! the same criteria exist, and every comparison is one of plain numbers.

use std::rc::Rc;

use model::rules::QuestionKind;

use crate::axis::{Gauge, Limit};
use crate::ordered::{sort, sort_distinct};
use crate::ruleset::{Bound, Fact, Ruleset, Subject, Variable, VariableKind};

/// What a comparison looks at, as variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Variable(usize),
    /// How many of these are chosen.
    Count(Vec<usize>),
}

/// A comparison with all its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comparison {
    pub(crate) target: Target,
    pub(crate) gauge: Gauge,
    /// Both ends included.
    pub(crate) ranges: Vec<(i64, i64)>,
}

impl Comparison {
    /// Whether it holds for a number.
    pub(crate) fn holds(&self, number: i64) -> bool {
        self.ranges.iter().any(|(low, high)| *low <= number && number <= *high)
    }
}

#[derive(Debug)]
pub(crate) struct Epoch {
    /// Counts the days of change before it.
    pub(crate) number: usize,
    /// Days from application to the day looked at. Nothing where the parameter has no value.
    pub(crate) leads: Vec<Option<i32>>,
    /// By comparison and lead. Nothing where a parameter has no value.
    pub(crate) comparisons: Vec<Option<Comparison>>,
    /// By variable, ordered.
    pub(crate) limits: Vec<Vec<Limit>>,
    /// By variable, a value that stands for the lowest class; `i64::MIN` where any does.
    pub(crate) least: Vec<i64>,
    /// By role and criterion: whether it exists.
    pub(crate) exists: Vec<Vec<bool>>,
}

impl Epoch {
    pub(crate) fn new(rules: &Ruleset, number: usize, day: i32) -> Self {
        let lead = |parameter: &Option<usize>| match parameter {
            None => Some(0),
            Some(parameter) => {
                rules.parameters[*parameter].on(day).and_then(|v| i32::try_from(v.value).ok())
            }
        };
        let leads: Vec<Option<i32>> = rules.leads.iter().map(lead).collect();
        let mut limits = vec![Vec::new(); rules.variables.len()];
        let mut comparisons = Vec::with_capacity(rules.tests.len() * leads.len());
        for test in 0..rules.tests.len() {
            for (slot, lead) in leads.iter().enumerate() {
                let comparison = lead.and_then(|lead| compare(rules, test, slot, lead, day));
                if let Some(comparison) = &comparison {
                    note_limits(comparison, &mut limits);
                }
                comparisons.push(comparison);
            }
        }
        let mut least = vec![i64::MIN; rules.variables.len()];
        for (v, limits) in limits.iter_mut().enumerate() {
            // Beyond the values an answer can have nothing is told apart. (Where limits move, what
            // lies beyond is left to the day.)
            if !limits.iter().any(|limit: &Limit| limit.moves()) {
                let (low, high) = authored_domain(rules, &rules.variables[v]);
                limits.retain(
                    |limit| matches!(limit, Limit::Fixed(value) if low < *value && *value <= high),
                );
                least[v] = low;
            }
            sort_distinct(limits);
        }
        let exists = rules.roles.iter().map(|role| {
            let day = model::Date::from_days(day + leads[role.lead].unwrap_or_default());
            role.criteria.iter().map(|criterion| criterion.valid.contains(day)).collect()
        });
        Self { number, exists: exists.collect(), leads, comparisons, limits, least }
    }

    pub(crate) fn comparison(&self, test: usize, lead: usize) -> Option<&Comparison> {
        self.comparisons[test * self.leads.len() + lead].as_ref()
    }
}

/// Between which values a variable lies on any day.
fn authored_domain(rules: &Ruleset, variable: &Variable) -> (i64, i64) {
    let question = &rules.questions[variable.questions[0]];
    match variable.kind {
        VariableKind::Option(_) => (0, 1),
        VariableKind::Between(_) => (i64::MIN, i64::MAX),
        VariableKind::Covered { .. } => (0, i64::MAX),
        VariableKind::Value => match question.kind {
            QuestionKind::Bool => (0, 1),
            QuestionKind::One => (0, question.options.len() as i64 - 1),
            _ => (question.min.unwrap_or(i64::MIN), question.max.unwrap_or(i64::MAX)),
        },
    }
}

fn note_limits(comparison: &Comparison, limits: &mut [Vec<Limit>]) {
    match &comparison.target {
        Target::Variable(variable) => {
            for (low, high) in &comparison.ranges {
                if *low > i64::MIN {
                    limits[*variable].push(comparison.gauge.limit(*low));
                }
                if *high < i64::MAX {
                    limits[*variable].push(comparison.gauge.limit(*high + 1));
                }
            }
        }
        // Each option is chosen or not.
        Target::Count(variables) => {
            for variable in variables {
                limits[*variable].push(Limit::Fixed(1));
            }
        }
    }
}

fn compare(rules: &Ruleset, test: usize, slot: usize, lead: i32, day: i32) -> Option<Comparison> {
    let test = &rules.tests[test];
    let number = |bound: Bound| match bound {
        Bound::Value(value) => Some(value),
        Bound::Parameter(parameter) => {
            rules.parameters[parameter].on(day.saturating_add(lead)).map(|version| version.value)
        }
    };
    let ranges = test.ranges.iter().map(|(low, high)| Some((number(*low)?, number(*high)?)));
    let mut ranges: Vec<(i64, i64)> = ranges.collect::<Option<_>>()?;
    ranges.retain(|(low, high)| low <= high);
    sort(&mut ranges);
    ranges.dedup_by(|next, before| {
        // Neighbouring options make one range.
        let touches = next.0 <= before.1.saturating_add(1);
        if touches {
            before.1 = before.1.max(next.1);
        }
        touches
    });
    let find = |question: usize, kind: VariableKind| {
        let mut variables = rules.questions[question].variables.iter();
        variables.find(|v| rules.variables[**v].kind == kind).map(|v| Target::Variable(*v))
    };
    let (target, gauge) = match test.subject {
        Subject::Value(q) => (find(q, VariableKind::Value)?, Gauge::Plain),
        Subject::Has(q, option) => (find(q, VariableKind::Option(option))?, Gauge::Plain),
        Subject::Fact(fact) => match &rules.facts[fact] {
            Fact::Since { from, unit, .. } => {
                (find(*from, VariableKind::Value)?, Gauge::Since { unit: *unit, lead })
            }
            Fact::Between { from, .. } => (find(*from, VariableKind::Between(fact))?, Gauge::Plain),
            Fact::Covered { of, .. } => {
                (find(of[0], VariableKind::Covered { fact, lead: slot })?, Gauge::Plain)
            }
            Fact::Count { of, .. } => {
                let variables = rules.questions[*of].variables.iter().copied();
                let options = variables
                    .filter(|v| matches!(rules.variables[*v].kind, VariableKind::Option(_)));
                (Target::Count(options.collect()), Gauge::Plain)
            }
        },
    };
    Some(Comparison { target, gauge, ranges })
}

/// All epochs, made when first needed.
#[derive(Debug)]
pub(crate) struct Epochs {
    /// First days of all but the first.
    changes: Vec<i32>,
    made: std::cell::RefCell<Vec<Option<Rc<Epoch>>>>,
}

impl Epochs {
    pub(crate) fn new(rules: &Ruleset) -> Self {
        let mut changes = Vec::new();
        for parameter in &rules.parameters {
            for version in &parameter.versions {
                changes.extend([version.from, version.to]);
            }
        }
        for role in &rules.roles {
            for criterion in &role.criteria {
                for day in [criterion.valid.from, criterion.valid.to] {
                    changes.extend(day.map(|day| day.days()));
                }
            }
        }
        // Rules that look ahead see a change so many days earlier.
        let announced = changes.len();
        for parameter in rules.leads.iter().flatten() {
            for version in &rules.parameters[*parameter].versions {
                let Ok(lead) = i32::try_from(version.value) else { continue };
                for i in 0..announced {
                    changes.push(changes[i].saturating_sub(lead));
                }
            }
        }
        // An end that is not announced is no change.
        changes.retain(|day| *day != i32::MAX);
        sort_distinct(&mut changes);
        let made = std::cell::RefCell::new(vec![None; changes.len() + 1]);
        Self { changes, made }
    }

    pub(crate) fn on(&self, rules: &Ruleset, day: i32) -> Rc<Epoch> {
        let number = self.changes.partition_point(|change| *change <= day);
        let made = &mut self.made.borrow_mut()[number];
        Rc::clone(made.get_or_insert_with(|| Rc::new(Epoch::new(rules, number, day))))
    }

    /// All of them, in order.
    pub(crate) fn all(&self, rules: &Ruleset) -> Vec<Rc<Epoch>> {
        let first = self.changes.first().map_or(0, |change| change.saturating_sub(1));
        std::iter::once(first)
            .chain(self.changes.iter().copied())
            .map(|day| self.on(rules, day))
            .collect()
    }

    /// The days after `after` up to and including `until` on which the rules change.
    pub(crate) fn changes(&self, after: i32, until: i32) -> impl Iterator<Item = i32> {
        let days = self.changes.iter().copied();
        days.filter(move |change| after < *change && *change <= until)
    }
}
