//! From editors' JSON to the model: read, checked, compiled.
//!
//! ```text
//! folder of bytes -> read (tree with places) -> shape (against the schema of the types)
//!                 -> draft (typed parts) -> check (all else) -> compile (model::Pack)
//! ```
//!
//! No step stops at the first fault, and none panics, whatever the bytes are.
//! What editors write is checked here and nowhere else; whoever reads a
//! compiled pack may rely on it.

pub mod check;
pub mod compile;
pub mod count;
pub mod draft;
pub mod editor;
pub mod fault;
pub mod folder;
pub mod name;
pub mod nearest;
pub mod part;
pub mod pseudo;
pub mod read;
pub mod schema;
pub mod shape;
pub mod tree;
pub mod wording;

pub use compile::{compile, to_texts};
pub use fault::{Fault, Severity};
pub use folder::Folder;

use draft::Draft;
use fault::Faults;

/// Every fault of a pack that can be seen, sorted by file and place.
pub fn check(folder: &Folder) -> Vec<Fault> {
    let mut faults = Faults::default();
    let documents = draft::documents(folder, &mut faults);
    let draft = Draft::new(folder, &documents, &mut faults);
    check::all(&draft, &mut faults);
    faults.into_sorted()
}

/// A fault that somebody else found, the engine's verification say, with its line and column.
///
/// `file` is its path in the pack, `path` the way in its JSON (`roles[2].criteria[0]`), gone as far
/// as it can be.
pub fn fault_at(
    folder: &Folder,
    file: &str,
    path: &str,
    severity: Severity,
    message: String,
) -> Fault {
    let shown = folder.shown(file);
    let bytes = folder.files.get(file).map(Vec::as_slice).unwrap_or_default();
    match read::read(&shown, bytes, &mut Faults::default()) {
        Some(document) => document.spot().follow(path).fault(severity, message),
        None => Fault { file: shown, line: 1, column: 1, severity, message, path: path.to_owned() },
    }
}
