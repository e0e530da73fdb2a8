//! The rules with every name resolved: what the engine works on.
//!
//! Built by [`Ruleset::new`] from the data an editor writes, once per page. All
//! values are whole numbers on an axis of their question: yes is 1, an option
//! its index, a day its number. A comparison is a set of ranges on that axis.
//! Whether "does not apply" is an answer, and which questions decide whether
//! another is asked, is settled here as well.

use model::id::{QuestionId, RuleId, SourceId};
use model::rules::{Change, Kind, Leap, QuestionKind, Validity};

use crate::error::ReadRulesError;

/// Most limits on the axis of one question: with "does not apply" its classes fit into 64 bits.
pub(crate) const MAX_LIMITS: usize = 62;

/// Rules that are ready to be applied on any day.
#[derive(Debug)]
pub struct Ruleset {
    pub(crate) version: String,
    pub(crate) leap: Leap,
    /// In the order they are asked: sensitive groups last.
    pub(crate) groups: Vec<Group>,
    pub(crate) questions: Vec<Question>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) tests: Vec<Test>,
    /// Children before parents.
    pub(crate) expressions: Vec<Expression>,
    pub(crate) constraints: Vec<Constraint>,
    pub(crate) roles: Vec<Role>,
    /// From application to the day looked at: none, or a parameter's number of days.
    pub(crate) leads: Vec<Option<usize>>,
    /// What is distinguished, in the order of questions.
    pub(crate) variables: Vec<Variable>,
}

impl Ruleset {
    /// Reads rules, resolving every name.
    ///
    /// # Errors
    ///
    /// All faults that make the rules unreadable, each with its place in the JSON
    /// document. Rules that can be read may still be wrong: see [`crate::verify`].
    pub fn new(rules: &model::rules::Rules) -> Result<Self, Vec<ReadRulesError>> {
        crate::resolve::resolve(rules)
    }

    /// The version of the rules, as their editor counts.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Ids of the roles and routes that are judged, in author order.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        self.roles.iter().map(|role| role.id.as_str())
    }

    /// Ids of the questions, in author order.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionId> {
        self.questions.iter().map(|question| &question.id)
    }

    /// The name of what a comparison looks at.
    pub(crate) fn name_of(&self, subject: Subject) -> String {
        match subject {
            Subject::Value(q) | Subject::Has(q, _) => self.questions[q].id.to_string(),
            Subject::Fact(fact) => self.facts[fact].name().to_owned(),
        }
    }

    pub(crate) fn question_index(&self, id: &QuestionId) -> Option<usize> {
        self.questions.iter().position(|question| question.id == *id)
    }

    pub(crate) fn role_index(&self, id: &str) -> Option<usize> {
        self.roles.iter().position(|role| role.id == id)
    }
}

/// Index of an expression.
pub(crate) type ExpressionId = usize;

#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: String,
}

#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) id: QuestionId,
    pub(crate) kind: QuestionKind,
    pub(crate) options: Vec<String>,
    /// Least and greatest value as authored: numbers or days.
    pub(crate) min: Option<i64>,
    pub(crate) max: Option<i64>,
    pub(crate) future: bool,
    pub(crate) max_items: Option<usize>,
    pub(crate) precision: model::rules::Precision,
    /// Rank in [`Ruleset::groups`].
    pub(crate) group: usize,
    pub(crate) ask_if: Option<ExpressionId>,
    pub(crate) change: Change,
    /// The options somebody can come to, in that order; empty where the rules do not say.
    pub(crate) becomes: Vec<usize>,
    pub(crate) effort: u32,
    pub(crate) first: bool,
    /// Questions to wait for: those of `after` and of `ask_if`.
    pub(crate) waits_for: Vec<usize>,
    pub(crate) optional: bool,
    /// What is distinguished about its answer, as indexes of [`Ruleset::variables`].
    pub(crate) variables: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    /// By first day, not overlapping.
    pub(crate) versions: Vec<ParameterVersion>,
}

#[derive(Debug)]
pub(crate) struct ParameterVersion {
    pub(crate) from: i32,
    /// First day on which it no longer holds.
    pub(crate) to: i32,
    pub(crate) value: i64,
    pub(crate) literal: model::rules::Literal,
    pub(crate) cite: Vec<SourceId>,
}

impl Parameter {
    /// The version that holds on a day.
    pub(crate) fn on(&self, day: i32) -> Option<&ParameterVersion> {
        self.versions.iter().find(|version| version.from <= day && day < version.to)
    }
}

/// A unit in which time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Years,
    Months,
    Days,
}

#[derive(Debug)]
pub(crate) enum Fact {
    /// Time from a date to the day looked at.
    Since { name: String, from: usize, unit: Unit },
    /// Time between two dates.
    Between { name: String, from: usize, to: usize, unit: Unit },
    /// Days covered by periods in a window that ends on the day looked at, or those not covered.
    Covered { name: String, of: Vec<usize>, years: u32, missing: bool },
    /// How many options are chosen.
    Count { name: String, of: usize },
}

impl Fact {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Since { name, .. }
            | Self::Between { name, .. }
            | Self::Covered { name, .. }
            | Self::Count { name, .. } => name,
        }
    }

    /// What it comes to where its questions do not apply: a list that is not asked is empty.
    pub(crate) fn of_empty_list(&self) -> i64 {
        match self {
            // So many at least; that a window may have a day or two more makes no difference to
            // a rule that asks whether something is missing.
            Self::Covered { years, missing: true, .. } => i64::from(*years) * 365,
            _ => 0,
        }
    }

    /// The questions it is computed from.
    pub(crate) fn questions(&self) -> Vec<usize> {
        match self {
            Self::Since { from, .. } => vec![*from],
            Self::Between { from, to, .. } => vec![*from, *to],
            Self::Covered { of, .. } => of.clone(),
            Self::Count { of, .. } => vec![*of],
        }
    }
}

/// What a comparison looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The answer itself.
    Value(usize),
    /// Whether an option of a `many` question is chosen.
    Has(usize, usize),
    Fact(usize),
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    Value(i64),
    Parameter(usize),
}

/// A comparison: whether the subject lies in one of the ranges, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Test {
    pub(crate) subject: Subject,
    pub(crate) ranges: Vec<(Bound, Bound)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Expression {
    All(Vec<ExpressionId>),
    Any(Vec<ExpressionId>),
    Not(ExpressionId),
    Test(usize),
}

#[derive(Debug)]
pub(crate) struct Constraint {
    pub(crate) premise: ExpressionId,
    pub(crate) then: ExpressionId,
}

#[derive(Debug)]
pub(crate) struct Role {
    pub(crate) id: String,
    pub(crate) parent: Option<String>,
    pub(crate) valid: Validity,
    /// Index of [`Ruleset::leads`].
    pub(crate) lead: usize,
    pub(crate) criteria: Vec<Criterion>,
}

#[derive(Debug)]
pub(crate) struct Criterion {
    pub(crate) id: RuleId,
    pub(crate) must: Option<ExpressionId>,
    pub(crate) kind: Kind,
    pub(crate) valid: Validity,
    pub(crate) review_by: Option<model::Date>,
    /// Parameters and facts it reads, directly or through named conditions.
    pub(crate) parameters: Vec<usize>,
    pub(crate) facts: Vec<usize>,
}

/// Something told apart about the answers, with an axis of whole numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Variable {
    pub(crate) kind: VariableKind,
    /// The questions whose answers determine it.
    pub(crate) questions: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VariableKind {
    /// The answer itself: `bool`, `one`, `int`, `date`.
    Value,
    /// Whether this option of a `many` question is chosen.
    Option(usize),
    /// Time between two dates (a fact).
    Between(usize),
    /// Days covered by periods (a fact), looked at with a lead.
    Covered { fact: usize, lead: usize },
}
