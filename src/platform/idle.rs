//! Nobody there: notices when a public screen is no longer used.

/// Calls `on_idle` once after `seconds` without a key, touch or movement; dropping the guard ends it.
#[cfg(target_arch = "wasm32")]
pub fn watch(seconds: u32, on_idle: impl Fn() + 'static) -> IdleWatch {
    use std::cell::RefCell;
    use std::rc::Rc;

    use gloo::events::EventListener;
    use gloo::timers::callback::Timeout;

    let on_idle = Rc::new(on_idle);
    let timer: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let restart = {
        let timer = timer.clone();
        move || {
            let on_idle = on_idle.clone();
            let timeout = Timeout::new(seconds.saturating_mul(1000), move || on_idle());
            *timer.borrow_mut() = Some(timeout);
        }
    };
    restart();
    let document = web_sys::window().and_then(|window| window.document());
    let listeners = document.map_or_else(Vec::new, |document| {
        ["pointerdown", "pointermove", "keydown", "scroll", "input"]
            .map(|kind| {
                let restart = restart.clone();
                EventListener::new(&document, kind, move |_| restart())
            })
            .into()
    });
    IdleWatch { _listeners: listeners, timer }
}

/// Watches while it lives.
#[cfg(target_arch = "wasm32")]
pub struct IdleWatch {
    _listeners: Vec<gloo::events::EventListener>,
    timer: std::rc::Rc<std::cell::RefCell<Option<gloo::timers::callback::Timeout>>>,
}

#[cfg(target_arch = "wasm32")]
impl Drop for IdleWatch {
    fn drop(&mut self) {
        self.timer.borrow_mut().take();
    }
}

/// Watches nothing.
#[cfg(not(target_arch = "wasm32"))]
pub struct IdleWatch;

/// A native build is never idle.
#[cfg(not(target_arch = "wasm32"))]
pub fn watch(_seconds: u32, _on_idle: impl Fn() + 'static) -> IdleWatch {
    IdleWatch
}
