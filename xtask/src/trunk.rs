//! Proves that `trunk build`, the live-reload loop's builder, works.

use std::process::Command;

use crate::build::wasm_environment;
use crate::failure::Failure;
use crate::{setup, tool};

/// The versions that are known to work together with the lock file.
const TOOLS: &[(&str, &str, &[&str])] =
    &[("trunk", "0.21.14", &["--locked"]), ("wasm-bindgen-cli", "0.2.130", &[])];

/// Runs `trunk build` and looks at what it wrote.
///
/// # Errors
/// If a tool cannot be built, the build fails, or a file is missing.
pub fn prove() -> Result<(), Failure> {
    let mut path = std::env::var_os("PATH").unwrap_or_default();
    for (name, version, flags) in TOOLS {
        let folder = install(name, version, flags)?.join("bin");
        let folders =
            std::iter::once(folder).chain(std::env::split_paths(&path).collect::<Vec<_>>());
        path = std::env::join_paths(folders).unwrap_or(path);
    }
    let dist = tool::target().join("explorer/trunk");
    let mut trunk = Command::new("trunk");
    trunk.current_dir(tool::root()).env("PATH", &path).env_remove("NO_COLOR");
    // As the product's own build, whose libraries are there already. Without it works too.
    trunk.envs(wasm_environment());
    trunk.env("CARGO_TARGET_DIR", tool::target());
    // The profile of the other builds, so that the app is not compiled once more for this alone.
    trunk.args(["build", "--release", "--cargo-profile", "web", "--offline"]);
    trunk.args(["--skip-version-check", "--dist"]).arg(&dist);
    tool::run(&mut trunk, "trunk build")?;
    let files: Vec<String> = crate::build::files_below(&dist)?
        .iter()
        .filter_map(|file| Some(file.file_name()?.to_str()?.to_owned()))
        .collect();
    for ending in [".html", ".wasm", ".js", ".css", "pack.en.json", "rest.en.json"] {
        if !files.iter().any(|file| file.ends_with(ending)) {
            return Err(Failure::Wrong(format!(
                "trunk build wrote no {ending}; it wrote {}",
                files.join(", ")
            )));
        }
    }
    Ok(())
}

/// Builds a tool once for all checkouts.
fn install(name: &str, version: &str, flags: &[&str]) -> Result<std::path::PathBuf, Failure> {
    let folder = setup::tool_cache(&format!("{}-{version}", name.trim_end_matches("-cli")));
    if folder.join("bin").is_dir() {
        return Ok(folder);
    }
    tool::step(&format!(
        "building {name} {version} once, in some minutes: the test proves that the live-reload loop works"
    ));
    let mut cargo = tool::cargo();
    // Quick to build matters more here than quick to run.
    for (key, value) in [("LTO", "off"), ("OPT_LEVEL", "0"), ("CODEGEN_UNITS", "16")] {
        cargo.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    cargo.args(["install", "--quiet", name, "--version", version]).args(flags);
    cargo.arg("--root").arg(&folder).arg("--target-dir").arg(tool::target().join("tools"));
    tool::run(&mut cargo, &format!("cargo install {name}"))?;
    Ok(folder)
}
