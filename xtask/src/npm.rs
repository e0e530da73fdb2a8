//! Tools from npm, by the lock file: wasm-opt (binaryen), axe-core, Lighthouse.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::{setup, tool};

/// The folder of the installed packages; installs them by the lock file if it changed.
///
/// # Errors
/// If Node.js is missing or the packages cannot be installed.
pub fn modules() -> Result<PathBuf, Failure> {
    setup::program("npm", "npm", "size optimiser and page checks come as npm packages")?;
    let root = tool::root();
    let modules = root.join("node_modules");
    let lock = tool::read(&root.join("package-lock.json"))?;
    let stamp = modules.join(".installed-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(modules);
    }
    tool::step("installing npm packages by the lock file: wasm-opt, axe-core, Lighthouse");
    let mut npm = Command::new("npm");
    npm.current_dir(&root).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    npm.env("PUPPETEER_SKIP_DOWNLOAD", "1").stdout(std::process::Stdio::null());
    tool::run(&mut npm, "npm ci")?;
    tool::write(&stamp, lock)?;
    Ok(modules)
}
