//! The tests of the crate, one binary: the good pack, its broken variants, languages, any bytes.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod any_bytes;
mod broken;
mod compare;
mod fixture;
mod good;
