//! What `cargo xtask evaluate` reads and writes.

use std::collections::BTreeMap;

use eligibility::RoleVerdict;
use model::id::{RoleId, RouteId, RuleId};
use model::{Date, Pack};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::editor::Headline;

/// A file of answers.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswersFile {
    /// The pack's name; left out: `met`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<String>,
    /// By question: `true`, an option, a list of options, a whole number, a day, month or year
    /// (`"2009-07"`), periods, or `{"unknown": true}`.
    pub answers: BTreeMap<String, serde_json::Value>,
}

/// The verdict on a role or route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// The role.
    pub role: RoleId,
    /// The route into it, where it is one that is judged.
    pub route: Option<RouteId>,
    /// What came out; `open` while it cannot be told.
    pub headline: Headline,
    /// The best that can still come out.
    pub best: Headline,
    /// The worst that can still come out.
    pub worst: Headline,
    /// The day from which waiting alone brings `people` or better, where it is certain.
    pub from: Option<Date>,
    /// The first day on which what holds now, or from then on, no longer does.
    pub until: Option<Date>,
    /// The rules that fail, worst first.
    pub reasons: Vec<RuleId>,
}

impl Verdict {
    /// A verdict of the engine in this form.
    pub fn new(pack: &Pack, verdict: &RoleVerdict) -> Self {
        let role = pack.role_of_judged(&verdict.role).map(|role| role.id.clone());
        let role = role.unwrap_or_else(|| verdict.role.as_str().into());
        let route = (role.as_str() != verdict.role).then(|| RouteId::from(verdict.role.as_str()));
        Self {
            role,
            route,
            headline: verdict.decided().into(),
            best: Some(verdict.best).into(),
            worst: Some(verdict.worst).into(),
            from: verdict.from.and_then(|from| from.exact()),
            until: verdict.until.map(|until| until.day),
            reasons: verdict.reasons().iter().map(|reason| reason.rule.clone()).collect(),
        }
    }
}
