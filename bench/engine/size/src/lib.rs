//! Engine and content reader, to be weighed: text of the compiled pack in, a count out.
//!
//! Built twice, with the feature `engine` and without; the difference is what a
//! page pays for the engine.

use wasm_bindgen::prelude::wasm_bindgen;

/// Everything the quiz does with rules of the compiled pack and one answer.
#[cfg(feature = "engine")]
#[wasm_bindgen]
pub fn work(rules: &str, days: i32, question: &str, answer: &str) -> usize {
    use std::rc::Rc;

    use eligibility::{Answer, Answers, NextStep, Quiz, ReviewPolicy, Ruleset, Scope};

    let Ok(rules) = model::compact::from_text::<model::rules::Rules>(rules) else { return 0 };
    let Ok(rules) = Ruleset::new(&rules) else { return 1 };
    let quiz = Quiz::new(Rc::new(rules), model::Date::from_days(days), ReviewPolicy::default());
    let mut answers = Answers::new();
    answers.set(
        question,
        match answer.parse() {
            Ok(date) => Answer::Date(date),
            Err(_) => Answer::One(answer.to_owned()),
        },
    );
    let scope = Scope::all();
    let assessment = quiz.evaluate(&answers, &scope);
    let next = quiz.next_question(&answers, &scope);
    let path = quiz.path(&answers, &scope);
    let changes = assessment.roles.iter().map(|role| quiz.prospects(&answers, &role.role).len());
    changes.sum::<usize>() + path.asked.len() + usize::from(matches!(next, NextStep::Done))
}

/// Nothing.
#[cfg(not(feature = "engine"))]
#[wasm_bindgen]
pub fn work(rules: &str, _days: i32, question: &str, answer: &str) -> usize {
    rules.len() + question.len() + answer.len()
}
