//! People whom the force or the press presented, and what was told of them then.

use serde::{Deserialize, Serialize};

use crate::compact::{compact, compact_words};
use crate::date::{Date, Published};
use crate::id::{AreaId, PersonId, RoleId, RouteId, SourceId, TagId, UnitId};

/// One person, as published at a date: in the third person and in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Opaque: `p001`. Once withdrawn it is never used again.
    pub id: PersonId,
    /// The last part of the page's address, made from the name.
    pub slug: String,
    /// The name as published; a first name alone stays a first name alone.
    pub name: String,
    /// Whether there is a story or only a few facts.
    pub entry: Entry,
    /// What they did then, in words: "Police constable, neighbourhood team".
    pub then: String,
    /// At least one; the first is the one they are listed under.
    pub roles: Vec<RoleId>,
    /// The way in, only where it is stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<RouteId>,
    /// Kinds of work, from the pack's list `work`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<TagId>,
    /// What they came from, from the pack's list `came_from`; empty where not stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub came_from: Vec<TagId>,
    /// What they did before, in words, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// How long they had served when it was published, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Where they worked.
    #[serde(default)]
    pub place: Place,
    /// One sentence for lists and the top of the page.
    pub summary: String,
    /// The story, theme by theme, in the order of the pack's list `themes`. May be empty for short entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub story: Vec<Passage>,
    /// Shown before a hard story: what it touches on, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_note: Option<String>,
    /// Where it was told, best first. Never empty.
    pub sources: Vec<SourceId>,
    /// When it was published.
    pub published: Published,
    /// Who checked that nothing known about the person's conduct speaks against showing them. Never shipped.
    #[serde(default, skip_serializing)]
    pub conduct_check: Option<ConductCheck>,
}

impl Person {
    /// Whether there is a story rather than a few facts.
    pub fn has_story(&self) -> bool {
        self.entry == Entry::Full
    }
}

/// Whether there is a story or only a few facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// A page with a story.
    Full,
    /// A few stated facts.
    Short,
}

/// Where somebody worked, as far as it was stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Boroughs; all of a unit's where the whole unit is meant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<AreaId>,
    /// The command unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The text names the borough only, and the unit follows from it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unit_is_our_reading: bool,
    /// Works for the whole city.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub everywhere: bool,
    /// What was said of the place beyond that: a ward, a base. In a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// One theme of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// From the pack's list `themes`.
    pub theme: TagId,
    /// One to four sentences, third person, no quotation.
    pub text: String,
}

/// A record that somebody looked for reasons not to show a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConductCheck {
    /// When.
    pub on: Date,
    /// By whom.
    pub by: String,
}

// How the compiled pack is read: the fields in the order above.
compact!(Person {
    id,
    slug,
    name,
    entry,
    then,
    roles,
    routes,
    work,
    came_from,
    before,
    service,
    place,
    summary,
    story,
    content_note,
    sources,
    published,
    conduct_check
});
compact!(Place { areas, unit, unit_is_our_reading, everywhere, detail });
compact!(Passage { theme, text });
compact!(ConductCheck { on, by });
compact_words!(Entry { "full" => Full, "short" => Short });
