//! On the data of the engine benchmark: agreement, length of interviews, speed.
//!
//! The data lie beside the benchmark; without them these tests say so and pass.

use eligibility::{Answers, Headline, NextStep, Scope, Sheet};

use crate::bench_set::{cells, code, load};

/// Where the code is not optimised, every tenth answer set has to do.
const STEP: usize = if cfg!(debug_assertions) { 10 } else { 1 };

#[test]
fn all_verdicts_and_dates_agree_with_the_other_engines() {
    let Some(set) = load() else { return };
    let (mut verdicts, mut dates) = (0, 0);
    for (i, answers) in set.sets.iter().enumerate().step_by(STEP) {
        let result = set.quiz.evaluate(answers, &Scope::all());
        assert!(result.ignored.is_empty(), "{:?}", result.ignored);
        let direct =
            eligibility::direct::headlines(&set.quiz, answers, &Scope::all(), set.quiz.today());
        for (k, verdict) in result.roles.iter().enumerate() {
            let headline = verdict.decided().expect("all answers are given");
            assert_eq!(direct[k], (headline, headline));
            let expected = set.expected[i].as_bytes()[k] as char;
            assert_eq!(code(headline), expected, "set {i}, role {}", verdict.role);
            verdicts += 1;
            if headline == Headline::NotYet {
                let from = verdict.from.and_then(|from| from.exact());
                assert_eq!(from, set.from[i][k], "set {i}, role {}", verdict.role);
                dates += 1;
            }
        }
    }
    println!("{verdicts} verdicts, {dates} dates agree");
}

#[test]
fn an_interview_needs_about_twelve_questions() {
    let Some(set) = load() else { return };
    let (mut asked, mut most) = (0, 0);
    let interviews = 500 / STEP;
    for given in set.sets.iter().take(500).step_by(STEP) {
        let mut answers = Answers::new();
        let mut left = usize::MAX;
        let mut count = 0;
        while let NextStep::Ask { question, at_most_left, .. } =
            set.quiz.next_question(&answers, &Scope::all())
        {
            assert!(at_most_left < left || at_most_left <= left && at_most_left > 0);
            left = at_most_left;
            answers.set(question.clone(), given.get(&question).unwrap().clone());
            count += 1;
            assert!(count <= 20);
        }
        for (_, headlines) in set.quiz.headlines(&answers, &Scope::all()) {
            assert!(headlines.decided().is_some());
        }
        asked += count;
        most = most.max(count);
    }
    let mean = asked as f64 / interviews as f64;
    println!("{mean} questions on average, {most} at most");
    assert!(STEP > 1 || mean <= 12.3, "{mean}");
    let _ = &set.roles;
}

#[test]
fn plain_numbers_lead_to_the_same_headlines_and_fast() {
    let Some(set) = load() else { return };
    let mut sheet = Sheet::new(&set.quiz);
    let mut headlines = Vec::new();
    let mut random = crate::generate::Random(1);
    let mut rows = Vec::new();
    for (i, answers) in set.sets.iter().enumerate() {
        let row = cells(&set, answers);
        sheet.judge(&row, &mut headlines);
        for (k, headlines) in headlines.iter().enumerate() {
            assert_eq!(code(headlines.decided().unwrap()), set.expected[i].as_bytes()[k] as char);
        }
        rows.push(row);
    }
    let mut hidden = Vec::new();
    for answers in &set.sets {
        let some = answers.iter().filter(|_| random.chance(50));
        let some: Answers = some.map(|(id, answer)| (id.clone(), answer.clone())).collect();
        let row = cells(&set, &some);
        sheet.judge(&row, &mut headlines);
        let expected = set.quiz.headlines(&some, &Scope::all());
        assert!(headlines.iter().zip(expected).all(|(one, (_, other))| *one == other));
        hidden.push(row);
    }
    for (name, rows) in [("complete", &rows), ("half hidden", &hidden)] {
        let speeds = (0..41).map(|_| {
            let start = std::time::Instant::now();
            for _ in 0..1 {
                for row in rows {
                    sheet.judge(row, &mut headlines);
                    std::hint::black_box(&headlines);
                }
            }
            rows.len() as f64 / start.elapsed().as_secs_f64()
        });
        let mut speeds: Vec<f64> = speeds.collect();
        speeds.sort_by(f64::total_cmp);
        println!("{name}: {:.0} sets per second", speeds[38]);
    }
}
