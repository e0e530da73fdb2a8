//! Lighthouse on a phone's settings, against the product as the public gets it: the real headers,
//! the smallest files. A measurement, not a test: its times depend on the machine.

use std::process::Command;

use serde_json::Value;

use crate::build::{self, Effort, Options};
use crate::failure::Failure;
use crate::server::{self, Content};
use crate::{npm, setup, site, tool};

/// The pages that are looked at.
const PAGES: &[&str] = &["", "officers/imran-al-hadad", "roles/pc", "quiz"];
/// What is told of each page in figures.
const TIMES: &[&str] = &[
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "total-byte-weight",
];

/// Builds and serves the site, and prints the scores, the times and what was found.
///
/// # Errors
/// If a tool is missing, or Lighthouse cannot look at a page.
pub fn run(_arguments: &[String]) -> Result<(), Failure> {
    setup::program("chromium", "chromium", "Lighthouse looks at the pages with it")?;
    let lighthouse = npm::modules()?.join("lighthouse/cli/index.js");
    let folder = tool::target().join("explorer/lighthouse");
    let out = folder.join("site");
    let site = site::read()?;
    let content = Content { folder: out.clone(), site: Some(site.clone()) };
    let served = server::start(content, 0)?;
    build::build(&Options {
        out,
        effort: Effort::Published,
        pseudo_languages: false,
        demonstration: false,
        // Pages name their own address; here it is this one.
        site: site::Site { site_url: served.origin.clone(), ..site.clone() },
        with_test_hooks: false,
    })?;
    for page in PAGES {
        let report = folder.join(format!("{}.json", page.replace('/', "-")));
        tool::write(&report, "")?;
        let mut node = Command::new("node");
        node.arg(&lighthouse).arg(format!("{}{}{page}", served.origin, site.base_path));
        node.args(["--quiet", "--output=json", "--form-factor=mobile"]);
        node.arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu");
        node.arg(format!("--output-path={}", report.display()));
        node.envs(setup::find("chromium").map(|chromium| ("CHROME_PATH", chromium)));
        tool::run(&mut node, "Lighthouse")?;
        let report: Value = serde_json::from_str(&tool::read(&report)?)
            .map_err(|error| Failure::Wrong(format!("Lighthouse’s report: {error}")))?;
        print(page, &report);
    }
    Ok(())
}

fn print(page: &str, report: &Value) {
    let categories = report["categories"].as_object().into_iter().flatten();
    let scores: Vec<String> = categories
        .map(|(name, category)| {
            format!("{name} {:.0}", category["score"].as_f64().unwrap_or_default() * 100.0)
        })
        .collect();
    println!("/{page}: {}", scores.join(", "));
    let audits = &report["audits"];
    let times: Vec<String> = TIMES
        .iter()
        .map(|name| format!("{name} {}", audits[name]["displayValue"].as_str().unwrap_or("?")))
        .collect();
    println!("   {}", times.join(", "));
    for (name, audit) in audits.as_object().into_iter().flatten() {
        let is_found = audit["score"].as_f64().is_some_and(|score| score < 0.9);
        if is_found && !TIMES.contains(&name.as_str()) {
            let text = |key: &str| audit[key].as_str().unwrap_or_default();
            println!("   {name}: {} {}", text("title"), text("displayValue"));
        }
    }
}
