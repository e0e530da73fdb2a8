//! What a fresh machine lacks, and how it comes by it. Every step says what it does and why.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::tool;

/// Sees to it that Rust can build for browsers.
///
/// # Errors
/// If the target is missing and rustup cannot add it.
pub fn wasm_target() -> Result<(), Failure> {
    component(
        "lib/rustlib/wasm32-unknown-unknown/lib",
        "target wasm32-unknown-unknown",
        "adding Rust's target wasm32-unknown-unknown: the app runs in browsers as WebAssembly",
        &["target", "add", "wasm32-unknown-unknown"],
    )
}

/// Adds a part of the toolchain whose folder is missing.
fn component(folder: &str, name: &str, why: &str, rustup: &[&str]) -> Result<(), Failure> {
    let sysroot =
        tool::output(Command::new("rustc").current_dir(tool::root()).args(["--print", "sysroot"]));
    if sysroot.is_some_and(|sysroot| Path::new(&sysroot).join(folder).is_dir()) {
        return Ok(());
    }
    tool::step(why);
    let mut command = Command::new("rustup");
    command.current_dir(tool::root()).args(rustup);
    tool::run(&mut command, &format!("rustup {}", rustup.join(" "))).map_err(|failure| {
        Failure::Call(format!(
            "{failure}\nWithout rustup, install {name} of rustc 1.95.0 yourself."
        ))
    })
}

/// Sees to it that the source of the standard library is there: the app is built with its own.
///
/// # Errors
/// If it is missing and rustup cannot add it.
pub fn rust_source() -> Result<(), Failure> {
    component(
        "lib/rustlib/src/rust/library",
        "rust-src",
        "adding the source of Rust's standard library: the app is built with one made for size",
        &["component", "add", "rust-src"],
    )
}

/// Sees to it that a program is there; on Debian and Ubuntu it is installed, elsewhere it is named.
///
/// # Errors
/// If it is missing and cannot be installed here.
pub fn program(name: &str, package: &str, why: &str) -> Result<(), Failure> {
    if find(name).is_some() {
        return Ok(());
    }
    let missing = || {
        Failure::Call(format!(
            "{name} is missing ({why}). On Debian or Ubuntu: apt-get install {package}. Elsewhere install {name} and put it on PATH."
        ))
    };
    if find("apt-get").is_none() {
        return Err(missing());
    }
    tool::step(&format!("installing {package} with apt-get: {why}"));
    apt(&["update", "-qq"])
        .and_then(|()| apt(&["install", "-y", "-qq", package]))
        .map_err(|_| missing())
}

fn apt(arguments: &[&str]) -> Result<(), Failure> {
    let is_root = tool::output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
    if !is_root {
        command.args(["-n", "apt-get"]);
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command.stdout(std::process::Stdio::null());
    tool::run(&mut command, "apt-get")
}

/// Where a program lies, if it is on PATH.
pub fn find(name: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// A folder for tools that are built once for all checkouts, by name and version.
pub fn tool_cache(name_and_version: &str) -> std::path::PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(std::path::PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache")))
        .unwrap_or_else(tool::target);
    cache.join("recruitment-explorer/tools").join(name_and_version)
}
