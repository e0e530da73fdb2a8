//! The headers that every answer carries. One table, for the test server and for real hosts.

use super::Options;
use crate::failure::Failure;
use crate::site::Site;
use crate::tool;

/// What a path is, as far as its headers are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Everything that nobody may frame.
    Site,
    /// Pages that may stand inside other people's pages.
    Embed,
    /// Files named by their hash.
    Assets,
    /// The script that host pages load.
    EmbedScript,
}

impl Area {
    /// The area of a path, without the base path and without a slash in front.
    pub fn of(path: &str) -> Self {
        match path {
            "embed.js" => Self::EmbedScript,
            _ if path == "embed" || path.starts_with("embed/") => Self::Embed,
            _ if path.starts_with("assets/") => Self::Assets,
            _ => Self::Site,
        }
    }
}

/// The content security policy: own files only, no inline script or style, no raw HTML.
pub fn policy(area: Area, site: &Site) -> String {
    let ancestors = match area {
        Area::Embed if site.frame_hosts.is_empty() => "*".to_owned(),
        Area::Embed => site.frame_hosts.join(" "),
        _ => "'none'".to_owned(),
    };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
         object-src 'none'; form-action 'none'; frame-ancestors {ancestors}; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// What a page may not use of the device.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
    encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
    midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), usb=(), \
    xr-spatial-tracking=()";

/// The headers of a path, without the base path and without a slash in front.
pub fn of(path: &str, site: &Site) -> Vec<(&'static str, String)> {
    let area = Area::of(path);
    let mut headers = vec![
        ("Content-Security-Policy", policy(area, site)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", PERMISSIONS.to_owned()),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains".to_owned()),
    ];
    match area {
        Area::Assets => {
            headers.push(("Cache-Control", "public, max-age=31536000, immutable".to_owned()));
        }
        _ => headers.push(("Cache-Control", "no-cache".to_owned())),
    }
    if area == Area::Site {
        headers.push(("Cross-Origin-Opener-Policy", "same-origin".to_owned()));
    } else {
        // A sandboxed frame has no origin of its own and must still load these.
        headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
        headers.push(("Cross-Origin-Resource-Policy", "cross-origin".to_owned()));
    }
    headers
}

/// Writes `_headers` for hosts that read it: one block an area.
///
/// # Errors
/// If it cannot be written.
pub fn write(options: &Options) -> Result<(), Failure> {
    let base = &options.site.base_path;
    // Hosts apply every block that matches; therefore the areas are listed without overlap where
    // they can be, and the embed's block takes back what the general one set.
    let areas = [
        ("*", "x"),
        ("embed", "embed"),
        ("embed/*", "embed/x"),
        ("embed.js", "embed.js"),
        ("assets/*", "assets/x"),
    ];
    let mut text = String::new();
    for (pattern, example) in areas {
        text.push_str(&format!("{base}{pattern}\n"));
        let headers = of(example, &options.site);
        if pattern != "*" {
            for (name, _) in of("x", &options.site) {
                text.push_str(&format!("  ! {name}\n"));
            }
        }
        for (name, value) in headers {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    }
    tool::write(&options.out.join("_headers"), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_embedded_pages_can_be_framed() {
        let site = Site { base_path: "/".into(), ..Site::default() };
        assert!(policy(Area::of("officers/x"), &site).contains("frame-ancestors 'none'"));
        assert!(policy(Area::of("embed/quiz"), &site).contains("frame-ancestors *"));
        assert!(policy(Area::of("embedded"), &site).contains("frame-ancestors 'none'"));
        let site = Site { frame_hosts: vec!["https://example.org".into()], ..site };
        assert!(policy(Area::of("embed"), &site).contains("frame-ancestors https://example.org"));
    }

    #[test]
    fn no_line_is_longer_than_hosts_take() {
        let site = Site { base_path: "/".into(), ..Site::default() };
        for (name, value) in of("embed/quiz", &site) {
            assert!(name.len() + value.len() < 2000, "{name}");
        }
    }
}
