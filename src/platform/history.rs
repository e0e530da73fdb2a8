//! The address bar and Back.
//!
//! `history.state` holds `{step: n}` and nothing else: the number of quiz
//! screens before this one, which says nothing about any answer.

/// What the address bar says: path (or fragment) and query, and the quiz step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The path; for a single file the fragment without `#`.
    pub path: String,
    /// With its `?`, or empty.
    pub query: String,
    /// The fragment without `#`; empty for a single file.
    pub fragment: String,
    /// From `history.state`; 0 where there is none.
    pub step: u32,
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use gloo::events::EventListener;
    use js_sys::{Object, Reflect};
    use wasm_bindgen::JsValue;

    use super::Location;
    use crate::route::Base;

    /// What the address bar says now.
    pub fn current(base: &Base) -> Location {
        let Some(window) = web_sys::window() else { return Location::default() };
        let location = window.location();
        let step = window.history().and_then(|history| history.state()).ok();
        let step = step.and_then(|state| Reflect::get(&state, &"step".into()).ok());
        let step = step.and_then(|step| step.as_f64()).filter(|step| (0.0..=1000.0).contains(step));
        let step = step.map_or(0, |step| step as u32);
        let hash = location.hash().unwrap_or_default();
        let fragment = hash.trim_start_matches('#').to_owned();
        if matches!(base, Base::Fragment(_)) {
            let (path, query) = match fragment.split_once('?') {
                Some((path, query)) => (path.to_owned(), format!("?{query}")),
                None => (fragment, String::new()),
            };
            return Location { path, query, fragment: String::new(), step };
        }
        let path = location.pathname().unwrap_or_default();
        let query = location.search().unwrap_or_default();
        Location { path, query, fragment, step }
    }

    /// Goes to an address as a new entry of the history.
    pub fn push(href: &str, step: u32) {
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.push_state_with_url(&state(step), "", Some(href));
        }
    }

    /// Goes to an address in place of the present entry.
    pub fn replace(href: &str, step: u32) {
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.replace_state_with_url(&state(step), "", Some(href));
        }
    }

    /// Goes one entry back.
    pub fn back() {
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.back();
        }
    }

    /// Calls `listener` whenever the visitor goes back or forward, or edits the fragment.
    pub fn on_change(listener: impl Fn() + 'static) -> Option<ChangeListener> {
        let window = web_sys::window()?;
        Some(ChangeListener {
            _listener: EventListener::new(&window, "popstate", move |_| listener()),
        })
    }

    /// Listens while it lives.
    pub struct ChangeListener {
        _listener: EventListener,
    }

    fn state(step: u32) -> JsValue {
        if step == 0 {
            return JsValue::NULL;
        }
        let state = Object::new();
        let _ = Reflect::set(&state, &"step".into(), &step.into());
        state.into()
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{back, current, on_change, push, replace};

/// The same names for native builds, where there is no address bar.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::Location;
    use crate::route::Base;

    /// Nothing is looked at.
    pub fn current(_base: &Base) -> Location {
        Location::default()
    }
    /// No history.
    pub fn push(_href: &str, _step: u32) {}
    /// No history.
    pub fn replace(_href: &str, _step: u32) {}
    /// No history.
    pub fn back() {}
    /// Nobody goes back.
    pub fn on_change(_listener: impl Fn() + 'static) -> Option<ChangeListener> {
        None
    }
    /// Listens to nothing.
    pub struct ChangeListener;
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::{back, current, on_change, push, replace};
