//! On the data of the engine benchmark: agreement, and the length of interviews.

use eligibility::{Answers, NextStep, Scope, Sheet};
use engine_bench::{letter, measure};

use crate::bench_set::load;

/// Where the code is not optimised, every tenth answer set has to do.
const STEP: usize = if cfg!(debug_assertions) { 10 } else { 1 };

#[test]
fn all_verdicts_and_dates_agree_with_the_other_engines() {
    let set = load();
    let quiz = &set.rules.quiz;
    if STEP == 1 {
        let agreement = measure::agreement(&set.rules, &set.sets, &set.expected).unwrap();
        assert_eq!((agreement.verdicts, agreement.of_verdicts), (24_000, 24_000));
        assert_eq!((agreement.dates, agreement.of_dates), (1822, 1822));
    }
    for (i, answers) in set.sets.iter().enumerate().step_by(STEP) {
        let result = quiz.evaluate(answers, &Scope::all());
        assert!(result.ignored.is_empty(), "{:?}", result.ignored);
        let direct = eligibility::direct::headlines(quiz, answers, &Scope::all(), quiz.today());
        let expected = set.expected["verdicts"][i].as_str().unwrap();
        for (k, (verdict, expected)) in result.roles.iter().zip(expected.chars()).enumerate() {
            let headline = verdict.decided().expect("all answers are given");
            assert_eq!(direct[k], (headline, headline));
            assert_eq!(letter(headline), expected, "set {i}, role {}", verdict.role);
        }
    }
}

#[test]
fn an_interview_needs_about_twelve_questions() {
    let set = load();
    let quiz = &set.rules.quiz;
    let (mut asked, mut most) = (0, 0);
    let interviews = 500 / STEP;
    for given in set.sets.iter().take(500).step_by(STEP) {
        let mut answers = Answers::new();
        let mut left = usize::MAX;
        let mut count = 0;
        while let NextStep::Ask { question, at_most_left, .. } =
            quiz.next_question(&answers, &Scope::all())
        {
            assert!(at_most_left < left || at_most_left <= left && at_most_left > 0);
            left = at_most_left;
            answers.set(question.clone(), given.get(&question).unwrap().clone());
            count += 1;
            assert!(count <= 20);
        }
        for (_, headlines) in quiz.headlines(&answers, &Scope::all()) {
            assert!(headlines.decided().is_some());
        }
        asked += count;
        most = most.max(count);
    }
    let mean = asked as f64 / interviews as f64;
    println!("{mean} questions on average, {most} at most");
    assert!(STEP > 1 || mean <= 12.3, "{mean}");
}

#[test]
fn plain_numbers_lead_to_the_same_headlines() {
    let set = load();
    let mut sheet = Sheet::new(&set.rules.quiz);
    let rows: Vec<_> = set.sets.iter().map(|answers| set.rules.cells(answers)).collect();
    for (i, verdicts) in measure::verdicts(&mut sheet, &rows).into_iter().enumerate() {
        assert_eq!(verdicts, set.expected["verdicts"][i].as_str().unwrap(), "set {i}");
    }
    let mut headlines = Vec::new();
    let mut random = crate::generate::Random(1);
    for answers in &set.sets {
        let some = answers.iter().filter(|_| random.chance(50));
        let some: Answers = some.map(|(id, answer)| (id.clone(), answer.clone())).collect();
        sheet.judge(&set.rules.cells(&some), &mut headlines);
        let expected = set.rules.quiz.headlines(&some, &Scope::all());
        assert!(headlines.iter().zip(expected).all(|(one, (_, other))| *one == other));
    }
}
