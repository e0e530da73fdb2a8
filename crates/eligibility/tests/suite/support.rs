//! Small rule sets, answers in short form, and verdicts as text.

use std::rc::Rc;

use eligibility::{
    Answer, Answers, CriterionState, NextStep, PartialDate, Period, Quiz, ReadRulesError,
    ReviewPolicy, RoleVerdict, Ruleset, Scope,
};
use model::Date;
use proptest::prelude::ProptestConfig;
use serde_json::{Value, json};

/// Fills in what every rule set needs: the rest of `rules.json` and of every criterion.
pub fn rules(short: Value) -> model::rules::Rules {
    let mut full = json!({
        "format": "rx-rules/1", "version": "test", "territory": "Europe/London",
        "groups": [{"id": "g"}], "questions": [], "roles": [],
    });
    for (key, value) in short.as_object().unwrap() {
        full[key] = value.clone();
    }
    for question in full["questions"].as_array_mut().unwrap() {
        if question.get("group").is_none() {
            question["group"] = json!("g");
        }
    }
    for role in full["roles"].as_array_mut().unwrap() {
        for criterion in role["criteria"].as_array_mut().unwrap() {
            for (key, value) in [
                ("cite", json!(["s"])),
                ("confidence", json!("H")),
                ("published", json!("undated")),
            ] {
                if criterion.get(key).is_none() {
                    criterion[key] = value;
                }
            }
        }
    }
    serde_json::from_value(full).expect("rules of the test have the right shape")
}

pub fn read(short: Value) -> Result<Ruleset, Vec<ReadRulesError>> {
    Ruleset::new(&rules(short))
}

/// How many random cases are tried: so many where the code is optimised, else a tenth.
/// `PROPTEST_CASES` overrides both.
pub fn cases(optimised: u32) -> ProptestConfig {
    let usual = if cfg!(debug_assertions) { optimised / 10 } else { optimised };
    let named = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        cases: named.unwrap_or(usual),
        ..ProptestConfig::default()
    }
}

pub const TODAY: &str = "2026-11-21";

pub fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

pub fn quiz_on(short: Value, today: &str) -> Quiz {
    let rules = read(short).unwrap_or_else(|errors| panic!("{errors:#?}"));
    Quiz::new(Rc::new(rules), day(today), ReviewPolicy::default())
}

pub fn quiz(short: Value) -> Quiz {
    quiz_on(short, TODAY)
}

/// Reads `name=value name=value`: `?` is not known, `-` does not apply, `a+b` several options
/// (`+` none), `a..b,c..` periods.
pub fn answers(quiz: &Quiz, text: &str) -> Answers {
    let today = quiz.today();
    let read = |name: &str, value: &str| {
        let candidates = [
            match value {
                "?" => Some(Answer::DontKnow),
                "-" => Some(Answer::NotApplicable),
                "yes" => Some(Answer::Bool(true)),
                "no" => Some(Answer::Bool(false)),
                _ => None,
            },
            value.parse::<PartialDate>().ok().map(Answer::Date),
            value.parse::<i64>().ok().map(Answer::Int),
            periods(value).map(Answer::Periods),
            value.contains('+').then(|| {
                let chosen = value.split('+').filter(|option| !option.is_empty());
                Answer::Many(chosen.map(str::to_owned).collect())
            }),
            Some(Answer::One(value.to_owned())),
            Some(Answer::Many([value.to_owned()].into())),
        ];
        let fits = |answer: &Answer| {
            eligibility::check_answer(quiz.rules(), &name.into(), answer, today).is_ok()
        };
        let answer = candidates.into_iter().flatten().find(fits);
        answer.unwrap_or_else(|| panic!("{name}={value} does not fit"))
    };
    let parts = text.split_whitespace().map(|part| part.split_once('=').expect("name=value"));
    parts.map(|(name, value)| (name, read(name, value))).collect()
}

fn periods(text: &str) -> Option<Vec<Period>> {
    if text == "none" {
        return Some(Vec::new());
    }
    let one = |text: &str| {
        let (from, to) = text.split_once("..")?;
        let to = if to.is_empty() { None } else { Some(to.parse().ok()?) };
        Some(Period { from: from.parse().ok()?, to })
    };
    text.split(',').map(one).collect()
}

/// `not_yet: age; from 2028-03-02 until 2030-01-01`, or `eligible..not_yet: ? age`.
pub fn say(verdict: &RoleVerdict) -> String {
    let mut said = match verdict.decided() {
        Some(headline) => headline.to_string(),
        None => format!("{}..{}", verdict.best, verdict.worst),
    };
    let names = |state: &dyn Fn(CriterionState) -> bool| {
        let rules = verdict.criteria.iter().filter(|c| state(c.state));
        rules.map(|c| c.rule.to_string()).collect::<Vec<_>>().join(" ")
    };
    let fails = names(&|state| state == CriterionState::Fails);
    let open = names(&|state| !matches!(state, CriterionState::Met | CriterionState::Fails));
    if !fails.is_empty() {
        said += &format!(": {fails}");
    }
    if !open.is_empty() {
        said += &format!(" ?{open}");
    }
    if let Some(from) = verdict.from {
        said += &match (from.exact(), from.latest) {
            (Some(day), _) => format!("; from {day}"),
            (None, Some(latest)) => format!("; from {}..{latest}", from.earliest),
            (None, None) => format!("; not before {}", from.earliest),
        };
    }
    if let Some(until) = verdict.until {
        said += &format!("; until {}", until.day);
    }
    said
}

/// Checks what is said about the first role.
pub fn check(quiz: &Quiz, given: &str, expected: &str) {
    let answers = answers(quiz, given);
    let result = quiz.evaluate(&answers, &Scope::all());
    assert_eq!(result.ignored, [], "{given}");
    assert_eq!(say(&result.roles[0]), expected, "{given}");
}

/// The next question, with `!` if it asks for the day of a date.
pub fn next(quiz: &Quiz, given: &str) -> String {
    match quiz.next_question(&answers(quiz, given), &Scope::all()) {
        NextStep::Ask { question, refine, .. } => {
            format!("{question}{}", if refine { "!" } else { "" })
        }
        NextStep::Done => "done".to_owned(),
    }
}
