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

    use super::{LoadPackError, Pack, read, read_rest};
    use crate::platform::config::{Asset, Config};
    use crate::platform::document::inline_data;
    use crate::platform::{chunk, fetch};

    /// Gets the pack of this page; whole if the page needs all of it.
    ///
    /// # Errors
    /// If it cannot be fetched, is not the file the page names, or cannot be read.
    pub async fn load(config: &Config, needs_rest: bool) -> Result<Pack, LoadPackError> {
        let pack = read(&text("pack", config.pack.as_ref()).await?)?;
        if needs_rest || config.single_file { join(pack, config).await } else { Ok(pack) }
    }

    /// Gets what is not there yet, the rest of the pack and the code of later pages, and hands on
    /// the whole. If that fails, the pages that need it say so.
    pub fn complete(pack: Rc<Pack>, config: Rc<Config>, done: impl FnOnce(Rc<Pack>) + 'static) {
        wasm_bindgen_futures::spawn_local(async move {
            let mut whole = (*pack).clone();
            if !whole.is_whole {
                match join(whole, &config).await {
                    Ok(joined) => whole = joined,
                    Err(_) => return,
                }
            }
            if chunk::load(&config).await.is_ok() {
                done(Rc::new(whole));
            }
        });
    }

    async fn join(pack: Pack, config: &Config) -> Result<Pack, LoadPackError> {
        Ok(pack.join(read_rest(&text("rest", config.rest.as_ref()).await?)?))
    }

    async fn text(name: &str, asset: Option<&Asset>) -> Result<String, LoadPackError> {
        if let Some(text) = inline_data(name) {
            return Ok(text);
        }
        let asset = asset.ok_or_else(|| LoadPackError::Fetch("the page names no pack".into()))?;
        fetch::text(asset).await.map_err(failed)
    }

    fn failed(error: wasm_bindgen::JsValue) -> LoadPackError {
        LoadPackError::Fetch(format!("{error:?}"))
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
