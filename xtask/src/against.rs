//! `cargo xtask check --against REV`: whose verdict or wording a change of the content alters.

use std::process::Command;

use pack::Folder;
use pack::compare::{Altered, Change, Judged, combinations, people};

use crate::failure::Failure;
use crate::tool;

/// Compares packs with what they were at a revision, and prints what that alters.
///
/// # Errors
/// If there is no such revision or no such pack in it, or one of the two cannot be read.
pub fn run(names: &[String], revision: &str) -> Result<(), Failure> {
    let commit = format!("{revision}^{{commit}}");
    let commit =
        tool::output(git().args(["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]));
    let Some(commit) = commit else {
        return Err(Failure::Call(format!(
            "there is no revision {revision:?} here; --against takes what git knows: main, HEAD~1, a tag, part of a hash"
        )));
    };
    for name in names {
        let before =
            judged(&at(name, &commit, revision)?, &format!("the pack {name:?} at {revision}"))?;
        let path = tool::root().join("content").join(name);
        let folder = Folder::read(&path).map_err(|error| Failure::file(&path, &error))?;
        let after = judged(&folder, &format!("the pack {name:?}"))?;
        print(name, revision, &before, &after);
    }
    Ok(())
}

fn git() -> Command {
    let mut git = Command::new("git");
    git.current_dir(tool::root());
    git
}

/// A pack's files as of a commit, read from git: nothing is checked out.
fn at(name: &str, commit: &str, revision: &str) -> Result<Folder, Failure> {
    let mut folder = Folder { name: format!("{revision}:content/{name}"), ..Folder::default() };
    for file in ["pack.json", "rules.json", "texts/en.json"] {
        let object = format!("{commit}:content/{name}/{file}");
        let output = git()
            .args(["cat-file", "blob", &object])
            .output()
            .map_err(|error| Failure::Call(format!("git cannot be started: {error}")))?;
        if output.status.success() {
            folder.files.insert(file.to_owned(), output.stdout);
        }
    }
    if folder.files.is_empty() {
        return Err(Failure::Call(format!("there is no pack {name:?} at {revision}")));
    }
    Ok(folder)
}

fn judged(folder: &Folder, what: &str) -> Result<Judged, Failure> {
    Judged::new(folder).map_err(|faults| {
        let told: Vec<String> = faults.iter().take(3).map(ToString::to_string).collect();
        Failure::Wrong(format!(
            "{what} cannot be compared: it has faults, or a form that this program does not read.\n{}",
            told.join("\n")
        ))
    })
}

fn print(name: &str, revision: &str, before: &Judged, after: &Judged) {
    println!("\nThe pack {name:?}, against {revision}:");
    let (verdicts, wordings) = people(before, after);
    println!("\nGolden people with another verdict: {}", verdicts.len());
    table(&verdicts);
    println!("\nGolden people with the same verdict in other words: {}", wordings.len());
    table(&wordings);
    let on = after.about.read_on;
    println!("\nAll combinations of answers, on {on}, exact by diagrams:");
    for (role, change) in combinations(before, after, on) {
        let told = match change {
            Change::None => "no headline differs".to_owned(),
            Change::New => "is new".to_owned(),
            Change::Gone => "is gone".to_owned(),
            Change::Differs(answers, was, is) => {
                format!("{was} -> {is}, for example with {answers}")
            }
            Change::Unknown(why) => format!("not known: {why}"),
        };
        println!("  {role:<26}{told}");
    }
}

fn table(altered: &[Altered]) {
    for Altered { who, role, before, after } in altered {
        println!("  {who} | {role}\n      before: {before}\n      after:  {after}");
    }
}
