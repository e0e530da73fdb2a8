//! The project's files, and its pack compiled.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use model::Pack;

use crate::must;

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A text file, by its path in the project.
pub fn read(path: &str) -> String {
    must(std::fs::read_to_string(root().join(path)), path)
}

/// Every file below a folder whose name ends so, with its text, by its path in the project.
pub fn files(folder: &str, ending: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in must(std::fs::read_dir(&folder), &folder.display().to_string()).flatten() {
            let path = entry.path();
            let name = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(ending) {
                let text = read(&name);
                found.insert(name, text);
            }
        }
    }
    assert!(!found.is_empty(), "there is no {ending} file in {folder}");
    found
}

/// The English labels of the interface.
pub fn labels() -> BTreeMap<String, String> {
    must(serde_json::from_str(recruitment_explorer::labels::ENGLISH), "src/labels/en.json")
}

/// The Met pack in a language, as the pages get it.
pub fn met(language: &str) -> Rc<Pack> {
    let folder = must(pack::Folder::read(&root().join("content/met")), "content/met");
    match pack::compile(&folder, labels(), language) {
        Ok((pack, _)) => Rc::new(pack),
        Err(faults) => {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            panic!("the Met pack does not compile:\n{}", faults.join("\n"))
        }
    }
}
