//! `cargo xtask check --against REV`: whose verdict or wording a change of the content alters.

use std::path::{Path, PathBuf};
use std::process::Command;

use pack::Folder;
use pack::compare::{Alterations, Altered, Change, Judged, combinations, people};

use crate::failure::Failure;
use crate::tool;

/// A commit, and how it was asked for.
pub struct Revision {
    root: PathBuf,
    name: String,
    commit: String,
}

/// Finds a revision of the repository in a folder.
///
/// # Errors
/// If git knows none of this name.
pub fn find(root: &Path, revision: &str) -> Result<Revision, Failure> {
    let commit = format!("{revision}^{{commit}}");
    let commit = tool::output(git(root).args([
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ]));
    let Some(commit) = commit else {
        return Err(Failure::Call(format!(
            "there is no revision {revision:?} here; --against takes what git knows: main, HEAD~1, a tag, part of a hash"
        )));
    };
    Ok(Revision { root: root.to_owned(), name: revision.to_owned(), commit })
}

/// Compares packs with what they were at a revision, and prints what that alters.
///
/// # Errors
/// If there is no such pack at the revision, or one of the two cannot be read.
pub fn run(names: &[String], revision: &Revision) -> Result<(), Failure> {
    for name in names {
        let then = format!("the pack {name:?} at {}", revision.name);
        let before = judged(&at(name, revision)?, &then)?;
        let path = revision.root.join("content").join(name);
        let folder = Folder::read(&path).map_err(|error| Failure::file(&path, &error))?;
        let after = judged(&folder, &format!("the pack {name:?}"))?;
        print(name, &revision.name, &before, &after);
    }
    Ok(())
}

fn git(root: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(root);
    git
}

/// A pack's files as of a commit, read from git: nothing is checked out.
fn at(name: &str, Revision { root, name: revision, commit }: &Revision) -> Result<Folder, Failure> {
    let mut folder = Folder { name: format!("{revision}:content/{name}"), ..Folder::default() };
    for file in ["pack.json", "rules.json", "texts/en.json"] {
        let object = format!("{commit}:content/{name}/{file}");
        let output = git(root)
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
    let Alterations { verdicts, wordings } = people(before, after);
    println!("\nGolden people with another verdict:");
    table(&verdicts);
    println!("\nGolden people with the same verdict in other words:");
    table(&wordings);
    let on = after.about.read_on;
    println!("\nAll combinations of answers, on {on}, exact by diagrams:");
    for (role, change) in combinations(before, after, on) {
        let told = match change {
            Change::None => "no headline differs".to_owned(),
            Change::New => "is new".to_owned(),
            Change::Gone => "is gone".to_owned(),
            Change::Differs { answers, before, after } => {
                format!("{before} -> {after}, for example with {answers}")
            }
            Change::Unknown(why) => format!("not known: {why}"),
        };
        println!("  {role:<26}{told}");
    }
}

fn table(altered: &[Altered]) {
    if altered.is_empty() {
        println!("  none");
    }
    for Altered { who, roles, before, after } in altered {
        println!("  {who}: {}\n    before: {before}\n    after:  {after}", roles.join(", "));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A repository with the good pack of the pack crate's tests, removed when it is dropped.
    struct Repository(PathBuf);

    impl Drop for Repository {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    impl Repository {
        fn new(name: &str) -> Self {
            let root = std::env::temp_dir().join(format!("rx-{name}-{}", std::process::id()));
            let good = tool::root().join("crates/pack/tests/fixtures/good");
            let repository = Self(root);
            for (file, bytes) in Folder::read(&good).expect("the fixture").files {
                tool::write(&repository.0.join("content/good").join(file), bytes).unwrap();
            }
            repository.git(&["init", "--quiet"]);
            repository.commit();
            repository
        }

        fn git(&self, arguments: &[&str]) {
            let who = ["-c", "user.name=test", "-c", "user.email=test@example.org"];
            let sign = ["-c", "commit.gpgsign=false"];
            let mut git = git(&self.0);
            tool::run(git.args(who).args(sign).args(arguments), "git").unwrap();
        }

        fn commit(&self) {
            self.git(&["add", "--all"]);
            self.git(&["commit", "--quiet", "--message", "Change"]);
        }

        fn change(&self, file: &str, find: &str, put: &str) {
            let path = self.0.join("content/good").join(file);
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.contains(find), "{file} lacks {find}");
            fs::write(path, text.replacen(find, put, 1)).unwrap();
        }

        fn sides(&self, revision: &str) -> [Judged; 2] {
            let revision = find(&self.0, revision).expect("a revision");
            let before = at("good", &revision).expect("the pack");
            let after = Folder::read(&self.0.join("content/good")).unwrap();
            [before, after].map(|folder| judged(&folder, "the pack").expect("readable"))
        }
    }

    #[test]
    fn a_change_of_a_rule_is_compared_with_what_was_committed() {
        let repository = Repository::new("rule");
        repository.change(
            "rules.json",
            "\"q\": \"convicted\", \"is\": false",
            "\"q\": \"served\", \"is\": false",
        );
        let [before, after] = repository.sides("HEAD");
        let told = people(&before, &after);
        let [altered] = told.verdicts.as_slice() else { panic!("{told:?}") };
        assert_eq!(altered.who, "Has a degree and was convicted");
        assert_eq!(
            (altered.before.as_str(), altered.after.as_str()),
            ("people (record)", "eligible")
        );
        // What is committed in the meantime is still compared with what came before.
        repository.commit();
        let [before, after] = repository.sides("HEAD~1");
        assert_eq!(people(&before, &after), told);
        let [before, after] = repository.sides("HEAD");
        assert_eq!(people(&before, &after), Alterations::default());
    }

    #[test]
    fn what_git_does_not_know_is_a_wrong_call() {
        let repository = Repository::new("unknown");
        for name in ["nonsense", "--all", ""] {
            let Err(failure) = find(&repository.0, name) else { panic!("{name:?} was found") };
            assert_eq!(failure.exit_code(), 2, "{failure}");
            assert!(failure.to_string().contains("there is no revision"), "{failure}");
        }
        let revision = find(&repository.0, "HEAD").expect("a revision");
        let Err(failure) = at("other", &revision) else { panic!("a pack was found") };
        assert_eq!(failure.exit_code(), 2);
        assert_eq!(failure.to_string(), "there is no pack \"other\" at HEAD");
    }

    #[test]
    fn a_pack_in_an_older_form_is_refused_with_the_reason() {
        let repository = Repository::new("older");
        repository.change("rules.json", "\"leap\"", "\"leap_day\"");
        repository.commit();
        repository.change("rules.json", "\"leap_day\"", "\"leap\"");
        let revision = find(&repository.0, "HEAD").expect("a revision");
        let Err(failure) = judged(&at("good", &revision).unwrap(), "the pack \"good\" at HEAD")
        else {
            panic!("it could be read")
        };
        assert_eq!(failure.exit_code(), 1);
        let told = failure.to_string();
        assert!(told.starts_with("the pack \"good\" at HEAD cannot be compared"), "{told}");
        assert!(
            told.contains("HEAD:content/good/rules.json:5:3: error: unknown key \"leap_day\""),
            "{told}"
        );
    }
}
