//! Getting a file, with the hash that it must have.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestCredentials, RequestInit, Response};

use super::config::Asset;

/// A file as text.
///
/// # Errors
/// If it cannot be had, or is not the file it should be.
pub async fn text(asset: &Asset) -> Result<String, JsValue> {
    let text = JsFuture::from(response(asset).await?.text()?).await?;
    text.as_string().ok_or_else(|| "no text".into())
}

/// A file as bytes.
///
/// # Errors
/// If it cannot be had, or is not the file it should be.
pub async fn bytes(asset: &Asset) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(response(asset).await?.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

async fn response(asset: &Asset) -> Result<Response, JsValue> {
    let options = RequestInit::new();
    // The same mode as the preload in the page's head, or the file would be fetched twice.
    options.set_credentials(RequestCredentials::SameOrigin);
    if !asset.integrity.is_empty() {
        js_sys::Reflect::set(&options, &"integrity".into(), &asset.integrity.as_str().into())?;
    }
    let request = Request::new_with_str_and_init(&asset.url, &options)?;
    let window = web_sys::window().ok_or("no window")?;
    let response = JsFuture::from(window.fetch_with_request(&request)).await?;
    let response: Response = response.dyn_into()?;
    if response.ok() { Ok(response) } else { Err("the file is missing".into()) }
}
