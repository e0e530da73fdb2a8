//! From editors' JSON to the model: read, checked, compiled.
//!
//! ```text
//! folder of bytes -> read (tree with places) -> shape (against the schema of the types)
//!                 -> draft (typed parts) -> check (all else) -> prove (do the rules make sense?)
//!                 -> compile (model::Pack)
//! ```
//!
//! No step stops at the first fault, and none panics, whatever the bytes are.
//! What editors write is checked here and nowhere else; whoever reads a
//! compiled pack may rely on it.

pub mod answers;
pub mod check;
pub mod compare;
pub mod compile;
pub mod count;
pub mod draft;
pub mod editor;
pub mod exchange;
pub mod fault;
pub mod folder;
pub mod name;
pub mod nearest;
pub mod part;
pub mod prove;
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

/// Every fault of a pack that can be seen, sorted by file and place; then, if none of them is an
/// error, what makes no sense about its rules, causes first.
pub fn check(folder: &Folder) -> Vec<Fault> {
    let mut faults = Faults::default();
    let documents = draft::documents(folder, &mut faults);
    let draft = Draft::new(folder, &documents, &mut faults);
    check::all(&draft, &mut faults);
    let mut faults = faults.into_sorted();
    if !has_error(&faults) {
        faults.extend(prove::prove(&draft).1);
    }
    faults
}

/// Whether one of them keeps a pack from being compiled.
pub fn has_error(faults: &[Fault]) -> bool {
    faults.iter().any(|fault| fault.severity == Severity::Error)
}
