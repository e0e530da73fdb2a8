//! What somebody answered. The whole state of the quiz is one [`Answers`].
//!
//! Unknown is a state of the question, not a value: a question without an entry
//! was not answered; [`Answer::DontKnow`] is just as unknown to the logic and is
//! not asked again. Options are kept by name, so that answers survive a change
//! of the rules, and are read anew against the rules each time.

use model::Set;
use model::id::QuestionId;

use crate::partial_date::PartialDate;

/// An answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "Not sure" and "rather not say".
    DontKnow,
    /// The question does not apply. Only where it is `optional`.
    NotApplicable,
    /// Yes or no.
    Bool(bool),
    /// The chosen option.
    One(String),
    /// The chosen options; none of them is an answer as well.
    Many(Set<String>),
    /// A whole number.
    Int(i64),
    /// A day, month or year.
    Date(PartialDate),
    /// Spans of time, in any order; they may overlap.
    Periods(Vec<Period>),
}

/// A span of time, from its first day up to, not including, its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Its first day.
    pub from: PartialDate,
    /// The day on which it ended; nothing while it goes on.
    pub to: Option<PartialDate>,
}

/// All answers of one visitor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// In the order of the questions' names.
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    question: QuestionId,
    answer: Answer,
    /// Cannot be given more exactly.
    is_settled: bool,
}

impl Answers {
    /// No answers yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets or replaces an answer.
    pub fn set(&mut self, question: impl Into<QuestionId>, answer: Answer) {
        let question = question.into();
        let entry = |question| Entry { question, answer, is_settled: false };
        match self.place(&question) {
            Ok(i) => self.entries[i] = entry(question),
            Err(i) => self.entries.insert(i, entry(question)),
        }
    }

    /// Takes an answer back, as if the question had not been answered.
    pub fn clear(&mut self, question: &QuestionId) {
        if let Ok(i) = self.place(question) {
            self.entries.remove(i);
        }
    }

    /// The answer to a question.
    pub fn get(&self, question: &QuestionId) -> Option<&Answer> {
        self.place(question).ok().map(|i| &self.entries[i].answer)
    }

    /// All answers, by the names of their questions.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Answer)> {
        self.entries.iter().map(|entry| (&entry.question, &entry.answer))
    }

    /// How many questions have an answer, [`Answer::DontKnow`] included.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was answered yet.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Notes that a month or year cannot be given more exactly, so that the day is not asked for.
    pub fn settle(&mut self, question: &QuestionId) {
        if let Ok(i) = self.place(question) {
            self.entries[i].is_settled = true;
        }
    }

    /// Whether an answer cannot be given more exactly.
    pub fn is_settled(&self, question: &QuestionId) -> bool {
        self.place(question).is_ok_and(|i| self.entries[i].is_settled)
    }

    fn place(&self, question: &QuestionId) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| entry.question.cmp(question))
    }
}

impl<Q: Into<QuestionId>> FromIterator<(Q, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (Q, Answer)>>(answers: I) -> Self {
        let mut all = Self::new();
        for (question, answer) in answers {
            all.set(question, answer);
        }
        all
    }
}
