//! `cargo xtask bench [NAME]`: measurements that no test waits for.
//!
//! A missed target is said, and is no failure: it depends on the machine. An
//! engine that disagrees with its peers is one.

mod content;
mod engine;
mod kiosk;
mod lighthouse;
mod target;

use crate::failure::Failure;
use crate::tool;

/// A benchmark: its name, what it measures, and how.
type Bench = (&'static str, &'static str, fn(&[String]) -> Result<(), Failure>);

const BENCHES: &[Bench] = &[
    ("content", "start, list, search and memory with more content", content::run),
    ("engine", "the engine beside its peers", engine::run),
    ("kiosk", "[SESSIONS] what a public screen holds after many visitors", kiosk::run),
    ("lighthouse", "what Lighthouse finds on a phone", lighthouse::run),
];

/// Runs the benchmarks that NAME matches, or all.
///
/// # Errors
/// If none is called so, or one cannot be run.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let wanted = arguments.first().map_or("", String::as_str);
    let rest = arguments.get(1..).unwrap_or_default();
    let chosen: Vec<&Bench> = BENCHES.iter().filter(|(name, ..)| name.contains(wanted)).collect();
    if chosen.is_empty() {
        let names: Vec<String> =
            BENCHES.iter().map(|(name, measures, _)| format!("  {name:<12}{measures}")).collect();
        return Err(Failure::Call(format!("no benchmark matches; there is\n{}", names.join("\n"))));
    }
    for (name, measures, bench) in chosen {
        tool::step(&format!("{name}: {measures}"));
        bench(rest)?;
    }
    Ok(())
}
