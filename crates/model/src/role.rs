//! What one can do in the force, and the ways in.

use serde::{Deserialize, Serialize};

use crate::claim::{Block, Claim};
use crate::compact::{compact, compact_words};
use crate::date::{Date, Published};
use crate::id::{RoleId, RouteId, SourceId, TagId};

/// What one does. Every role has the same blocks, so that roles can be compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// As in addresses: `pc`, `communications-officer`.
    pub id: RoleId,
    /// Two characters, for short links. Never reused.
    pub code: String,
    /// The full name: "Police constable".
    pub name: String,
    /// What people call it: "PC". The full name again where there is no other.
    pub short: String,
    /// From the pack's list `families`.
    pub family: TagId,
    /// The drawn mark of the role.
    pub glyph: Glyph,
    /// Paid or in one's own time.
    pub paid: Paid,
    /// One sentence: what one does all day.
    pub summary: String,
    /// Whether it takes applications, as far as we could see.
    pub status: Status,
    /// The work.
    pub work: Block,
    /// What a week looks like.
    pub week: Block,
    /// Pay, newest first; empty where none was found or the role is unpaid (`pay_note` says which).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pay: Vec<Pay>,
    /// What stands beside or instead of pay: expenses, allowances, what is not known.
    pub pay_note: Block,
    /// Hours, shifts, nights, part time.
    pub hours: Block,
    /// Legal powers and uniform.
    pub powers: Block,
    /// Training and probation.
    pub training: Block,
    /// Skills that the sources name.
    pub skills: Block,
    /// What the sources themselves call hard.
    pub hard: Block,
    /// Where one works.
    pub place: Block,
    /// The ways in that have rules of their own; empty where there is just one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
    /// Getting in, step by step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// What is known, or not, about the steps as a whole.
    pub stages_note: Block,
    /// Where the force itself describes or advertises the role.
    pub next_step: NextStep,
}

/// A way into a role, with rules of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// As in the rules: `pcep`.
    pub id: RouteId,
    /// Two characters, for short links. Never reused.
    pub code: String,
    /// The full name: "Police Constable Entry Programme".
    pub name: String,
    /// What people call it: "PCEP".
    pub short: String,
    /// For whom it is: a door for everybody, or for people who served before.
    pub door: Door,
    /// One sentence.
    pub summary: String,
    /// Whether it takes applications, as far as we could see.
    pub status: Status,
    /// Length, qualification, training, what it leads to.
    pub about: Block,
    /// Entry requirements in words, as published.
    pub entry: Block,
}

/// For whom a route is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Door {
    /// Anybody may try.
    New,
    /// Only people who are or were police officers.
    Served,
}

/// Paid or in one's own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Paid {
    /// A job.
    Paid,
    /// Unpaid.
    Voluntary,
}

/// Whether a role or route takes applications, with the day it was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// What the newest source says.
    pub state: State,
    /// The same in a sentence, with its date in words where there is one.
    pub text: String,
    /// Never empty, unless `state` is `unknown`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// When it was published.
    pub published: Published,
    /// From when it must be read again, if not a year after the pack's reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
}

/// Whether applications are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The newest text invites applications.
    Advertised,
    /// The newest text says that applications wait.
    Paused,
    /// The newest text says that it ended.
    Ended,
    /// We have not seen.
    Unknown,
}

/// One published amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pay {
    /// What it is: "Starting pay", "On finishing the two years".
    pub what: String,
    /// In pounds; pence after the point only where published so.
    pub pounds: f64,
    /// The upper end, where a range is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<f64>,
    /// Published as "over": a floor.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub over: bool,
    /// The period the amount is for.
    pub per: PayPeriod,
    /// What is in it: "with London allowances", "plus 20% shift pay".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub includes: Option<String>,
    /// The route it belongs to, where not the whole role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<RouteId>,
    /// Never empty.
    pub sources: Vec<SourceId>,
    /// When it was published.
    pub published: Published,
    /// From when it must be read again, if not a year after the pack's reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
}

/// What an amount is for: monthly taken for yearly must not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PayPeriod {
    /// A year.
    Year,
    /// A month.
    Month,
    /// An hour.
    Hour,
    /// Once.
    Once,
}

/// A step of getting in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// A few words: "Online assessment".
    pub name: String,
    /// What happens.
    pub what: Claim,
    /// How long it took, where published: "about 2 weeks".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

/// The force's own page, where a visitor goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// What the link says: "See PC jobs on the Met's careers site".
    pub text: String,
    /// An address of the force.
    pub url: String,
}

/// The drawn mark of a role. A closed list: each is a path in the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Glyph {
    /// A lamp: patrol and response.
    Lamp,
    /// A magnifying glass: detectives.
    Lens,
    /// A star in a circle: specials.
    Star,
    /// Houses: neighbourhood, PCSOs.
    Houses,
    /// A key: custody.
    Key,
    /// A headset: calls.
    Headset,
    /// A fingerprint-like set of arcs: forensics.
    Trace,
    /// Linked dots: intelligence.
    Links,
    /// A hand: volunteers.
    Hand,
    /// A sprout: cadets.
    Sprout,
}

// How the compiled pack is read: the fields in the order above.
compact!(Role {
    id,
    code,
    name,
    short,
    family,
    glyph,
    paid,
    summary,
    status,
    work,
    week,
    pay,
    pay_note,
    hours,
    powers,
    training,
    skills,
    hard,
    place,
    routes,
    stages,
    stages_note,
    next_step
});
compact!(Route { id, code, name, short, door, summary, status, about, entry });
compact!(Status { state, text, sources, published, review_by });
compact!(Pay { what, pounds, up_to, over, per, includes, route, sources, published, review_by });
compact!(Stage { name, what, time });
compact!(NextStep { text, url });
compact_words!(Door { "new" => New, "served" => Served });
compact_words!(Paid { "paid" => Paid, "voluntary" => Voluntary });
compact_words!(State { "advertised" => Advertised, "paused" => Paused, "ended" => Ended, "unknown" => Unknown });
compact_words!(PayPeriod { "year" => Year, "month" => Month, "hour" => Hour, "once" => Once });
compact_words!(Glyph { "lamp" => Lamp, "lens" => Lens, "star" => Star, "houses" => Houses, "key" => Key, "headset" => Headset, "trace" => Trace, "links" => Links, "hand" => Hand, "sprout" => Sprout });
