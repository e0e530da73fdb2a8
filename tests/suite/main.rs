//! What can be shown without a browser: content, rendered pages, contracts, colours, tidiness.
#![cfg(not(target_arch = "wasm32"))]

mod ageing;
mod content;
mod contrast;
mod embed;
mod explore;
#[path = "../html.rs"]
mod html;
mod labels;
mod looks_wrong;
mod pages;
mod plan;
mod project;
mod roles;
mod rule_history;
mod search;
mod shortlist;
mod take_away;
mod themes;
mod tidy;
mod visit;

/// The value, or an end of the test with what was being done.
fn must<T, E: std::fmt::Display>(result: Result<T, E>, doing: &str) -> T {
    result.unwrap_or_else(|error| panic!("{doing}: {error}"))
}
