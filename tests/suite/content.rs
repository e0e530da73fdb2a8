//! The Met pack: it compiles, says what it must say, and can be written and read back.

use std::rc::Rc;

use crate::project::met;
use recruitment_explorer::platform::pack_source;

#[test]
fn the_pack_holds_what_was_asked_for() {
    let pack = met("en");
    let slugs: Vec<&str> = pack.people.iter().map(|person| person.slug.as_str()).collect();
    assert!(slugs.len() >= 60, "{} people", slugs.len());
    for founder in ["imran-al-hadad", "amasjit-thind", "kat-wallace", "jayden-kamber"] {
        assert!(slugs.contains(&founder), "{founder} is missing");
    }
    let stories = pack.people.iter().filter(|person| person.has_story()).count();
    assert!(stories >= 45, "{stories} people are told in full");
    assert_eq!(pack.roles.len(), 10);
    assert!(pack.glossary.len() >= 40, "{} terms", pack.glossary.len());
    assert_eq!(pack.rules.roles.len(), 14, "ways in that are judged");
}

/// Ids say nothing about a person.
#[test]
fn ids_of_people_are_opaque() {
    for person in &met("en").people {
        let id = person.id.as_str();
        let is_opaque = id.starts_with('p') && id[1..].bytes().all(|byte| byte.is_ascii_digit());
        assert!(is_opaque, "{id}");
    }
}

#[test]
fn what_is_written_for_the_browser_is_read_back() {
    let whole = met("en");
    let (first, rest) = pack::to_texts((*whole).clone())
        .unwrap_or_else(|error| panic!("writing the pack: {error}"));
    let first = pack_source::read(&first).unwrap_or_else(|error| panic!("{error}"));
    let rest = pack_source::read_rest(&rest).unwrap_or_else(|error| panic!("{error}"));
    assert!(Rc::new(first.join(rest)) == whole, "the pack read is not the pack written");
}

/// REQ-PRV-9: every personal question belongs to a group that says so before.
#[test]
fn every_personal_group_is_announced() {
    let pack = met("en");
    let text = |path: String| pack.texts.get(&path).map_or(0, |text| text.len());
    let personal: Vec<_> = pack.rules.groups.iter().filter(|group| group.sensitive).collect();
    assert!(personal.len() >= 3);
    for group in personal {
        assert!(text(format!("group.{}.intro", group.id)) > 40, "{}", group.id);
    }
    let last = pack.rules.groups.iter().rev().take_while(|group| group.sensitive).count();
    let all = pack.rules.groups.iter().filter(|group| group.sensitive).count();
    assert_eq!(last, all, "personal groups come last");
}
