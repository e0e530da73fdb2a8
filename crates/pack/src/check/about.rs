//! The pack itself: its id is its folder's name, its zone that of its rules.

use crate::draft::{Draft, Typed};
use crate::fault::Faults;

/// Checks what a pack says of itself.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: about, spot }) = &draft.about else { return };
    if let Some(folder) = draft.folder.id().filter(|folder| *folder != about.id) {
        let message =
            format!("the pack's id is \"{}\", but its folder is named \"{folder}\"", about.id);
        faults.error(spot.key("id"), message);
    }
    if let Some(rules) = &draft.rules
        && rules.value.territory != about.territory
    {
        let message = format!(
            "territory is \"{}\" here and \"{}\" in pack.json; both must be the same",
            rules.value.territory, about.territory
        );
        faults.error(rules.spot.key("territory"), message);
    }
}
