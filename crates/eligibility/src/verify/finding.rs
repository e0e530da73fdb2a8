//! What can be wrong with rules that can be read, and how it is said.

use std::fmt;

use model::Date;
use model::id::{QuestionId, RuleId};

use crate::answer::Answers;
use crate::verdict::Headline;

/// Something that does not make sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The first day on which it is so.
    pub on: Date,
    /// What.
    pub what: Sense,
    /// Answers that show it, where there are any.
    pub witness: Option<Answers>,
}

/// What does not make sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sense {
    /// The two evaluators disagree: a fault of the engine, not of the rules.
    EvaluatorsDisagree {
        /// The role.
        role: String,
    },
    /// Too many combinations to be checked.
    TooComplex {
        /// The role.
        role: String,
    },
    /// No answers satisfy all constraints.
    Contradiction,
    /// A parameter has no value on the day, though it has one on others.
    ParameterGap {
        /// Its name.
        parameter: String,
    },
    /// A criterion's versions leave days without any between them.
    CriterionGap {
        /// The role.
        role: String,
        /// The criterion.
        rule: RuleId,
        /// First day without.
        from: Date,
        /// First day with it again.
        to: Date,
    },
    /// The role exists on no day from now on.
    NeverOpen {
        /// The role.
        role: String,
    },
    /// The criterion fails whatever is answered.
    AlwaysFails {
        /// The role.
        role: String,
        /// The criterion.
        rule: RuleId,
    },
    /// The criterion is met whatever is answered.
    NeverFails {
        /// The role.
        role: String,
        /// The criterion.
        rule: RuleId,
    },
    /// Without the criterion no verdict would differ.
    Covered {
        /// The role.
        role: String,
        /// The criterion.
        rule: RuleId,
        /// Criteria that say as much together.
        by: Vec<RuleId>,
    },
    /// There are criteria of this kind, or none at all, but nothing leads to the headline.
    Unreachable {
        /// The role.
        role: String,
        /// The headline.
        headline: Headline,
    },
    /// No role depends on the question.
    UnusedQuestion {
        /// The question.
        question: QuestionId,
    },
    /// Criteria read the question, but whenever it could be asked, every role is decided already.
    NeverMatters {
        /// The question.
        question: QuestionId,
    },
    /// The question's `ask_if` can never hold.
    NeverAsked {
        /// The question.
        question: QuestionId,
    },
    /// No role depends on whether the option is chosen.
    UnusedOption {
        /// A `many` question.
        question: QuestionId,
        /// The option.
        option: String,
    },
    /// Between an upper and a lower limit lies one number that neither has.
    NumberBetween {
        /// The question or fact.
        subject: String,
        /// The number.
        number: i64,
    },
    /// Two roles have the same headline for all answers.
    SameRole {
        /// One.
        one: String,
        /// The other.
        other: String,
    },
}

impl Sense {
    /// Whether another says the same about the same place, perhaps on another day.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Covered { role, rule, .. },
                Self::Covered { role: other_role, rule: other_rule, .. },
            ) => role == other_role && rule == other_rule,
            _ => self == other,
        }
    }

    /// Whether it says that something is of no use.
    pub(super) fn is_about_use(&self) -> bool {
        matches!(
            self,
            Self::UnusedQuestion { .. }
                | Self::NeverAsked { .. }
                | Self::NeverMatters { .. }
                | Self::UnusedOption { .. }
        )
    }

    /// Whether it may be meant: worth a look, no more.
    pub fn is_doubt(&self) -> bool {
        matches!(
            self,
            Self::SameRole { .. } | Self::NumberBetween { .. } | Self::UnusedOption { .. }
        )
    }
}

impl fmt::Display for Sense {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EvaluatorsDisagree { role } => {
                write!(f, "role \"{role}\": the two evaluators disagree (a fault of the engine)")
            }
            Self::TooComplex { role } => {
                write!(f, "role \"{role}\": too many combinations to be checked")
            }
            Self::Contradiction => f.write_str("no answers satisfy all constraints"),
            Self::ParameterGap { parameter } => {
                write!(f, "parameter \"{parameter}\" has no value on this day")
            }
            Self::CriterionGap { role, rule, from, to } => {
                write!(
                    f,
                    "role \"{role}\", criterion \"{rule}\": no version holds from {from} until before {to}"
                )
            }
            Self::NeverOpen { role } => write!(f, "role \"{role}\" exists on no day from now on"),
            Self::AlwaysFails { role, rule } => {
                write!(f, "role \"{role}\", criterion \"{rule}\": fails whatever is answered")
            }
            Self::NeverFails { role, rule } => {
                write!(f, "role \"{role}\", criterion \"{rule}\": can never fail")
            }
            Self::Covered { role, rule, by } => {
                let by: Vec<&str> = by.iter().map(RuleId::as_str).collect();
                let by = by.join(", ");
                write!(
                    f,
                    "role \"{role}\", criterion \"{rule}\": changes no verdict, covered by {by}"
                )
            }
            Self::Unreachable { role, headline } => {
                write!(f, "role \"{role}\": no answers lead to \"{headline}\"")
            }
            Self::UnusedQuestion { question } => {
                write!(f, "question \"{question}\": no role depends on it")
            }
            Self::NeverMatters { question } => {
                write!(
                    f,
                    "question \"{question}\": whenever it could be asked, every role is decided without it"
                )
            }
            Self::NeverAsked { question } => {
                write!(f, "question \"{question}\": its ask_if can never hold")
            }
            Self::UnusedOption { question, option } => {
                write!(f, "question \"{question}\", option \"{option}\": no role depends on it")
            }
            Self::NumberBetween { subject, number } => {
                write!(
                    f,
                    "\"{subject}\": {number} lies between two limits; is one of them off by one?"
                )
            }
            Self::SameRole { one, other } => {
                write!(f, "roles \"{one}\" and \"{other}\" have the same verdict for all answers")
            }
        }
    }
}
