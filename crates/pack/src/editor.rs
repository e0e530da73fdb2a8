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

/// `scenarios.json`: answers with the verdicts they must lead to, and what looks odd and is meant.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenarios {
    /// What the check of the rules finds odd and is meant so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meant: Vec<Meant>,
    /// Made-up applicants, each with a reason to be here.
    pub scenarios: Vec<Scenario>,
}

/// Findings that are meant.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meant {
    /// As `cargo xtask check` names them: `covered/pcep/retirement-age`. Each must be found.
    pub findings: Vec<String>,
    /// Why it is meant, in plain words: visitors read it on the page about the rules' proof.
    pub because: String,
}

/// Answers on a day, and what must come out.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Who it is, in a few words, once: `Turns 17 tomorrow`.
    pub name: String,
    /// Why it is here: the rule or the published example it follows.
    pub why: String,
    /// The day on which it is judged.
    pub on: Date,
    /// The name of an earlier scenario whose answers hold, but for those given here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Option<String>,
    /// By question, in the form `cargo xtask evaluate` takes: `"2009-07"`, `true`, `{"unknown": true}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, serde_json::Value>,
    /// What must come out, each judged role at most once.
    pub expect: Vec<Expectation>,
}

/// What must come out for some judged roles.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The judged roles.
    pub roles: Vec<String>,
    /// The headline.
    pub headline: Headline,
    /// The rules that fail, all of them, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<RuleId>,
    /// The day from which waiting alone brings `people` or better; left out: there is no such day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The first day on which it is met no longer, if that is to be compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// At best, while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best: Option<Headline>,
    /// At worst, while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst: Option<Headline>,
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

impl Headline {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::People => "people",
            Self::NotYet => "not_yet",
            Self::NotEligible => "not_eligible",
            Self::Open => "open",
        }
    }
}

impl From<Option<eligibility::Headline>> for Headline {
    /// Nothing decided is open.
    fn from(decided: Option<eligibility::Headline>) -> Self {
        match decided {
            Some(eligibility::Headline::Eligible) => Self::Eligible,
            Some(eligibility::Headline::People) => Self::People,
            Some(eligibility::Headline::NotYet) => Self::NotYet,
            Some(eligibility::Headline::NotEligible) => Self::NotEligible,
            None => Self::Open,
        }
    }
}

/// `texts/<language>.json`: sentences by key, `question.dob.title`.
pub type Texts = BTreeMap<String, String>;
