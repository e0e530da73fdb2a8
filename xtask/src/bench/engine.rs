//! `cargo xtask bench engine`: our engine, natively and as WebAssembly, beside the JSON engines.
//!
//! Data, peers and their scripts stand in `bench/engine`; what is measured
//! natively comes from the package `engine-bench`, what is measured in
//! WebAssembly from `inside.mjs` there. The module is built like the product's.

use std::path::{Path, PathBuf};
use std::process::Command;

use engine_bench::{BenchRules, defects, measure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use super::target::{Measure, table};
use crate::build::compress::brotli;
use crate::build::wasm;
use crate::failure::Failure;
use crate::{npm, tool};

/// How often a cold start is measured; the middle one counts.
const COLD_STARTS: usize = 5;

/// Runs the benchmark and prints every measure beside its target.
///
/// # Errors
/// If something cannot be built or run, or an engine disagrees with the others.
pub fn run(_arguments: &[String]) -> Result<(), Failure> {
    let folder = tool::root().join("bench/engine");
    npm::peers(&folder)?;
    tool::step("building our engine as a program, and as WebAssembly like the product's");
    let mut cargo = tool::cargo();
    cargo.args(["build", "--quiet", "--locked", "--release", "--package", "engine-bench"]);
    tool::run(&mut cargo, "compiling engine-bench")?;
    bind("engine-bench-wasm", "", &folder.join("dist"))?;
    let mut measures = agreement(&folder)?;
    measures.extend(speeds(&folder)?);
    measures.extend(inside(&folder)?);
    measures.extend(sense(&folder)?);
    measures.push(size()?);
    println!("\n{}", table(&measures));
    // The first two, and what bench.mjs compares itself, say whether the engines agree.
    if measures.iter().take(2).all(|measure| measure.is_reached) {
        return Ok(());
    }
    Err(Failure::Wrong("The engines do not agree.".into()))
}

/// A package as a shrunk module with its glue, in a folder.
fn bind(package: &str, features: &str, folder: &Path) -> Result<PathBuf, Failure> {
    let name = package.replace('-', "_");
    let compiled = wasm::compile(package, features)?;
    Bindgen::new()
        .input_path(compiled)
        .out_name(&name)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(false).generate(folder))
        .map_err(|error| Failure::Wrong(format!("wasm-bindgen: {error:#}")))?;
    let module = folder.join(format!("{name}_bg.wasm"));
    wasm::shrink(&module)?;
    Ok(module)
}

fn fault(fault: String) -> Failure {
    Failure::Wrong(format!("bench/engine/data: {fault}"))
}

fn data(folder: &Path, name: &str) -> Result<Value, Failure> {
    engine_bench::read(&folder.join(format!("data/{name}.json"))).map_err(Failure::Call)
}

/// Whole evaluations against what all engines agree on, and half hidden answers natively.
fn agreement(folder: &Path) -> Result<Vec<Measure>, Failure> {
    tool::step("agreement, with dates, natively");
    let rules = BenchRules::new(&data(folder, "ruleset")?).map_err(fault)?;
    let sets = rules.answers(&data(folder, "answers")?).map_err(fault)?;
    let agreement = measure::agreement(&rules, &sets, &data(folder, "expected")?).map_err(fault)?;
    let (mean, most) = measure::interview(&rules, &sets[..sets.len().min(500)]);
    println!("   500 interviews, {most} questions at most");
    let hidden: Vec<_> =
        measure::half_hidden(&sets).iter().map(|answers| rules.cells(answers)).collect();
    let (_, cost) = measure::speed(&mut eligibility::Sheet::new(&rules.quiz), &hidden);
    Ok(vec![
        Measure::all("verdicts that agree", agreement.verdicts, agreement.of_verdicts),
        Measure::all("eligible-from dates that agree", agreement.dates, agreement.of_dates),
        Measure::at_most("interview, mean questions", mean, 12.3, ""),
        Measure::at_least("verdict intervals, half hidden, native", 1e6 / cost, 5e5, " sets/s"),
    ])
}

/// Our program and our module beside all other engines, by `bench.mjs`.
fn speeds(folder: &Path) -> Result<Vec<Measure>, Failure> {
    tool::step("all engines: agreement and answer sets per second (some minutes)");
    let program = tool::target().join("release/engine-bench");
    let mut node = Command::new("node");
    node.current_dir(folder).args(["bench.mjs", "--runs", "1", "--module", "ours.mjs", "--exec"]);
    tool::run(node.arg(program), "bench.mjs")?;
    let results = engine_bench::read(&folder.join("results/local-bench.json"));
    let results = results.map_err(Failure::Call)?;
    let speed = |name: &str| {
        let rows = results["rows"].as_array().into_iter().flatten();
        let row = rows
            .into_iter()
            .find(|row| row["engine"].as_str().is_some_and(|engine| engine.starts_with(name)));
        let cost = row.and_then(|row| row["cpuUsPerSet"].as_f64());
        cost.map_or(0.0, |cost| 1e6 / cost)
    };
    let (native, boundary) = (speed("eligibility (native"), speed("eligibility (Rust, wasm"));
    Ok(vec![
        Measure::at_least("headlines, complete answers, native", native, 3e6, " sets/s"),
        Measure::at_least("headlines by JSON text, wasm", boundary, 1e5, " sets/s"),
    ])
}

/// What is measured without crossing the boundary, by `inside.mjs`.
fn inside(folder: &Path) -> Result<Vec<Measure>, Failure> {
    tool::step("our engine inside WebAssembly");
    let node = |arguments: &[&str]| -> Result<Value, Failure> {
        let output = tool::output(Command::new("node").current_dir(folder).args(arguments));
        let value = output.and_then(|output| serde_json::from_str(&output).ok());
        value.ok_or_else(|| Failure::Wrong("inside.mjs failed".into()))
    };
    let measured = node(&["inside.mjs"])?;
    let number = |path: &str| measured.pointer(path).and_then(Value::as_f64).unwrap_or(f64::NAN);
    let count = |path: &str| number(path) as usize;
    let cold = (0..COLD_STARTS)
        .map(|_| node(&["inside.mjs", "--cold"]).map(|ms| ms.as_f64().unwrap_or(f64::NAN)));
    let cold = measure::median(cold.collect::<Result<_, _>>()?);
    println!(
        "   {} (answer set, role) pairs half hidden, {} open; {} steps of interviews, 95 % within {:.2} ms",
        count("/halfHidden/pairs"),
        count("/halfHidden/open"),
        count("/afterOneAnswer/steps"),
        number("/afterOneAnswer/p95"),
    );
    Ok(vec![
        Measure::at_least("headlines inside wasm", number("/complete"), 1.5e6, " sets/s"),
        Measure::all("half hidden: premature verdicts", count("/halfHidden/premature"), 0),
        Measure::all("half hidden: missed verdicts", count("/halfHidden/missed"), 0),
        Measure::all("half hidden: other sets of outcomes", count("/halfHidden/different"), 0),
        Measure::at_most(
            "after one answer, wasm, median",
            number("/afterOneAnswer/median"),
            5.0,
            " ms",
        ),
        Measure::at_most(
            "after one answer, wasm, worst",
            number("/afterOneAnswer/worst"),
            16.0,
            " ms",
        ),
        Measure::at_most("first question, wasm, cold", cold, 30.0, " ms"),
        Measure::at_most("verification, wasm", number("/verification/ms"), 300.0, " ms"),
        Measure::all("findings on the clean set, wasm", count("/verification/findings"), 0),
    ])
}

/// Whether the rule set makes sense, and what is found when it does not.
fn sense(folder: &Path) -> Result<Vec<Measure>, Failure> {
    tool::step("verification of the rule set, and seeded mistakes, natively");
    let ruleset = data(folder, "ruleset")?;
    let (time, findings) = measure::verification(&ruleset).map_err(fault)?;
    let defects = data(folder, "defects")?;
    let (found, missed) = defects::count(&ruleset, &defects).map_err(fault)?;
    missed.iter().for_each(|missed| println!("   not found as it should be: {missed}"));
    Ok(vec![
        Measure::at_most("verification, native", time, 100.0, " ms"),
        Measure::all("findings on the clean set, native", findings, 0),
        Measure::all("seeded mistakes found", found, found + missed.len()),
    ])
}

/// Engine and content reader: a module with them less one without.
fn size() -> Result<Measure, Failure> {
    tool::step("size of engine and content reader");
    let weigh = |features: &str| -> Result<usize, Failure> {
        let folder = tool::target().join("explorer/bench");
        let module = bind("engine-bench-size", features, &folder)?;
        let bytes = std::fs::read(&module).map_err(|error| Failure::file(&module, &error))?;
        Ok(brotli(&bytes).len())
    };
    let engine = weigh("engine")?.saturating_sub(weigh("")?);
    Ok(Measure::at_most("engine and reader, brotli", engine as f64, 45_000.0, " bytes"))
}
