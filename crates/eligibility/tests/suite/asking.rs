//! What is asked, in which order, and when it ends.

use serde_json::json;

use crate::support::{answers, next, quiz};
use eligibility::{NextStep, Quiz, Scope};

fn groups() -> Quiz {
    quiz(json!({
        "groups": [{"id": "health", "sensitive": true}, {"id": "you"}, {"id": "work"}],
        "questions": [
            {"id": "ill", "type": "bool", "group": "health"},
            {"id": "dob", "type": "date", "min": "1940-01-01", "group": "you"},
            {"id": "years", "type": "int", "min": 0, "max": 40, "group": "work", "ask_if": {"q": "police", "is": true}},
            {"id": "police", "type": "bool", "group": "work"},
            {"id": "licence", "type": "bool", "group": "work", "after": ["police"]},
        ],
        "facts": {"age": {"completed_years": {"from": "dob"}}},
        "roles": [
            {"id": "r", "criteria": [
                {"id": "age", "must": {"fact": "age", "at_least": 17}, "else": "not_yet"},
                {"id": "ill", "must": {"q": "ill", "is": false}, "else": "people"},
                {"id": "years", "must": {"not": {"q": "years", "at_least": 3}}, "else": "bar"},
            ]},
            {"id": "s", "criteria": [
                {"id": "licence", "must": {"q": "licence", "is": true}, "else": "not_yet"},
            ]},
        ],
    }))
}

#[test]
fn groups_come_in_order_sensitive_ones_last_and_gates_first() {
    let quiz = groups();
    assert_eq!(next(&quiz, ""), "dob");
    assert_eq!(next(&quiz, "dob=2000-01-01"), "police");
    assert_eq!(next(&quiz, "dob=2000-01-01 police=no"), "licence");
    assert_eq!(next(&quiz, "dob=2000-01-01 police=no licence=yes"), "ill");
    assert_eq!(next(&quiz, "dob=2000-01-01 police=no licence=yes ill=no"), "done");
    assert_eq!(next(&quiz, "dob=2000-01-01 police=yes licence=yes"), "years");
    // Barred: what is left of the first role no longer matters.
    assert_eq!(next(&quiz, "dob=2000-01-01 police=yes years=3"), "licence");
    assert_eq!(next(&quiz, "dob=2000-01-01 police=yes years=3 licence=no"), "done");
}

#[test]
fn who_does_not_know_is_not_asked_again_and_gates_do_not_block() {
    let quiz = groups();
    assert_eq!(next(&quiz, "dob=? police=? licence=?"), "years");
    assert_eq!(next(&quiz, "dob=? police=? licence=? years=3"), "ill");
    assert_eq!(next(&quiz, "dob=? police=? licence=? years=1 ill=?"), "done");
}

#[test]
fn only_the_roles_in_scope_are_asked_about() {
    let quiz = groups();
    let scope = Scope::of(["s"]);
    let NextStep::Ask { question, because, at_most_left, .. } =
        quiz.next_question(&answers(&quiz, ""), &scope)
    else {
        panic!("there is a question")
    };
    assert_eq!(question.as_str(), "licence");
    assert_eq!((because.len(), because[0].role.as_str(), at_most_left), (1, "s", 1));
    assert_eq!(because[0].criteria[0].as_str(), "licence");
    assert_eq!(quiz.next_question(&answers(&quiz, "licence=no"), &scope), NextStep::Done);
    assert_eq!(quiz.evaluate(&answers(&quiz, ""), &scope).roles.len(), 1);
}

#[test]
fn the_rest_can_be_answered_anyway() {
    let quiz = groups();
    let given = answers(&quiz, "dob=2015-01-01 police=yes years=3 licence=no");
    assert_eq!(quiz.next_question(&given, &Scope::all()), NextStep::Done);
    let NextStep::Ask { question, because, .. } =
        quiz.next_question(&given, &Scope::all().thorough())
    else {
        panic!("there is a question")
    };
    assert_eq!(question.as_str(), "ill");
    assert_eq!(because[0].criteria[0].as_str(), "ill");
}

#[test]
fn the_day_is_asked_for_only_where_it_matters() {
    let quiz = groups();
    assert_eq!(next(&quiz, "dob=2009-12"), "police");
    assert_eq!(next(&quiz, "dob=2009-11"), "dob!");
    let mut given = answers(&quiz, "dob=2009-11");
    given.settle(&"dob".into());
    let NextStep::Ask { question, .. } = quiz.next_question(&given, &Scope::all()) else {
        panic!("there is a question")
    };
    assert_eq!(question.as_str(), "police");
}

#[test]
fn the_way_is_replayed_in_the_order_of_asking() {
    let quiz = groups();
    let given = answers(&quiz, "ill=no licence=yes police=no dob=2000-01-01 years=3");
    let path = quiz.path(&given, &Scope::all());
    let asked: Vec<&str> = path.asked.iter().map(|q| q.question.as_str()).collect();
    assert_eq!(asked, ["dob", "police", "licence", "ill"]);
    assert_eq!(path.superfluous[0].as_str(), "years");
    // A gap does not hide what was answered after it.
    let path = quiz.path(&answers(&quiz, "police=yes years=1 ill=yes"), &Scope::all());
    let asked: Vec<&str> = path.asked.iter().map(|q| q.question.as_str()).collect();
    assert_eq!(asked, ["police", "years", "ill"]);
}

#[test]
fn pinned_questions_come_first_and_effort_counts() {
    let quiz = quiz(json!({
        "groups": [{"id": "one"}, {"id": "two"}],
        "questions": [
            {"id": "hard", "type": "bool", "group": "one", "effort": 3},
            {"id": "easy", "type": "bool", "group": "one"},
            {"id": "pinned", "type": "bool", "group": "two", "first": true},
        ],
        "roles": [{"id": "r", "criteria": [
            {"id": "a", "must": {"q": "hard", "is": true}, "else": "bar"},
            {"id": "b", "must": {"q": "easy", "is": true}, "else": "bar"},
            {"id": "c", "must": {"q": "pinned", "is": true}, "else": "bar"},
        ]}],
    }));
    assert_eq!(next(&quiz, ""), "pinned");
    assert_eq!(next(&quiz, "pinned=yes"), "easy");
    assert_eq!(next(&quiz, "pinned=yes easy=yes"), "hard");
}
