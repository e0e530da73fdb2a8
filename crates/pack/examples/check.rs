//! Checks a pack, or writes the schemas, without `xtask`.
//!
//! `cargo run -p pack --example check -- content/met [LANGUAGE]` and
//! `cargo run -p pack --example check -- --schemas content/schema`.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use pack::{Folder, Severity};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["--schemas", folder] => write_schemas(Path::new(folder)).map(|()| ExitCode::SUCCESS),
        [folder] => check(Path::new(folder), "en"),
        [folder, language] => check(Path::new(folder), language),
        _ => Err("usage: check FOLDER [LANGUAGE], or check --schemas FOLDER".into()),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::from(2)
    })
}

fn write_schemas(folder: &Path) -> Result<(), Box<dyn Error>> {
    for (name, text) in pack::schema::files() {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

fn check(folder: &Path, language: &str) -> Result<ExitCode, Box<dyn Error>> {
    let folder = Folder::read(folder)?;
    let (pack, faults) = match pack::compile(&folder, BTreeMap::new(), language) {
        Ok((pack, faults)) => (Some(pack), faults),
        Err(faults) => (None, faults),
    };
    for fault in &faults {
        println!("{fault}");
    }
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    println!("{errors} errors, {} warnings", faults.len() - errors);
    let Some(pack) = pack else { return Ok(ExitCode::FAILURE) };
    let (first, rest) = pack::to_texts(pack)?;
    println!("{} and {} bytes for {language}", first.len(), rest.len());
    for (what, count) in pack::count::of(&pack) {
        println!("{count:6} {what}");
    }
    Ok(ExitCode::SUCCESS)
}
