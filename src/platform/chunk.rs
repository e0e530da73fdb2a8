//! The code of the pages that a first visit does not need: a second WebAssembly module that
//! shares memory and functions with the first.

use js_sys::{Object, Reflect, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::config::Config;
use super::document::inline_data;
use super::fetch;

/// Adds the chunk to the running module. Where the build made none, its code is there already.
///
/// # Errors
/// If it cannot be fetched, is not the file the page names, or belongs to another build.
pub async fn load(config: &Config) -> Result<(), JsValue> {
    let bytes = match (inline_data("later"), &config.later) {
        (Some(base64), _) => decode(&base64)?,
        (None, Some(asset)) => fetch::bytes(asset).await?,
        (None, None) => return Ok(()),
    };
    let imports = Object::new();
    Reflect::set(&imports, &"__wasm_split".into(), &wasm_bindgen::exports())?;
    let started = WebAssembly::instantiate_buffer(&bytes, imports.unchecked_ref());
    JsFuture::from(started).await.map(|_| ())
}

fn decode(base64: &str) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    // Each character stands for one byte.
    Ok(window.atob(base64)?.chars().map(|byte| byte as u8).collect())
}
