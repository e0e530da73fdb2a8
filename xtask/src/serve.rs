//! `cargo xtask serve`: builds the Met pack and serves it, with a host page on another origin.

use crate::build::{self, Effort, Options};
use crate::failure::Failure;
use crate::server::{self, Content};
use crate::{site, tool};

/// Where the product is served.
const PORT: u16 = 8080;
/// Where the sample host page is served: another origin.
const HOST_PORT: u16 = 8081;

/// Builds, serves and says where.
///
/// # Errors
/// If something cannot be built or a port is taken.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    if let Some(unknown) = arguments.first() {
        return Err(Failure::Call(format!("serve takes no {unknown:?}; just `cargo xtask serve`")));
    }
    let site = site::Site { site_url: format!("http://127.0.0.1:{PORT}"), ..site::read()? };
    let out = tool::target().join("explorer/serve/site");
    let options = Options {
        out: out.clone(),
        effort: Effort::Quick,
        pseudo_languages: true,
        demonstration: true,
        site: site.clone(),
        with_test_hooks: false,
    };
    build::build(&options)?;
    let base = site.base_path.clone();
    let explorer = server::start(Content { folder: out.clone(), site: Some(site) }, PORT)?;
    let host = tool::root().join("tests/browser/host");
    let host = server::start(Content { folder: host, site: None }, HOST_PORT)?;
    let kiosk = out.parent().unwrap_or(&out).join("kiosk/kiosk.html");
    println!("\nThe explorer is served. Open one of:\n");
    println!("  site    {}{base}", explorer.origin);
    println!("  embed   {}/   (a page of somebody else’s, with the explorer inside)", host.origin);
    println!("  kiosk   {}{base}kiosk", explorer.origin);
    println!("  kiosk   file://{}   (one file, no network)\n", kiosk.display());
    println!("Ctrl+C ends it.");
    explorer.wait();
    Ok(())
}
