//! Themes and topics: each is told by somebody, and a topic names passages that exist.

use std::collections::BTreeSet;

use crate::draft::{Draft, Typed};
use crate::fault::Faults;
use crate::part::Part;

/// Checks the themes and topics of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    // A story that cannot be read may tell of anything.
    let files = draft.folder.files.keys().filter(|path| Part::of(path) == Some(Part::Person));
    if draft.people.is_empty() || files.count() != draft.people.len() {
        return;
    }
    let told: BTreeSet<(&str, &str)> = draft
        .people
        .iter()
        .flat_map(|person| {
            let story = person.value.story.iter();
            story.map(|passage| (person.value.id.as_str(), passage.theme.as_str()))
        })
        .collect();
    topics(draft, &told, faults);
    let Some(Typed { value: about, spot }) = &draft.about else { return };
    for (index, theme) in about.themes.iter().enumerate() {
        if !told.iter().any(|(_, other)| *other == theme.id.as_str()) {
            let message = format!("nobody tells about the theme \"{}\"", theme.id);
            faults.warning(spot.key("themes").index(index).key("id"), message);
        }
    }
    let Some(Typed { value: topics, .. }) = &draft.topics else { return };
    for (index, tag) in about.topics.iter().enumerate() {
        if !topics.topics.iter().any(|topic| topic.topic == tag.id && !topic.passages.is_empty()) {
            let message = format!("nobody speaks of the topic \"{}\" (topics.json)", tag.id);
            faults.warning(spot.key("topics").index(index).key("id"), message);
        }
    }
}

fn topics(draft: &Draft<'_>, told: &BTreeSet<(&str, &str)>, faults: &mut Faults) {
    let Some(Typed { value: topics, spot }) = &draft.topics else { return };
    let mut seen = BTreeSet::new();
    for (index, topic) in topics.topics.iter().enumerate() {
        let at = spot.key("topics").index(index);
        if !seen.insert(topic.topic.as_str()) {
            let message = format!("the topic \"{}\" stands twice", topic.topic);
            faults.error(at.key("topic"), message);
        }
        let mut named = BTreeSet::new();
        for (place, telling) in topic.passages.iter().enumerate() {
            let here = at.key("passages").index(place);
            let passage = (telling.person.as_str(), telling.theme.as_str());
            let is_person = draft.people.iter().any(|person| person.value.id == telling.person);
            // A person who does not exist is told of by `names`.
            if is_person && !told.contains(&passage) {
                let message = format!(
                    "the story of \"{}\" has no passage under \"{}\"",
                    telling.person, telling.theme
                );
                faults.error(here.key("theme"), message);
            }
            if !named.insert(passage) {
                faults.error(here, "this passage stands twice under its topic");
            }
        }
    }
}
