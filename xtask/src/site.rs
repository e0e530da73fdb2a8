//! `site.json`: who runs a copy, and where.

use serde::Deserialize;

use crate::failure::Failure;
use crate::tool;

/// Who runs a copy, and where.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// `https://…` without a path; empty while there is none.
    pub site_url: String,
    /// Where addresses begin: begins and ends with a slash.
    pub base_path: String,
    /// Name of who runs it.
    pub operator: String,
    /// How to reach them.
    pub contact: String,
    /// Origins that may frame `/embed/`; empty: anybody.
    pub frame_hosts: Vec<String>,
}

/// Reads `site.json`.
///
/// # Errors
/// If it cannot be read, or a value is not of the expected form.
pub fn read() -> Result<Site, Failure> {
    let path = tool::root().join("site.json");
    let site: Site = serde_json::from_str(&tool::read(&path)?)
        .map_err(|error| Failure::Wrong(format!("site.json: {error}")))?;
    if !(site.base_path.starts_with('/') && site.base_path.ends_with('/')) {
        return Err(Failure::Wrong(format!(
            "site.json: base_path is {:?}; it must begin and end with a slash, like \"/\" or \"/met/\"",
            site.base_path
        )));
    }
    if let Some(host) = site.frame_hosts.iter().find(|host| !is_origin(host)) {
        return Err(Failure::Wrong(format!(
            "site.json: frame_hosts has {host:?}; write an origin like \"https://example.org\""
        )));
    }
    Ok(site)
}

fn is_origin(text: &str) -> bool {
    let Some(host) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:*".contains(&b))
}

impl Site {
    /// What a public copy still lacks.
    pub fn blanks(&self) -> Vec<&'static str> {
        let fields = [
            ("site_url", &self.site_url),
            ("operator", &self.operator),
            ("contact", &self.contact),
        ];
        fields
            .into_iter()
            .filter(|(_, value)| value.trim().is_empty())
            .map(|(name, _)| name)
            .collect()
    }
}
