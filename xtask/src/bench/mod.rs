//! `cargo xtask bench [NAME]`: the benchmarks, each against its peers in one run.
//!
//! A missed target is said, and is no failure: it depends on the machine. An
//! engine that disagrees is one.

mod engine;
mod target;

use crate::failure::Failure;

/// A benchmark: its name, and how it runs.
type Benchmark = (&'static str, fn() -> Result<(), Failure>);

const BENCHMARKS: &[Benchmark] = &[("engine", engine::run)];

/// Runs the benchmarks, or the one of that name.
///
/// # Errors
/// If there is none of that name, one cannot be run, or engines disagree.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let wanted = arguments.first();
    let mut found = BENCHMARKS.iter().filter(|(name, _)| wanted.is_none_or(|w| w == name));
    if wanted.is_some() && found.clone().next().is_none() {
        let names: Vec<&str> = BENCHMARKS.iter().map(|(name, _)| *name).collect();
        return Err(Failure::Call(format!("no such benchmark; there is {}", names.join(", "))));
    }
    found.try_for_each(|(_, run)| run())
}
