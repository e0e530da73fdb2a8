//! `cargo xtask pictures`: the README's two pictures, taken of the product as it is.

use std::process::{Command, Stdio};

use crate::build::{self, Effort, Options};
use crate::failure::Failure;
use crate::server::{self, Content};
use crate::{setup, site, tool};

/// Name, page, width and height.
const PICTURES: &[(&str, &str, u32, u32)] =
    &[("start", "", 1280, 800), ("role", "roles/pcso", 1280, 800)];

/// Builds the site, opens each page in Chromium and keeps a picture of it.
///
/// # Errors
/// If Chromium is missing or takes no picture.
pub fn run(_arguments: &[String]) -> Result<(), Failure> {
    setup::program("chromium", "chromium", "the pictures are taken with it")?;
    let out = tool::target().join("explorer/pictures/site");
    let options = Options {
        out: out.clone(),
        effort: Effort::Quick,
        pseudo_languages: false,
        demonstration: false,
        site: site::read()?,
        with_test_hooks: false,
    };
    build::build(&options)?;
    let base = options.site.base_path.clone();
    let running = server::start(Content { folder: out, site: Some(options.site) }, 0)?;
    for (name, page, width, height) in PICTURES {
        let picture = tool::root().join(format!("docs/images/{name}.png"));
        tool::write(&picture, [])?;
        let mut chromium = Command::new("chromium");
        chromium.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--no-first-run",
        ]);
        chromium.args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]);
        chromium.arg(format!("--window-size={width},{height}")).arg("--virtual-time-budget=5000");
        chromium.arg(format!("--screenshot={}", picture.display()));
        chromium.arg(format!("{}{base}{page}", running.origin));
        tool::run(chromium.stdout(Stdio::null()).stderr(Stdio::null()), "taking a picture")?;
    }
    Ok(())
}
