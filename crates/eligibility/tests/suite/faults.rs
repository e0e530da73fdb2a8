//! Rules that cannot be read: every fault with its place and a plain message.

use serde_json::{Value, json};

use crate::support::read;

fn check(rules: Value, expected: &[&str]) {
    let errors = read(rules).expect_err("the rules have a fault");
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(said, expected);
}

fn with(must: Value) -> Value {
    json!({
        "questions": [
            {"id": "height", "type": "int"}, {"id": "ok", "type": "bool"},
            {"id": "dob", "type": "date"}, {"id": "uk", "type": "periods"},
            {"id": "licence", "type": "one", "options": ["auto", "manual"]},
            {"id": "record", "type": "many", "options": ["caution", "prison"]},
        ],
        "facts": {"age": {"completed_years": {"from": "dob"}}},
        "roles": [{"id": "r", "criteria": [{"id": "c", "must": must, "else": "bar"}]}],
    })
}

#[test]
fn unknown_names_come_with_a_suggestion() {
    check(
        with(json!({"all": [{"q": "heigth", "at_least": 3}]})),
        &[
            "roles[0].criteria[0].must.all[0].q: unknown question \"heigth\"; did you mean \"height\"?",
        ],
    );
    check(
        with(json!({"q": "licence", "is": "automatic"})),
        &["roles[0].criteria[0].must.is: unknown option \"automatic\""],
    );
    check(
        with(json!({"fact": "ages", "at_least": 3})),
        &["roles[0].criteria[0].must.fact: unknown fact \"ages\"; did you mean \"age\"?"],
    );
    check(
        with(json!({"ref": "adult"})),
        &["roles[0].criteria[0].must.ref: unknown condition \"adult\""],
    );
    check(
        with(json!({"fact": "age", "at_least": {"param": "min_age"}})),
        &["roles[0].criteria[0].must.at_least.param: unknown parameter \"min_age\""],
    );
}

#[test]
fn comparisons_must_fit_what_they_compare() {
    let place = "roles[0].criteria[0].must";
    for (must, expected) in [
        (json!({"q": "ok", "at_least": 1}), ": \"ok\" can be compared with is only"),
        (json!({"q": "ok", "is": 1}), ".is: expected true or false"),
        (json!({"q": "dob", "at_least": 18}), ".at_least: expected a day like 2026-11-21"),
        (
            json!({"q": "uk", "at_least": 18}),
            ": \"uk\" can be compared with a days_covered or days_missing fact of it only",
        ),
        (
            json!({"q": "record", "is": "prison"}),
            ": \"record\" can be compared with has, or a count fact of it only",
        ),
        (
            json!({"q": "licence", "has": "auto"}),
            ": \"licence\" can be compared with is and one_of only",
        ),
        (json!({"q": "height", "between": [3, 2]}), ".between: the end comes before the start"),
        (
            json!({"q": "height"}),
            ": a condition is exactly one of: all, any, not, ref, or q (or fact) with one comparison",
        ),
        (json!({"all": []}), ".all: \"all\" must not be empty"),
    ] {
        check(with(must), &[&format!("{place}{expected}")]);
    }
}

#[test]
fn circles_are_refused() {
    check(
        json!({"conditions": {"a": {"ref": "b"}, "b": {"not": {"ref": "a"}}}}),
        &["conditions.b.not.ref: these refer to each other in a circle: a -> b"],
    );
    check(
        json!({"questions": [
            {"id": "a", "type": "bool", "ask_if": {"q": "b", "is": true}},
            {"id": "b", "type": "bool", "after": ["a"]},
        ]}),
        &["questions[0]: these refer to each other in a circle: a -> b -> a"],
    );
}

#[test]
fn versions_must_not_overlap() {
    check(
        json!({"parameters": {"p": [
            {"from": "2020-01-01", "to": "2022-01-01", "value": 1, "cite": []},
            {"from": "2021-01-01", "value": 2, "cite": []},
        ]}}),
        &["parameters.p: two versions of \"p\" hold on the same day"],
    );
    let criterion = |valid: Value| json!({"id": "c", "must": {"q": "ok", "is": true}, "else": "bar", "valid": valid});
    let mut rules = with(json!({"q": "ok", "is": true}));
    rules["roles"][0]["criteria"] =
        json!([criterion(json!({"to": "2027-01-02"})), criterion(json!({"from": "2027-01-01"})),]);
    check(rules, &["roles[0].criteria[1]: two versions of \"c\" hold on the same day"]);
}

#[test]
fn all_faults_are_told_at_once() {
    check(
        json!({
            "format": "rx-rules/2",
            "questions": [
                {"id": "a", "type": "one", "group": "x"},
                {"id": "a", "type": "bool", "min": 3},
            ],
            "facts": {"f": {}},
            "roles": [{"id": "r", "on": "start", "criteria": [{"id": "c", "else": "bar"}]}],
        }),
        &[
            "format: format \"rx-rules/2\"; this build reads \"rx-rules/1\"",
            "questions[0].group: unknown group \"x\"; did you mean \"g\"?",
            "questions[0].options: the list of options must not be empty",
            "questions[1].id: question \"a\" is declared twice",
            "questions[1].min: expected no limit for this type",
            "facts.f: exactly one way of computing the fact is missing",
            "roles[0].lead_days: lead_days is missing",
            "roles[0].criteria[0].must: what must hold is missing",
        ],
    );
}
