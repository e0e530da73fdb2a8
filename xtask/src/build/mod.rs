//! From sources to files that any static host can serve.
//!
//! Wasm, stylesheet, loader and compiled packs become assets named by their
//! hash; every address of every shell and language becomes an HTML document.

mod asset;
pub mod compress;
pub mod headers;
mod kiosk;
pub mod packs;
mod pages;
mod stylesheet;
pub mod wasm;

use std::path::{Path, PathBuf};

use recruitment_explorer::labels::{LANGUAGES, Language};
use recruitment_explorer::platform::config::Config;

use crate::failure::Failure;
use crate::site::Site;
use crate::tool;

pub use asset::Asset;
pub use wasm::environment as wasm_environment;

/// What to build.
pub struct Options {
    /// Where to: emptied first.
    pub out: PathBuf,
    /// How much is done to make it small.
    pub effort: Effort,
    /// Also the pseudo-languages that test layouts.
    pub pseudo_languages: bool,
    /// Say on every page that this copy is a demonstration.
    pub demonstration: bool,
    /// Who runs it, and where.
    pub site: Site,
    /// Break the app on purpose for tests of the guard around it.
    pub with_test_hooks: bool,
}

/// How much is done to make a build small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Nothing: for looking at it.
    Quick,
    /// The Wasm is shrunk with wasm-opt as for the public, and brotli and gzip lie beside each
    /// file; these are not the smallest possible, because there are thousands of files.
    Tested,
    /// All that can be done.
    Published,
}

/// What was built.
pub struct Built {
    /// The assets, in the order of their first use by a page.
    pub assets: Vec<Asset>,
    /// How many HTML documents there are.
    pub documents: usize,
}

/// Everything that pages refer to.
struct Parts {
    wasm: Asset,
    later: Asset,
    loader: Asset,
    style: Asset,
    packs: Vec<PackAssets>,
}

/// A compiled pack and its two files.
struct PackAssets {
    compiled: packs::Compiled,
    first: Asset,
    rest: Asset,
}

/// Builds everything.
///
/// # Errors
/// If a tool is missing, the code does not compile, or a pack has faults.
pub fn build(options: &Options) -> Result<Built, Failure> {
    let languages: Vec<&'static Language> =
        LANGUAGES.iter().filter(|language| options.pseudo_languages || !language.pseudo).collect();
    let packs = packs::compile("met", &languages)?;
    let wasm = wasm::build(options.effort != Effort::Quick, options.with_test_hooks)?;
    let out = &options.out;
    if out.exists() {
        std::fs::remove_dir_all(out).map_err(|error| Failure::file(out, &error))?;
    }
    let base = &options.site.base_path;
    let style = stylesheet::join()?;
    let parts = Parts {
        loader: Asset::write(out, base, "loader", "js", wasm.loader.as_bytes())?,
        wasm: Asset::write(out, base, "app", "wasm", &wasm.bytes)?,
        later: Asset::write(out, base, "later", "wasm", &wasm.later)?,
        style: Asset::write(out, base, "style", "css", style.as_bytes())?,
        packs: packs
            .into_iter()
            .map(|compiled| {
                let tag = compiled.language.tag.to_lowercase();
                let (first, rest) = (format!("pack.{tag}"), format!("rest.{tag}"));
                Ok(PackAssets {
                    first: Asset::write(out, base, &first, "json", compiled.first.as_bytes())?,
                    rest: Asset::write(out, base, &rest, "json", compiled.rest.as_bytes())?,
                    compiled,
                })
            })
            .collect::<Result<_, Failure>>()?,
    };
    for file in ["embed.js", "icon.svg"] {
        tool::write(&out.join(file), tool::read(&tool::root().join("static").join(file))?)?;
    }
    let documents = pages::write(options, &parts)?;
    kiosk::write(options, &parts, &wasm)?;
    headers::write(options)?;
    match options.effort {
        Effort::Quick => {}
        Effort::Tested => compress::beside(out, compress::QUICK)?,
        Effort::Published => compress::beside(out, compress::STRONGEST)?,
    }
    let packs = parts.packs.into_iter().flat_map(|pack| [pack.first, pack.rest]);
    let assets =
        [parts.style, parts.loader, parts.wasm, parts.later].into_iter().chain(packs).collect();
    Ok(Built { assets, documents })
}

/// What every page of a copy is told about it.
fn config(options: &Options) -> Config {
    let tag = |language: &Language| language.tag.to_owned();
    Config {
        base_path: options.site.base_path.clone(),
        site_url: options.site.site_url.clone(),
        operator: options.site.operator.clone(),
        contact: options.site.contact.clone(),
        demonstration: options.demonstration,
        languages: LANGUAGES
            .iter()
            .filter(|language| options.pseudo_languages || !language.pseudo)
            .map(tag)
            .collect(),
        ..Config::default()
    }
}

/// `index.html`, the template of every document.
fn template() -> Result<String, Failure> {
    tool::read(&tool::root().join("index.html"))
}

/// Every file below a folder.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| Failure::file(&folder, &error))?;
        for entry in entries {
            let path = entry.map_err(|error| Failure::file(&folder, &error))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}
