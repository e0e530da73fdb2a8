//! The page as a document: its title, where the focus goes, what the build wrote into it.

/// Sets the title of the tab.
#[cfg(target_arch = "wasm32")]
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the page's heading and shows the page from its top.
///
/// Called after a change of page, so that a screen reader begins to read there;
/// never on the first page, which the browser presents itself.
#[cfg(target_arch = "wasm32")]
pub fn focus_heading() {
    focus("main h1");
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the focus to the first element that `selector` names, which need not be a control.
#[cfg(target_arch = "wasm32")]
pub fn focus(selector: &str) {
    use std::cell::RefCell;

    use gloo::events::EventListener;
    use wasm_bindgen::JsCast;

    thread_local! {
        // Kept for the last element alone: a listener that is forgotten instead holds its
        // element, and with it all of the page that it once stood on.
        static LEAVING: RefCell<Option<EventListener>> = const { RefCell::new(None) };
    }
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    let is_control = element.tab_index() >= 0 || element.has_attribute("tabindex");
    if !is_control {
        let _ = element.set_attribute("tabindex", "-1");
    }
    // The element before hears of it, and its listener can go.
    let _ = element.focus();
    if !is_control {
        // Once the focus has moved on, it takes none any more. While another window or frame is in
        // use it has not moved on: the element is still the active one.
        let heading = element.clone();
        let listener = EventListener::new(&element, "blur", move |_| {
            let active = document().and_then(|document| document.active_element());
            if active.as_ref() != Some(heading.as_ref()) {
                let _ = heading.remove_attribute("tabindex");
            }
        });
        LEAVING.with(|leaving| leaving.replace(Some(listener)));
    }
}

/// Gives the focus back, when dropped, to the element that had it.
#[cfg(target_arch = "wasm32")]
pub struct KeptFocus(Option<web_sys::HtmlElement>);

/// Remembers what has the focus now.
#[cfg(target_arch = "wasm32")]
pub fn keep_focus() -> KeptFocus {
    use wasm_bindgen::JsCast;

    let element = document().and_then(|document| document.active_element());
    KeptFocus(element.and_then(|element| element.dyn_into().ok()))
}

#[cfg(target_arch = "wasm32")]
impl Drop for KeptFocus {
    fn drop(&mut self) {
        if let Some(element) = &self.0 {
            let _ = element.focus();
        }
    }
}

/// Brings the element with this id into view, as the browser does for a fragment.
#[cfg(target_arch = "wasm32")]
pub fn scroll_to(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        // What lies in a fold is shown, as browsers do when they follow a fragment themselves.
        if let Ok(Some(fold)) = element.closest("details") {
            let _ = fold.set_attribute("open", "");
        }
        element.scroll_into_view();
    }
}

/// Tells the loader and tests that the app has taken over and answers clicks.
#[cfg(target_arch = "wasm32")]
pub fn announce_ready() {
    let Some(document) = document() else { return };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-ready", "");
    }
    if let Ok(event) = web_sys::CustomEvent::new("rx-ready") {
        let _ = document.dispatch_event(&event);
    }
}

/// Tells the loader that the app is broken and must not be touched again.
#[cfg(target_arch = "wasm32")]
pub fn announce_failure(reason: &str) {
    let Some(document) = document() else { return };
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&reason.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("rx-failed", &options) {
        let _ = document.dispatch_event(&event);
    }
}

/// Text of an inline `<script type="application/json" data-rx="…">`, which is data and never runs.
#[cfg(target_arch = "wasm32")]
pub fn inline_data(name: &str) -> Option<String> {
    let selector = format!("script[type='application/json'][data-rx='{name}']");
    document()?.query_selector(&selector).ok()??.text_content()
}

/// Panics if the address asks for it (`?panic=boot`): the guard around the app must cope with it.
#[cfg(all(target_arch = "wasm32", feature = "test-hooks"))]
pub fn panic_if_asked(place: &str) {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    let is_asked = search.is_some_and(|search| search == format!("?panic={place}"));
    assert!(!is_asked, "a test asked for it");
}

/// Asks before the page is left while there is something to lose.
#[cfg(target_arch = "wasm32")]
pub fn ask_before_leaving() -> Option<LeaveGuard> {
    use gloo::events::{EventListener, EventListenerOptions};
    use wasm_bindgen::JsCast;

    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window, "beforeunload", options, |event| {
        event.prevent_default();
        if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
            event.set_return_value("unsaved");
        }
    });
    Some(LeaveGuard { _listener: listener })
}

/// Asks while it lives.
#[cfg(target_arch = "wasm32")]
pub struct LeaveGuard {
    _listener: gloo::events::EventListener,
}

/// Starts the page afresh, as a new visitor would see it.
#[cfg(target_arch = "wasm32")]
pub fn restart(href: &str) {
    if let Some(window) = web_sys::window() {
        let location = window.location();
        let _ = location.replace(href);
        if href.starts_with('#') {
            let _ = location.reload();
        }
    }
}

/// Opens the browser's print dialogue.
#[cfg(target_arch = "wasm32")]
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// What stands in the text field that an event comes from.
#[cfg(target_arch = "wasm32")]
pub fn value_of(event: &yew::prelude::InputEvent) -> String {
    use wasm_bindgen::JsCast;

    let field =
        event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.map_or_else(String::new, |field| field.value())
}

/// What stands in the text field with this id.
#[cfg(target_arch = "wasm32")]
pub fn field_value(id: &str) -> String {
    use wasm_bindgen::JsCast;

    let field = document().and_then(|document| document.get_element_by_id(id));
    let field = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.map_or_else(String::new, |field| field.value())
}

/// Puts words into the element with this id, which the app itself leaves empty: a live region.
#[cfg(target_arch = "wasm32")]
pub fn tell(id: &str, words: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.set_text_content(Some(words));
    }
}

/// Moves the focus into the field with this id and selects all that stands in it.
#[cfg(target_arch = "wasm32")]
pub fn select(id: &str) {
    use wasm_bindgen::JsCast;

    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field {
        // A field of several lines has the same method under another type.
        let field = field.unchecked_into::<web_sys::HtmlInputElement>();
        let _ = field.focus();
        field.select();
    }
}

#[cfg(target_arch = "wasm32")]
fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The same names for native builds, where there is no document.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    /// No tab, no title.
    pub fn set_title(_title: &str) {}
    /// No focus.
    pub fn focus_heading() {}
    /// No focus.
    pub fn focus(_selector: &str) {}
    /// No focus.
    pub struct KeptFocus;
    /// No focus.
    pub fn keep_focus() -> KeptFocus {
        KeptFocus
    }
    /// No view.
    pub fn scroll_to(_id: &str) {}
    /// Nobody listens.
    pub fn announce_ready() {}
    /// Nothing runs that could be left.
    pub fn ask_before_leaving() -> Option<LeaveGuard> {
        None
    }
    /// Guards nothing.
    pub struct LeaveGuard;
    /// Nothing runs.
    pub fn restart(_href: &str) {}
    /// Nobody types.
    pub fn value_of(_event: &yew::prelude::InputEvent) -> String {
        String::new()
    }
    /// Nobody typed.
    pub fn field_value(_id: &str) -> String {
        String::new()
    }
    /// Nobody hears.
    pub fn tell(_id: &str, _words: &str) {}
    /// Nothing to select.
    pub fn select(_id: &str) {}
    /// No printer.
    pub fn print() {}
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::{
    KeptFocus, LeaveGuard, announce_ready, ask_before_leaving, field_value, focus, focus_heading,
    keep_focus, print, restart, scroll_to, select, set_title, tell, value_of,
};
