//! Our engine for `bench.mjs --exec`: headlines of complete answer sets, natively.
//!
//! Called with the paths of the rule set and of the answers. Like every engine
//! it is given the answers in memory, as plain numbers; a date is put into its
//! class there and then, so that no fact is derived beforehand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measuring tool may fail by panicking"
)]

#[path = "../tests/suite/bench_set.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod bench_set;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use eligibility::{Answers, Sheet};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [ruleset, _answers] = arguments.as_slice() else {
        eprintln!("usage: bench_exec RULESET ANSWERS");
        std::process::exit(2);
    };
    let data = Path::new(ruleset).parent().expect("a folder").to_path_buf();
    let set = bench_set::load_from(&data);
    let start = Instant::now();
    let mut sheet = Sheet::new(&set.quiz);
    let setup = start.elapsed().as_secs_f64() * 1e3;
    let rows: Vec<Vec<eligibility::Cell>> =
        set.sets.iter().map(|answers| bench_set::cells(&set, answers)).collect();
    let half = |answers: &Answers| -> Answers {
        let some = answers.iter().enumerate().filter(|(i, _)| i % 2 == 0);
        some.map(|(_, (id, answer))| (id.clone(), answer.clone())).collect()
    };
    let hidden: Vec<Vec<eligibility::Cell>> =
        set.sets.iter().map(|answers| bench_set::cells(&set, &half(answers))).collect();
    let mut headlines = Vec::new();
    let mut speed = |rows: &[Vec<eligibility::Cell>]| -> Vec<f64> {
        let mut run = || {
            let start = Instant::now();
            for _ in 0..20 {
                for row in rows {
                    sheet.judge(black_box(row), &mut headlines);
                    black_box(&headlines);
                }
            }
            (20 * rows.len()) as f64 / start.elapsed().as_secs_f64()
        };
        (0..5).map(|_| run().round()).collect()
    };
    let (complete, partial) = (speed(&rows), speed(&hidden));
    let verdicts: Vec<String> = rows
        .iter()
        .map(|row| {
            sheet.judge(row, &mut headlines);
            let decided = headlines.iter().map(|h| bench_set::code(h.decided().expect("complete")));
            decided.collect()
        })
        .collect();
    let output = serde_json::json!({
        "name": "eligibility (native)",
        "version": env!("CARGO_PKG_VERSION"),
        "setupMs": setup,
        "setsPerSecond": complete,
        "halfHiddenSetsPerSecond": partial,
        "verdicts": verdicts,
    });
    println!("{output}");
}
