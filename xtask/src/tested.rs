//! The product as tests and measurements look at it: built as for the public, with the languages
//! that test layouts, and served under its real headers.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use crate::build::{self, Built, Effort, Options};
use crate::driver::Driver;
use crate::failure::Failure;
use crate::server::{self, Content, Running};
use crate::{npm, setup, site, tool};

/// Where the tested product lies.
pub fn folder() -> PathBuf {
    tool::target().join("explorer/test/site")
}

fn options() -> Result<Options, Failure> {
    Ok(Options {
        out: folder(),
        effort: Effort::Tested,
        pseudo_languages: true,
        demonstration: true,
        site: site::Site { site_url: "https://explorer.example".into(), ..site::read()? },
        with_test_hooks: false,
    })
}

/// Builds the tested product, once in a run.
///
/// # Errors
/// If it cannot be built.
pub fn build() -> Result<&'static Built, Failure> {
    static BUILT: OnceLock<Built> = OnceLock::new();
    if let Some(built) = BUILT.get() {
        return Ok(built);
    }
    let built = build::build(&options()?)?;
    Ok(BUILT.get_or_init(|| built))
}

/// The tested product and what is needed to look at it, until dropped.
pub struct Served {
    site: Running,
    broken: Option<Running>,
    host: Running,
    driver: Driver,
}

impl Served {
    /// Builds and serves the product.
    ///
    /// # Errors
    /// If a tool is missing or something cannot be built.
    pub fn start() -> Result<Self, Failure> {
        setup::program("chromium", "chromium", "the product is tested in a real browser")?;
        setup::program("chromedriver", "chromium-driver", "tests drive the browser through it")?;
        build()?;
        let content = Content { folder: folder(), site: Some(options()?.site) };
        let site = server::start(content, 0)?;
        let host = host_page(&site.origin)?;
        Ok(Self { site, broken: None, host, driver: Driver::start()? })
    }

    /// Beside it a copy that can be broken on purpose.
    ///
    /// # Errors
    /// If it cannot be built.
    pub fn with_broken_copy(mut self) -> Result<Self, Failure> {
        let out = tool::target().join("explorer/broken/site");
        let options = Options {
            out: out.clone(),
            effort: Effort::Quick,
            pseudo_languages: false,
            with_test_hooks: true,
            ..options()?
        };
        build::build(&options)?;
        self.broken = Some(server::start(Content { folder: out, site: Some(options.site) }, 0)?);
        Ok(self)
    }

    /// A measurement among the browser tests, which share a browser with it.
    ///
    /// # Errors
    /// If the npm packages cannot be installed.
    pub fn measurement(&self, name: &str) -> Result<Command, Failure> {
        let mut cargo = tool::cargo();
        cargo.args(["test", "--quiet", "--locked", "--workspace", "--release"]);
        cargo.args(["--test", "browser", "--", "--ignored", "--exact", name, "--nocapture"]);
        self.tell(&mut cargo)?;
        Ok(cargo)
    }

    /// Tells a test binary where everything is.
    ///
    /// # Errors
    /// If the npm packages cannot be installed.
    pub fn tell(&self, command: &mut Command) -> Result<(), Failure> {
        let folder = folder();
        command.env("RX_SITE", &self.site.origin).env("RX_HOST", &self.host.origin);
        command.env("RX_KIOSK", folder.with_file_name("kiosk").join("kiosk.html"));
        command.env("RX_AXE", npm::modules()?.join("axe-core/axe.min.js"));
        command.env("RX_CHROMEDRIVER", &self.driver.url);
        if let Some(broken) = &self.broken {
            command.env("RX_BROKEN", &broken.origin);
        }
        Ok(())
    }
}

/// The sample host page, pointed to the site under test, on an origin of its own.
fn host_page(site: &str) -> Result<Running, Failure> {
    let page = tool::read(&tool::root().join("tests/browser/host/index.html"))?;
    let folder = tool::target().join("explorer/test/host");
    tool::write(&folder.join("index.html"), page.replace("http://127.0.0.1:8080", site))?;
    server::start(Content { folder, site: None }, 0)
}
