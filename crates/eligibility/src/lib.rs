//! The rules engine: what the published rules say about somebody's answers.
//!
//! Data flows one way. [`Ruleset::new`] resolves the rules an editor wrote; a
//! [`Quiz`] applies them on one day; [`Quiz::evaluate`] says how every role
//! stands, [`Quiz::next_question`] what to ask, [`Quiz::path`] what was asked.
//! The state is the set of [`Answers`] alone: everything is computed again
//! after every change. There is no clock, no time zone, no text, no web here.
//!
//! What is not known stays open. A verdict is the set of headlines that some
//! completion of the answers would lead to, exactly; it is read off decision
//! diagrams (`diagram`), which a direct evaluation ([`direct`]) checks.
//!
//! Two things are not exact, both on the side of leaving open: facts that read
//! several questions (time between two dates, days covered) vary independently
//! of each other and of these dates until they are answered, unless
//! `constraints` tie them; and content beyond `diagram`'s limit of nodes stays
//! undecided.
//!
//! To read on: `ruleset` and `resolve` (names), `axis` and `epoch` (numbers and
//! days), `shape` (diagrams), `view` (answers on a day), then one file per
//! question that is answered: `assess`, `timeline`, `next`, `path`, `change`.

mod answer;
mod assess;
mod axis;
mod calendar;
mod change;
mod check;
mod diagram;
pub mod direct;
mod epoch;
mod error;
mod gain;
mod next;
mod ordered;
mod partial_date;
mod path;
mod periods;
mod quiz;
mod reading;
mod relevance;
mod resolve;
mod ruleset;
mod shape;
mod sheet;
mod timeline;
pub mod typed_date;
mod verdict;
pub mod verify;
mod view;

pub use answer::{Answer, Answers, Period};
pub use change::{ChangedAnswer, Prospect, Target};
pub use check::{CheckAnswerError, Limits, check_answer};
pub use error::{Fault, ReadRulesError};
pub use next::{Because, NextStep};
pub use partial_date::{PartialDate, ReadPartialDateError};
pub use path::{AnsweredQuestion, Path};
pub use periods::{MonthCovered, months_covered};
pub use quiz::{Depth, Quiz, ReviewPolicy, Scope};
pub use ruleset::Ruleset;
pub use sheet::{Cell, Sheet};
pub use verdict::{
    Assessment, ClosedRole, CriterionResult, CriterionState, EligibleFrom, FactValue, Headline,
    Headlines, RoleVerdict, Until, UsedParameter,
};
