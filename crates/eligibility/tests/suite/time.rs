//! From when and until when; parameters, validity, windows, 29 February.

use serde_json::{Value, json};

use crate::generate::Random;
use crate::support::{answers, cases, check, quiz, quiz_on};
use eligibility::{Answer, Answers, CriterionState, Headline, Period, Quiz, Scope, direct};
use model::Date;
use proptest::prelude::*;

fn age(criteria: Value) -> Value {
    json!({
        "questions": [{"id": "dob", "type": "date", "min": "1940-01-01"}],
        "facts": {"age": {"completed_years": {"from": "dob"}}},
        "roles": [{"id": "r", "criteria": criteria}],
    })
}

#[test]
fn too_young_is_told_the_day_from_which_it_works() {
    let quiz = quiz(age(json!([
        {"id": "age", "must": {"fact": "age", "at_least": 17}, "else": "not_yet"},
    ])));
    check(&quiz, "dob=2011-03-02", "not_yet: age; from 2028-03-02");
    check(&quiz, "dob=2009-11-21", "eligible");
    check(&quiz, "dob=2009-11-22", "not_yet: age; from 2026-11-22");
    check(&quiz, "dob=2011-03", "not_yet: age; from 2028-03-01..2028-03-31");
    check(&quiz, "dob=2011", "not_yet: age; from 2028-01-01..2028-12-31");
    check(&quiz, "dob=2009-11", "eligible..not_yet ?age");
    check(&quiz, "dob=2009-10", "eligible");
}

#[test]
fn a_cadet_is_told_until_when() {
    let quiz = quiz(age(json!([
        {"id": "age", "must": {"fact": "age", "between": [13, 17]}, "else": "not_yet"},
    ])));
    check(&quiz, "dob=2015-01-10", "not_yet: age; from 2028-01-10; until 2033-01-10");
    check(&quiz, "dob=2010-01-10", "eligible; until 2028-01-10");
    check(&quiz, "dob=2000-01-10", "not_yet: age");
}

#[test]
fn age_is_attained_on_1_march_where_there_is_no_29_february() {
    let rules = |leap: &str| {
        let mut rules = age(json!([
            {"id": "age", "must": {"fact": "age", "at_least": 18}, "else": "not_yet"},
        ]));
        rules["leap"] = json!(leap);
        rules
    };
    let on = |leap, today| quiz_on(rules(leap), today);
    check(&on("mar1", "2026-02-27"), "dob=2008-02-29", "not_yet: age; from 2026-03-01");
    check(&on("mar1", "2026-02-28"), "dob=2008-02-29", "not_yet: age; from 2026-03-01");
    check(&on("mar1", "2026-03-01"), "dob=2008-02-29", "eligible");
    check(&on("feb28", "2026-02-27"), "dob=2008-02-29", "not_yet: age; from 2026-02-28");
    check(&on("feb28", "2026-02-28"), "dob=2008-02-29", "eligible");
    check(&on("mar1", "2026-02-27"), "dob=2008-02-28", "not_yet: age; from 2026-02-28");
    check(&on("mar1", "2026-02-28"), "dob=2008-03-01", "not_yet: age; from 2026-03-01");
}

#[test]
fn announced_changes_of_a_parameter_apply() {
    let mut rules = age(json!([
        {"id": "age", "must": {"fact": "age", "at_least": {"param": "min_age"}}, "else": "not_yet"},
    ]));
    rules["parameters"] = json!({"min_age": [
        {"from": "2020-01-01", "value": 18, "cite": ["s"]},
        {"from": "2027-06-01", "value": 17, "cite": ["t"]},
    ]});
    let quiz = quiz(rules.clone());
    check(&quiz, "dob=2010-01-01", "not_yet: age; from 2027-06-01");
    check(&quiz, "dob=2010-09-01", "not_yet: age; from 2027-09-01");
    check(&quiz, "dob=2009-02-01", "not_yet: age; from 2027-02-01");
    let result = quiz.evaluate(&answers(&quiz, "dob=2010-01-01"), &Scope::all());
    let used = &result.roles[0].criteria[0].used[0];
    assert_eq!((used.name.as_str(), used.from.to_string()), ("min_age", "2020-01-01".to_owned()));
    assert_eq!(used.to.map(|to| to.to_string()).as_deref(), Some("2027-06-01"));
    assert_eq!(result.roles[0].criteria[0].facts[0].least, 16);
    // Before the first version nothing is known.
    let before = quiz_on(rules, "2019-12-31");
    let result = before.evaluate(&answers(&before, "dob=1990-01-01"), &Scope::all());
    assert_eq!(result.roles[0].criteria[0].state, CriterionState::NoValue);
    check(&before, "dob=1990-01-01", "eligible..not_yet ?age");
}

#[test]
fn a_criterion_lives_from_its_first_day_to_before_its_last() {
    let rules = age(json!([
        {"id": "age", "must": {"fact": "age", "at_least": 18}, "else": "not_yet"},
        {"id": "old", "must": {"fact": "age", "at_most": 20}, "else": "bar", "valid": {"from": "2027-01-01", "to": "2028-01-01"}},
    ]));
    check(&quiz_on(rules.clone(), "2026-12-31"), "dob=1990-01-01", "eligible; until 2027-01-01");
    check(
        &quiz_on(rules.clone(), "2027-01-01"),
        "dob=1990-01-01",
        "not_eligible: old; from 2028-01-01",
    );
    check(&quiz_on(rules, "2028-01-01"), "dob=1990-01-01", "eligible");
}

#[test]
fn a_role_that_does_not_exist_is_closed() {
    let mut rules = age(json!([]));
    rules["roles"][0]["valid"] = json!({"from": "2027-01-01", "to": "2030-01-01"});
    let quiz = quiz_on(rules.clone(), "2026-11-21");
    let result = quiz.evaluate(&answers(&quiz, ""), &Scope::all());
    assert!(result.roles.is_empty());
    assert_eq!(result.closed[0].opens.map(|day| day.to_string()).as_deref(), Some("2027-01-01"));
    check(&quiz_on(rules, "2029-01-01"), "", "eligible; until 2030-01-01");
}

#[test]
fn the_rules_may_look_at_the_day_of_starting() {
    let rules = json!({
        "parameters": {"lead": [{"from": "2020-01-01", "value": 100, "cite": ["s"]}]},
        "questions": [{"id": "dob", "type": "date", "min": "1940-01-01"}],
        "facts": {"age": {"completed_years": {"from": "dob"}}},
        "roles": [
            {"id": "r", "on": "start", "lead_days": "lead", "criteria": [
                {"id": "age", "must": {"fact": "age", "at_least": 18}, "else": "not_yet"},
            ]},
            {"id": "now", "criteria": [
                {"id": "age", "must": {"fact": "age", "at_least": 18}, "else": "not_yet"},
                {"id": "start", "must": {"fact": "age", "at_least": 19}, "else": "later"},
            ]},
        ],
    });
    let quiz = quiz(rules);
    // 18 on 2027-06-30, 100 days before that is 2027-03-22.
    check(&quiz, "dob=2009-06-30", "not_yet: age; from 2027-03-22");
    check(&quiz, "dob=2009-02-28", "eligible");
    let result = quiz.evaluate(&answers(&quiz, "dob=2008-02-28"), &Scope::all());
    let later = &result.role("now").unwrap().later[0];
    assert_eq!(later.state, CriterionState::Fails);
    assert_eq!(later.first_met.map(|day| day.to_string()).as_deref(), Some("2027-02-28"));
}

fn residence(threshold: i64, else_: &str) -> Quiz {
    quiz(json!({
        "questions": [
            {"id": "uk", "type": "periods", "max_items": 5},
            {"id": "forces", "type": "periods"},
        ],
        "facts": {"days": {"days_covered": {"of": "uk", "window": {"years": 3}, "count": ["forces"]}}},
        "roles": [{"id": "r", "criteria": [
            {"id": "stay", "must": {"fact": "days", "at_least": threshold}, "else": else_},
        ]}],
    }))
}

#[test]
fn an_unbroken_window_is_reached_on_the_anniversary_whether_or_not_a_leap_day_lies_in_it() {
    let quiz = quiz(json!({
        "questions": [
            {"id": "moved", "type": "bool"},
            {"id": "uk", "type": "periods", "ask_if": {"q": "moved", "is": true}},
        ],
        "facts": {"gone": {"days_missing": {"of": "uk", "window": {"years": 3}}}},
        "roles": [{"id": "r", "criteria": [
            {"id": "stay", "must": {"any": [{"q": "moved", "is": false}, {"fact": "gone", "at_most": 0}]}, "else": "not_yet"},
        ]}],
    }));
    check(&quiz, "moved=no", "eligible");
    check(&quiz, "moved=no uk=none", "eligible");
    check(&quiz, "moved=yes uk=none", "not_yet: stay");
    check(&quiz, "moved=yes uk=2023-11-21..", "eligible");
    check(&quiz, "moved=yes uk=2023-11-22..", "not_yet: stay; from 2026-11-22");
    // With 29 February 2024 in the window and without.
    check(&quiz, "moved=yes uk=2024-02-01..", "not_yet: stay; from 2027-02-01");
    check(&quiz, "moved=yes uk=2024-12-01..", "not_yet: stay; from 2027-12-01");
    check(
        &quiz,
        "moved=yes uk=2020-01-01..2024-06-01,2024-06-02..",
        "not_yet: stay; from 2027-06-02",
    );
    check(&quiz, "moved=yes uk=2025-03..", "not_yet: stay; from 2028-03-01..2028-03-31");
    check(&quiz, "moved=yes uk=2020..2026-06-01", "not_yet: stay");
    check(&quiz, "moved=yes", "eligible..not_yet ?stay");
}

#[test]
fn residence_is_counted_in_a_window_that_moves() {
    let quiz = residence(1095, "not_yet");
    check(&quiz, "uk=2020-01-01.. forces=none", "eligible");
    check(&quiz, "uk=2023-11-21.. forces=none", "eligible");
    // The window 2023-11-22.. has 1096 days until 29 February 2024 has left it.
    check(&quiz, "uk=2023-11-23.. forces=none", "not_yet: stay; from 2026-11-22");
    check(&quiz, "uk=2025-01-01.. forces=none", "not_yet: stay; from 2028-01-01");
    check(
        &quiz,
        "uk=2020-01-01..2024-01-01,2025-01-01.. forces=2024-01-01..2025-01-01",
        "eligible",
    );
    check(
        &quiz,
        "uk=2020-01-01..2024-01-01,2025-01-01.. forces=none",
        "not_yet: stay; from 2028-01-01",
    );
    check(&quiz, "uk=2020-01-01..2024-01-01,2025-01-01..", "eligible..not_yet ?stay");
    check(&quiz, "uk=2025-01..  forces=none", "not_yet: stay; from 2028-01-01..2028-01-31");
}

#[test]
fn a_window_can_lose_days_again() {
    let quiz = residence(365, "not_yet");
    // Went away: what was enough will not be for ever.
    check(&quiz, "uk=2020-01-01..2025-06-01 forces=none", "eligible; until 2027-06-02");
    check(&quiz, "uk=2020-01-01..2024-10-01 forces=none", "not_yet: stay");
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn residence_holds_from_the_day_named_and_ends_on_the_day_named(seed: u64) {
        let mut random = Random(seed);
        let quiz = residence(1 + random.below(1095) as i64, "not_yet");
        let list = |random: &mut Random| -> Vec<Period> {
            let mut period = || {
                let from = quiz.today().plus_days(-(random.below(2200) as i32));
                let to = from.plus_days(random.below(900) as i32).min(quiz.today());
                Period { from: from.into(), to: (!random.chance(25)).then_some(to.into()) }
            };
            vec![period(), period()]
        };
        let lists = [list(&mut random), list(&mut random)];
        let given: Answers =
            ["uk", "forces"].into_iter().zip(lists.map(Answer::Periods)).collect();
        let verdict = quiz.evaluate(&given, &Scope::all()).roles.remove(0);
        let good = |day| direct::headlines(&quiz, &given, &Scope::all(), day)[0].0 == Headline::Eligible;
        let first = |from: Date, wanted: bool| {
            (1..=2500).map(|n| from.plus_days(n)).find(|day| good(*day) == wanted)
        };
        let mut start = quiz.today();
        if verdict.best > Headline::People {
            let from = verdict.from.and_then(|from| from.exact());
            prop_assert_eq!(from, first(start, true));
            let Some(from) = from else { return Ok(()) };
            start = from;
        }
        prop_assert_eq!(verdict.until.map(|until| until.day), first(start, false));
    }
}

#[test]
fn time_between_two_dates_is_a_fact() {
    let quiz = quiz(json!({
        "questions": [{"id": "start", "type": "date"}, {"id": "end", "type": "date"}],
        "facts": {"served": {"completed_years": {"from": "start", "to": "end"}}},
        "roles": [{"id": "r", "criteria": [
            {"id": "two", "must": {"fact": "served", "at_least": 2}, "else": "not_yet"},
        ]}],
    }));
    check(&quiz, "start=2020-05-01 end=2022-05-01", "eligible");
    check(&quiz, "start=2020-05-01 end=2022-04-30", "not_yet: two");
    check(&quiz, "start=2020-05-01 end=2022", "eligible..not_yet ?two");
    check(&quiz, "start=2020-05-01", "eligible..not_yet ?two");
    check(&quiz, "start=2025-05-01", "not_yet: two");
}
