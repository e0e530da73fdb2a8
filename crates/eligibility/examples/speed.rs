//! How long the engine takes on the shipped content, natively.
//!
//! `cargo run --release -p eligibility --example speed [RULES.json]`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measuring tool may fail by panicking"
)]

use std::rc::Rc;
use std::time::Instant;

use eligibility::{Answer, Answers, NextStep, PartialDate, Quiz, ReviewPolicy, Ruleset, Scope};
use model::rules::{QuestionKind, Rules};

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/met/rules.json").to_owned()
    });
    let text = std::fs::read_to_string(path).expect("a rules.json");
    let rules: Rules = serde_json::from_str(&text).expect("rules in our shape");
    let today = "2026-11-21".parse().unwrap();

    let start = Instant::now();
    let ruleset = Rc::new(Ruleset::new(&rules).expect("rules without faults"));
    println!("resolve: {:?}", start.elapsed());
    let start = Instant::now();
    let quiz = Quiz::new(ruleset, today, ReviewPolicy::default());
    quiz.next_question(&Answers::new(), &Scope::all());
    println!("first question, cold: {:?}", start.elapsed());
    let start = Instant::now();
    quiz.evaluate(&Answers::new(), &Scope::all());
    println!("first verdicts: {:?}", start.elapsed());

    let mut parts: Vec<(&str, Vec<f64>)> =
        ["verdicts", "next", "path", "all"].into_iter().map(|name| (name, Vec::new())).collect();
    let mut seed = 7u64;
    let mut random = |limit: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % limit
    };
    for _ in 0..300 {
        let mut answers = Answers::new();
        loop {
            let start = Instant::now();
            quiz.evaluate(&answers, &Scope::all());
            let evaluated = start.elapsed();
            let step = quiz.next_question(&answers, &Scope::all());
            let asked = start.elapsed();
            quiz.path(&answers, &Scope::all());
            let replayed = start.elapsed();
            let times = [evaluated, asked - evaluated, replayed - asked, replayed];
            for ((_, times), time) in parts.iter_mut().zip(times) {
                times.push(time.as_secs_f64() * 1e6);
            }
            let NextStep::Ask { question, .. } = step else { break };
            let asked = rules.questions.iter().find(|q| q.id == question).unwrap();
            let answer = match asked.kind {
                QuestionKind::Bool => Answer::Bool(random(2) == 0),
                QuestionKind::One => {
                    Answer::One(asked.options[random(asked.options.len())].clone())
                }
                QuestionKind::Many => {
                    Answer::Many(asked.options.iter().filter(|_| random(4) == 0).cloned().collect())
                }
                QuestionKind::Int => Answer::Int(random(50) as i64),
                QuestionKind::Date => {
                    let back = random(22_000) as i32;
                    let date = model::Date::from_days(20_778 - back);
                    Answer::Date(PartialDate::from(date))
                }
                QuestionKind::Periods => Answer::DontKnow,
            };
            answers.set(question, answer);
        }
    }
    for (name, mut times) in parts {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        println!(
            "{name:>9}: median {:.0} us, 95 % {:.0} us, worst {:.0} us ({} steps)",
            at(0.5),
            at(0.95),
            at(1.0),
            times.len()
        );
    }
}
