//! `engine-bench RULESET ANSWERS`: our engine for `bench.mjs --exec`.
//!
//! Prints one JSON object: how many of these answer sets it judges in a second,
//! natively, and every verdict. Answers are in memory as plain numbers, like
//! those of every engine; a date is put into its class there and then, so that
//! no fact is derived beforehand.

use std::path::Path;
use std::process::ExitCode;

use engine_bench::{measure, read};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [ruleset, answers] = arguments.as_slice() else {
        eprintln!("usage: engine-bench RULESET ANSWERS");
        return ExitCode::from(2);
    };
    let read = |path: &String| read(Path::new(path));
    let measured = read(ruleset)
        .and_then(|ruleset| read(answers).and_then(|answers| measure::program(&ruleset, &answers)));
    match measured {
        Ok(measured) => {
            println!("{measured}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}
