//! Packs, checked and compiled for every language of a build.

use std::collections::BTreeMap;

use recruitment_explorer::labels::{DEFAULT_LANGUAGE, ENGLISH, LANGUAGES, Language};
use recruitment_explorer::platform::pack_source;

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

/// A pack in one language, as the browser gets it.
pub struct Compiled {
    /// The language.
    pub language: &'static Language,
    /// What every visit needs.
    pub first: String,
    /// What a first visit does not need.
    pub rest: String,
}

impl Compiled {
    /// The pack, read back from what was written.
    ///
    /// # Errors
    /// If the reader does not understand the writer.
    pub fn read(&self) -> Result<model::Pack, Failure> {
        let wrong = |error: pack_source::LoadPackError| Failure::Wrong(error.to_string());
        let first = pack_source::read(&self.first).map_err(wrong)?;
        Ok(first.join(pack_source::read_rest(&self.rest).map_err(wrong)?))
    }
}

/// A pack in English, as it is in memory.
///
/// # Errors
/// If there is no such pack, or it has faults.
pub fn english(name: &str) -> Result<model::Pack, Failure> {
    let english: Vec<_> =
        LANGUAGES.iter().filter(|language| language.tag == DEFAULT_LANGUAGE).collect();
    compile(name, &english)?
        .first()
        .ok_or_else(|| Failure::Wrong(format!("the pack {name:?} has no English texts")))?
        .read()
}

/// Compiles a pack for each language.
///
/// # Errors
/// With every fault, if there is one.
pub fn compile(name: &str, languages: &[&'static Language]) -> Result<Vec<Compiled>, Failure> {
    let path = tool::root().join("content").join(name);
    let folder = pack::Folder::read(&path).map_err(|error| Failure::file(&path, &error))?;
    let labels = labels()?;
    let mut compiled = Vec::new();
    for language in languages {
        let (pack, _) = pack::compile(&folder, labels.clone(), language.tag).map_err(|faults| {
            let is_error = |fault: &&pack::Fault| fault.severity == pack::Severity::Error;
            let faults: Vec<String> =
                faults.iter().filter(is_error).map(ToString::to_string).collect();
            Failure::Wrong(format!(
                "{}\nThe pack {name:?} has faults; nothing was built.",
                faults.join("\n")
            ))
        })?;
        let (first, rest) = pack::to_texts(pack).map_err(|error| {
            Failure::Wrong(format!("the pack {name:?} cannot be written: {error}"))
        })?;
        compiled.push(Compiled { language, first, rest });
    }
    Ok(compiled)
}
