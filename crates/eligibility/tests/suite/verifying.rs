//! Rules that can be read but do not make sense.

use eligibility::verify::{suggest_scenarios, verify};
use engine_bench::defects;
use serde_json::{Value, json};

use crate::bench_set;
use crate::support::quiz;

fn check(rules: Value, expected: &[&str]) {
    let found: Vec<String> = verify(&quiz(rules)).iter().map(|f| f.what.to_string()).collect();
    assert_eq!(found, expected);
}

#[test]
fn sound_rules_have_no_findings() {
    check(
        json!({
            "questions": [{"id": "dob", "type": "date", "min": "1940-01-01"}, {"id": "b", "type": "bool"}],
            "facts": {"age": {"completed_years": {"from": "dob"}}},
            "roles": [{"id": "r", "criteria": [
                {"id": "age", "must": {"fact": "age", "at_least": 18}, "else": "not_yet"},
                {"id": "b", "must": {"q": "b", "is": true}, "else": "bar"},
            ]}],
        }),
        &[],
    );
}

#[test]
fn what_makes_no_sense_is_found_with_its_cause() {
    check(
        json!({
            "questions": [
                {"id": "dob", "type": "date", "min": "1940-01-01"},
                {"id": "b", "type": "bool"}, {"id": "unused", "type": "bool"},
                {"id": "hidden", "type": "bool", "ask_if": {"all": [{"q": "b", "is": true}, {"q": "b", "is": false}]}},
                {"id": "list", "type": "many", "options": ["x", "y"]},
            ],
            "facts": {"age": {"completed_years": {"from": "dob"}}},
            "parameters": {"p": [{"from": "2020-01-01", "to": "2027-01-01", "value": 18, "cite": []}]},
            "roles": [
                {"id": "one", "criteria": [
                    {"id": "always", "must": {"fact": "age", "at_most": -1}, "else": "bar"},
                    {"id": "b", "must": {"q": "b", "is": true}, "else": "bar"},
                ]},
                {"id": "two", "criteria": [
                    {"id": "young", "must": {"fact": "age", "at_least": 19}, "else": "not_yet"},
                    {"id": "younger", "must": {"fact": "age", "at_least": {"param": "p"}}, "else": "not_yet"},
                    {"id": "b", "must": {"q": "b", "is": true}, "else": "bar"},
                    {"id": "list", "must": {"not": {"q": "list", "has": "x"}}, "else": "people"},
                    {"id": "old", "must": {"not": {"fact": "age", "at_most": 17}}, "else": "people"},
                ]},
            ],
        }),
        &[
            "role \"one\", criterion \"always\": fails whatever is answered",
            "role \"two\", criterion \"younger\": changes no verdict, covered by young",
            "role \"two\", criterion \"old\": changes no verdict, covered by younger",
            "question \"unused\": no role depends on it",
            "question \"hidden\": its ask_if can never hold",
            "question \"list\", option \"y\": no role depends on it",
            "parameter \"p\" has no value on this day",
            "\"age\": 18 lies between two limits; is one of them off by one?",
        ],
    );
}

#[test]
fn a_question_that_comes_too_late_to_matter_is_found() {
    // Whoever is barred is refused whatever the reason was, and only they are asked for it.
    check(
        json!({
            "questions": [
                {"id": "barred", "type": "bool"}, {"id": "fit", "type": "bool"},
                {"id": "reason", "type": "bool", "ask_if": {"q": "barred", "is": true}},
            ],
            "roles": [{"id": "r", "criteria": [
                {"id": "barred", "must": {"q": "barred", "is": false}, "else": "bar"},
                {"id": "fit", "else": "not_yet", "must": {"all": [
                    {"q": "fit", "is": true},
                    {"any": [{"q": "barred", "is": false}, {"q": "reason", "is": true}]},
                ]}},
            ]}],
        }),
        &["question \"reason\": whenever it could be asked, every role is decided without it"],
    );
}

#[test]
fn gaps_and_contradictions_are_found() {
    let age = |valid: Value| json!({"id": "b", "must": {"q": "b", "is": true}, "else": "bar", "valid": valid});
    check(
        json!({
            "questions": [{"id": "b", "type": "bool"}],
            "constraints": [
                {"if": {"q": "b", "is": true}, "then": {"q": "b", "is": false}},
                {"if": {"q": "b", "is": false}, "then": {"q": "b", "is": true}},
            ],
            "roles": [
                {"id": "r", "criteria": [age(json!({"to": "2027-01-01"})), age(json!({"from": "2027-02-01"}))]},
                {"id": "gone", "valid": {"to": "2020-01-01"}, "criteria": []},
            ],
        }),
        &[
            "role \"r\", criterion \"b\": no version holds from 2027-01-01 until before 2027-02-01",
            "role \"gone\" exists on no day from now on",
            "no answers satisfy all constraints",
        ],
    );
}

#[test]
fn scenarios_are_suggested_on_both_sides_of_a_limit() {
    let quiz = quiz(json!({
        "questions": [{"id": "dob", "type": "date", "min": "1940-01-01"}, {"id": "b", "type": "bool"}],
        "facts": {"age": {"completed_years": {"from": "dob"}}},
        "roles": [{"id": "r", "criteria": [
            {"id": "age", "must": {"fact": "age", "at_least": 18}, "else": "not_yet"},
            {"id": "b", "must": {"q": "b", "is": true}, "else": "bar"},
        ]}],
    }));
    let pairs = suggest_scenarios(&quiz);
    let dates: Vec<String> = [&pairs[0].met, &pairs[0].fails]
        .iter()
        .map(|(answers, headline)| format!("{:?} {headline}", answers.get(&"dob".into()).unwrap()))
        .collect();
    assert!(dates[0].contains("2008") && dates[0].contains("Some(11), day: Some(21)"), "{dates:?}");
    assert!(dates[1].contains("2008") && dates[1].contains("Some(11), day: Some(22)"), "{dates:?}");
    assert_eq!(pairs.len(), 2);
}

#[test]
fn all_seeded_mistakes_are_found_and_nothing_else() {
    let (ruleset, seeded) = (bench_set::data("ruleset.json"), bench_set::data("defects.json"));
    assert_eq!(defects::findings(&ruleset).unwrap(), Vec::<String>::new());
    let (found, missed) = defects::count(&ruleset, &seeded).unwrap();
    assert_eq!((found, missed), (14, Vec::new()));
}
