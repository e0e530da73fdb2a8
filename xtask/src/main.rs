//! The project's commands: `cargo xtask <verb>`. One file per verb.

mod against;
mod bench;
mod budgets;
mod build;
mod check;
mod dist;
mod driver;
mod evaluate;
mod failure;
mod npm;
mod pack_files;
mod pictures;
mod serve;
mod server;
mod setup;
mod site;
mod test;
mod tested;
mod tool;
mod trunk;

use std::process::ExitCode;

use failure::Failure;

/// A verb: its name, what it takes and does, and how.
type Verb = (&'static str, &'static str, fn(&[String]) -> Result<(), Failure>);

/// What every verb is, for the help text and the dispatch.
const VERBS: &[Verb] = &[
    ("serve", "build the Met pack and serve it on http://127.0.0.1:8080", serve::run),
    ("test", "[NAME] run everything that CI runs, or only what NAME matches", test::run),
    (
        "check",
        "[PACK] [--against REV] check packs; faults with file, line, column and remedy; whose verdict a change alters",
        check::run,
    ),
    (
        "evaluate",
        "--answers FILE [--on DATE] [--pack PACK] [--json] judge a set of answers",
        evaluate::run,
    ),
    ("dist", "[--public] write dist/site and dist/kiosk, with a size report", dist::run),
    ("bench", "[NAME] run the benchmarks against their peers", bench::run),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let verb = arguments.first().map(String::as_str).unwrap_or_default();
    match verb {
        // Trunk calls this; nobody needs it by hand.
        "pack" => return end(pack_files::run(&arguments[1..])),
        // For whoever changes how the product looks.
        "pictures" => return end(pictures::run(&arguments[1..])),
        _ => {}
    }
    let Some((_, _, run)) = VERBS.iter().find(|(name, ..)| *name == verb) else {
        println!("Usage: cargo xtask <verb>\n");
        for (name, help, _) in VERBS {
            println!("  {name:<10}{help}");
        }
        let is_help = matches!(verb, "" | "help" | "--help" | "-h");
        return ExitCode::from(if is_help { 0 } else { 2 });
    };
    end(run(&arguments[1..]))
}

fn end(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}
