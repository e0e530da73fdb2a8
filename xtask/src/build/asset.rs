//! A file named by its hash, so that it can be kept for ever and never be another.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::failure::Failure;
use crate::tool;

/// A file named by its hash.
pub struct Asset {
    /// Path below the output folder.
    pub path: String,
    /// Address, with the base path.
    pub url: String,
    /// For `integrity`: `sha384-…`.
    pub integrity: String,
}

impl Asset {
    /// Writes `assets/<name>.<hash>.<extension>` below `out`.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(
        out: &Path,
        base_path: &str,
        name: &str,
        extension: &str,
        content: &[u8],
    ) -> Result<Self, Failure> {
        let hash: String =
            Sha256::digest(content).iter().take(8).map(|b| format!("{b:02x}")).collect();
        let path = format!("assets/{name}.{hash}.{extension}");
        tool::write(&out.join(&path), content)?;
        let url = format!("{base_path}{path}");
        let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(content)));
        Ok(Self { path, url, integrity })
    }
}

/// The source expression that allows one inline script or stylesheet: `'sha256-…'`.
pub fn inline_hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content.as_bytes())))
}
