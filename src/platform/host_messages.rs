//! What an embedded page tells the page around it: that it is ready, and how tall it is.
//!
//! Only numbers and words of a closed list ever leave, to the one origin that
//! asked first; nothing that comes in can do more than ask.

/// Starts answering the host page: heights of `main`'s wrapper, rounded up to 100 px.
///
/// `fixed` holds the height still (quiz and result), so that it cannot betray an answer.
#[cfg(target_arch = "wasm32")]
pub fn announce_height(fixed: bool) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-height", if fixed { "fixed" } else { "content" });
    }
    if let Ok(event) = web_sys::CustomEvent::new("rx-height") {
        let _ = document.dispatch_event(&event);
    }
}

/// A native build has no host.
#[cfg(not(target_arch = "wasm32"))]
pub fn announce_height(_fixed: bool) {}

/// Tells the host that a visitor began or finished the quiz: no answer, no outcome, no time.
#[cfg(target_arch = "wasm32")]
pub fn announce_progress(kind: Progress) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&kind.as_str().into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("rx-progress", &options) {
        let _ = document.dispatch_event(&event);
    }
}

/// A native build has no host.
#[cfg(not(target_arch = "wasm32"))]
pub fn announce_progress(_kind: Progress) {}

/// What a host page may know of the quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The first question was shown.
    Started,
    /// The result was shown.
    Completed,
}

impl Progress {
    /// The word in the message.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Completed => "completed",
        }
    }
}
