//! Running other programs, and where things lie.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

/// The folder of the project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder for what is built, which is never committed.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Cargo, the one that started this command.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    // Flags meant for this command must not change what it builds.
    for name in ["CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"] {
        command.env_remove(name);
    }
    command
}

/// Runs a program to its end.
///
/// # Errors
/// If it cannot be started, or ends with another code than 0.
pub fn run(command: &mut Command, what: &str) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::Wrong(format!("{what} failed; see above"))),
        Err(error) => Err(Failure::Call(format!(
            "{what}: {} cannot be started: {error}",
            command.get_program().to_string_lossy()
        ))),
    }
}

/// What a program prints, if it can be started and ends well.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Says what is done now.
pub fn step(what: &str) {
    println!("\x1b[1m-- {what}\x1b[0m");
}

/// Reads a text file.
///
/// # Errors
/// If it cannot be read.
pub fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

/// Writes a file, and the folders it lies in.
///
/// # Errors
/// If it cannot be written.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    }
    std::fs::write(path, content).map_err(|error| Failure::file(path, &error))
}
