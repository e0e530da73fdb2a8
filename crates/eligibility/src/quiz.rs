//! The rules on one day, ready for answers: what a page keeps while it is open.
//!
//! A [`Quiz`] remembers nothing about the visitor. What it keeps between calls
//! are diagrams, which depend on the rules and the day alone.

use std::cell::RefCell;
use std::rc::Rc;

use model::Date;

use crate::answer::Answers;
use crate::diagram::Reach;
use crate::epoch::Epochs;
use crate::gain::Gains;
use crate::ordered::sort_distinct;
use crate::reading::Readings;
use crate::relevance::Remainder;
use crate::ruleset::{Expression, ExpressionId, Ruleset, Subject};
use crate::shape::{Shape, Site};
use crate::view::{Known, View, cuts, order};

/// More shapes than this are forgotten.
const MAX_SHAPES: usize = 48;

/// From when criteria must be read again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewPolicy {
    /// Of criteria that do not say so themselves: the pack's day.
    pub review_by: Option<Date>,
}

/// Which roles are judged, and how far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Ids of roles and routes; nothing for all of them.
    pub roles: Option<Vec<String>>,
    /// How much is asked.
    pub depth: Depth,
}

/// How much is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Until the headline of every role is decided.
    #[default]
    Headlines,
    /// Until every criterion is decided: "answer the rest anyway".
    Criteria,
}

impl Scope {
    /// All roles, until their headlines are decided.
    pub fn all() -> Self {
        Self::default()
    }

    /// These roles, until their headlines are decided.
    pub fn of<R: Into<String>>(roles: impl IntoIterator<Item = R>) -> Self {
        Self { roles: Some(roles.into_iter().map(Into::into).collect()), depth: Depth::Headlines }
    }

    /// The same roles, until every criterion is decided.
    pub fn thorough(mut self) -> Self {
        self.depth = Depth::Criteria;
        self
    }

    fn contains(&self, role: &str) -> bool {
        self.roles.as_ref().is_none_or(|roles| roles.iter().any(|other| other == role))
    }
}

/// The rules on one day.
#[derive(Debug)]
pub struct Quiz {
    pub(crate) rules: Rc<Ruleset>,
    pub(crate) today: Date,
    /// By role and criterion: whether it must be read again.
    pub(crate) expired: Vec<Vec<bool>>,
    pub(crate) epochs: Epochs,
    /// By role: the variables its criteria read, on any day.
    pub(crate) variables_of_role: Vec<Vec<usize>>,
    shapes: RefCell<Vec<(ShapeKey, Rc<Shape>)>>,
    pub(crate) memory: RefCell<Memory>,
}

#[derive(Debug, PartialEq, Eq)]
struct ShapeKey {
    epoch: usize,
    order: Vec<u8>,
    in_force: u64,
}

/// What calls work in, kept so that they allocate little.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(crate) reach: Reach,
    pub(crate) gains: Gains,
    pub(crate) remainder: Remainder,
    /// One per function that is open.
    pub(crate) remainders: Vec<Remainder>,
}

/// The rules on a day together with what the answers leave open.
#[derive(Debug)]
pub(crate) struct Moment {
    pub(crate) view: View,
    pub(crate) known: Known,
    /// Bit set of the constraints that hold.
    pub(crate) in_force: u64,
}

impl Quiz {
    /// Prepares the rules for today.
    pub fn new(rules: Rc<Ruleset>, today: Date, review: ReviewPolicy) -> Self {
        let expired = rules.roles.iter().map(|role| {
            let past = |review_by: Option<Date>| {
                review_by.or(review.review_by).is_some_and(|review_by| review_by < today)
            };
            role.criteria.iter().map(|criterion| past(criterion.review_by)).collect()
        });
        let expired = expired.collect();
        let variables_of_role = rules.roles.iter().map(|role| {
            variables_of(&rules, role.criteria.iter().filter_map(|criterion| criterion.must))
        });
        let variables_of_role = variables_of_role.collect();
        let epochs = Epochs::new(&rules);
        Self {
            rules,
            today,
            expired,
            epochs,
            variables_of_role,
            shapes: RefCell::default(),
            memory: RefCell::default(),
        }
    }

    /// The rules it applies.
    pub fn rules(&self) -> &Rc<Ruleset> {
        &self.rules
    }

    /// The day it applies them on.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The rules on a day, with these constraints in force.
    pub(crate) fn view(&self, day: i32, in_force: u64) -> View {
        let rules = &*self.rules;
        let epoch = self.epochs.on(rules, day);
        let cuts = cuts(rules, &epoch, day);
        let key =
            ShapeKey { epoch: epoch.number, order: order(rules, &epoch, &cuts, day), in_force };
        let shape = self.known_shape(&key).unwrap_or_else(|| {
            let expired = &self.expired;
            let epoch = &epoch;
            let site = Site { rules, epoch, expired, cuts: &cuts, day, in_force };
            let shape = Rc::new(Shape::new(&site));
            let mut shapes = self.shapes.borrow_mut();
            if shapes.len() >= MAX_SHAPES {
                // The first is today's.
                shapes.truncate(1);
            }
            shapes.push((key, Rc::clone(&shape)));
            shape
        });
        View { day, epoch, shape, cuts: Rc::new(cuts) }
    }

    fn known_shape(&self, key: &ShapeKey) -> Option<Rc<Shape>> {
        let shapes = self.shapes.borrow();
        let shape = shapes.iter().find(|(other, _)| other == key);
        shape.map(|(_, shape)| Rc::clone(shape))
    }

    pub(crate) fn every_constraint(&self) -> u64 {
        let count = self.rules.constraints.len().min(64) as u32;
        u64::MAX.checked_shr(64 - count).unwrap_or_default()
    }

    /// The rules on a day and what the answers leave open, without the constraints they break.
    pub(crate) fn moment(&self, readings: &Readings, day: i32) -> Moment {
        let rules = &*self.rules;
        let every = self.every_constraint();
        let view = self.view(day, every);
        let reach = &mut self.memory.borrow_mut().reach;
        let known = view.known(rules, readings, self.today, reach);
        let allowed = reach.values(&view.shape.diagrams, view.shape.allowed, &known.masks);
        if allowed & 0b10 != 0 {
            return Moment { view, known, in_force: every };
        }
        // Those that break by themselves are left out; if the rest contradict each other as well,
        // one by one.
        let mut in_force = view.shape.each_unbroken(reach, &known.masks);
        let mut view = self.view(day, in_force);
        let allowed = reach.values(&view.shape.diagrams, view.shape.allowed, &known.masks);
        if allowed & 0b10 == 0 {
            in_force = view.shape.together_unbroken(reach, &known.masks, in_force);
            view = self.view(day, in_force);
        }
        let known = view.known(rules, readings, self.today, reach);
        Moment { view, known, in_force }
    }

    pub(crate) fn read(&self, answers: &Answers) -> Readings {
        Readings::new(&self.rules, answers, self.today)
    }

    /// Indexes of the roles that exist today and are in scope.
    pub(crate) fn roles_in(&self, scope: &Scope) -> Vec<usize> {
        let roles = self.rules.roles.iter().enumerate();
        let judged =
            roles.filter(|(_, role)| scope.contains(&role.id) && role.valid.contains(self.today));
        judged.map(|(index, _)| index).collect()
    }

    pub(crate) fn is_in(&self, scope: &Scope, role: usize) -> bool {
        scope.contains(&self.rules.roles[role].id)
    }
}

/// The variables that expressions read, directly or by what decides whether a question is asked.
pub(crate) fn variables_of(
    rules: &Ruleset,
    expressions: impl Iterator<Item = ExpressionId>,
) -> Vec<usize> {
    let mut open: Vec<ExpressionId> = expressions.collect();
    let mut seen = vec![false; rules.expressions.len()];
    let mut variables = Vec::new();
    while let Some(e) = open.pop() {
        if std::mem::replace(&mut seen[e], true) {
            continue;
        }
        match &rules.expressions[e] {
            Expression::All(members) | Expression::Any(members) => open.extend(members),
            Expression::Not(member) => open.push(*member),
            Expression::Test(test) => {
                let questions = match rules.tests[*test].subject {
                    Subject::Value(q) | Subject::Has(q, _) => vec![q],
                    Subject::Fact(fact) => rules.facts[fact].questions(),
                };
                for q in questions {
                    variables.extend(&rules.questions[q].variables);
                    open.extend(rules.questions[q].ask_if);
                }
            }
        }
    }
    sort_distinct(&mut variables);
    variables
}
