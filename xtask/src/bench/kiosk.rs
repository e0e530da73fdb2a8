//! What a public screen holds after many visitors: memory, elements, listeners.
//!
//! The visitors stand in `tests/browser/growth.rs`, beside the tests that they share a browser with.

use crate::failure::Failure;
use crate::tested::Served;
use crate::tool;

/// Lets a thousand visitors pass in each of three ways, or as many as the argument says.
///
/// # Errors
/// If the argument is no number, the product cannot be built, or a visit fails.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let sessions = arguments.first().map_or("1000", String::as_str);
    if sessions.parse::<usize>().is_err() {
        return Err(Failure::Call(format!("{sessions:?} is no number of sessions")));
    }
    let served = Served::start()?;
    let mut cargo = served.measurement("growth::after_many_visitors")?;
    tool::run(cargo.env("RX_SESSIONS", sessions), "the measurement")
}
