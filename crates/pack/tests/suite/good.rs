//! A pack without faults: it is clean, it compiles, in every language.

use std::collections::{BTreeMap, BTreeSet};

use model::Pack;
use pack::{Folder, schema};

use crate::fixture;

fn compiled(language: &str) -> Pack {
    let labels = BTreeMap::from([("quiz.start".to_owned(), "Start {count} questions".to_owned())]);
    let (pack, faults) =
        pack::compile(&fixture::good(), labels, language).expect("it has no fault");
    assert_eq!(faults, []);
    pack
}

#[test]
fn the_good_pack_is_clean() {
    assert_eq!(pack::check(&fixture::good()), []);
}

#[test]
fn a_compiled_pack_is_sorted_and_has_nothing_for_editors() {
    let pack = compiled("en");
    let names: Vec<&str> = pack.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Robin Osei-Lane", "Sam"]);
    let roles: Vec<&str> = pack.roles.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(roles, ["pc", "sc"]);
    assert_eq!((pack.format.as_str(), pack.language.as_str()), (model::pack::FORMAT, "en"));
    let (first, rest) = pack::to_texts(pack.clone()).unwrap();
    for word in ["conduct_check", "p900", "too-young", "Editor"] {
        assert!(!first.contains(word) && !rest.contains(word), "{word} is shipped");
    }
    let first: Pack = model::compact::from_text(&first).unwrap();
    assert_eq!(first.join(model::compact::from_text(&rest).unwrap()), pack);
    assert!(pack::count::of(&pack).contains(&("criteria", 7)));
}

#[test]
fn a_language_without_texts_is_refused() {
    let faults = pack::compile(&fixture::good(), BTreeMap::new(), "cy").unwrap_err();
    assert!(faults[0].to_string().contains("no texts/cy.json"), "{}", faults[0]);
}

#[test]
fn a_source_that_only_a_scenario_would_need_is_not_shipped() {
    let pack = compiled("en");
    let used: BTreeSet<&str> = pack.sources.keys().map(|id| id.as_str()).collect();
    assert_eq!(used, BTreeSet::from(["careers", "gazette-osei-lane", "law"]));
}

/// All texts of a pack, with the way to each.
fn texts(pack: &Pack) -> BTreeMap<String, String> {
    fn collect(at: &str, value: &serde_json::Value, texts: &mut BTreeMap<String, String>) {
        match value {
            serde_json::Value::String(text) => {
                texts.insert(at.to_owned(), text.clone());
            }
            serde_json::Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    collect(&format!("{at}/{index}"), item, texts);
                }
            }
            serde_json::Value::Object(members) => {
                for (key, item) in members {
                    collect(&format!("{at}/{key}"), item, texts);
                }
            }
            _ => {}
        }
    }
    let mut texts = BTreeMap::new();
    collect("", &serde_json::to_value(pack).unwrap(), &mut texts);
    texts
}

#[test]
fn pseudo_languages_change_words_and_leave_names() {
    let english = texts(&compiled("en"));
    for language in ["en-XA", "ar-XB"] {
        let pseudo = texts(&compiled(language));
        assert!(pseudo.keys().eq(english.keys()), "{language} has other keys");
        let unchanged = |end: &str| {
            let (at, text) = english.iter().find(|(at, _)| at.ends_with(end)).expect(end);
            assert_eq!(&pseudo[at], text, "{language}: {at}");
        };
        for end in [
            "people/0/name",
            "people/0/id",
            "people/0/slug",
            "publisher",
            "/url",
            "careers_url",
            "/published",
            "questions/2/options/0",
            "rules/rules/0/topic",
            "/force/name",
            "areas/areas/0/name",
        ] {
            unchanged(end);
        }
        let changed = |end: &str, keeps: &str| {
            let (at, text) = english.iter().find(|(at, _)| at.ends_with(end)).expect(end);
            assert_ne!(&pseudo[at], text, "{language}: {at}");
            assert!(pseudo[at].contains(keeps), "{language}: {} lacks {keeps}", pseudo[at]);
        };
        changed("people/0/summary", "");
        changed("stories/p001/0/text", "");
        changed("rule.age.not_met", "{date}");
        changed("rule.age.open", "{value}");
        changed("quiz.start", "{count}");
        changed("families/0/name", "");
        changed("statements/0/text", "");
    }
}

#[test]
fn the_committed_schemas_follow_from_the_types() {
    let path = fixture::folder().join("../../../../content/schema");
    let committed = Folder::read(&path).expect("content/schema is part of the repository");
    let stale = schema::stale(&committed.files);
    let remedy = "cargo xtask check --write-schemas";
    assert!(stale.is_empty(), "{stale:?}; renew them with\n{remedy}");
}

#[test]
fn a_source_that_was_read_later_brings_newer_facts() {
    let change = |pack: &mut Folder, file: &str, find: &str, put: &str| {
        let text = String::from_utf8(pack.files[file].clone()).unwrap();
        assert!(text.contains(find), "{file} lacks {find}");
        pack.files.insert(file.to_owned(), text.replacen(find, put, 1).into_bytes());
    };
    let mut pack = fixture::good();
    let (find, put) = ("\"published\": \"2020-11-13\"", "\"published\": \"2026-12-01\"");
    change(&mut pack, "people/p001.json", find, put);
    let told = pack::check(&pack);
    assert!(told.iter().any(|fault| fault.message.contains("its own read_on")), "{told:?}");
    // The day stands with the source once; what rests on it needs none of its own.
    let (find, put) = ("\"kind\": \"press\"", "\"read_on\": \"2026-12-02\", \"kind\": \"press\"");
    change(&mut pack, "sources.json", find, put);
    assert_eq!(pack::check(&pack), []);
}

#[test]
fn findings_that_are_meant_are_told_to_visitors_with_the_reason() {
    let mut pack = fixture::good();
    let change = |file: &str, find: &str, put: &str, pack: &mut Folder| {
        let text = String::from_utf8(pack.files[file].clone()).unwrap();
        assert!(text.contains(find), "{file} lacks {find}");
        pack.files.insert(file.to_owned(), text.replacen(find, put, 1).into_bytes());
    };
    let never = "{ \"fact\": \"days_abroad\", \"at_least\": 0 }";
    change("rules.json", "{ \"fact\": \"days_abroad\", \"at_most\": 365 }", never, &mut pack);
    let meant = "\"meant\": [{ \"findings\": [\"never-fails/sc/study\"], \"because\": \"It is to come.\" }],\n  \"scenarios\": [";
    change("scenarios.json", "\"scenarios\": [", meant, &mut pack);
    let people = "{ \"roles\": [\"sc\"], \"headline\": \"people\", \"reasons\": [\"study\"] }";
    let fine = "{ \"roles\": [\"sc\"], \"headline\": \"eligible\" }";
    change("scenarios.json", people, fine, &mut pack);
    let (pack, _) = pack::compile(&pack, BTreeMap::new(), "en").expect("nothing is unexplained");
    let said = |label: &str| {
        let lines = pack.proof.iter().filter(|line| line.label == label);
        lines.map(|line| line.value.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(said("findings"), ["0"]);
    assert_eq!(said("people"), ["4"]);
    assert_eq!(said("meant"), ["It is to come."]);
}

#[test]
fn the_example_of_answers_has_the_form_that_is_published() {
    let text = include_str!("../../../../docs/examples/answers.json");
    let file: pack::exchange::AnswersFile = serde_json::from_str(text).unwrap();
    assert_eq!(file.pack.as_deref(), Some("met"));
    let unknown = text.replace("\"answers\"", "\"answer\"");
    assert!(serde_json::from_str::<pack::exchange::AnswersFile>(&unknown).is_err());
}
