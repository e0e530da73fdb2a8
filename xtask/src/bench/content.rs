//! How the product bears more content: start-up, list, search and memory with people, sources and
//! police words once, ten and a hundred times.
//!
//! The measurement stands in `tests/browser/scale.rs`.

use crate::failure::Failure;
use crate::tested::Served;
use crate::tool;

/// Measures in a real browser.
///
/// # Errors
/// If there is an argument, the product cannot be built, or a visit fails.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    if let Some(unknown) = arguments.first() {
        return Err(Failure::Call(format!("bench content takes no {unknown:?}")));
    }
    let served = Served::start()?;
    tool::run(&mut served.measurement("scale::with_more_content")?, "the measurement")
}
