//! `cargo xtask pack --out FOLDER`: the compiled Met pack for the live-reload loop, which Trunk calls.

use recruitment_explorer::labels::{DEFAULT_LANGUAGE, LANGUAGES};

use crate::build::packs;
use crate::failure::Failure;
use crate::tool;

/// Writes `pack.en.json` and `rest.en.json` into a folder.
///
/// # Errors
/// If the pack has faults or the folder cannot be written.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let [flag, folder] = arguments else {
        return Err(Failure::Call("Usage: cargo xtask pack --out FOLDER".into()));
    };
    if flag != "--out" {
        return Err(Failure::Call(format!("pack knows no {flag:?}")));
    }
    let folder = std::path::Path::new(folder);
    let english: Vec<_> =
        LANGUAGES.iter().filter(|language| language.tag == DEFAULT_LANGUAGE).collect();
    for pack in packs::compile("met", &english)? {
        tool::write(&folder.join("pack.en.json"), pack.first)?;
        tool::write(&folder.join("rest.en.json"), pack.rest)?;
    }
    Ok(())
}
