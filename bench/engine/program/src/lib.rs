//! The engine benchmark from our side: its neutral rule sets and answers in our
//! format, and what our engine makes of them.
//!
//! Tests, the benchmark's program, its WebAssembly and `cargo xtask bench` all
//! read the data through this one door. The formats are those of the README
//! beside it.

pub mod answers;
pub mod columns;
pub mod convert;
pub mod defects;
pub mod measure;

use std::path::Path;
use std::rc::Rc;

use eligibility::{Answers, Cell, Headline, Quiz, ReviewPolicy, Ruleset};
use model::Date;
use serde_json::Value;

/// Why data of the benchmark cannot be used, in words.
pub type Fault = String;

/// A rule set of the benchmark, read by our engine.
#[derive(Debug)]
pub struct BenchRules {
    /// Questions as the benchmark writes them.
    pub questions: Vec<Value>,
    /// The rules on the benchmark's day.
    pub quiz: Quiz,
}

impl BenchRules {
    /// Reads a rule set of the format `rx-bench-ruleset/1`.
    ///
    /// # Errors
    /// What is not of that format, or what our engine refuses, all of it.
    pub fn new(bench: &Value) -> Result<Self, Fault> {
        let rules = convert::rules(bench)?;
        let rules = Ruleset::new(&rules).map_err(|errors| {
            errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        })?;
        let quiz = Quiz::new(Rc::new(rules), today(bench)?, ReviewPolicy::default());
        Ok(Self { questions: convert::list(bench, "questions")?.clone(), quiz })
    }

    /// Reads answer sets of the format `rx-bench-answers/1`.
    ///
    /// # Errors
    /// What is not of that format, or does not fit the questions.
    pub fn answers(&self, bench: &Value) -> Result<Vec<Answers>, Fault> {
        answers::sets(&self.questions, bench)
    }

    /// Answers as plain numbers, in the order of the questions.
    pub fn cells(&self, answers: &Answers) -> Vec<Cell> {
        answers::cells(&self.questions, answers)
    }
}

/// The day that a rule set calls today.
///
/// # Errors
/// If it is missing or no day.
pub fn today(bench: &Value) -> Result<Date, Fault> {
    let today = convert::text(bench, "today")?;
    today.parse().map_err(|error| format!("today: {error}"))
}

/// Reads a JSON file.
///
/// # Errors
/// If it cannot be read, or is no JSON.
pub fn read(path: &Path) -> Result<Value, Fault> {
    let say = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| say(&error))?;
    serde_json::from_str(&text).map_err(|error| say(&error))
}

/// The letter that the benchmark has for a headline.
pub fn letter(headline: Headline) -> char {
    match headline {
        Headline::Eligible => 'E',
        Headline::People => 'F',
        Headline::NotYet => 'Y',
        Headline::NotEligible => 'N',
    }
}

/// The word that the benchmark has for a headline.
pub fn word(headline: Headline) -> &'static str {
    match headline {
        Headline::Eligible => "eligible",
        Headline::People => "force",
        Headline::NotYet => "not_yet",
        Headline::NotEligible => "not_eligible",
    }
}
