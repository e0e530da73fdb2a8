//! The compiled pack as text: JSON in which a structure is a list of its fields
//! in order, without their names.
//!
//! Why not plain JSON by `serde_json`: the code that reads fields by name, for
//! some seventy structures, was a fifth of the whole Wasm, and the names a tenth
//! of the pack. Here a small parser builds a tree, and structures take their
//! fields from it in order. Because order carries the meaning, a pack names the
//! shape it was written for ([`crate::pack::SHAPE`]), and a reader for another
//! shape refuses it.
//!
//! A field that is left out (`skip_serializing_if`) stands as `null`; at the end
//! of a structure not even that. It is read as its default, which must be empty,
//! false or nothing.

mod read;
mod value;
mod write;

pub use read::{Compact, Faults, Fields, from_text};
pub(crate) use read::{compact, compact_words};
pub use value::{ReadError, Value};
pub use write::{WriteError, to_text};

/// Every word of an enum, to compare with what serde writes.
#[cfg(test)]
pub(crate) trait Words: Sized + 'static {
    /// Variants and words.
    const ALL: &'static [(Self, &'static str)];
}

#[cfg(test)]
mod tests;
