//! What a visit may cost, in bytes after brotli at its strongest.

use std::path::Path;

use crate::build::Built;
use crate::build::compress::brotli;
use crate::failure::Failure;

/// One budget and what was measured against it.
pub struct Measured {
    /// What it is about.
    pub what: String,
    /// Bytes that it has.
    pub bytes: usize,
    /// Bytes that it may have: more fails.
    pub limit: usize,
    /// Bytes that it should have; at most the limit.
    pub target: usize,
}

impl Measured {
    /// Whether the budget holds.
    pub fn holds(&self) -> bool {
        self.bytes <= self.limit
    }
}

/// A document and its limit in bytes, which is its target too.
const DOCUMENTS: &[(&str, usize)] = &[
    ("index.html", 14_000),
    ("officers/index.html", 14_000),
    ("roles/index.html", 14_000),
    ("officers/imran-al-hadad/index.html", 14_000),
    ("roles/pc/index.html", 14_000),
    ("quiz/index.html", 14_000),
    ("figures/index.html", 14_000),
    ("about/index.html", 14_000),
    ("rules/index.html", 30_000),
    ("sources/index.html", 30_000),
    ("glossary/index.html", 30_000),
];

/// Measures every budget of a built site.
///
/// # Errors
/// If a file is missing.
pub fn measure(site: &Path, built: &Built) -> Result<Vec<Measured>, Failure> {
    let size = |path: &str| -> Result<usize, Failure> {
        let file = site.join(path);
        let content = std::fs::read(&file).map_err(|error| Failure::file(&file, &error))?;
        Ok(brotli(&content).len())
    };
    let mut measured = Vec::new();
    for (path, limit) in DOCUMENTS {
        let (bytes, limit, target) = (size(path)?, *limit, *limit);
        measured.push(Measured { what: (*path).to_owned(), bytes, limit, target });
    }
    let asset = |name: &str| {
        let found =
            built.assets.iter().find(|asset| asset.path.starts_with(&format!("assets/{name}.")));
        found.map_or(Ok(0), |asset| size(&asset.path))
    };
    let (style, wasm, loader) = (asset("style")?, asset("app")?, asset("loader")?);
    let (pack, rest) = (asset("pack.en")?, asset("rest.en")?);
    let quiz = size("quiz/index.html")?;
    let first_visit = quiz + style + wasm + loader + pack;
    // Where the limit is above the target, it is what was reached: it may only go down.
    for (what, bytes, limit, target) in [
        ("the stylesheet", style, 12_000, 12_000),
        ("the Wasm", wasm, 230_000, 230_000),
        ("the Wasm of later pages", asset("later")?, 75_000, 75_000),
        ("the pack that every visit needs", pack, 75_000, 75_000),
        ("the rest of the pack", rest, 75_000, 75_000),
        ("a first visit until the quiz is interactive", first_visit, 330_000, 330_000),
    ] {
        measured.push(Measured { what: what.to_owned(), bytes, limit, target });
    }
    Ok(measured)
}

/// The budgets as a table.
pub fn report(measured: &[Measured]) -> String {
    let mut text =
        format!("{:<46}{:>9}{:>9}{:>9}\n", "after brotli 11", "bytes", "limit", "target");
    for Measured { what, bytes, limit, target } in measured {
        let mark = match bytes {
            bytes if bytes > limit => "  OVER THE LIMIT",
            bytes if bytes > target => "  over the target",
            _ => "",
        };
        text.push_str(&format!("{what:<46}{bytes:>9}{limit:>9}{target:>9}{mark}\n"));
    }
    text
}
