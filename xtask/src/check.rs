//! `cargo xtask check [PACK]`: every fault of the packs, what they hold, and what was proved of them.

use std::collections::BTreeMap;

use pack::{Folder, Severity};

use crate::against;
use crate::build::packs;
use crate::failure::Failure;
use crate::tool;

/// Checks one pack, or all of them, and the committed schemas.
///
/// # Errors
/// If a pack has a fault, or the call is wrong.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let mut names = Vec::new();
    let mut writes_schemas = false;
    let mut against = None;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--write-schemas" => writes_schemas = true,
            "--against" => {
                let revision = arguments.next().cloned();
                let revision = revision.ok_or_else(|| {
                    Failure::Call("--against needs a revision: main, HEAD~1, a tag".into())
                })?;
                against = Some(against::find(&tool::root(), &revision)?);
            }
            flag if flag.starts_with('-') => {
                return Err(Failure::Call(format!(
                    "check knows no {flag:?}; it takes a pack's name, --against REV and --write-schemas"
                )));
            }
            name => names.push(name.to_owned()),
        }
    }
    if writes_schemas {
        for (name, text) in pack::schema::files() {
            tool::write(&schemas().join(name), text)?;
        }
    }
    let all = all_packs()?;
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        return Err(Failure::Call(format!(
            "there is no pack {unknown:?}; there is {}",
            all.join(", ")
        )));
    }
    let names = if names.is_empty() { all } else { names };
    let mut errors = check_schemas()?;
    for name in &names {
        errors += check_pack(name)?;
    }
    if let Some(revision) = against {
        against::run(&names, &revision)?;
    }
    match errors {
        0 => Ok(()),
        1 => Err(Failure::Wrong("1 fault".into())),
        n => Err(Failure::Wrong(format!("{n} faults"))),
    }
}

fn schemas() -> std::path::PathBuf {
    tool::root().join("content/schema")
}

/// The folders below `content/` that are packs.
fn all_packs() -> Result<Vec<String>, Failure> {
    let content = tool::root().join("content");
    let entries = std::fs::read_dir(&content).map_err(|error| Failure::file(&content, &error))?;
    let folders = entries.flatten().map(|entry| entry.path());
    let packs = folders.filter(|folder| folder.join("people").is_dir());
    let mut names: Vec<String> =
        packs.filter_map(|folder| Some(folder.file_name()?.to_str()?.to_owned())).collect();
    names.sort();
    Ok(names)
}

fn check_schemas() -> Result<usize, Failure> {
    let mut committed = BTreeMap::new();
    let folder = schemas();
    let entries = std::fs::read_dir(&folder).map_err(|error| Failure::file(&folder, &error))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let bytes = std::fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
        committed.insert(name.unwrap_or_default(), bytes);
    }
    let stale = pack::schema::stale(&committed);
    for fault in &stale {
        println!("content/schema: error: {fault}; `cargo xtask check --write-schemas` writes it");
    }
    Ok(stale.len())
}

/// Checks a pack, prints what is wrong and what it holds, and returns how many errors it has.
fn check_pack(name: &str) -> Result<usize, Failure> {
    let root = tool::root();
    let path = root.join("content").join(name);
    let folder = Folder::read(&path).map_err(|error| Failure::file(&path, &error))?;
    let (pack, faults) = match pack::compile(&folder, packs::labels()?, "en") {
        Ok((pack, faults)) => (Some(pack), faults),
        Err(faults) => (None, faults),
    };
    let root = format!("{}/", root.display());
    for fault in &faults {
        println!("{}", fault.to_string().replacen(&root, "", 1));
    }
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    let warnings = faults.len() - errors;
    if let Some(pack) = &pack {
        println!("\nThe pack {name:?} holds:");
        for (what, count) in pack::count::of(pack) {
            println!("{count:6} {what}");
        }
        println!("\nHow its rules were checked, for {}:", pack.about.read_on);
        for line in &pack.proof {
            let label = pack.labels.get(&format!("proof-{}", line.label));
            let label = label.unwrap_or(&line.label);
            println!("{label}: {}", line.value);
        }
    }
    println!("{name}: {errors} errors, {warnings} warnings");
    Ok(errors)
}
