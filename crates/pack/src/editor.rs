//! What exists only for editors: wrappers of lists, withdrawn ids, scenarios.
//!
//! Nothing here is ever part of a compiled pack.

use std::collections::BTreeMap;

use model::Date;
use model::glossary::Term;
use model::id::{PersonId, RuleId};
use model::source::Source;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `sources.json`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// Every page or document that something rests on.
    pub sources: Vec<Source>,
}

/// `glossary.json`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    /// Words of the trade.
    pub terms: Vec<Term>,
}

/// `withdrawn.json`: ids only, so that it names nobody. Never shipped.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// Ids of people who were taken out. They are never used again.
    pub ids: Vec<PersonId>,
}

/// `scenarios.json`: answers with the verdicts they must lead to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenarios {
    /// Made-up applicants, each with a reason to be here.
    pub scenarios: Vec<Scenario>,
}

/// Answers on a day, and what must come out.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name in reports: `too-young-for-pc`.
    pub id: String,
    /// Why it is here: the rule or the published example it follows.
    pub why: String,
    /// The day on which it is judged.
    pub on: Date,
    /// By question, in the form `cargo xtask evaluate` takes: `"2009-07"`, `true`, `{"unknown": true}`.
    pub answers: BTreeMap<String, serde_json::Value>,
    /// By judged role.
    pub expect: BTreeMap<String, Expectation>,
}

/// What must come out for one judged role.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The headline.
    pub headline: Headline,
    /// At best, while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best: Option<Headline>,
    /// At worst, while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst: Option<Headline>,
    /// The day from which it would be met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The first day on which it is met no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The rules that must be among the reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<RuleId>,
}

/// A verdict in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Headline {
    /// Meets the published rules that were checked.
    Eligible,
    /// People decide.
    People,
    /// Not now; it can become so.
    NotYet,
    /// Does not meet a published rule.
    NotEligible,
    /// Cannot tell yet.
    Open,
}

/// `texts/<language>.json`: sentences by key, `question.dob.title`.
pub type Texts = BTreeMap<String, String>;
