//! What the page tells the app about this copy: where it stands, who runs it.
//!
//! Written into every page as inline JSON by the build, read once at start.

use serde::{Deserialize, Serialize};

use crate::route::{Base, Shell};

/// What differs between copies of the product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Config {
    /// Where addresses begin: `/` or `/met/`.
    pub base_path: String,
    /// The public address of the site without a path, empty if there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub site_url: String,
    /// Who runs this copy.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub operator: String,
    /// How to reach them: an address of a page or of post.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// This copy is a demonstration and says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demonstration: bool,
    /// One file that holds everything; its addresses are fragments and its shell is the kiosk.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub single_file: bool,
    /// Tags of the languages this copy holds.
    #[serde(default)]
    pub languages: Vec<String>,
    /// The compiled pack of this page's language; none if it stands in the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<Asset>,
    /// The compiled app; none if it stands in the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wasm: Option<Asset>,
}

/// A file with the hash that it must have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// Its address.
    pub url: String,
    /// `sha384-…`; empty in the live-reload loop, where files change all the time.
    #[serde(default)]
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

/// The configuration in the page, if there is one that can be read.
#[cfg(target_arch = "wasm32")]
pub fn from_page() -> Option<Config> {
    serde_json::from_str(&super::document::inline_data("config")?).ok()
}
