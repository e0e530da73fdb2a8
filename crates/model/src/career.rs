//! Ranks, specialisms, and the moves between roles.

use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::compact::{Compact, Faults, Value, compact};
use crate::date::Published;
use crate::id::{RoleId, SourceId, TagId};

/// `career.json`: what comes after getting in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Career {
    /// The ladder, lowest first.
    pub ranks: Vec<Rank>,
    /// Fields an officer can move into after probation.
    pub specialisms: Vec<Specialism>,
    /// Every known step from one place to another.
    pub moves: Vec<Move>,
}

/// A step of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rank {
    /// As in moves: `sergeant`.
    pub id: TagId,
    /// "Sergeant".
    pub name: String,
    /// What the rank does, and how one reaches it.
    pub what: Vec<Claim>,
}

/// A field an officer can move into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Specialism {
    /// As in moves: `firearms`.
    pub id: TagId,
    /// "Firearms".
    pub name: String,
    /// What it is and what the move asks for. Says so where no requirement was found.
    pub what: Vec<Claim>,
}

/// A step from one place to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// From where.
    pub from: Station,
    /// To where.
    pub to: Station,
    /// How, in a sentence. "Not a route" moves are not listed here but said in the role.
    pub how: String,
    /// Never empty unless `our_reading`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// When it was published.
    pub published: Published,
    /// It follows from the sources rather than standing in them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub our_reading: bool,
}

/// A place in the graph of moves.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Station {
    /// A role of the pack.
    Role(RoleId),
    /// A rank.
    Rank(TagId),
    /// A specialism.
    Specialism(TagId),
    /// Something outside: "armed forces", "another force".
    Outside(String),
}

// How the compiled pack is read: the fields in the order above.
compact!(Career { ranks, specialisms, moves });
compact!(Rank { id, name, what });
compact!(Specialism { id, name, what });
compact!(Move { from, to, how, sources, published, our_reading });

impl Compact for Station {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        match value.variant(faults) {
            ("role", content) => Self::Role(RoleId::read(content, faults)),
            ("rank", content) => Self::Rank(TagId::read(content, faults)),
            ("specialism", content) => Self::Specialism(TagId::read(content, faults)),
            (name, content) => {
                if name != "outside" {
                    faults.note("a station was expected that this build knows");
                }
                Self::Outside(String::read(content, faults))
            }
        }
    }
}
