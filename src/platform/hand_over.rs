//! What a visitor takes away: through the share sheet, as a copy, or as a file made on the device.

/// What became of something that was to be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The share sheet took it, or the visitor closed it.
    Shared,
    /// It can be pasted.
    Copied,
    /// The browser lacks both, or refuses.
    Refused,
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Array, Function, Object, Promise, Reflect};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;

    use super::Outcome;

    /// Opens the share sheet with an address; where there is none, copies the address.
    pub fn share(url: String, title: String, done: impl Fn(Outcome) + 'static) {
        wasm_bindgen_futures::spawn_local(async move {
            let data = Object::new();
            let _ = Reflect::set(&data, &"url".into(), &url.as_str().into());
            let _ = Reflect::set(&data, &"title".into(), &title.into());
            let sheet = navigator().and_then(|navigator| call(&navigator, "share", &data));
            let is_shared = match sheet {
                Some(sheet) => {
                    JsFuture::from(sheet).await.map_or_else(|error| is_abort(&error), |_| true)
                }
                None => false,
            };
            if is_shared { done(Outcome::Shared) } else { copy(url, done) }
        });
    }

    /// Copies a text.
    pub fn copy(text: String, done: impl Fn(Outcome) + 'static) {
        wasm_bindgen_futures::spawn_local(async move {
            let clipboard = navigator()
                .and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok());
            let copying =
                clipboard.and_then(|clipboard| call(&clipboard, "writeText", &text.into()));
            let is_copied = match copying {
                Some(copying) => JsFuture::from(copying).await.is_ok(),
                None => false,
            };
            done(if is_copied { Outcome::Copied } else { Outcome::Refused });
        });
    }

    /// Whether the visitor closed the sheet: no reason to do something else instead.
    fn is_abort(error: &JsValue) -> bool {
        Reflect::get(error, &"name".into()).is_ok_and(|name| name == "AbortError")
    }

    fn navigator() -> Option<JsValue> {
        Some(web_sys::window()?.navigator().into())
    }

    /// Calls a method that gives a promise, where there is one.
    fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
        let method = Reflect::get(object, &method.into()).ok()?.dyn_into::<Function>().ok()?;
        method.call1(object, argument).ok()?.dyn_into().ok()
    }

    /// Gives the visitor a file that is made here and asks for nothing.
    pub fn save(name: &str, kind: &str, text: &str) {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&text.into());
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok();
        let url = blob.and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob).ok());
        let document = web_sys::window().and_then(|window| window.document());
        let (Some(url), Some(document)) = (url, document) else { return };
        let link = document.create_element("a").ok();
        if let Some(link) = link.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = link.set_attribute("href", &url);
            let _ = link.set_attribute("download", name);
            link.click();
        }
        // The download has its own hold on the file by the time this runs.
        gloo::timers::callback::Timeout::new(10_000, move || {
            let _ = web_sys::Url::revoke_object_url(&url);
        })
        .forget();
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{copy, save, share};

/// The same names for native builds, where nobody takes anything.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::Outcome;

    /// No share sheet.
    pub fn share(_url: String, _title: String, _done: impl Fn(Outcome) + 'static) {}
    /// Nothing to copy to.
    pub fn copy(_text: String, _done: impl Fn(Outcome) + 'static) {}
    /// Nowhere to save.
    pub fn save(_name: &str, _kind: &str, _text: &str) {}
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::{copy, save, share};
