//! The built product that the tests look at: where it is served, and what it must say.
//!
//! `cargo xtask test` builds it, serves it and tells where through the environment.
//! Without that every test fails with a sentence: nothing is ever skipped silently.

use std::sync::OnceLock;

use model::Pack;
use recruitment_explorer::route::Route;
use serde_json::Value;

use crate::must;
use crate::server;

/// The built product.
pub struct Product {
    /// Origin of the served site.
    pub site: String,
    /// Origin of the sample page of somebody else's.
    pub host: String,
    /// Path of the single file.
    pub kiosk: String,
    /// Origin of a copy that can be broken on purpose, if one was built.
    pub broken: Option<String>,
    /// Address of chromedriver.
    pub driver: String,
    /// The text of axe-core.
    pub axe: String,
}

/// The built product, as `cargo xtask test` names it.
pub fn product() -> &'static Product {
    static PRODUCT: OnceLock<Product> = OnceLock::new();
    PRODUCT.get_or_init(|| Product {
        site: variable("RX_SITE"),
        host: variable("RX_HOST"),
        kiosk: variable("RX_KIOSK"),
        broken: std::env::var("RX_BROKEN").ok(),
        driver: variable("RX_CHROMEDRIVER"),
        axe: must(std::fs::read_to_string(variable("RX_AXE")), "reading axe.min.js"),
    })
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!(
            "{name} is not set: these tests look at the built product, which `cargo xtask test browser` builds and serves"
        )
    })
}

/// One page of each kind, by its path on the site. The last names nothing.
pub const KINDS: &[&str] = &[
    "/",
    "/officers",
    "/officers/imran-al-hadad",
    "/officers/kat-wallace",
    "/roles",
    "/roles/pc",
    "/roles/cadet",
    "/roles/compare",
    "/plan",
    "/quiz",
    "/figures",
    "/rules",
    "/rules/london-residence",
    "/glossary",
    "/sources",
    "/search",
    "/themes",
    "/themes/fear",
    "/about",
    "/no-such-page",
];

/// What stands before the path of a page in each shell and language.
pub const FRAMES: &[(&str, &str, &str)] = &[
    ("", "en", "ltr"),
    ("/embed", "en", "ltr"),
    ("/kiosk", "en", "ltr"),
    ("/en-xa", "en-XA", "ltr"),
    ("/ar-xb", "ar-XB", "rtl"),
    ("/embed/ar-xb", "ar-XB", "rtl"),
    ("/kiosk/en-xa", "en-XA", "ltr"),
];

/// A page's path in another frame.
pub fn framed(frame: &str, path: &str) -> String {
    if path == "/" && !frame.is_empty() { frame.to_owned() } else { format!("{frame}{path}") }
}

/// The paths of all pages of the site.
pub fn paths() -> Vec<String> {
    static PATHS: OnceLock<Vec<String>> = OnceLock::new();
    let paths = PATHS.get_or_init(|| {
        let routes = Route::all(&pack());
        routes.iter().map(|route| format!("/{}", route.path())).collect()
    });
    assert!(paths.len() > 100, "the pack has {} pages only", paths.len());
    paths.clone()
}

/// The paths that the site tells search engines.
pub fn sitemap() -> Vec<String> {
    let site = &product().site;
    let text = server::get(&format!("{site}/sitemap.xml")).text();
    let paths = text.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next());
    let paths = paths.map(|address| {
        let path = address.splitn(4, '/').nth(3).unwrap_or_default();
        format!("/{path}")
    });
    paths.collect()
}

/// A file of the Met pack, as editors write it.
pub fn content(path: &str) -> Value {
    let path = format!("{}/content/met/{path}", env!("CARGO_MANIFEST_DIR"));
    let text = must(std::fs::read_to_string(&path), &path);
    must(serde_json::from_str(&text), &path)
}

/// The texts of the pack in English, by their path.
pub fn texts() -> &'static Value {
    static TEXTS: OnceLock<Value> = OnceLock::new();
    TEXTS.get_or_init(|| content("texts/en.json"))
}

/// A label of the interface in English.
pub fn label(key: &str) -> String {
    static LABELS: OnceLock<Value> = OnceLock::new();
    let labels = LABELS.get_or_init(|| {
        must(serde_json::from_str(recruitment_explorer::labels::ENGLISH), "src/labels/en.json")
    });
    labels[key].as_str().unwrap_or_else(|| panic!("there is no label {key:?}")).to_owned()
}

/// The pack that the site serves, whole.
pub fn pack() -> Pack {
    use recruitment_explorer::platform::pack_source::{read, read_rest};
    let start = server::get(&product().site).text();
    let part = |name: &str| {
        let (_, after) = start.split_once(&format!("\"{name}\":{{\"url\":\"")).unwrap_or_default();
        let url = after.split('"').next().unwrap_or_default();
        server::get(&format!("{}{url}", product().site)).text()
    };
    let rest = must(read_rest(&part("rest")), "the rest of the served pack");
    must(read(&part("pack")), "the served pack").join(rest)
}
