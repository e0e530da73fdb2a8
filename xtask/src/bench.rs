//! `cargo xtask bench [NAME]`: the benchmarks, each against its peers in one run.

use crate::failure::Failure;

/// Runs the benchmarks.
///
/// # Errors
/// There is no benchmark yet.
pub fn run(_arguments: &[String]) -> Result<(), Failure> {
    Err(Failure::Call("there is no benchmark yet".into()))
}
