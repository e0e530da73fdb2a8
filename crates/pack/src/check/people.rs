//! People: joined to what they do, told in order, and gone when withdrawn.

use std::collections::{BTreeMap, BTreeSet};

use model::person::Entry;

use crate::draft::{Draft, Typed};
use crate::fault::Faults;
use crate::part::{Part, stem};

/// Checks the people of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    withdrawn(draft, faults);
    stories(draft, faults);
    places(draft, faults);
    routes(draft, faults);
    names(draft, faults);
    for person in &draft.people {
        if person.value.conduct_check.is_none() {
            let message = "no conduct_check: nobody has noted that nothing known speaks against showing this person";
            faults.warning(person.spot, message);
        }
    }
}

fn withdrawn(draft: &Draft<'_>, faults: &mut Faults) {
    let ids: BTreeSet<&str> = draft
        .seen
        .texts
        .iter()
        .filter(|text| text.owner == "Withdrawn" && text.key == "ids")
        .map(|text| text.text)
        .collect();
    for text in &draft.seen.texts {
        if text.kind == "PersonId" && text.owner != "Withdrawn" && ids.contains(text.text) {
            let message = format!(
                "the id \"{}\" is withdrawn (withdrawn.json); take this out, and never use the id again",
                text.text
            );
            faults.error(text.spot, message);
        }
    }
    // A file that is no JSON still holds the person.
    for path in draft.folder.files.keys() {
        let unread = Part::of(path) == Some(Part::Person) && !draft.documents.contains_key(path);
        if unread && ids.contains(stem(path)) {
            let message = format!("the id \"{}\" is withdrawn; delete this file", stem(path));
            faults.file_error(&draft.folder.shown(path), (1, 1), message);
        }
    }
}

fn stories(draft: &Draft<'_>, faults: &mut Faults) {
    let themes = draft.about.iter().flat_map(|about| &about.value.themes);
    let order: BTreeMap<&str, usize> =
        themes.enumerate().map(|(place, theme)| (theme.id.as_str(), place)).collect();
    for Typed { value: person, spot } in &draft.people {
        if person.entry == Entry::Full && person.story.is_empty() {
            let message = "a full entry without a story; tell one, or make the entry \"short\"";
            faults.error(spot.at_key("entry"), message);
        }
        let mut last: Option<(usize, &str)> = None;
        for (index, passage) in person.story.iter().enumerate() {
            let theme = passage.theme.as_str();
            let Some(place) = order.get(theme).copied() else { continue };
            let at = spot.key("story").index(index).key("theme");
            match last {
                Some((before, _)) if before == place => {
                    faults.error(at, format!("the theme \"{theme}\" stands twice in this story"));
                }
                Some((before, other)) if before > place => {
                    let message = format!(
                        "the theme \"{theme}\" stands after \"{other}\"; keep to the order of themes in pack.json"
                    );
                    faults.error(at, message);
                }
                _ => {}
            }
            last = Some((place, theme));
        }
    }
}

fn places(draft: &Draft<'_>, faults: &mut Faults) {
    let areas = draft.areas.iter().flat_map(|areas| &areas.value.areas);
    let unit_of: BTreeMap<&str, &str> =
        areas.map(|area| (area.id.as_str(), area.unit.as_str())).collect();
    for Typed { value: person, spot } in &draft.people {
        let place = &person.place;
        let at = spot.key("place");
        for (index, area) in place.areas.iter().enumerate() {
            let (Some(unit), Some(of)) = (&place.unit, unit_of.get(area.as_str())) else {
                continue;
            };
            if unit.as_str() != *of {
                let message = format!(
                    "{area} belongs to the unit \"{of}\" (areas.json), but the person's unit is \"{unit}\""
                );
                faults.error(at.key("areas").index(index), message);
            }
        }
        if place.unit_is_our_reading && (place.unit.is_none() || place.areas.is_empty()) {
            let message = "unit_is_our_reading needs both: the areas that were named, and the unit that follows";
            faults.error(at.at_key("unit_is_our_reading"), message);
        }
        if place.everywhere && (place.unit.is_some() || !place.areas.is_empty()) {
            let message = "everywhere beside areas or a unit; only one of them can be meant";
            faults.error(at.at_key("everywhere"), message);
        }
    }
}

fn routes(draft: &Draft<'_>, faults: &mut Faults) {
    let mut role_of: BTreeMap<&str, &str> = BTreeMap::new();
    for role in &draft.roles {
        for route in &role.value.routes {
            role_of.insert(route.id.as_str(), role.value.id.as_str());
        }
    }
    for Typed { value: person, spot } in &draft.people {
        for (index, route) in person.routes.iter().enumerate() {
            let Some(role) = role_of.get(route.as_str()) else { continue };
            // Somebody may have come in by one role and do another now; the one is then listed too.
            if !person.roles.iter().any(|own| own.as_str() == *role) {
                let message = format!(
                    "the route \"{route}\" leads into the role \"{role}\", which is not among this person's roles"
                );
                faults.error(spot.key("routes").index(index), message);
            }
        }
    }
}

fn names(draft: &Draft<'_>, faults: &mut Faults) {
    let mut first: BTreeMap<String, &Typed<'_, _>> = BTreeMap::new();
    for person in &draft.people {
        let value = &person.value;
        if let Some(other) = first.insert(value.name.to_lowercase(), person) {
            let other: &Typed<'_, model::person::Person> = other;
            let message = format!(
                "the name \"{}\" stands at {} as well; is it the same person?",
                value.name,
                other.spot.key("name").shown()
            );
            faults.warning(person.spot.key("name"), message);
        }
        // A title may be left out, and a number added where the slug is taken.
        let wanted = slug(&value.name);
        let is_of_name = |word: &str| wanted.split('-').any(|other| other == word);
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        if !value.slug.split('-').all(|word| is_of_name(word) || is_number(word)) {
            let message = format!(
                "the slug \"{}\" is not made from the name \"{}\"; allowed: words of {wanted}",
                value.slug, value.name
            );
            faults.warning(person.spot.key("slug"), message);
        }
    }
}

/// A name as part of an address: `Imran Al-Hadad` gives `imran-al-hadad`.
fn slug(name: &str) -> String {
    let lower = name.to_lowercase().replace(['\'', '’'], "");
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
