//! `cargo xtask test [NAME]`: everything that CI runs, step by step, or the steps that NAME matches.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::build::{self, Options};
use crate::failure::Failure;
use crate::server::{self, Content};
use crate::{budgets, check, npm, setup, site, tool, trunk};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    passed: usize,
    failed: usize,
}

/// A step: its name, what it proves, and how.
type Step = (&'static str, &'static str, fn() -> Result<Count, Failure>);

const STEPS: &[Step] = &[
    ("format", "the code is formatted", format),
    ("clippy", "no lint speaks, natively and for browsers", clippy),
    ("content", "the packs have no fault", content),
    ("native", "native tests: model, engine, packs, pages, tidiness", native),
    ("docs", "the documentation builds", docs),
    ("budgets", "nothing is larger than it may be", check_budgets),
    ("trunk", "the live-reload loop builds", prove_trunk),
    ("browser", "the product works in a browser, under its real headers", browser),
];

/// Runs the steps.
///
/// # Errors
/// If a test failed, or no step is called so.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let wanted = arguments.first().map(String::as_str);
    let steps: Vec<&Step> = STEPS
        .iter()
        .filter(|(name, ..)| wanted.is_none_or(|wanted| name.contains(wanted)))
        .collect();
    if steps.is_empty() {
        let names: Vec<&str> = STEPS.iter().map(|(name, ..)| *name).collect();
        return Err(Failure::Call(format!("no step matches; there is {}", names.join(", "))));
    }
    setup::wasm_target()?;
    let mut total = Count::default();
    for (name, proves, step) in steps {
        tool::step(&format!("{name}: {proves}"));
        let start = Instant::now();
        let count = step().unwrap_or_else(|failure| {
            eprintln!("{failure}");
            Count { passed: 0, failed: 1 }
        });
        println!(
            "   {} passed, {} failed, {} s",
            count.passed,
            count.failed,
            start.elapsed().as_secs()
        );
        total.passed += count.passed;
        total.failed += count.failed;
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { Err(Failure::Wrong("See the failures above.".into())) }
}

/// A command that passes or fails as a whole.
fn whole(command: &mut Command, what: &str) -> Result<Count, Failure> {
    tool::run(command, what).map(|()| Count { passed: 1, failed: 0 })
}

fn format() -> Result<Count, Failure> {
    whole(tool::cargo().args(["fmt", "--all", "--check"]), "cargo fmt --check")
}

fn clippy() -> Result<Count, Failure> {
    let lints = ["--", "--deny", "warnings"];
    let native = ["clippy", "--quiet", "--locked", "--workspace", "--all-targets", "--release"];
    let browser =
        ["clippy", "--quiet", "--locked", "--profile", "web", "--target", "wasm32-unknown-unknown"];
    let native = whole(tool::cargo().args(native).args(lints), "clippy, natively")?;
    let browser = whole(tool::cargo().args(browser).args(lints), "clippy, for browsers")?;
    Ok(Count { passed: native.passed + browser.passed, failed: 0 })
}

fn content() -> Result<Count, Failure> {
    check::run(&[]).map(|()| Count { passed: 1, failed: 0 })
}

fn native() -> Result<Count, Failure> {
    let mut cargo = tool::cargo();
    cargo.args(["test", "--locked", "--workspace", "--release", "--no-fail-fast"]);
    cargo.args(["--lib", "--bins", "--test", "suite"]);
    counted(&mut cargo)
}

fn docs() -> Result<Count, Failure> {
    let mut cargo = tool::cargo();
    cargo.args(["doc", "--quiet", "--locked", "--workspace", "--no-deps", "--release"]);
    whole(cargo.env("RUSTDOCFLAGS", "--deny warnings"), "cargo doc")
}

fn check_budgets() -> Result<Count, Failure> {
    let (out, options) = product()?;
    let built = build::build(&options)?;
    let measured = budgets::measure(&out, &built)?;
    println!("{}", budgets::report(&measured));
    let passed = measured.iter().filter(|measured| measured.holds()).count();
    Ok(Count { passed, failed: measured.len() - passed })
}

fn prove_trunk() -> Result<Count, Failure> {
    trunk::prove().map(|()| Count { passed: 1, failed: 0 })
}

/// Where the tested product lies, and how it is built: as for the public, with test languages.
fn product() -> Result<(PathBuf, Options), Failure> {
    let out = tool::target().join("explorer/test/site");
    let options = Options {
        out: out.clone(),
        optimise: true,
        pseudo_languages: true,
        demonstration: true,
        site: site::Site { site_url: "https://explorer.example".into(), ..site::read()? },
        with_test_hooks: false,
    };
    Ok((out, options))
}

fn browser() -> Result<Count, Failure> {
    setup::program("chromium", "chromium", "the product is tested in a real browser")?;
    setup::program("chromedriver", "chromium-driver", "tests drive the browser through it")?;
    let axe = npm::modules()?.join("axe-core/axe.min.js");
    let (out, options) = product()?;
    build::build(&options)?;
    let broken = tool::target().join("explorer/broken/site");
    build::build(&Options {
        out: broken.clone(),
        optimise: false,
        pseudo_languages: false,
        with_test_hooks: true,
        ..product()?.1
    })?;
    let site = server::start(Content { folder: out.clone(), site: Some(options.site.clone()) }, 0)?;
    let broken = server::start(Content { folder: broken, site: Some(options.site.clone()) }, 0)?;
    let host = host_page(&site.origin)?;
    let kiosk = out.parent().unwrap_or(&out).join("kiosk/kiosk.html");
    let driver = Driver::start()?;
    let mut cargo = tool::cargo();
    cargo.args(["test", "--locked", "--release", "--no-fail-fast", "--test", "browser"]);
    cargo
        .env("RX_SITE", &site.origin)
        .env("RX_HOST", &host.origin)
        .env("RX_BROKEN", &broken.origin);
    cargo.env("RX_KIOSK", kiosk).env("RX_FOLDER", &out).env("RX_AXE", axe);
    cargo.env("RX_CHROMEDRIVER", &driver.url);
    counted(&mut cargo)
}

/// The sample host page, pointed to the site under test, on an origin of its own.
fn host_page(site: &str) -> Result<server::Running, Failure> {
    let page = tool::read(&tool::root().join("tests/browser/host/index.html"))?;
    let folder = tool::target().join("explorer/test/host");
    tool::write(&folder.join("index.html"), page.replace("http://127.0.0.1:8080", site))?;
    server::start(Content { folder, site: None }, 0)
}

/// A running chromedriver; ended when dropped.
struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    fn start() -> Result<Self, Failure> {
        let cannot = |error: &std::io::Error| {
            Failure::Call(format!("chromedriver cannot be started: {error}"))
        };
        // A port that is free now; nobody else on this machine should take it in the next moment.
        let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| cannot(&error))?;
        let address = listener.local_addr().map_err(|error| cannot(&error))?;
        drop(listener);
        let mut command = Command::new("chromedriver");
        command.arg(format!("--port={}", address.port())).args(["--log-level=OFF"]);
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let driver = Self {
            process: process.map_err(|error| cannot(&error))?,
            url: format!("http://{address}"),
        };
        let limit = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(address).is_err() {
            if Instant::now() > limit {
                return Err(Failure::Call("chromedriver did not answer within 30 seconds".into()));
            }
            std::thread::yield_now();
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs cargo's tests, shows what they print, and adds up their counts.
fn counted(cargo: &mut Command) -> Result<Count, Failure> {
    let cannot =
        |error: &std::io::Error| Failure::Call(format!("cargo test cannot be started: {error}"));
    let mut process = cargo.stdout(Stdio::piped()).spawn().map_err(|error| cannot(&error))?;
    let mut count = Count::default();
    if let Some(output) = process.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            if let Some(result) = line.strip_prefix("test result: ") {
                count.passed += number_before(result, " passed");
                count.failed += number_before(result, " failed");
            }
        }
    }
    let status = process.wait().map_err(|error| cannot(&error))?;
    if !status.success() && count.failed == 0 {
        // It did not get as far as counting: it does not compile, or a test took the process down.
        count.failed = 1;
    }
    Ok(count)
}

fn number_before(text: &str, word: &str) -> usize {
    let before = text.split(word).next().unwrap_or_default();
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::number_before;

    #[test]
    fn the_counts_of_a_test_run_are_read() {
        let line = "FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!((number_before(line, " passed"), number_before(line, " failed")), (12, 3));
    }
}
