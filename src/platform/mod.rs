//! The browser as small functions: everything that touches `window`, the clock,
//! storage or the outside world.
//!
//! Each has an answer for native builds, where pages are prerendered: there is
//! no clock, no history and nothing stored.

pub mod chunk;
pub mod clock;
pub mod config;
pub mod document;
#[cfg(target_arch = "wasm32")]
mod fetch;
pub mod hand_over;
pub mod history;
pub mod host_messages;
pub mod idle;
pub mod letters;
pub mod pack_source;
pub mod storage;
