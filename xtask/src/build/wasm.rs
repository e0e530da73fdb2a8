//! The app as WebAssembly, and the one script that starts it.

use std::path::PathBuf;
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::failure::Failure;
use crate::{npm, setup, tool};

/// The compiled app.
pub struct Wasm {
    /// The module.
    pub bytes: Vec<u8>,
    /// Glue and loader in one script.
    pub loader: String,
}

/// Compiles the app for browsers.
///
/// # Errors
/// If a tool is missing or the code does not compile.
pub fn build(optimise: bool, with_test_hooks: bool) -> Result<Wasm, Failure> {
    let features = if with_test_hooks { "test-hooks" } else { "" };
    let compiled = compile("recruitment-explorer", features)?;
    let work = match (optimise, with_test_hooks) {
        (true, _) => "explorer/optimised",
        (false, false) => "explorer/plain",
        (false, true) => "explorer/hooks",
    };
    let work = tool::target().join(work);
    let stamp = work.join("stamp");
    let fresh = fingerprint(&compiled)?;
    let (module, glue) = (work.join("explorer_bg.wasm"), work.join("explorer.js"));
    if std::fs::read_to_string(&stamp).unwrap_or_default() != fresh {
        Bindgen::new()
            .input_path(&compiled)
            .out_name("explorer")
            .no_modules(true)
            .and_then(|bindgen| bindgen.typescript(false).generate(&work))
            .map_err(|error| Failure::Wrong(format!("wasm-bindgen: {error:#}")))?;
        if optimise {
            shrink(&module)?;
        }
        tool::write(&stamp, &fresh)?;
    }
    let loader = tool::read(&tool::root().join("static/loader.js"))?;
    let glue = tool::read(&glue)?;
    let bytes = std::fs::read(&module).map_err(|error| Failure::file(&module, &error))?;
    Ok(Wasm { bytes, loader: format!("{glue}\n{loader}") })
}

/// Compiles a package for browsers: where its module then lies.
///
/// # Errors
/// If something that compiling needs is missing, or the code does not compile.
pub fn compile(package: &str, features: &str) -> Result<PathBuf, Failure> {
    setup::wasm_target()?;
    setup::rust_source()?;
    let mut cargo = tool::cargo();
    cargo.args([
        "build",
        "--quiet",
        "--locked",
        "--profile",
        "web",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    cargo.args(["--package", package, "--features", features]);
    cargo.envs(environment());
    tool::run(&mut cargo, &format!("compiling {package}"))?;
    // Cargo writes a library's dashes as underscores, and a program's as they are.
    let built = |name: &str| tool::target().join(format!("wasm32-unknown-unknown/web/{name}.wasm"));
    let library = built(&package.replace('-', "_"));
    let program = built(package);
    Ok(if program.is_file() { program } else { library })
}

/// Shrinks a module in place, with wasm-opt from npm: Debian's own is too old for what
/// wasm-bindgen writes.
///
/// # Errors
/// If wasm-opt cannot be had or run.
pub fn shrink(module: &std::path::Path) -> Result<(), Failure> {
    let wasm_opt = npm::modules()?.join("binaryen/bin/wasm-opt");
    let mut command = Command::new("node");
    command.arg(wasm_opt).args(["-Oz", "--strip-debug", "--strip-producers"]);
    // The stack lies below the data and never reaches the first kilobyte; a trap ends the app.
    command.args(["--low-memory-unused", "--traps-never-happen"]);
    // Large functions that are called once stay apart: brotli finds more alike in them.
    command.args(["--one-caller-inline-max-function-size", "50"]);
    command.args([
        "--enable-bulk-memory",
        "--enable-nontrapping-float-to-int",
        "--enable-sign-ext",
    ]);
    command.args(["--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue"]);
    command.arg(module).arg("-o").arg(module);
    tool::run(&mut command, "wasm-opt")
}

/// What the compiler is told through its environment, whoever starts it.
///
/// The standard library is built along with the app, for size and without the text of
/// panics: the loader shows a readable page whatever the reason, and no visitor reads a
/// trace. That is a seventh of the Wasm. These switches are not stable yet; the compiler is
/// pinned, and `RUSTC_BOOTSTRAP` lets this one take them (docs/decisions/0013).
pub fn environment() -> [(&'static str, String); 4] {
    let mut flags = String::from("-Zunstable-options -Cpanic=immediate-abort");
    // Paths of the machine that builds would stand in the Wasm otherwise.
    for (folder, name) in [(Some(tool::root().to_owned()), ""), (cargo_home(), "cargo")] {
        if let Some(folder) = folder {
            flags.push_str(&format!(" --remap-path-prefix={}={name}", folder.display()));
        }
    }
    [
        ("RUSTC_BOOTSTRAP", "1".to_owned()),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".to_owned()),
        ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".to_owned()),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags),
    ]
}

fn cargo_home() -> Option<PathBuf> {
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home)
}

/// When and how large: enough to see that cargo has written it again.
fn fingerprint(file: &std::path::Path) -> Result<String, Failure> {
    let metadata = std::fs::metadata(file).map_err(|error| Failure::file(file, &error))?;
    let modified = metadata.modified().map_err(|error| Failure::file(file, &error))?;
    Ok(format!("{} {modified:?}", metadata.len()))
}
