//! Packages from npm in exact versions: the tools of the project (wasm-opt, axe-core, Lighthouse),
//! and the engines that the benchmark measures ours against.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::{setup, tool};

/// The folder of the project's tools; installs them by the lock file if it changed.
///
/// # Errors
/// If Node.js is missing or the packages cannot be installed.
pub fn modules() -> Result<PathBuf, Failure> {
    install(&tool::root(), "package-lock.json", "ci", "wasm-opt, axe-core, Lighthouse")
}

/// Installs the engines that the benchmark measures ours against.
///
/// Their `package.json` names every version exactly, also of what they depend on. There is no
/// lock file: one made on this kind of machine would leave out the native packages of others.
///
/// # Errors
/// If Node.js is missing or the packages cannot be installed.
pub fn peers(folder: &Path) -> Result<PathBuf, Failure> {
    install(folder, "package.json", "install", "the engines that ours is measured against")
}

/// Packages of a folder, installed if the file that pins them changed.
fn install(folder: &Path, pinned_by: &str, verb: &str, what: &str) -> Result<PathBuf, Failure> {
    setup::program("npm", "npm", "size optimiser, page checks and peers come as npm packages")?;
    let modules = folder.join("node_modules");
    let pins = tool::read(&folder.join(pinned_by))?;
    let stamp = modules.join(".installed-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == pins) {
        return Ok(modules);
    }
    tool::step(&format!("installing npm packages, as {pinned_by} pins them: {what}"));
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args([verb, "--no-audit", "--no-fund", "--loglevel=error"]);
    npm.env("PUPPETEER_SKIP_DOWNLOAD", "1").stdout(std::process::Stdio::null());
    tool::run(&mut npm, &format!("npm {verb}"))?;
    tool::write(&stamp, pins)?;
    Ok(modules)
}
