//! `cargo xtask evaluate`.

use crate::failure::Failure;

/// Runs the verb.
///
/// # Errors
/// Always, for now.
pub fn run(_arguments: &[String]) -> Result<(), Failure> {
    Err(Failure::Call("not here yet".into()))
}
