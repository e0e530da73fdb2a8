//! Where the pack comes from: out of the page, or fetched with the hash it must have.

#[cfg(target_arch = "wasm32")]
use super::config::Config;

/// Why there is no pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadPackError {
    /// It could not be fetched, or it is not the file it should be.
    Fetch(String),
    /// It was fetched but cannot be read by this build.
    Read(String),
}

impl std::fmt::Display for LoadPackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fetch(why) => write!(f, "the pack could not be fetched: {why}"),
            Self::Read(why) => write!(f, "the pack cannot be read: {why}"),
        }
    }
}

/// Reads a compiled pack; one made for another build is refused by its format.
///
/// # Errors
/// If the text is no JSON, has another shape or another format.
pub fn read(text: &str) -> Result<model::Pack, LoadPackError> {
    let pack: model::Pack =
        serde_json::from_str(text).map_err(|error| LoadPackError::Read(error.to_string()))?;
    if pack.format != model::pack::FORMAT {
        let why =
            format!("its format is {}, this build reads {}", pack.format, model::pack::FORMAT);
        return Err(LoadPackError::Read(why));
    }
    Ok(pack)
}

/// Gets the pack of this page.
///
/// # Errors
/// If it cannot be fetched, is not the file the page names, or cannot be read.
#[cfg(target_arch = "wasm32")]
pub async fn load(config: &Config) -> Result<model::Pack, LoadPackError> {
    if let Some(text) = super::document::inline_data("pack") {
        return read(&text);
    }
    let text = fetch(config).await.map_err(|error| LoadPackError::Fetch(format!("{error:?}")))?;
    read(&text)
}

#[cfg(target_arch = "wasm32")]
async fn fetch(config: &Config) -> Result<String, wasm_bindgen::JsValue> {
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Request, RequestCredentials, RequestInit, Response};

    let asset = config.pack.as_ref().ok_or("the page names no pack")?;
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
    if !response.ok() {
        return Err(format!("status {}", response.status()).into());
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or_else(|| "no text".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_for_another_build_is_refused_in_words() {
        let error = read("{\"format\":\"rx-pack/9\"}").expect_err("must not be read");
        assert!(matches!(error, LoadPackError::Read(_)), "{error}");
        assert!(read("").is_err());
        assert!(read("[]").is_err());
    }
}
