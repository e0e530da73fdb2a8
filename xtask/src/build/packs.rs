//! Packs, checked and compiled for every language of a build.

use std::collections::BTreeMap;

use recruitment_explorer::labels::{ENGLISH, Language};

use crate::failure::Failure;
use crate::tool;

/// The English labels of the interface.
///
/// # Errors
/// If they are no flat JSON object of texts.
pub fn labels() -> Result<BTreeMap<String, String>, Failure> {
    serde_json::from_str(ENGLISH)
        .map_err(|error| Failure::Wrong(format!("src/labels/en.json: {error}")))
}

/// Compiles a pack for each language; the JSON the browser gets.
///
/// # Errors
/// With every fault, if there is one.
pub fn compile(
    name: &str,
    languages: &[&'static Language],
) -> Result<Vec<(&'static Language, String)>, Failure> {
    let path = tool::root().join("content").join(name);
    let folder = pack::Folder::read(&path).map_err(|error| Failure::file(&path, &error))?;
    let labels = labels()?;
    let mut compiled = Vec::new();
    for language in languages {
        let pack = pack::compile(&folder, labels.clone(), language.tag).map_err(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            Failure::Wrong(format!(
                "{}\nThe pack {name:?} has faults; nothing was built.",
                faults.join("\n")
            ))
        })?;
        let json = serde_json::to_string(&pack.0).map_err(|error| {
            Failure::Wrong(format!("the pack {name:?} cannot be written: {error}"))
        })?;
        compiled.push((*language, json));
    }
    Ok(compiled)
}
