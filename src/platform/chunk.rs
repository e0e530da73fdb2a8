//! The code of the pages that a first visit does not need: a second WebAssembly module that
//! shares memory and functions with the first.

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::Cell;

    use js_sys::{Object, Reflect, WebAssembly};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;

    use crate::platform::config::Config;
    use crate::platform::document::inline_data;
    use crate::platform::fetch;

    thread_local! {
        static IS_HERE: Cell<bool> = const { Cell::new(false) };
    }

    /// Whether its pages can be shown.
    pub fn is_here() -> bool {
        IS_HERE.get()
    }

    /// Adds the chunk to the running module. Where the build made none, its code is there already.
    ///
    /// # Errors
    /// If it cannot be fetched, is not the file the page names, or belongs to another build.
    pub async fn load(config: &Config) -> Result<(), JsValue> {
        let bytes = match (inline_data("later"), &config.later) {
            (Some(base64), _) => Some(decode(&base64)?),
            (None, Some(asset)) => Some(fetch::bytes(asset).await?),
            (None, None) => None,
        };
        if let Some(bytes) = bytes {
            let imports = Object::new();
            Reflect::set(&imports, &"__wasm_split".into(), &wasm_bindgen::exports())?;
            let started = WebAssembly::instantiate_buffer(&bytes, imports.unchecked_ref());
            JsFuture::from(started).await?;
        }
        IS_HERE.set(true);
        Ok(())
    }

    fn decode(base64: &str) -> Result<Vec<u8>, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        // Each character stands for one byte.
        Ok(window.atob(base64)?.chars().map(|byte| byte as u8).collect())
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{is_here, load};

/// A native build has all code from the start.
#[cfg(not(target_arch = "wasm32"))]
pub fn is_here() -> bool {
    true
}
