//! `cargo xtask test [NAME [TESTS]]`: everything that CI runs, step by step, or the steps that NAME
//! matches, and of the native and the browser tests only those that TESTS matches.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::build::wasm_environment;
use crate::failure::Failure;
use crate::tested::{self, Served};
use crate::{budgets, check, setup, tool, trunk};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    passed: usize,
    failed: usize,
}

/// A step: its name, what it proves, and how.
type Step = (&'static str, &'static str, fn(Option<&str>) -> Result<Count, Failure>);

const STEPS: &[Step] = &[
    ("format", "the code is formatted", format),
    ("clippy", "no lint speaks, natively and for browsers", clippy),
    ("content", "the packs have no fault", content),
    ("native", "native tests: model, engine, packs, pages, tidiness", native),
    ("docs", "the documentation builds", docs),
    ("budgets", "nothing is larger than it may be", check_budgets),
    ("trunk", "the live-reload loop builds", prove_trunk),
    ("browser", "the product works in a browser, under its real headers", browser),
];

/// Runs the steps.
///
/// # Errors
/// If a test failed, or no step is called so.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let wanted = arguments.first().map(String::as_str);
    let steps: Vec<&Step> = STEPS
        .iter()
        .filter(|(name, ..)| wanted.is_none_or(|wanted| name.contains(wanted)))
        .collect();
    if steps.is_empty() {
        let names: Vec<&str> = STEPS.iter().map(|(name, ..)| *name).collect();
        return Err(Failure::Call(format!("no step matches; there is {}", names.join(", "))));
    }
    setup::wasm_target()?;
    let mut total = Count::default();
    for (name, proves, step) in steps {
        tool::step(&format!("{name}: {proves}"));
        let (start, cpu) = (Instant::now(), spent());
        let count = step(arguments.get(1).map(String::as_str)).unwrap_or_else(|failure| {
            eprintln!("{failure}");
            Count { passed: 0, failed: 1 }
        });
        let seconds = start.elapsed().as_secs();
        let cpu = cpu
            .zip(spent())
            .map(|(before, after)| format!(" ({:.0} s of computing)", after - before));
        println!(
            "   {} passed, {} failed, {seconds} s{}",
            count.passed,
            count.failed,
            cpu.unwrap_or_default()
        );
        total.passed += count.passed;
        total.failed += count.failed;
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { Err(Failure::Wrong("See the failures above.".into())) }
}

/// Seconds that processors have worked for this command and for those that it has started and
/// that have ended; none where the system does not tell. Unlike the time on the wall, it is
/// hardly any longer on a busy machine.
fn spent() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in brackets; the four times are the 14th to 17th words.
    let words = stat.rsplit(')').next()?.split_whitespace().skip(11).take(4);
    let ticks: f64 = words.map_while(|word| word.parse::<f64>().ok()).sum();
    Some(ticks / 100.0)
}

/// A command that passes or fails as a whole.
fn whole(command: &mut Command, what: &str) -> Result<Count, Failure> {
    tool::run(command, what).map(|()| Count { passed: 1, failed: 0 })
}

fn format(_: Option<&str>) -> Result<Count, Failure> {
    whole(tool::cargo().args(["fmt", "--all", "--check"]), "cargo fmt --check")
}

fn clippy(_: Option<&str>) -> Result<Count, Failure> {
    let lints = ["--", "--deny", "warnings"];
    let native = ["clippy", "--quiet", "--locked", "--workspace", "--all-targets", "--release"];
    let browser = ["clippy", "--quiet", "--locked", "--profile", "web", "--features", "split"];
    let browser = [&browser[..], &["--target", "wasm32-unknown-unknown"]].concat();
    let native = whole(tool::cargo().args(native).args(lints), "clippy, natively")?;
    // As the product's own build: one set of macros, not two that put each other out of date.
    setup::rust_source()?;
    let mut cargo = tool::cargo();
    let browser =
        whole(cargo.envs(wasm_environment()).args(browser).args(lints), "clippy, for browsers")?;
    Ok(Count { passed: native.passed + browser.passed, failed: 0 })
}

fn content(_: Option<&str>) -> Result<Count, Failure> {
    check::run(&[]).map(|()| Count { passed: 1, failed: 0 })
}

fn native(tests: Option<&str>) -> Result<Count, Failure> {
    let mut cargo = tool::cargo();
    cargo.args(["test", "--locked", "--workspace", "--release", "--no-fail-fast"]);
    cargo.args(["--lib", "--bins", "--test", "suite"]).args(tests);
    counted(&mut cargo)
}

fn docs(_: Option<&str>) -> Result<Count, Failure> {
    let mut cargo = tool::cargo();
    cargo.args(["doc", "--quiet", "--locked", "--workspace", "--no-deps", "--release"]);
    whole(cargo.env("RUSTDOCFLAGS", "--deny warnings"), "cargo doc")
}

fn check_budgets(_: Option<&str>) -> Result<Count, Failure> {
    let measured = budgets::measure(&tested::folder(), tested::build()?)?;
    println!("{}", budgets::report(&measured));
    let passed = measured.iter().filter(|measured| measured.holds()).count();
    Ok(Count { passed, failed: measured.len() - passed })
}

fn prove_trunk(_: Option<&str>) -> Result<Count, Failure> {
    trunk::prove().map(|()| Count { passed: 1, failed: 0 })
}

fn browser(tests: Option<&str>) -> Result<Count, Failure> {
    let served = Served::start()?.with_broken_copy()?;
    let mut cargo = tool::cargo();
    // The whole workspace, as in the native step: with other features libraries were compiled twice.
    cargo.args(["test", "--locked", "--workspace", "--release", "--no-fail-fast"]);
    cargo.args(["--test", "browser"]).args(tests);
    served.tell(&mut cargo)?;
    // One more than there are cores: at any moment somebody waits for a page.
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get) + 1;
    counted(cargo.args(["--", "--test-threads"]).arg(threads.to_string()))
}

/// Runs cargo's tests, shows what they print, and adds up their counts.
fn counted(cargo: &mut Command) -> Result<Count, Failure> {
    let cannot =
        |error: &std::io::Error| Failure::Call(format!("cargo test cannot be started: {error}"));
    let mut process = cargo.stdout(Stdio::piped()).spawn().map_err(|error| cannot(&error))?;
    let mut count = Count::default();
    if let Some(output) = process.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            if let Some(result) = line.strip_prefix("test result: ") {
                count.passed += number_before(result, " passed");
                count.failed += number_before(result, " failed");
            }
        }
    }
    let status = process.wait().map_err(|error| cannot(&error))?;
    if !status.success() && count.failed == 0 {
        // It did not get as far as counting: it does not compile, or a test took the process down.
        count.failed = 1;
    }
    Ok(count)
}

fn number_before(text: &str, word: &str) -> usize {
    let before = text.split(word).next().unwrap_or_default();
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::number_before;

    #[test]
    fn the_counts_of_a_test_run_are_read() {
        let line = "FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!((number_before(line, " passed"), number_before(line, " failed")), (12, 3));
    }
}
