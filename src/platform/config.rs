//! What the page tells the app about this copy: where it stands, who runs it.
//!
//! Written into every page as inline JSON by the build, read once at start.

use model::compact::Value;
use serde::Serialize;

use crate::route::{Base, Shell};

/// What differs between copies of the product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Config {
    /// Where addresses begin: `/` or `/met/`.
    pub base_path: String,
    /// The public address of the site without a path, empty if there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub site_url: String,
    /// Who runs this copy.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub operator: String,
    /// How to reach them: an address of a page or of post.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// This copy is a demonstration and says so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub demonstration: bool,
    /// One file that holds everything; its addresses are fragments and its shell is the kiosk.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub single_file: bool,
    /// Tags of the languages this copy holds.
    pub languages: Vec<String>,
    /// The compiled pack of this page's language; none if it stands in the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack: Option<Asset>,
    /// The rest of it, which a first visit does not need.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest: Option<Asset>,
    /// The compiled app; none if it stands in the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wasm: Option<Asset>,
    /// The code of the pages that need the rest; none if it stands in the page or in `wasm`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later: Option<Asset>,
}

/// A file with the hash that it must have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Asset {
    /// Its address.
    pub url: String,
    /// `sha384-…`; empty in the live-reload loop, where files change all the time.
    pub integrity: String,
}

impl Config {
    /// Where the addresses of this copy begin.
    pub fn base(&self) -> Base {
        if self.single_file {
            Base::Fragment(Shell::Kiosk)
        } else {
            Base::Path(self.base_path.clone())
        }
    }
}

impl Config {
    /// Reads what the build wrote into the page. What is missing is empty.
    pub fn read(page: &Value) -> Self {
        let text =
            |key: &str| page.get(key).and_then(Value::as_text).unwrap_or_default().to_owned();
        let is = |key: &str| page.get(key).is_some_and(Value::is_true);
        let asset = |key: &str| {
            let asset = page.get(key)?;
            let text = |key: &str| asset.get(key).and_then(Value::as_text).map(str::to_owned);
            Some(Asset { url: text("url")?, integrity: text("integrity").unwrap_or_default() })
        };
        let languages = match page.get("languages") {
            Some(Value::List(tags)) => {
                tags.iter().filter_map(Value::as_text).map(str::to_owned).collect()
            }
            _ => Vec::new(),
        };
        Self {
            base_path: text("base_path"),
            site_url: text("site_url"),
            operator: text("operator"),
            contact: text("contact"),
            demonstration: is("demonstration"),
            single_file: is("single_file"),
            languages,
            pack: asset("pack"),
            rest: asset("rest"),
            wasm: asset("wasm"),
            later: asset("later"),
        }
    }
}

/// The configuration in the page, if there is one that can be read.
#[cfg(target_arch = "wasm32")]
pub fn from_page() -> Option<Config> {
    Value::parse(&super::document::inline_data("config")?).ok().map(|page| Config::read(&page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_build_writes_is_read_back() {
        let asset = |url: &str| Some(Asset { url: url.into(), integrity: "sha384-x".into() });
        let config = Config {
            base_path: "/met/".into(),
            site_url: "https://example.org".into(),
            operator: "A \"name\"".into(),
            contact: String::new(),
            demonstration: true,
            single_file: false,
            languages: vec!["en".into(), "ar-XB".into()],
            pack: asset("/a"),
            rest: asset("/b"),
            wasm: None,
            later: asset("/c"),
        };
        let written = serde_json::to_string(&config).unwrap_or_default();
        assert_eq!(Value::parse(&written).map(|page| Config::read(&page)), Ok(config));
    }
}
