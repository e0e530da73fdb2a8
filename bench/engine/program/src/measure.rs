//! What is measured natively: agreement, speed, the length of interviews, verification.

use std::hint::black_box;
use std::time::Instant;

use eligibility::{Answers, Cell, Headlines, NextStep, Scope, Sheet};
use serde_json::{Value, json};

use crate::convert::list;
use crate::{BenchRules, Fault, letter};

/// How often speed is measured.
const REPETITIONS: usize = 5;

/// One repetition lasts at least so long.
const SECONDS: f64 = 0.3;

/// Verdicts as the benchmark writes them: a letter per role, `?` where none is decided.
pub fn verdicts(sheet: &mut Sheet, rows: &[Vec<Cell>]) -> Vec<String> {
    let mut headlines = Vec::new();
    let mut of = |row: &Vec<Cell>| {
        sheet.judge(row, &mut headlines);
        headlines.iter().map(|headlines| headlines.decided().map_or('?', letter)).collect()
    };
    rows.iter().map(&mut of).collect()
}

/// What `bench.mjs --exec` asks of a program.
///
/// # Errors
/// If the data are not of the benchmark's formats.
pub fn program(ruleset: &Value, answers: &Value) -> Result<Value, Fault> {
    let start = Instant::now();
    let rules = BenchRules::new(ruleset)?;
    let mut sheet = Sheet::new(&rules.quiz);
    let setup = start.elapsed();
    let sets = rules.answers(answers)?;
    let rows: Vec<Vec<Cell>> = sets.iter().map(|answers| rules.cells(answers)).collect();
    let (speeds, cost) = speed(&mut sheet, &rows);
    Ok(json!({
        "name": "eligibility (native, dates not yet made numbers)",
        "version": env!("CARGO_PKG_VERSION"),
        "setupMs": round(setup.as_secs_f64() * 1e3, 100.0),
        "setsPerSecond": speeds,
        "cpuUsPerSet": round(cost, 1000.0),
        "verdicts": verdicts(&mut sheet, &rows),
    }))
}

/// Sets per second, repetition by repetition, and microseconds of processor time per set.
pub fn speed(sheet: &mut Sheet, rows: &[Vec<Cell>]) -> (Vec<f64>, f64) {
    let mut headlines: Vec<Headlines> = Vec::new();
    let mut pass = || {
        for row in rows {
            sheet.judge(black_box(row), &mut headlines);
            black_box(&headlines);
        }
    };
    let start = Instant::now();
    pass();
    let passes = (SECONDS / start.elapsed().as_secs_f64().max(1e-9)).ceil().max(1.0);
    let sets = passes * rows.len() as f64;
    let before = processor_seconds();
    let begun = Instant::now();
    let speeds = (0..REPETITIONS).map(|_| {
        let start = Instant::now();
        (0..passes as usize).for_each(|_| pass());
        (sets / start.elapsed().as_secs_f64()).round()
    });
    let speeds: Vec<f64> = speeds.collect();
    let clock = begun.elapsed().as_secs_f64();
    let used = processor_seconds().zip(before).map_or(clock, |(after, before)| after - before);
    (speeds, used * 1e6 / (sets * REPETITIONS as f64))
}

/// Processor time of this process so far, where the system tells.
fn processor_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}

fn round(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}

/// Every other answer hidden.
pub fn half_hidden(sets: &[Answers]) -> Vec<Answers> {
    let half = |answers: &Answers| {
        let some = answers.iter().enumerate().filter(|(i, _)| i % 2 == 0);
        some.map(|(_, (id, answer))| (id.clone(), answer.clone())).collect()
    };
    sets.iter().map(half).collect()
}

/// How many verdicts and eligible-from dates are as expected, and of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Verdicts that agree.
    pub verdicts: usize,
    /// All verdicts.
    pub of_verdicts: usize,
    /// Dates that agree, "no date" included where a role is not yet open.
    pub dates: usize,
    /// All such dates.
    pub of_dates: usize,
}

/// Compares whole evaluations with what is expected (`rx-bench-expected/1`).
///
/// # Errors
/// If the data are not of the benchmark's format.
pub fn agreement(
    rules: &BenchRules,
    sets: &[Answers],
    expected: &Value,
) -> Result<Agreement, Fault> {
    let mut agreement = Agreement::default();
    let rows = list(expected, "verdicts")?.iter().zip(list(expected, "from")?);
    for (answers, (verdicts, from)) in sets.iter().zip(rows) {
        let verdicts = verdicts.as_str().unwrap_or_default();
        let roles = rules.quiz.evaluate(answers, &Scope::all()).roles;
        agreement.of_verdicts += verdicts.len();
        for (k, (role, expected)) in roles.iter().zip(verdicts.chars()).enumerate() {
            agreement.verdicts += usize::from(role.decided().map(letter) == Some(expected));
            let date = role.from.and_then(|from| from.exact()).map(|date| date.to_string());
            if let Some(expected) = from[k].as_str() {
                agreement.of_dates += 1;
                agreement.dates += usize::from(date.as_deref() == Some(expected));
            } else if expected == 'Y' && date.is_some() {
                return Err(format!("role {}: a date where none is expected", role.role));
            }
        }
    }
    Ok(agreement)
}

/// Mean and greatest number of questions until all roles are decided, over these sets.
pub fn interview(rules: &BenchRules, sets: &[Answers]) -> (f64, usize) {
    let (mut asked, mut most) = (0, 0);
    for given in sets {
        let mut answers = Answers::new();
        while let NextStep::Ask { question, .. } = rules.quiz.next_question(&answers, &Scope::all())
        {
            let Some(answer) = given.get(&question) else { break };
            answers.set(question, answer.clone());
        }
        asked += answers.len();
        most = most.max(answers.len());
    }
    (asked as f64 / sets.len().max(1) as f64, most)
}

/// Milliseconds for the verification of the whole rule set from the rules on, the median of
/// several, and what is found.
///
/// # Errors
/// If the rule set is not of the benchmark's format.
pub fn verification(ruleset: &Value) -> Result<(f64, usize), Fault> {
    let mut times = Vec::new();
    let mut findings = 0;
    for _ in 0..REPETITIONS {
        let rules = BenchRules::new(ruleset)?;
        let start = Instant::now();
        findings = eligibility::verify::verify(&rules.quiz).len();
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    Ok((median(times), findings))
}

/// The middle one.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
