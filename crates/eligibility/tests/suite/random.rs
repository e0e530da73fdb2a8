//! Invariants on random rule sets, against plain enumeration of all answers.

use std::collections::BTreeSet;

use eligibility::{
    Answer, Answers, CriterionState, Headline, NextStep, PartialDate, Quiz, Scope, direct,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::generate::{
    Generated, Random, Size, completions, generate, quiz, some_answers, wild_answers,
};
use crate::support::cases;

const SMALL: Size = Size { questions: 4, dates: true, constraints: 2, roles: 2 };
const FREE: Size = Size { questions: 5, dates: true, constraints: 0, roles: 3 };

/// The headline of every role for complete answers, by direct evaluation.
fn complete(quiz: &Quiz, answers: &Answers) -> Vec<(Headline, Headline)> {
    direct::headlines(quiz, answers, &Scope::all(), quiz.today())
}

/// The headlines of every role over all completions that break no constraint.
///
/// An expired criterion leaves an interval even then; all its members can come out.
fn enumerate(quiz: &Quiz, completions: &[Answers]) -> Option<Vec<BTreeSet<Headline>>> {
    let mut all: Vec<BTreeSet<Headline>> = Vec::new();
    for answers in completions {
        if !direct::broken(quiz, answers).is_empty() {
            continue;
        }
        let reached = complete(quiz, answers);
        all.resize(reached.len(), BTreeSet::new());
        for (set, (best, worst)) in all.iter_mut().zip(reached) {
            set.insert(best);
            set.insert(worst);
        }
    }
    (!all.is_empty()).then_some(all)
}

fn has_expired(generated: &Generated) -> bool {
    generated.json.to_string().contains("review_by")
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_verdict_is_exactly_what_completions_lead_to(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, SMALL);
        let answers = some_answers(&mut random, &generated, 50);
        let Some(all) = completions(&generated, &answers, 4000) else { return Ok(()) };
        let quiz = &generated.quiz;
        let exact = quiz.headlines(&answers, &Scope::all());
        let Some(reached) = enumerate(quiz, &all) else {
            // Every completion breaks a constraint.
            let result = quiz.evaluate(&answers, &Scope::all());
            prop_assert!(!result.broken.is_empty(), "{:?} {:?}\n{}", answers, result.roles[0].headlines, generated.json);
            return Ok(());
        };
        let kleene = complete(quiz, &answers);
        for (k, (role, headlines)) in exact.iter().enumerate() {
            prop_assert!(kleene[k].0 <= headlines.best() && headlines.worst() <= kleene[k].1);
            if has_expired(&generated) {
                prop_assert_eq!(headlines.best(), *reached[k].first().unwrap());
                prop_assert_eq!(headlines.worst(), *reached[k].last().unwrap());
                continue;
            }
            let headlines: BTreeSet<Headline> = headlines.iter().collect();
            prop_assert_eq!(&headlines, &reached[k], "{} {:?}\n{}", role, answers, generated.json);
        }
    }

    #[test]
    fn diagrams_and_direct_evaluation_agree_on_complete_answers(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, FREE);
        let answers = some_answers(&mut random, &generated, 100);
        for day in [0, 1, 10, 29, 30, 60] {
            let on = generated.quiz.today().plus_days(day);
            let later = Quiz::new(generated.quiz.rules().clone(), on, Default::default());
            let direct = direct::headlines(&later, &answers, &Scope::all(), on);
            for (k, (_, headlines)) in later.headlines(&answers, &Scope::all()).iter().enumerate() {
                prop_assert_eq!((headlines.best(), headlines.worst()), direct[k]);
            }
        }
    }

    #[test]
    fn more_answers_never_widen_a_verdict_and_not_knowing_is_not_answering(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, FREE);
        let quiz = &generated.quiz;
        let mut answers = some_answers(&mut random, &generated, 30);
        let before = quiz.headlines(&answers, &Scope::all());
        let mut without = answers.clone();
        for (id, _) in &generated.domains {
            if answers.get(&id.as_str().into()) == Some(&Answer::DontKnow) {
                without.clear(&id.as_str().into());
            }
        }
        prop_assert_eq!(&before, &quiz.headlines(&without, &Scope::all()));
        for (id, domain) in &generated.domains {
            if answers.get(&id.as_str().into()).is_none() && random.chance(50) {
                answers.set(id.as_str(), random.pick(domain).clone());
            }
        }
        for ((_, before), (_, after)) in before.iter().zip(quiz.headlines(&answers, &Scope::all())) {
            prop_assert!(after.is_within(*before));
        }
    }

    #[test]
    fn the_order_in_which_things_are_written_is_irrelevant(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, SMALL);
        let answers = some_answers(&mut random, &generated, 50);
        // Which of several contradicting constraints is ignored does depend on their order.
        if !generated.quiz.evaluate(&answers, &Scope::all()).broken.is_empty() {
            return Ok(());
        }
        let turned = quiz(&turn(&generated.json));
        let before = generated.quiz.headlines(&answers, &Scope::all());
        let after = turned.headlines(&answers, &Scope::all());
        for (role, headlines) in before {
            prop_assert!(after.contains(&(role, headlines)));
        }
    }

    #[test]
    fn without_a_criterion_no_headline_is_worse(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, FREE);
        let answers = some_answers(&mut random, &generated, 60);
        let mut fewer = generated.json.clone();
        fewer["roles"][0]["criteria"].as_array_mut().unwrap().pop();
        let before = generated.quiz.headlines(&answers, &Scope::all());
        let fewer = quiz(&fewer);
        let after = fewer.headlines(&answers, &Scope::all());
        prop_assert!(after[0].1.best() <= before[0].1.best());
        prop_assert!(after[0].1.worst() <= before[0].1.worst());
    }

    #[test]
    fn an_interview_asks_only_what_matters_and_ends_with_everything_decided(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, SMALL);
        let quiz = &generated.quiz;
        let mut answers = Answers::new();
        let mut left = usize::MAX;
        let mut asked = 0;
        loop {
            let step = quiz.next_question(&answers, &Scope::all());
            let NextStep::Ask { question, because, at_most_left, refine, .. } = step else { break };
            prop_assert!(!refine);
            let free = direct::broken(quiz, &answers).is_empty()
                && quiz.evaluate(&answers, &Scope::all()).broken.is_empty();
            if free {
                prop_assert!(at_most_left <= left, "{} after {}", at_most_left, left);
            }
            left = at_most_left;
            prop_assert!(!because.is_empty());
            if generated.json["constraints"].as_array().unwrap().is_empty() && !has_expired(&generated) {
                let matters = two_answers_differ(&generated, &answers, question.as_str());
                prop_assert!(matters != Some(false), "{} {:?}\n{}", question, answers, generated.json);
            }
            let domain = &generated.domains.iter().find(|(id, _)| id == question.as_str()).unwrap().1;
            prop_assert!(!answers.iter().any(|(id, _)| *id == question));
            if random.chance(15) {
                answers.set(question, Answer::DontKnow);
            } else {
                answers.set(question, random.pick(domain).clone());
            }
            asked += 1;
            prop_assert!(asked <= generated.domains.len());
        }
        let unknown = answers.iter().any(|(_, answer)| *answer == Answer::DontKnow);
        if !unknown && !has_expired(&generated) {
            for (role, headlines) in quiz.headlines(&answers, &Scope::all()) {
                prop_assert!(headlines.decided().is_some(), "{} {:?}\n{}", role, answers, generated.json);
            }
        }
        // The same questions again, in the same order.
        let path = quiz.path(&answers, &Scope::all());
        prop_assert_eq!(path.asked.len(), asked);
        prop_assert!(path.superfluous.is_empty());
    }

    #[test]
    fn the_answers_named_as_a_reason_suffice_and_none_is_superfluous(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, SMALL);
        let quiz = &generated.quiz;
        let answers = some_answers(&mut random, &generated, 80);
        let result = quiz.evaluate(&answers, &Scope::all());
        if !result.broken.is_empty() {
            return Ok(());
        }
        let state = |answers: &Answers, role: usize, criterion: usize| {
            quiz.evaluate(answers, &Scope::all()).roles[role].criteria[criterion].state
        };
        for (r, verdict) in result.roles.iter().enumerate() {
            for (c, criterion) in verdict.criteria.iter().enumerate() {
                if !matches!(criterion.state, CriterionState::Met | CriterionState::Fails) {
                    prop_assert!(criterion.because.is_empty());
                    continue;
                }
                let only = |left_out: Option<usize>| -> Answers {
                    let named = criterion.because.iter().enumerate();
                    named
                        .filter(|(i, _)| Some(*i) != left_out)
                        .map(|(_, id)| (id.clone(), answers.get(id).unwrap().clone()))
                        .collect()
                };
                prop_assert_eq!(state(&only(None), r, c), criterion.state);
                for i in 0..criterion.because.len() {
                    prop_assert!(state(&only(Some(i)), r, c) != criterion.state);
                }
            }
        }
    }

    #[test]
    fn eligible_days_hold_day_by_day(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, FREE);
        let quiz = &generated.quiz;
        let answers = some_answers(&mut random, &generated, 100);
        let result = quiz.evaluate(&answers, &Scope::all());
        if has_expired(&generated) {
            return Ok(());
        }
        let good = |role: usize, day| {
            direct::headlines(quiz, &answers, &Scope::all(), day)[role].0 <= Headline::People
        };
        for (r, verdict) in result.roles.iter().enumerate() {
            let today = quiz.today();
            let mut start = today;
            if verdict.best > Headline::People {
                // All limits of a random rule set lie within 120 days.
                let from = verdict.from.map(|from| from.exact().expect("all is answered"));
                let by_day = (1..=150).map(|n| today.plus_days(n)).find(|day| good(r, *day));
                prop_assert_eq!(from, by_day);
                match from {
                    Some(from) => start = from,
                    None => continue,
                }
            }
            let by_day = (1..=200).map(|n| start.plus_days(n)).find(|day| !good(r, *day));
            prop_assert_eq!(verdict.until.map(|until| until.day), by_day);
        }
    }

    #[test]
    fn a_month_contains_the_result_of_each_of_its_days(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, FREE);
        let quiz = &generated.quiz;
        let mut answers = some_answers(&mut random, &generated, 80);
        let dates: Vec<String> = answers
            .iter()
            .filter(|(_, answer)| matches!(answer, Answer::Date(_)))
            .map(|(id, _)| id.to_string())
            .collect();
        for id in dates {
            let Some(Answer::Date(date)) = answers.get(&id.as_str().into()).cloned() else { continue };
            let (year, month, _) = date.parts();
            let by_day = quiz.evaluate(&answers, &Scope::all());
            answers.set(id.as_str(), Answer::Date(PartialDate::month(year, month.unwrap()).unwrap()));
            let by_month = quiz.evaluate(&answers, &Scope::all());
            for (day, month) in by_day.roles.iter().zip(&by_month.roles) {
                prop_assert!(day.headlines.is_within(month.headlines));
                if let (Some(day), Some(month)) = (day.from, month.from) {
                    prop_assert!(month.earliest <= day.earliest);
                    if let (Some(day), Some(month)) = (day.latest, month.latest) {
                        prop_assert!(day <= month);
                    }
                }
            }
        }
    }

    #[test]
    fn four_hundred_years_later_everything_is_the_same(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, FREE);
        let answers = some_answers(&mut random, &generated, 90);
        let shift = 146_097;
        let later = shifted(&generated.json, shift);
        let rules = eligibility::Ruleset::new(&crate::support::rules(later)).unwrap();
        let today = generated.quiz.today().plus_days(shift);
        let later = Quiz::new(std::rc::Rc::new(rules), today, Default::default());
        let moved: Answers = answers
            .iter()
            .map(|(id, answer)| match answer {
                Answer::Date(date) => {
                    (id.clone(), Answer::Date(date.first().plus_days(shift).into()))
                }
                other => (id.clone(), other.clone()),
            })
            .collect();
        let now = generated.quiz.evaluate(&answers, &Scope::all());
        let then = later.evaluate(&moved, &Scope::all());
        for (now, then) in now.roles.iter().zip(&then.roles) {
            prop_assert_eq!(now.headlines, then.headlines);
            prop_assert_eq!(now.from.map(|from| from.earliest.plus_days(shift)), then.from.map(|from| from.earliest));
            prop_assert_eq!(now.until.map(|until| until.day.plus_days(shift)), then.until.map(|until| until.day));
        }
    }

    #[test]
    fn changes_keep_their_promise_and_no_cheaper_ones_exist(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, FREE);
        let quiz = &generated.quiz;
        let answers = some_answers(&mut random, &generated, 100);
        let good = |answers: &Answers, role: usize, day| {
            direct::headlines(quiz, answers, &Scope::all(), day)[role].0 <= Headline::People
        };
        for (r, verdict) in quiz.evaluate(&answers, &Scope::all()).roles.iter().enumerate() {
            let prospects = quiz.prospects(&answers, &verdict.role);
            if verdict.best <= Headline::People {
                prop_assert!(prospects.is_empty());
                continue;
            }
            for prospect in &prospects {
                let with = |left_out: usize| {
                    let mut changed = answers.clone();
                    for (i, change) in prospect.changes.iter().enumerate() {
                        if i != left_out {
                            let now = answers.get(&change.question);
                            changed.set(change.question.clone(), change.to.apply(now));
                        }
                    }
                    changed
                };
                prop_assert!(good(&with(usize::MAX), r, prospect.on));
                for i in 0..prospect.changes.len() {
                    prop_assert!(!good(&with(i), r, prospect.on));
                }
            }
            let Some(cheapest) = cheapest_today(&generated, &answers, r) else { continue };
            let today = prospects.iter().filter(|prospect| prospect.on == quiz.today());
            match today.map(|prospect| prospect.effort).min() {
                Some(effort) => prop_assert_eq!(effort, cheapest),
                None => prop_assert!(cheapest == u32::MAX || prospects.len() == 3),
            }
        }
    }

    #[test]
    fn no_answers_make_it_panic(seed: u64) {
        let mut random = Random(seed);
        let generated = generate(&mut random, SMALL);
        let answers = wild_answers(&mut random, &generated);
        let scope = Scope::all();
        generated.quiz.evaluate(&answers, &scope);
        generated.quiz.next_question(&answers, &scope);
        generated.quiz.path(&answers, &scope);
    }

    #[test]
    fn no_typed_date_makes_it_panic(day: String, month: String, year: String) {
        let typed = eligibility::typed_date::TypedDate { day: &day, month: &month, year: &year };
        let _ = eligibility::typed_date::read_date(typed, &[], None);
    }
}

/// The least effort of changes that are good enough today, tried one by one.
fn cheapest_today(generated: &Generated, answers: &Answers, role: usize) -> Option<u32> {
    let questions = generated.json["questions"].as_array().unwrap();
    let mut free = answers.clone();
    for question in questions.iter().filter(|question| question["change"] == "act") {
        free.clear(&question["id"].as_str().unwrap().into());
    }
    let all = completions(generated, &free, 4000)?;
    let efforts = all.iter().filter_map(|other| {
        let best = complete(&generated.quiz, other)[role].0;
        let effort = |question: &Value| {
            let id = question["id"].as_str().unwrap().into();
            let changed = other.get(&id) != answers.get(&id);
            if changed { question["effort"].as_u64().unwrap() as u32 } else { 0 }
        };
        (best <= Headline::People).then(|| questions.iter().map(effort).sum())
    });
    Some(efforts.min().unwrap_or(u32::MAX))
}

/// Turns all lists around in which order must not matter.
fn turn(json: &Value) -> Value {
    let mut turned = json.clone();
    fn members(e: &mut Value) {
        match e {
            Value::Object(fields) => {
                for (key, value) in fields.iter_mut() {
                    members(value);
                    if key == "all" || key == "any" {
                        value.as_array_mut().unwrap().reverse();
                    }
                }
            }
            Value::Array(values) => values.iter_mut().for_each(members),
            _ => {}
        }
    }
    members(&mut turned);
    for key in ["roles", "questions", "constraints"] {
        turned[key].as_array_mut().unwrap().reverse();
    }
    for role in turned["roles"].as_array_mut().unwrap() {
        role["criteria"].as_array_mut().unwrap().reverse();
    }
    turned
}

/// Moves every day in the rules.
fn shifted(json: &Value, days: i32) -> Value {
    match json {
        Value::String(text) => match text.parse::<model::Date>() {
            Ok(date) => Value::String(date.plus_days(days).to_string()),
            Err(_) => json.clone(),
        },
        Value::Array(values) => values.iter().map(|value| shifted(value, days)).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(key, value)| (key.clone(), shifted(value, days))).collect()
        }
        _ => json.clone(),
    }
}

/// Whether two answers to a question, with the rest alike, lead to different outcomes.
fn two_answers_differ(generated: &Generated, answers: &Answers, question: &str) -> Option<bool> {
    let all = completions(generated, answers, 4000)?;
    let domain = &generated.domains.iter().find(|(id, _)| id == question)?.1;
    Some(all.iter().any(|one| {
        let outcome = complete(&generated.quiz, one);
        domain.iter().any(|answer| {
            let mut other = one.clone();
            other.set(question, answer.clone());
            complete(&generated.quiz, &other) != outcome
        })
    }))
}
