//! Statements with their evidence: nothing is said without a source and a date.

use serde::{Deserialize, Serialize};

use crate::compact::{Compact, Faults, Value, compact};
use crate::date::{Date, Published};
use crate::id::SourceId;

/// One statement in our own words, with where and when it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// One to three plain sentences. No quotation, no money (that is a [`crate::role::Pay`] or a figure).
    pub text: String,
    /// What it rests on, best first. Never empty.
    pub sources: Vec<SourceId>,
    /// When it was published, as exactly as is known.
    pub published: Published,
    /// When we read it, if not on the pack's own day of reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_on: Option<Date>,
    /// From when it must be read again, if not a year after `read_on`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// The sources do not say this outright; it follows from them. Shown as "our reading".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub our_reading: bool,
}

/// A part of a page that every role has: claims, or the plain word that nothing was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// What is published. Never empty.
    Claims(Vec<Claim>),
    /// We looked and saw nothing published; the day we last looked.
    NotPublished(Date),
}

impl Block {
    /// The claims, or none.
    pub fn claims(&self) -> &[Claim] {
        match self {
            Self::Claims(claims) => claims,
            Self::NotPublished(_) => &[],
        }
    }
}

// How the compiled pack is read: the fields in the order above.
compact!(Claim { text, sources, published, read_on, review_by, our_reading });

impl Compact for Block {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        match value.variant(faults) {
            ("not_published", content) => Self::NotPublished(Date::read(content, faults)),
            ("claims", content) => Self::Claims(Vec::read(content, faults)),
            _ => {
                faults.note("a block was expected that this build knows");
                Self::Claims(Vec::new())
            }
        }
    }
}
