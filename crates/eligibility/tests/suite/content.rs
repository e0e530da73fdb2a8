//! The same invariants on the rules that are shipped.

use std::rc::Rc;

use eligibility::{
    Answer, Answers, Headline, NextStep, PartialDate, Period, Quiz, ReviewPolicy, Ruleset, Scope,
    direct,
};
use model::Date;
use model::rules::{Literal, Question, QuestionKind, Rules};
use proptest::prelude::*;

use crate::generate::Random;
use crate::support::{TODAY, cases, day};

struct Content {
    quiz: Quiz,
    questions: Vec<Question>,
}

/// The content, read once per thread.
fn load() -> Option<Rc<Content>> {
    thread_local! {
        static CONTENT: Option<Rc<Content>> = read().map(Rc::new);
    }
    CONTENT.with(Clone::clone)
}

fn read() -> Option<Content> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/met/rules.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("no content yet: skipped");
        return None;
    };
    let rules: Rules = serde_json::from_str(&text).expect("rules.json has the shape of the types");
    let questions = rules.questions.clone();
    let rules = Ruleset::new(&rules).unwrap_or_else(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", errors.join("\n"))
    });
    Some(Content {
        quiz: Quiz::new(Rc::new(rules), day(TODAY), ReviewPolicy::default()),
        questions,
    })
}

/// A likely answer: dates near the limits that rules draw.
fn answer(random: &mut Random, question: &Question) -> Answer {
    let date = |random: &mut Random| {
        let years = [1, 2, 3, 5, 13, 16, 17, 18, 19, 30, 57, 60];
        let days = random.below(1200) as i32 - 600;
        let back = *random.pick(&years) * 365;
        let date = day(TODAY).plus_days(days - back);
        let (least, most) = match (&question.min, &question.max) {
            (Some(Literal::Date(min)), Some(Literal::Date(max))) => (*min, *max),
            (Some(Literal::Date(min)), _) => (*min, day(TODAY)),
            _ => (Date::from_days(-20_000), day(TODAY)),
        };
        let most = if question.future { most } else { most.min(day(TODAY)) };
        PartialDate::from(date.clamp(least, most))
    };
    match question.kind {
        _ if question.optional && random.chance(30) => Answer::NotApplicable,
        QuestionKind::Bool => Answer::Bool(random.chance(50)),
        QuestionKind::One => Answer::One(random.pick(&question.options).clone()),
        QuestionKind::Many => {
            let chosen = question.options.iter().filter(|_| random.chance(25));
            Answer::Many(chosen.cloned().collect())
        }
        QuestionKind::Int => match (&question.min, &question.max) {
            (Some(Literal::Int(min)), Some(Literal::Int(max))) => {
                Answer::Int(min + random.below((max - min + 1) as usize) as i64)
            }
            _ => Answer::Int(random.below(100) as i64),
        },
        QuestionKind::Date => Answer::Date(date(random)),
        QuestionKind::Periods => {
            let (a, b) = (date(random), date(random));
            let to = random.chance(50).then_some(a.max(b));
            Answer::Periods(vec![Period { from: a.min(b), to }])
        }
    }
}

/// One applicant: an answer to every question.
fn applicant(random: &mut Random, content: &Content) -> Answers {
    content.questions.iter().map(|q| (q.id.clone(), answer(random, q))).collect()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn interviews_end_decided_without_ever_widening(seed: u64) {
        let Some(content) = load() else { return Ok(()) };
        let mut random = Random(seed);
        let given = applicant(&mut random, &content);
        let quiz = &content.quiz;
        let mut answers = Answers::new();
        let mut before = quiz.headlines(&answers, &Scope::all());
        let mut left = usize::MAX;
        let mut steps = 0;
        while let NextStep::Ask { question, at_most_left, because, refine, .. } =
            quiz.next_question(&answers, &Scope::all())
        {
            prop_assert!(at_most_left <= left && !because.is_empty() && !refine);
            prop_assert!(answers.get(&question).is_none());
            left = at_most_left;
            let unsure = random.chance(10);
            let answer = if unsure { Answer::DontKnow } else { given.get(&question).unwrap().clone() };
            answers.set(question, answer);
            let now = quiz.headlines(&answers, &Scope::all());
            let broken = quiz.evaluate(&answers, &Scope::all()).broken;
            if !broken.is_empty() {
                return Ok(());
            }
            for ((_, before), (_, now)) in before.iter().zip(&now) {
                prop_assert!(now.is_within(*before));
            }
            before = now;
            steps += 1;
            prop_assert!(steps <= content.questions.len());
        }
        let unsure = answers.iter().any(|(_, answer)| *answer == Answer::DontKnow);
        for (_, headlines) in before {
            prop_assert!(unsure || headlines.decided().is_some());
        }
        let path = quiz.path(&answers, &Scope::all());
        prop_assert_eq!(path.asked.len(), steps);
    }

    #[test]
    fn both_evaluators_agree_and_eligible_days_hold(seed: u64) {
        let Some(content) = load() else { return Ok(()) };
        let mut random = Random(seed);
        let answers = applicant(&mut random, &content);
        let quiz = &content.quiz;
        let result = quiz.evaluate(&answers, &Scope::all());
        prop_assert_eq!(&result.ignored, &Vec::new());
        let on = |day| direct::headlines(quiz, &answers, &Scope::all(), day);
        let today = on(quiz.today());
        for (k, verdict) in result.roles.iter().enumerate() {
            prop_assert_eq!(Some(today[k].0), verdict.decided());
            let good = |day: Date| on(day)[k].0 <= Headline::People;
            match verdict.from {
                Some(from) => {
                    let from = from.exact().unwrap();
                    prop_assert!(good(from));
                    let mut before = quiz.today();
                    while before < from {
                        prop_assert!(!good(before), "{} {}", verdict.role, before);
                        before = before.plus_days(1 + random.below(20) as i32);
                    }
                    prop_assert!(!good(from.plus_days(-1)));
                }
                None if verdict.best > Headline::People => {
                    for _ in 0..50 {
                        prop_assert!(!good(quiz.today().plus_days(random.below(7305) as i32)));
                    }
                }
                None => {}
            }
        }
    }
}
