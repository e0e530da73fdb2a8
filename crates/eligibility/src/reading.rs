//! Answers as the engine sees them: intervals on the axis of their question.
//!
//! An answer that does not fit its question (saved under older rules, edited by
//! hand) counts as not given and is named, never reinterpreted.

use model::Date;
use model::id::QuestionId;
use model::rules::{Precision, QuestionKind};

use crate::answer::{Answer, Answers};
use crate::check::check_answer;
use crate::periods::Spans;
use crate::ruleset::{Question, Ruleset};

/// What is known about the answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Not answered.
    Open,
    /// Answered with "I don't know".
    Unknown,
    /// Does not apply.
    Absent,
    /// Lies between two values, both included.
    Between(i64, i64),
    /// The chosen options.
    Chosen(Vec<bool>),
    /// The days covered at least and at most.
    Spans { least: Spans, most: Spans },
}

impl Reading {
    /// Whether something was answered, "I don't know" included.
    pub(crate) fn is_answered(&self) -> bool {
        *self != Self::Open
    }

    /// Whether it says something.
    pub(crate) fn is_known(&self) -> bool {
        !matches!(self, Self::Open | Self::Unknown)
    }

    /// Whether it is an interval of several values.
    pub(crate) fn is_inexact(&self) -> bool {
        matches!(self, Self::Between(low, high) if low < high)
    }
}

/// All answers as read.
#[derive(Clone, Debug)]
pub(crate) struct Readings {
    pub(crate) of: Vec<Reading>,
    /// Whether an inexact date may be asked for more exactly.
    pub(crate) refinable: Vec<bool>,
    /// Entries that do not fit.
    pub(crate) ignored: Vec<QuestionId>,
}

impl Readings {
    pub(crate) fn new(rules: &Ruleset, answers: &Answers, today: Date) -> Self {
        let mut of = vec![Reading::Open; rules.questions.len()];
        let mut refinable = vec![false; rules.questions.len()];
        let mut ignored = Vec::new();
        for (id, answer) in answers.iter() {
            match rules.question_index(id) {
                Some(q) if check_answer(rules, id, answer, today).is_ok() => {
                    of[q] = read(&rules.questions[q], answer, today);
                    refinable[q] = of[q].is_inexact()
                        && !answers.is_settled(id)
                        && is_too_coarse(&rules.questions[q], answer);
                }
                _ => ignored.push(id.clone()),
            }
        }
        Self { of, refinable, ignored }
    }
}

/// Whether a date was given less exactly than the question wants it.
fn is_too_coarse(question: &Question, answer: &Answer) -> bool {
    let Answer::Date(date) = answer else { return false };
    match (question.precision, date.parts()) {
        (Precision::Year, _) | (_, (_, Some(_), Some(_))) => false,
        (Precision::Month, (_, month, _)) => month.is_none(),
        (Precision::Day, _) => true,
    }
}

fn read(question: &Question, answer: &Answer, today: Date) -> Reading {
    match answer {
        Answer::DontKnow => Reading::Unknown,
        Answer::NotApplicable => match question.kind {
            QuestionKind::Many => Reading::Chosen(vec![false; question.options.len()]),
            QuestionKind::Periods => {
                Reading::Spans { least: Spans::default(), most: Spans::default() }
            }
            _ => Reading::Absent,
        },
        Answer::Bool(value) => Reading::Between(i64::from(*value), i64::from(*value)),
        Answer::One(option) => {
            let index = question.options.iter().position(|other| other == option);
            index.map_or(Reading::Open, |index| Reading::Between(index as i64, index as i64))
        }
        Answer::Many(chosen) => {
            Reading::Chosen(question.options.iter().map(|option| chosen.contains(option)).collect())
        }
        Answer::Int(value) => Reading::Between(*value, *value),
        Answer::Date(date) => {
            let (low, high) = domain(question, today);
            let first = i64::from(date.first().days()).max(low);
            let last = i64::from(date.last().days()).min(high);
            Reading::Between(first, last.max(first))
        }
        Answer::Periods(periods) => {
            Reading::Spans { least: Spans::least(periods), most: Spans::most(periods) }
        }
    }
}

/// The least and the greatest value a question's answer can have when asked today.
pub(crate) fn domain(question: &Question, today: Date) -> (i64, i64) {
    match question.kind {
        QuestionKind::Bool => (0, 1),
        QuestionKind::One => (0, question.options.len() as i64 - 1),
        QuestionKind::Many | QuestionKind::Periods => (0, 0),
        QuestionKind::Int => {
            (question.min.unwrap_or(i64::MIN / 4), question.max.unwrap_or(i64::MAX / 4))
        }
        QuestionKind::Date => {
            let low = question.min.unwrap_or(i64::from(crate::axis::clamp(i64::MIN)));
            let high = question.max.unwrap_or(i64::from(crate::axis::clamp(i64::MAX)));
            let today = i64::from(today.days());
            let high = if question.future { high } else { high.min(today) };
            (low.min(high), high)
        }
    }
}
