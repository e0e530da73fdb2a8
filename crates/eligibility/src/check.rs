//! Whether an answer fits its question.

use std::fmt;

use model::Date;
use model::id::QuestionId;
use model::rules::QuestionKind;

use crate::answer::Answer;
use crate::partial_date::PartialDate;
use crate::ruleset::{Question, Ruleset};

/// Why an answer does not fit its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckAnswerError {
    /// There is no such question.
    UnknownQuestion,
    /// The question takes another kind of answer.
    WrongKind(QuestionKind),
    /// The question always applies.
    AlwaysApplies,
    /// The question has no such option.
    UnknownOption(String),
    /// Less than the question allows.
    TooSmall(i64),
    /// More than the question allows.
    TooLarge(i64),
    /// Before the first day the question allows.
    TooEarly(Date),
    /// After the last day the question allows.
    TooLate(Date),
    /// After today, where only the past makes sense.
    InFuture,
    /// More entries than the question allows.
    TooManyItems(usize),
    /// The entry with this index ends before it begins.
    EndsBeforeStart(usize),
    /// A date of the entry with this index does not fit.
    Item(usize, Box<CheckAnswerError>),
}

impl fmt::Display for CheckAnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownQuestion => f.write_str("there is no such question"),
            Self::WrongKind(kind) => {
                let kind = format!("{kind:?}").to_lowercase();
                write!(f, "the question takes an answer of type {kind}")
            }
            Self::AlwaysApplies => f.write_str("the question always applies"),
            Self::UnknownOption(option) => write!(f, "there is no option \"{option}\""),
            Self::TooSmall(limit) => write!(f, "must be {limit} or more"),
            Self::TooLarge(limit) => write!(f, "must be {limit} or less"),
            Self::TooEarly(limit) => write!(f, "must be {limit} or later"),
            Self::TooLate(limit) => write!(f, "must be {limit} or earlier"),
            Self::InFuture => f.write_str("must not be after today"),
            Self::TooManyItems(limit) => write!(f, "at most {limit} entries"),
            Self::EndsBeforeStart(item) => write!(f, "entry {}: ends before it begins", item + 1),
            Self::Item(item, error) => write!(f, "entry {}: {error}", item + 1),
        }
    }
}

impl std::error::Error for CheckAnswerError {}

/// Checks an answer given today against its question.
///
/// A month or a year fits if one of its days does.
///
/// # Errors
///
/// The first thing that does not fit.
pub fn check_answer(
    rules: &Ruleset,
    question: &QuestionId,
    answer: &Answer,
    today: Date,
) -> Result<(), CheckAnswerError> {
    let question = rules.question_index(question).ok_or(CheckAnswerError::UnknownQuestion)?;
    let question = &rules.questions[question];
    match (question.kind, answer) {
        (_, Answer::DontKnow) => Ok(()),
        (_, Answer::NotApplicable) if question.optional => Ok(()),
        (_, Answer::NotApplicable) => Err(CheckAnswerError::AlwaysApplies),
        (QuestionKind::Bool, Answer::Bool(_)) => Ok(()),
        (QuestionKind::One, Answer::One(option)) => check_option(question, option),
        (QuestionKind::Many, Answer::Many(chosen)) => {
            chosen.iter().try_for_each(|option| check_option(question, option))
        }
        (QuestionKind::Int, Answer::Int(value)) => check_number(question, *value),
        (QuestionKind::Date, Answer::Date(date)) => Limits::of(question, today).check(*date),
        (QuestionKind::Periods, Answer::Periods(periods)) => {
            if let Some(limit) = question.max_items
                && periods.len() > limit
            {
                return Err(CheckAnswerError::TooManyItems(limit));
            }
            let limits = Limits::of(question, today);
            for (i, period) in periods.iter().enumerate() {
                let item = |error| CheckAnswerError::Item(i, Box::new(error));
                limits.check(period.from).map_err(item)?;
                if let Some(to) = period.to {
                    limits.check(to).map_err(item)?;
                    if to.last() < period.from.first() {
                        return Err(CheckAnswerError::EndsBeforeStart(i));
                    }
                }
            }
            Ok(())
        }
        (kind, _) => Err(CheckAnswerError::WrongKind(kind)),
    }
}

fn check_option(question: &Question, option: &str) -> Result<(), CheckAnswerError> {
    if question.options.iter().any(|other| other == option) {
        Ok(())
    } else {
        Err(CheckAnswerError::UnknownOption(option.to_owned()))
    }
}

fn check_number(question: &Question, value: i64) -> Result<(), CheckAnswerError> {
    // Far beyond every limit of a rule, so that no sum can overflow.
    let min = question.min.unwrap_or(i64::MIN / 4);
    let max = question.max.unwrap_or(i64::MAX / 4);
    if value < min {
        Err(CheckAnswerError::TooSmall(min))
    } else if value > max {
        Err(CheckAnswerError::TooLarge(max))
    } else {
        Ok(())
    }
}

/// Between which days a date must lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The first day allowed.
    pub min: Option<Date>,
    /// The last day allowed.
    pub max: Option<Date>,
    /// Today, where later days make no sense.
    pub today: Option<Date>,
}

impl Limits {
    fn of(question: &Question, today: Date) -> Self {
        let day = |days: i64| Date::from_days(crate::axis::clamp(days));
        Self {
            min: question.min.map(day),
            max: question.max.map(day),
            today: (!question.future).then_some(today),
        }
    }

    /// Checks that one of the days a date can be lies within.
    ///
    /// # Errors
    ///
    /// On which side it lies outside.
    pub fn check(&self, date: PartialDate) -> Result<(), CheckAnswerError> {
        if let Some(min) = self.min
            && date.last() < min
        {
            return Err(CheckAnswerError::TooEarly(min));
        }
        if let Some(today) = self.today
            && date.first() > today
        {
            return Err(CheckAnswerError::InFuture);
        }
        if let Some(max) = self.max
            && date.first() > max
        {
            return Err(CheckAnswerError::TooLate(max));
        }
        Ok(())
    }
}

impl Ruleset {
    /// Between which days the answer to a `date` or `periods` question must lie.
    pub fn limits(&self, question: &QuestionId, today: Date) -> Option<Limits> {
        let question = &self.questions[self.question_index(question)?];
        let has_days = matches!(question.kind, QuestionKind::Date | QuestionKind::Periods);
        has_days.then(|| Limits::of(question, today))
    }
}
