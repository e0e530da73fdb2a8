//! What is said about a role, while answers are missing and when they are there.

use serde_json::json;

use crate::support::{answers, check, quiz, say};
use eligibility::{CriterionState, Headline, Quiz, ReviewPolicy, Scope};

fn licence_and_record() -> Quiz {
    quiz(json!({
        "questions": [
            {"id": "licence", "type": "one", "options": ["none", "auto", "manual"]},
            {"id": "barred", "type": "bool"},
            {"id": "record", "type": "many", "options": ["caution", "prison"]},
        ],
        "roles": [{"id": "r", "criteria": [
            {"id": "drives", "must": {"q": "licence", "one_of": ["auto", "manual"]}, "else": "not_yet"},
            {"id": "barred", "must": {"q": "barred", "is": false}, "else": "bar"},
            {"id": "prison", "must": {"not": {"q": "record", "has": "prison"}}, "else": "people"},
            {"id": "vetting", "else": "later"},
        ]}],
    }))
}

#[test]
fn a_verdict_is_the_interval_of_what_can_still_come_out() {
    let quiz = licence_and_record();
    check(&quiz, "", "eligible..not_eligible ?drives barred prison");
    check(&quiz, "barred=no", "eligible..not_yet ?drives prison");
    check(&quiz, "barred=no licence=auto", "eligible..people ?prison");
    check(&quiz, "barred=no licence=auto record=+", "eligible");
    check(&quiz, "barred=no licence=auto record=caution", "eligible");
    check(&quiz, "barred=no licence=auto record=caution+prison", "people: prison");
    check(&quiz, "barred=no licence=none record=prison", "not_yet: drives prison");
    check(&quiz, "licence=none record=prison", "not_yet..not_eligible: drives prison ?barred");
}

#[test]
fn a_bar_is_shown_at_once() {
    check(&licence_and_record(), "barred=yes", "not_eligible: barred ?drives prison");
}

#[test]
fn not_knowing_leaves_open_and_is_not_no() {
    check(
        &licence_and_record(),
        "barred=? licence=auto record=+",
        "eligible..not_eligible ?barred",
    );
}

#[test]
fn what_is_checked_later_is_listed_apart() {
    let quiz = licence_and_record();
    let result = quiz.evaluate(&answers(&quiz, "barred=no licence=auto record=+"), &Scope::all());
    let verdict = result.role("r").unwrap();
    assert_eq!(verdict.decided(), Some(Headline::Eligible));
    assert_eq!(verdict.later.len(), 1);
    assert_eq!(verdict.later[0].state, CriterionState::Open);
}

#[test]
fn both_answers_leading_to_the_same_is_decided() {
    let quiz = quiz(json!({
        "questions": [{"id": "a", "type": "bool"}, {"id": "b", "type": "bool"}],
        "roles": [{"id": "r", "criteria": [{"id": "c", "else": "bar", "must": {"any": [
            {"all": [{"q": "a", "is": true}, {"q": "b", "is": true}]},
            {"all": [{"q": "a", "is": true}, {"q": "b", "is": false}]},
        ]}}]}],
    }));
    check(&quiz, "a=yes", "eligible");
    check(&quiz, "b=yes", "eligible..not_eligible ?c");
}

#[test]
fn a_reason_names_the_answers_that_suffice() {
    let quiz = licence_and_record();
    let given = answers(&quiz, "barred=yes licence=none record=prison");
    let result = quiz.evaluate(&given, &Scope::all());
    let reasons = result.roles[0].reasons();
    let said: Vec<String> = reasons
        .iter()
        .map(|c| format!("{} {:?} because {}", c.rule, c.kind, c.because[0]))
        .collect();
    assert_eq!(
        said,
        [
            "barred Bar because barred",
            "drives NotYet because licence",
            "prison People because record"
        ]
    );
    assert!(reasons.iter().all(|c| c.because.len() == 1));
}

#[test]
fn constraints_decide_what_answers_imply() {
    let quiz = quiz(json!({
        "questions": [
            {"id": "education", "type": "one", "options": ["none", "degree"]},
            {"id": "dob", "type": "date", "min": "1940-01-01"},
        ],
        "facts": {"age": {"completed_years": {"from": "dob"}}},
        "constraints": [{"if": {"q": "education", "is": "degree"}, "then": {"fact": "age", "at_least": 17}}],
        "roles": [{"id": "r", "criteria": [
            {"id": "age", "must": {"fact": "age", "at_least": 16}, "else": "not_yet"},
        ]}],
    }));
    check(&quiz, "", "eligible..not_yet ?age");
    check(&quiz, "education=none", "eligible..not_yet ?age");
    check(&quiz, "education=degree", "eligible");
    let given = answers(&quiz, "education=degree dob=2012-01-01");
    let result = quiz.evaluate(&given, &Scope::all());
    assert_eq!(result.broken, [0]);
    assert_eq!(say(&result.roles[0]), "not_yet: age; from 2028-01-01");
    // The education alone would imply the age; it is not what the role asks about.
    assert_eq!(crate::support::next(&quiz, ""), "dob");
    assert_eq!(crate::support::next(&quiz, "education=degree"), "done");
}

#[test]
fn a_hidden_answer_has_no_influence() {
    let quiz = quiz(json!({
        "questions": [
            {"id": "served", "type": "bool"},
            {"id": "years", "type": "int", "min": 0, "max": 50, "ask_if": {"q": "served", "is": true}},
            {"id": "ranks", "type": "many", "options": ["a", "b"], "ask_if": {"q": "served", "is": true}},
        ],
        "facts": {"ranks": {"count": "ranks"}},
        "roles": [{"id": "r", "criteria": [
            {"id": "short", "must": {"not": {"q": "years", "at_most": 2}}, "else": "people"},
            {"id": "ranks", "must": {"fact": "ranks", "at_most": 1}, "else": "people"},
        ]}],
    }));
    check(&quiz, "served=no", "eligible");
    check(&quiz, "served=no years=1 ranks=a+b", "eligible");
    check(&quiz, "served=yes years=1 ranks=a", "people: short");
    check(&quiz, "served=yes years=3 ranks=a+b", "people: ranks");
    check(&quiz, "years=1 ranks=+", "eligible..people ?short");
    let path = quiz.path(&answers(&quiz, "served=no years=1 ranks=a"), &Scope::all());
    assert_eq!(path.asked.len(), 1);
    assert_eq!(path.superfluous.len(), 2);
}

#[test]
fn what_does_not_apply_meets_no_comparison() {
    let quiz = quiz(json!({
        "questions": [{"id": "expiry", "type": "date", "min": "2000-01-01", "max": "2040-01-01", "future": true, "optional": true}],
        "facts": {"left": {"days": {"from": "expiry"}}},
        "roles": [{"id": "r", "criteria": [
            {"id": "valid", "must": {"not": {"fact": "left", "at_least": 1}}, "else": "bar"},
        ]}],
    }));
    check(&quiz, "", "eligible..not_eligible ?valid");
    check(&quiz, "expiry=-", "eligible");
    check(&quiz, "expiry=2026-11-20", "not_eligible: valid");
    check(&quiz, "expiry=2026-11-21", "eligible; until 2026-11-22");
}

#[test]
fn past_its_review_a_criterion_is_open_with_no_question_behind() {
    let rules = crate::support::read(json!({
        "questions": [{"id": "a", "type": "bool"}, {"id": "b", "type": "bool"}],
        "roles": [{"id": "r", "criteria": [
            {"id": "old", "must": {"q": "a", "is": true}, "else": "bar", "review_by": "2026-11-20"},
            {"id": "own", "must": {"q": "b", "is": true}, "else": "not_yet", "review_by": "2026-11-21"},
        ]}],
    }));
    let rules = std::rc::Rc::new(rules.unwrap());
    let on = |review_by: Option<&str>| {
        let review = ReviewPolicy { review_by: review_by.map(crate::support::day) };
        Quiz::new(rules.clone(), crate::support::day("2026-11-21"), review)
    };
    let quiz = on(None);
    check(&quiz, "a=no b=yes", "eligible..not_eligible ?old");
    assert_eq!(crate::support::next(&quiz, ""), "b");
    assert_eq!(crate::support::next(&quiz, "b=yes"), "done");
    let result = quiz.evaluate(&answers(&quiz, "a=no b=no"), &Scope::all());
    assert_eq!(result.roles[0].criteria[0].state, CriterionState::Expired);
    assert_eq!(say(&result.roles[0]), "not_yet..not_eligible: own ?old");
}

#[test]
fn answers_that_do_not_fit_are_named_and_ignored() {
    let quiz = licence_and_record();
    let given: eligibility::Answers = [
        ("barred", eligibility::Answer::Int(3)),
        ("licence", eligibility::Answer::One("lorry".to_owned())),
        ("gone", eligibility::Answer::DontKnow),
    ]
    .into_iter()
    .collect();
    let result = quiz.evaluate(&given, &Scope::all());
    assert_eq!(result.ignored.len(), 3);
    assert_eq!(say(&result.roles[0]), "eligible..not_eligible ?drives barred prison");
}
