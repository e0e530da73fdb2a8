//! The Recruitment Explorer: officers, roles and an eligibility quiz in the browser.
//!
//! A pack (facts) and an address (what is looked at) go in; a page comes out.
//! Rendering is a function of shell, language, route, query, policy, pack,
//! answers and today, and of nothing else, so that the HTML written natively and
//! the first render in the browser agree. In prerendered HTML the query and the
//! answers are empty and today is absent; the first effect fills them in.
//!
//! The modules stand in the order in which they may use each other, from pure to
//! browser: a module uses those above it, never those below.

pub mod markup;

pub mod labels;

pub mod route;

pub mod shortlist;

pub mod platform;

pub mod context;

pub mod components;

pub mod pages;

pub mod shell;

pub mod app;

#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
