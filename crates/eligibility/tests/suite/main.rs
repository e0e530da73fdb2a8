//! The engine through its public interface, one module per subject.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail by panicking")]

mod asking;
mod bench_set;
mod benchmark;
mod changing;
mod content;
mod faults;
mod generate;
mod random;
mod support;
mod time;
mod verdicts;
mod verifying;
