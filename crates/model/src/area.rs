//! Where: boroughs as tiles, and the command units they belong to.

use serde::{Deserialize, Serialize};

use crate::compact::compact;
use crate::id::{AreaId, SourceId, UnitId};

/// `areas.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Areas {
    /// Every borough, by name.
    pub areas: Vec<Area>,
    /// Every command unit, by name.
    pub units: Vec<CommandUnit>,
    /// What the grouping rests on.
    pub sources: Vec<SourceId>,
    /// What to beware of, in a sentence.
    pub note: String,
}

/// A borough as a tile: our own arrangement, neighbours as near as possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// As in people: `barking-and-dagenham`.
    pub id: AreaId,
    /// "Barking and Dagenham".
    pub name: String,
    /// Three letters for the tile.
    pub short: String,
    /// Column of the tile, from 0 in the west.
    pub column: u8,
    /// Row of the tile, from 0 in the north.
    pub row: u8,
    /// Its command unit.
    pub unit: UnitId,
}

/// A group of boroughs under one command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommandUnit {
    /// As in people: `south-east`.
    pub id: UnitId,
    /// "South East".
    pub name: String,
    /// The name was not seen in a source that can be linked; it is the usual one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub name_unconfirmed: bool,
}

// How the compiled pack is read: the fields in the order above.
compact!(Areas { areas, units, sources, note });
compact!(Area { id, name, short, column, row, unit });
compact!(CommandUnit { id, name, name_unconfirmed });
