//! A pack: everything a visitor reads about one force, in one language.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::area::Areas;
use crate::career::Career;
use crate::claim::Claim;
use crate::date::Date;
use crate::figure::Figures;
use crate::fit::Fit;
use crate::glossary::Term;
use crate::id::{RoleId, SourceId, TagId};
use crate::person::Person;
use crate::role::Role;
use crate::rules::Rules;
use crate::source::Source;

/// The form of the compiled pack this build reads. Raised when an older reader would misread a newer pack.
pub const FORMAT: &str = "rx-pack/1";

/// What the browser gets: a pack compiled for one language, with the interface labels of that language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// Always [`FORMAT`].
    pub format: String,
    /// BCP 47 tag of the language of texts and labels.
    pub language: String,
    /// Who, when, and the pack's own lists.
    pub about: About,
    /// In the order of lists: full entries first, then by name.
    pub people: Vec<Rc<Person>>,
    /// In the order of lists.
    pub roles: Vec<Rc<Role>>,
    /// Ranks, specialisms and moves.
    pub career: Career,
    /// The rules of the quiz.
    pub rules: Rc<Rules>,
    /// Questions, rules and reasons in words, by path: `question.dob.title`.
    pub texts: BTreeMap<String, String>,
    /// Dated numbers.
    pub figures: Figures,
    /// Boroughs and units.
    pub areas: Areas,
    /// Words of the trade, by term.
    pub glossary: Vec<Rc<Term>>,
    /// What suits me.
    pub fit: Fit,
    /// Every source used, by id.
    pub sources: BTreeMap<SourceId, Rc<Source>>,
    /// Interface labels of this language, by key.
    pub labels: BTreeMap<String, String>,
}

/// `pack.json`: who the force is, when its pages were read, and the lists that people and roles choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The pack's folder name: `met`.
    pub id: String,
    /// Raised with every change: `2026-11-21.1`.
    pub version: String,
    /// The force.
    pub force: Force,
    /// The day on which all sources were read, unless one says otherwise.
    pub read_on: Date,
    /// The day from which nothing here may be taken as current, unless it says otherwise: a year later.
    pub review_by: Date,
    /// IANA name of the zone in which days are counted: `Europe/London`.
    pub territory: String,
    /// Families of roles, in order.
    pub families: Vec<Tag>,
    /// Kinds of work, in order.
    pub work: Vec<Tag>,
    /// What people came from, in order.
    pub came_from: Vec<Tag>,
    /// Themes of stories, in the order they are told.
    pub themes: Vec<Tag>,
    /// Ways to ask a person, best first.
    pub contacts: Vec<Contact>,
    /// What the whole pack must admit: "we read saved copies".
    pub limits: Vec<Claim>,
}

/// The force a pack is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Force {
    /// "Metropolitan Police Service".
    pub name: String,
    /// "the Met", for the middle of a sentence.
    pub short: String,
    /// "London".
    pub city: String,
    /// The force's own careers page.
    pub careers_url: String,
}

/// One of a list that the pack declares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// As used in people and roles.
    pub id: TagId,
    /// As shown.
    pub name: String,
    /// A sentence about it, where it needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A way to ask a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Who or what: "The Met's recruitment team".
    pub name: String,
    /// How and when.
    pub how: Claim,
    /// Where to go on, if there is an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The roles it is for; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleId>,
}
