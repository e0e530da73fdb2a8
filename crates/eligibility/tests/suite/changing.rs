//! What would change a verdict.

use serde_json::json;

use crate::support::{answers, quiz};
use eligibility::{Prospect, Quiz, Target};

fn officer() -> Quiz {
    quiz(json!({
        "questions": [
            {"id": "dob", "type": "date", "min": "1940-01-01"},
            {"id": "licence", "type": "one", "options": ["none", "auto", "manual"], "change": "act", "effort": 2},
            {"id": "education", "type": "one", "options": ["none", "a-levels", "degree"], "change": "act", "effort": 5},
            {"id": "service", "type": "int", "min": 0, "max": 40, "change": "act", "effort": 3},
            {"id": "interests", "type": "many", "options": ["business", "party"], "change": "act"},
            {"id": "barred", "type": "bool"},
        ],
        "facts": {"age": {"completed_years": {"from": "dob"}}},
        "roles": [{"id": "r", "criteria": [
            {"id": "age", "must": {"fact": "age", "at_least": 18}, "else": "not_yet"},
            {"id": "licence", "must": {"not": {"q": "licence", "is": "none"}}, "else": "not_yet"},
            {"id": "education", "else": "not_yet", "must": {"any": [
                {"q": "education", "one_of": ["a-levels", "degree"]}, {"q": "service", "at_least": 2},
            ]}},
            {"id": "party", "must": {"not": {"q": "interests", "has": "party"}}, "else": "bar"},
            {"id": "barred", "must": {"q": "barred", "is": false}, "else": "bar"},
        ]}],
    }))
}

fn say(prospect: &Prospect) -> String {
    let to = |target: &Target| match target {
        Target::Bool(value) => value.to_string(),
        Target::OneOf(options) => options.join("|"),
        Target::Many { with, without } => format!("+{} -{}", with.join("+"), without.join("-")),
        Target::Int(least, greatest) => format!("{least}..{greatest}"),
        Target::Date(first, last) => format!("{first}..{last}"),
        Target::NotApplicable => "-".to_owned(),
    };
    let changes = prospect.changes.iter().map(|c| format!("{}={}", c.question, to(&c.to)));
    let open: Vec<&str> = prospect.still_open.iter().map(|q| q.as_str()).collect();
    let changes: Vec<String> = changes.collect();
    format!("{} on {} ({}) ?{}", changes.join(" "), prospect.on, prospect.effort, open.join(" "))
}

fn check(given: &str, expected: &[&str]) {
    let quiz = officer();
    let prospects = quiz.prospects(&answers(&quiz, given), "r");
    assert_eq!(prospects.iter().map(say).collect::<Vec<_>>(), expected, "{given}");
}

#[test]
fn the_cheapest_change_comes_first_and_another_way_after_it() {
    check(
        "dob=2000-01-01 licence=manual education=none service=0 interests=+ barred=no",
        &["service=2..40 on 2026-11-21 (3) ?", "education=a-levels|degree on 2026-11-21 (5) ?"],
    );
    check(
        "dob=2000-01-01 licence=none education=degree service=0 interests=party barred=no",
        &["licence=auto|manual interests=+ -party on 2026-11-21 (3) ?"],
    );
}

#[test]
fn waiting_is_part_of_a_way() {
    check(
        "dob=2009-03-02 licence=none education=degree service=0 interests=+ barred=no",
        &["licence=auto|manual on 2027-03-02 (2) ?"],
    );
    check(
        "dob=2009-03-02 licence=auto education=degree service=0 interests=+ barred=no",
        &[" on 2027-03-02 (0) ?"],
    );
}

#[test]
fn what_cannot_change_leaves_no_way_and_what_is_open_is_named() {
    check("barred=yes", &[]);
    check(
        "licence=none barred=no dob=2000-01-01",
        &["licence=auto|manual on 2026-11-21 (2) ?education service interests"],
    );
    check("dob=2000-01-01 licence=manual education=degree interests=+ barred=no", &[]);
}

#[test]
fn nothing_is_proposed_that_nobody_can_come_to() {
    let quiz = quiz(json!({
        "questions": [
            {"id": "degree", "type": "one", "options": ["none", "studying", "final-year", "uk"],
             "change": "act", "becomes": ["final-year", "uk"]},
        ],
        "roles": [
            {"id": "without", "criteria": [
                {"id": "none", "must": {"not": {"q": "degree", "is": "uk"}}, "else": "bar"},
            ]},
            {"id": "with", "criteria": [
                {"id": "some", "must": {"not": {"q": "degree", "is": "none"}}, "else": "not_yet"},
            ]},
        ],
    }));
    let ways = |given: &str, role: &str| -> Vec<String> {
        quiz.prospects(&answers(&quiz, given), role).iter().map(say).collect()
    };
    assert!(ways("degree=uk", "without").is_empty());
    assert_eq!(ways("degree=none", "with"), ["degree=final-year|uk on 2026-11-21 (1) ?"]);
}
