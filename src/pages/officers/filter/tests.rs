//! What an address shows, what each choice would leave, and that nothing leads to nothing.

use std::time::{Duration, Instant};

use serde_json::json;

use super::*;

/// People as `roles unit came-from theme`, with `-` for nothing.
fn pack(people: &[&str]) -> Pack {
    let ids = |text: &str| match text {
        "-" => vec![],
        _ => text.split(',').map(str::to_owned).collect::<Vec<_>>(),
    };
    let mut stories = serde_json::Map::new();
    let person = |(i, words): (usize, &&str)| {
        let words: Vec<&str> = words.split(' ').collect();
        let [roles, unit, from, theme] = words.as_slice() else { panic!("four words") };
        let place = match *unit {
            "-" => json!({}),
            EVERYWHERE => json!({ "everywhere": true }),
            "harrow" => json!({ "areas": ["harrow"] }),
            unit => json!({ "unit": unit }),
        };
        let story = ids(theme).iter().map(|theme| json!({ "theme": theme, "text": "." })).collect();
        let id = format!("p{i:03}");
        stories.insert(id.clone(), serde_json::Value::Array(story));
        json!({
            "id": id, "slug": format!("p{i}"), "name": "N", "entry": "full",
            "then": "Then", "roles": ids(roles), "came_from": ids(from), "place": place,
            "summary": "S", "sources": ["s"], "published": "2020"
        })
    };
    let people: Vec<_> = people.iter().enumerate().map(person).collect();
    let tags =
        |ids: &[&str]| -> Vec<_> { ids.iter().map(|id| json!({ "id": id, "name": id })).collect() };
    let unit = |id: &str| json!({ "id": id, "name": id });
    let none = json!({ "not_published": "2026-11-21" });
    let role = |id: &str| {
        let blocks = [
            "work",
            "week",
            "pay_note",
            "hours",
            "powers",
            "training",
            "skills",
            "hard",
            "place",
            "stages_note",
        ];
        let mut role = json!({
            "id": id, "code": "aa", "name": id, "short": id, "family": "f", "glyph": "lamp",
            "paid": "paid", "summary": "S",
            "status": { "state": "unknown", "text": "T", "published": "undated" },
            "next_step": { "text": "N", "url": "https://example.org/" }
        });
        for block in blocks {
            role[block] = none.clone();
        }
        role
    };
    let pack = json!({
        "format": model::pack::FORMAT, "shape": model::pack::SHAPE, "is_whole": true, "language": "en",
        "about": {
            "id": "t", "version": "1",
            "force": { "name": "F", "short": "F", "city": "C", "careers_url": "https://example.org/" },
            "read_on": "2026-11-21", "review_by": "2027-11-21", "territory": "Europe/London",
            "families": [], "work": [], "came_from": tags(&["special", "cadet"]),
            "themes": tags(&["hard-part", "advice"]), "topics": [], "contacts": [], "limits": []
        },
        "people": people, "stories": stories, "roles": [role("pc"), role("dc"), role("sc")],
        "career": { "ranks": [], "specialisms": [], "moves": [] },
        "rules": { "format": "", "version": "", "territory": "", "groups": [], "questions": [], "roles": [] },
        "texts": {}, "figures": { "figures": [], "series": [] },
        "areas": {
            "areas": [{ "id": "harrow", "name": "Harrow", "short": "HRW", "column": 0, "row": 0, "unit": "west" }],
            "units": [unit("east"), unit("west")], "sources": [], "note": ""
        },
        "proof": [], "synonyms": { "synonyms": [] }, "topics": { "topics": [] }, "glossary": [], "fit": { "statements": [] }, "sources": {}, "labels": {}
    });
    serde_json::from_value(pack).unwrap_or_else(|error| panic!("the test's pack: {error}"))
}

const PEOPLE: &[&str] = &[
    "pc east special hard-part",
    "pc harrow - advice,hard-part",
    "dc west cadet -",
    "pc,sc everywhere - advice",
    "dc - special hard-part",
];

/// What an address shows: who, and how many values were left out.
fn check(address: &str, people: &[usize], left_out: usize) {
    let pack = pack(PEOPLE);
    let (selection, dropped) = Selection::read(&Query::parse(address), &pack);
    let shown: Vec<String> =
        selection.people(&pack).iter().map(|person| person.slug.clone()).collect();
    let expected: Vec<String> = people.iter().map(|i| format!("p{i}")).collect();
    assert_eq!((shown, dropped), (expected, left_out), "{address}");
}

/// The choices of a facet as `value count`, a chosen one with `*`.
fn check_choices(address: &str, facet: Facet, expected: &[&str]) {
    let pack = pack(PEOPLE);
    let (selection, _) = Selection::read(&Query::parse(address), &pack);
    let choices = selection.choices(&pack, facet).into_iter();
    let shown: Vec<String> = choices
        .map(|c| format!("{} {}{}", c.value, c.count, if c.is_chosen { "*" } else { "" }))
        .collect();
    assert_eq!(shown, expected, "{address}");
}

/// The address after each toggle.
fn check_toggle(address: &str, facet: Facet, value: &str, expected: &str) {
    let pack = pack(PEOPLE);
    let query = Query::parse(address);
    let (selection, _) = Selection::read(&query, &pack);
    let toggled = selection.toggle(&pack, facet, value).write(&query).to_suffix();
    assert_eq!(toggled, expected, "{address} and {value}");
}

#[test]
fn nothing_chosen_shows_everybody() {
    check("", &[0, 1, 2, 3, 4], 0);
    check("?step=3", &[0, 1, 2, 3, 4], 0);
}

#[test]
fn values_of_one_facet_widen_and_facets_narrow() {
    check("?role=dc", &[2, 4], 0);
    check("?role=dc,sc", &[2, 3, 4], 0);
    check("?role=dc&role=sc", &[2, 3, 4], 0);
    check("?role=dc&came-from=special", &[4], 0);
    check("?area=everywhere", &[3], 0);
}

#[test]
fn a_borough_counts_for_its_command_unit() {
    check("?area=west", &[1, 2], 0);
}

#[test]
fn what_is_unknown_or_fits_nobody_is_left_out_and_counted() {
    check("?role=chief", &[0, 1, 2, 3, 4], 1);
    check("?role=pc,chief&theme=x,y", &[0, 1, 3], 3);
    check("?role=sc&area=east", &[3], 1);
    check("?role=pc,pc", &[0, 1, 3], 0);
    check("?role=%3Cscript%3E", &[0, 1, 2, 3, 4], 1);
}

#[test]
fn each_choice_says_whom_it_would_leave() {
    check_choices("", Facet::Role, &["pc 3", "dc 2", "sc 1"]);
    check_choices("?role=pc", Facet::Role, &["pc 3*", "dc 2", "sc 1"]);
    check_choices("?role=pc", Facet::Area, &["everywhere 1", "east 1", "west 1"]);
    check_choices("?role=pc", Facet::CameFrom, &["special 1", "cadet 0"]);
    check_choices("?came-from=special", Facet::Role, &["pc 1", "dc 1", "sc 0"]);
}

#[test]
fn a_value_that_nobody_has_is_not_offered() {
    check_choices("", Facet::Work, &[]);
}

#[test]
fn choosing_and_unchoosing_changes_the_address_only_for_the_facets() {
    check_toggle("?x=1", Facet::Role, "dc", "?x=1&role=dc");
    check_toggle("?role=dc", Facet::Role, "pc", "?role=pc,dc");
    check_toggle("?role=pc,dc", Facet::Role, "pc", "?role=dc");
    check_toggle("?role=dc", Facet::Role, "dc", "");
}

#[test]
fn no_choice_leads_to_nothing() {
    check_toggle("?role=sc", Facet::Area, "east", "?role=sc");
    // Only the detective is of the west and a cadet before; the constable would stay alone.
    check_toggle("?role=pc,dc&came-from=cadet", Facet::Role, "dc", "?came-from=cadet");
}

#[test]
fn every_two_steps_leave_somebody() {
    let pack = pack(PEOPLE);
    let steps = |selection: &Selection| -> Vec<Selection> {
        let choices = Facet::ALL.into_iter().flat_map(|facet| selection.choices(&pack, facet));
        choices.map(|c| selection.toggle(&pack, c.facet, &c.value)).collect()
    };
    for first in steps(&Selection::default()) {
        for second in steps(&first) {
            for third in steps(&second) {
                assert!(!third.people(&pack).is_empty(), "{third:?}");
            }
        }
    }
}

#[test]
fn five_hundred_people_are_sorted_out_at_once() {
    let many: Vec<&str> = (0..500).map(|i| PEOPLE[i % PEOPLE.len()]).collect();
    let pack = pack(&many);
    let query = Query::parse("?role=pc,dc&area=east,west&theme=hard-part,advice");
    let start = Instant::now();
    let (selection, _) = Selection::read(&query, &pack);
    let choices: usize =
        Facet::ALL.into_iter().map(|facet| selection.choices(&pack, facet).len()).sum();
    assert_eq!((selection.people(&pack).len(), choices), (200, 10));
    assert!(start.elapsed() < Duration::from_millis(50), "{:?}", start.elapsed());
}
