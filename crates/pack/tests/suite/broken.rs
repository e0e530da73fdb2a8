//! Broken packs: each a small change to the good one, with what must be said of it.
//!
//! `fixtures/broken/*.json` are lists of cases:
//!
//! - `file` with `find` and `put`: a piece of text that stands once, replaced;
//!   `nth` (from 0) where it stands more than once;
//! - `file` with `text`: the whole file; `remove: true`: the file is left out;
//! - `and`: further changes;
//! - `says`: words that one message must contain; `line`, and `in` where the
//!   fault is in another file; `warning: true` for a warning;
//! - `faults`: how many are told in all, 1 if left out. A change with one cause
//!   has one fault, or says here how many follow.

use std::collections::BTreeSet;

use pack::{Folder, Severity};
use serde::Deserialize;

use crate::fixture;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What is broken. Changes in `and` need not say it.
    #[serde(default)]
    what: String,
    file: String,
    find: Option<String>,
    #[serde(default)]
    nth: usize,
    put: Option<String>,
    text: Option<String>,
    #[serde(default)]
    remove: bool,
    #[serde(default)]
    and: Vec<Case>,
    #[serde(default)]
    says: Vec<String>,
    #[serde(default)]
    line: u32,
    r#in: Option<String>,
    #[serde(default)]
    warning: bool,
    faults: Option<usize>,
}

impl Case {
    fn apply(&self, pack: &mut Folder) {
        if self.remove {
            pack.files.remove(&self.file).expect("a file to remove");
        } else if let Some(text) = &self.text {
            pack.files.insert(self.file.clone(), text.clone().into_bytes());
        } else {
            let bytes = pack.files.get_mut(&self.file).expect("a file to change");
            let text = String::from_utf8(bytes.clone()).unwrap();
            let (find, put) = (self.find.as_ref().expect("find"), self.put.as_ref().expect("put"));
            let (at, _) = text.match_indices(find.as_str()).nth(self.nth).expect("text to find");
            *bytes = [&text[..at], put, &text[at + find.len()..]].concat().into_bytes();
        }
        self.and.iter().for_each(|change| change.apply(pack));
    }
}

fn check(case: &Case) -> Result<(), String> {
    let mut pack = fixture::good();
    case.apply(&mut pack);
    let faults = pack::check(&pack);
    let shown = faults.iter().map(|fault| format!("  {fault}\n")).collect::<String>();
    let file = match case.r#in.as_ref().unwrap_or(&case.file).as_str() {
        "" => "good".to_owned(),
        file => format!("good/{file}"),
    };
    let severity = if case.warning { Severity::Warning } else { Severity::Error };
    let is_told = faults.iter().any(|fault| {
        fault.file == file
            && fault.line == case.line
            && fault.severity == severity
            && case.says.iter().all(|words| fault.message.contains(words))
    });
    if !is_told {
        let says = &case.says;
        return Err(format!(
            "{}: not told as {file}:{}: {says:?}, but\n{shown}",
            case.what, case.line
        ));
    }
    if faults.len() != case.faults.unwrap_or(1) {
        return Err(format!("{}: {} faults\n{shown}", case.what, faults.len()));
    }
    Ok(())
}

fn cases() -> Vec<Case> {
    let folder = Folder::read(&fixture::folder().join("broken")).expect("the fixtures");
    let mut cases = Vec::new();
    for (name, bytes) in &folder.files {
        let some: Vec<Case> =
            serde_json::from_slice(bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        cases.extend(some);
    }
    cases
}

/// REQ-SEC-10, REQ-I18N-12
#[test]
fn every_broken_pack_is_told_with_its_place_and_words() {
    let cases = cases();
    let failed: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(failed.is_empty(), "{} of {}\n{}", failed.len(), cases.len(), failed.join("\n"));
    let names: BTreeSet<&str> = cases.iter().map(|case| case.what.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    assert!(cases.len() >= 45, "only {} cases", cases.len());
}

#[test]
fn faults_of_many_files_are_told_together() {
    let mut pack = fixture::good();
    for case in cases().iter().filter(|case| case.what.starts_with("(together)")) {
        case.apply(&mut pack);
    }
    let faults = pack::check(&pack);
    let files: BTreeSet<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    assert!(files.len() >= 5, "{files:?}");
    assert!(faults.is_sorted(), "not in order");
}

#[test]
fn a_fault_reads_as_file_line_column_and_remedy() {
    let mut pack = fixture::good();
    pack.name = "content/good".to_owned();
    let person = String::from_utf8(pack.files["people/p001.json"].clone()).unwrap();
    let person = person.replace("\"roles\": [\"pc\"]", "\"roles\": [\"pco\"]");
    pack.files.insert("people/p001.json".to_owned(), person.into_bytes());
    let told = pack::check(&pack)[0].to_string();
    let wanted =
        "content/good/people/p001.json:7:13: error: unknown role \"pco\"; did you mean \"pc\"?";
    assert_eq!(told, wanted);
}

#[test]
fn a_cause_is_told_before_what_follows_from_it() {
    let cases = cases();
    let case = cases.iter().find(|case| case.what == "a criterion that always fails");
    let mut pack = fixture::good();
    case.expect("the case").apply(&mut pack);
    let told: Vec<String> =
        pack::check(&pack).iter().map(|fault| format!("{}:{}", fault.file, fault.line)).collect();
    // The criterion, then the scenarios that it breaks; of the question that it makes useless, nothing.
    assert_eq!(told[0], "good/rules.json:57");
    assert!(told[1..].iter().all(|place| place.starts_with("good/scenarios.json")), "{told:?}");
}
