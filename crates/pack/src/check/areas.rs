//! Areas: a tile each, a unit each, a name each.

use std::collections::{BTreeMap, BTreeSet};

use crate::draft::{Draft, Typed};
use crate::fault::Faults;

/// How far the grid of tiles may reach.
const MAX_TILE: u8 = 15;

/// Checks the areas of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: areas, spot }) = &draft.areas else { return };
    let mut tiles: BTreeMap<(u8, u8), &str> = BTreeMap::new();
    let (mut names, mut shorts) = (BTreeSet::new(), BTreeSet::new());
    for (index, area) in areas.areas.iter().enumerate() {
        let at = spot.key("areas").index(index);
        if let Some(other) = tiles.insert((area.column, area.row), area.name.as_str()) {
            let message = format!(
                "{} and {other} stand on one tile, column {} row {}",
                area.name, area.column, area.row
            );
            faults.error(at.key("column"), message);
        }
        if area.column > MAX_TILE || area.row > MAX_TILE {
            let message = format!(
                "a tile at column {} row {}; allowed: up to {MAX_TILE}",
                area.column, area.row
            );
            faults.error(at.key("column"), message);
        }
        if !names.insert(area.name.as_str()) {
            faults.error(at.key("name"), format!("the name \"{}\" stands twice", area.name));
        }
        if !shorts.insert(area.short.as_str()) {
            faults
                .error(at.key("short"), format!("the short name \"{}\" stands twice", area.short));
        }
        if area.short.chars().count() != 3 {
            let message = format!("the short name \"{}\" has not three letters", area.short);
            faults.error(at.key("short"), message);
        }
    }
    for (index, unit) in areas.units.iter().enumerate() {
        if !areas.areas.iter().any(|area| area.unit == unit.id) {
            let message = format!("the unit \"{}\" has no area", unit.id);
            faults.error(spot.key("units").index(index).key("id"), message);
        }
    }
}
