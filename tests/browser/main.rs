//! The built product in a real browser, driven over WebDriver under the real headers.
//!
//! `cargo xtask test browser` builds and serves what is looked at here. Each test is
//! named as a sentence and waits for conditions, never for a time. Beside what it
//! says, every test also shows that the console stays empty and that no request
//! leaves this machine (see [`browser::browse`]).
#![cfg(not(target_arch = "wasm32"))]

mod addresses;
mod axe;
mod browser;
mod embed;
mod entering;
mod explore;
mod failure;
mod forms;
mod growth;
#[path = "../html.rs"]
mod html;
mod hydration;
mod journey;
mod kiosk;
mod navigation;
mod officers;
mod paper;
mod periods;
mod plan;
mod product;
mod quiz;
mod random;
mod scale;
mod search;
mod security;
mod server;
mod session;
mod settings;

/// The value, or an end of the test with what was being done.
fn must<T, E: std::fmt::Display>(result: Result<T, E>, doing: &str) -> T {
    result.unwrap_or_else(|error| panic!("{doing}: {error}"))
}
