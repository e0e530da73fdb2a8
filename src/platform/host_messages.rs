//! What an embedded page tells the page around it: that it is ready, how tall it
//! is, that a quiz was started or finished. Nothing else ever leaves.
//!
//! The host asks first; answers go to the one origin that asked, never to `*`.
//! Nothing that comes in can do more than ask. Heights are rounded up to 100 px,
//! and in the quiz one height is held, so that no height betrays an answer.

/// What a host page may know of the quiz: no answer, no outcome, no time.
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

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;
    use std::rc::Rc;

    use gloo::events::EventListener;
    use js_sys::{Object, Reflect};
    use wasm_bindgen::prelude::*;
    use web_sys::{CustomEvent, CustomEventInit, MessageEvent, ResizeObserver, Window};

    use super::Progress;

    /// Names our messages among all that pages send each other.
    const NAMESPACE: &str = "recruitment-explorer";
    /// Held in the quiz, whatever it shows, in CSS pixels.
    const HELD_HEIGHT: u32 = 900;
    /// Heights beyond this are a mistake, not a page.
    const GREATEST_HEIGHT: u32 = 20_000;

    /// The host that asked, and what it was told last.
    #[derive(Default)]
    struct Host {
        origin: Option<String>,
        id: String,
        holds: bool,
        told: u32,
    }

    /// The line to the host page; ends when dropped.
    pub struct HostLink {
        host: Rc<RefCell<Host>>,
        _listeners: Vec<EventListener>,
        observer: Option<ResizeObserver>,
        _on_resize: Closure<dyn FnMut()>,
    }

    impl HostLink {
        /// Listens for a host that asks, and tells it the height of `.rx-embed` from then on.
        pub fn start() -> Option<Self> {
            let window = web_sys::window()?;
            let document = window.document()?;
            let host = Rc::new(RefCell::new(Host::default()));
            let on_message = EventListener::new(&window, "message", {
                let host = host.clone();
                move |event| {
                    if let Some(event) = event.dyn_ref::<MessageEvent>() {
                        greet(&host, event);
                    }
                }
            });
            let on_progress = EventListener::new(&document, "rx-progress", {
                let host = host.clone();
                move |event| {
                    let word =
                        event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
                    if let Some(word) = word {
                        post(&host.borrow(), &word, None);
                    }
                }
            });
            let on_resize = Closure::<dyn FnMut()>::new({
                let host = host.clone();
                move || tell_height(&host)
            });
            let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
            let wrapper = document.query_selector(".rx-embed").ok().flatten();
            if let (Some(observer), Some(wrapper)) = (&observer, &wrapper) {
                observer.observe(wrapper);
            }
            Some(Self {
                host,
                _listeners: vec![on_message, on_progress],
                observer,
                _on_resize: on_resize,
            })
        }

        /// Holds one height (quiz and result), or follows the content again.
        pub fn hold_height(&self, holds: bool) {
            self.host.borrow_mut().holds = holds;
            tell_height(&self.host);
        }
    }

    impl Drop for HostLink {
        fn drop(&mut self) {
            if let Some(observer) = &self.observer {
                observer.disconnect();
            }
        }
    }

    /// Answers the page around us, and nobody else, if it greets us as it should.
    fn greet(host: &Rc<RefCell<Host>>, event: &MessageEvent) {
        let text = |name: &str| Reflect::get(&event.data(), &name.into()).ok()?.as_string();
        let parent = parent();
        let is_parent = matches!((&event.source(), &parent), (Some(source), Some(parent)) if {
            let parent: &JsValue = parent.as_ref();
            let source: &JsValue = source.as_ref();
            parent == source
        });
        let is_greeting = event.data().is_object()
            && text("ns").as_deref() == Some(NAMESPACE)
            && text("type").as_deref() == Some("hello");
        let id = text("id").filter(|id| !id.is_empty() && id.len() <= 64);
        // A page without an origin of its own cannot be told from any other: we stay silent.
        let origin = Some(event.origin()).filter(|origin| origin.starts_with("http"));
        let (true, true, Some(id), Some(origin)) = (is_parent, is_greeting, id, origin) else {
            return;
        };
        {
            let mut host = host.borrow_mut();
            *host = Host { origin: Some(origin), id, holds: host.holds, told: 0 };
            post(&host, "ready", None);
        }
        tell_height(host);
    }

    fn tell_height(host: &Rc<RefCell<Host>>) {
        let height = if host.borrow().holds { HELD_HEIGHT } else { content_height() };
        let mut host = host.borrow_mut();
        if height != host.told && host.origin.is_some() {
            host.told = height;
            post(&host, "height", Some(height));
        }
    }

    /// The height of the page's content, rounded up to 100 px.
    fn content_height() -> u32 {
        let document = web_sys::window().and_then(|window| window.document());
        let wrapper =
            document.and_then(|document| document.query_selector(".rx-embed").ok().flatten());
        let height = wrapper.map_or(0.0, |wrapper| wrapper.get_bounding_client_rect().height());
        // The cast saturates, and a height is never negative.
        ((height.max(1.0) as u32).div_ceil(100) * 100).min(GREATEST_HEIGHT)
    }

    fn post(host: &Host, kind: &str, height: Option<u32>) {
        let (Some(origin), Some(parent)) = (&host.origin, parent()) else { return };
        let message = Object::new();
        let mut fields: Vec<(&str, JsValue)> = vec![
            ("ns", NAMESPACE.into()),
            ("v", 1.into()),
            ("id", host.id.as_str().into()),
            ("type", kind.into()),
        ];
        if let Some(height) = height {
            fields.push(("height", height.into()));
        }
        for (name, value) in fields {
            let _ = Reflect::set(&message, &name.into(), &value);
        }
        let _ = parent.post_message(&message, origin);
    }

    fn parent() -> Option<Window> {
        let window = web_sys::window()?;
        let parent = window.parent().ok().flatten()?;
        (parent != window).then_some(parent)
    }

    /// Tells the host, if there is one, that a visitor began or finished the quiz.
    pub fn announce_progress(progress: Progress) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let options = CustomEventInit::new();
        options.set_detail(&progress.as_str().into());
        if let Ok(event) = CustomEvent::new_with_event_init_dict("rx-progress", &options) {
            let _ = document.dispatch_event(&event);
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{HostLink, announce_progress};

/// The same names for native builds, where no page stands around ours.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    /// Nobody to talk to.
    pub struct HostLink;

    impl HostLink {
        /// Nobody asks.
        pub fn start() -> Option<Self> {
            None
        }
        /// Nothing has a height.
        pub fn hold_height(&self, _holds: bool) {}
    }

    /// Nobody listens.
    pub fn announce_progress(_progress: super::Progress) {}
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::{HostLink, announce_progress};
