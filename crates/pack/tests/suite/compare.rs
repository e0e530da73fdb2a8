//! Whose verdict or wording a change alters.

use pack::compare::{Change, Judged, combinations, people};

use crate::fixture;

/// The good pack before, and after a change of one file.
fn sides(file: &str, find: &str, put: &str) -> [Judged; 2] {
    let before = fixture::good();
    let mut after = before.clone();
    let bytes = after.files.get_mut(file).expect("a file to change");
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(find), "{file} lacks {find}");
    *bytes = text.replacen(find, put, 1).into_bytes();
    [before, after].map(|folder| Judged::new(&folder).expect("it can be read"))
}

/// What a change of the rules does to a role: "was -> is, for answers".
fn over_all(find: &str, put: &str, role: &str) -> String {
    let [before, after] = sides("rules.json", find, put);
    let on = after.about.read_on;
    let changes = combinations(&before, &after, on);
    let (_, change) = changes.into_iter().find(|(id, _)| *id == role).expect("the role");
    match change {
        Change::None => "none".to_owned(),
        Change::New => "new".to_owned(),
        Change::Gone => "gone".to_owned(),
        Change::Differs { answers, before, after } => format!("{before} -> {after}, for {answers}"),
        Change::Unknown(why) => why,
    }
}

#[test]
fn another_text_of_a_reason_is_told_for_whom_it_stands() {
    let [before, after] =
        sides("texts/en.json", "\"rule.study.not_met\": \"You", "\"rule.study.not_met\": \"One");
    let told = people(&before, &after);
    assert_eq!(told.verdicts, []);
    let who: Vec<String> =
        told.wordings.iter().map(|one| format!("{}: {}", one.who, one.roles.join(" "))).collect();
    assert_eq!(who, ["Has finished nothing: pcep", "Lived abroad for two years: sc"]);
    assert!(told.wordings[0].before.starts_with("rule.study.not_met: You can"));
    assert!(told.wordings[0].after.starts_with("rule.study.not_met: One can"));
}

#[test]
fn a_change_that_nobody_golden_meets_is_found_over_all_combinations() {
    // From two years of work to one: the golden people have two and five.
    let (find, put) = ("\"between\": [0, 2]", "\"between\": [0, 1]");
    let told = over_all(find, put, "pcep");
    assert!(told.contains("not_yet (study) -> "), "{told}");
    assert!(told.contains("\"years_worked\":2"), "{told}");
    assert_eq!(over_all(find, put, "sc"), "none");
}

#[test]
fn the_same_said_in_another_way_is_no_change() {
    let (find, put) = (
        "{ \"q\": \"convicted\", \"is\": false }, \"else\": \"people\"",
        "{ \"not\": { \"q\": \"convicted\", \"is\": true } }, \"else\": \"people\"",
    );
    assert_eq!(over_all(find, put, "pcep"), "none");
    assert_eq!(over_all(find, put, "sc"), "none");
}

#[test]
fn roles_come_and_go_and_questions_change() {
    assert_eq!(
        over_all(
            "\"id\": \"sc\",\n      \"criteria\"",
            "\"id\": \"psv\",\n      \"criteria\"",
            "psv"
        ),
        "new"
    );
    assert_eq!(
        over_all(
            "\"id\": \"sc\",\n      \"criteria\"",
            "\"id\": \"psv\",\n      \"criteria\"",
            "sc"
        ),
        "gone"
    );
    let told = over_all(
        "\"ask_if\": { \"q\": \"education\", \"one_of\": [\"a-levels\", \"degree\"] }",
        "\"ask_if\": { \"q\": \"education\", \"is\": \"degree\" }",
        "sc",
    );
    assert!(told.contains("the question \"subjects\" is asked in another way"), "{told}");
}
