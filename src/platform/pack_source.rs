//! Where the pack comes from: out of the page, or fetched with the hash it must have.
//!
//! It comes in two parts: what every visit needs, and the rest (stories, figures,
//! moves, glossary), which pages that show it wait for and others fetch later.

use model::Pack;
use model::compact::{self, ReadError};
use model::pack::{FORMAT, Rest, SHAPE};

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

impl From<ReadError> for LoadPackError {
    fn from(error: ReadError) -> Self {
        Self::Read(error.to_string())
    }
}

/// Reads a compiled pack; one made for another build is refused by its format.
///
/// # Errors
/// If the text is no pack, or one of another format.
pub fn read(text: &str) -> Result<Pack, LoadPackError> {
    check_format(text)?;
    Ok(compact::from_text(text)?)
}

/// Reads the rest of a compiled pack.
///
/// # Errors
/// If the text is no such rest, or one of another format.
pub fn read_rest(text: &str) -> Result<Rest, LoadPackError> {
    check_format(text)?;
    Ok(compact::from_text(text)?)
}

/// Format and shape stand first, so that they can be told before anything else is read.
fn check_format(text: &str) -> Result<(), LoadPackError> {
    let header = text.trim_start().strip_prefix("[\"").and_then(|rest| rest.split_once("\","));
    let Some((format, rest)) = header else {
        return Err(LoadPackError::Read("it is no compiled pack".into()));
    };
    let shape = rest.split([',', ']']).next().unwrap_or_default();
    if format == FORMAT && shape == SHAPE.to_string() {
        return Ok(());
    }
    let why =
        format!("it is {format} of shape {shape}, this build reads {FORMAT} of shape {SHAPE}");
    Err(LoadPackError::Read(why))
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::rc::Rc;

    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Request, RequestCredentials, RequestInit, Response};

    use super::{LoadPackError, Pack, read, read_rest};
    use crate::platform::config::{Asset, Config};
    use crate::platform::document::inline_data;

    /// Gets the pack of this page; whole if the page needs all of it.
    ///
    /// # Errors
    /// If it cannot be fetched, is not the file the page names, or cannot be read.
    pub async fn load(config: &Config, needs_rest: bool) -> Result<Pack, LoadPackError> {
        let first = match inline_data("pack") {
            Some(text) => text,
            None => fetch(config.pack.as_ref()).await?,
        };
        let pack = read(&first)?;
        if !needs_rest && config.pack.is_some() {
            return Ok(pack);
        }
        let rest = match inline_data("rest") {
            Some(text) => text,
            None => fetch(config.rest.as_ref()).await?,
        };
        Ok(pack.join(read_rest(&rest)?))
    }

    /// Fetches the rest of a pack and hands on the whole. If that fails, the pages that need it say so.
    pub fn complete(pack: Rc<Pack>, config: Rc<Config>, done: impl FnOnce(Rc<Pack>) + 'static) {
        wasm_bindgen_futures::spawn_local(async move {
            let Ok(text) = fetch(config.rest.as_ref()).await else { return };
            if let Ok(rest) = read_rest(&text) {
                done(Rc::new((*pack).clone().join(rest)));
            }
        });
    }

    async fn fetch(asset: Option<&Asset>) -> Result<String, LoadPackError> {
        let asset = asset.ok_or_else(|| LoadPackError::Fetch("the page names no pack".into()))?;
        fetch_text(asset).await.map_err(|error| LoadPackError::Fetch(format!("{error:?}")))
    }

    async fn fetch_text(asset: &Asset) -> Result<String, JsValue> {
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
            return Err("the file is missing".into());
        }
        JsFuture::from(response.text()?).await?.as_string().ok_or_else(|| "no text".into())
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{complete, load};

/// A native build has the whole pack from the start.
#[cfg(not(target_arch = "wasm32"))]
pub fn complete(
    _pack: std::rc::Rc<Pack>,
    _config: std::rc::Rc<super::config::Config>,
    _done: impl FnOnce(std::rc::Rc<Pack>) + 'static,
) {
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_for_another_build_is_refused_in_words() {
        for text in ["[\"rx-pack/0\",1,true]", "[\"rx-pack/1\",1,true]"] {
            let error = read(text).expect_err("must not be read");
            assert!(error.to_string().contains("of shape 1, this build reads"), "{error}");
        }
        for text in ["", "[]", "{}", "<html>"] {
            assert!(matches!(read(text), Err(LoadPackError::Read(_))), "{text}");
        }
        assert!(read(&format!("[\"{FORMAT}\",{SHAPE}]")).is_err());
    }
}
