//! The app as WebAssembly, and the one script that starts it.

use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::failure::Failure;
use crate::{npm, setup, tool};

/// The compiled app.
pub struct Wasm {
    /// The module that every page starts.
    pub bytes: Vec<u8>,
    /// The code of the pages that a first visit does not need, which it adds to itself later.
    pub later: Vec<u8>,
    /// Glue and loader in one script.
    pub loader: String,
}

/// Compiles the app for browsers.
///
/// # Errors
/// If a tool is missing or the code does not compile.
pub fn build(optimise: bool, with_test_hooks: bool) -> Result<Wasm, Failure> {
    let features = if with_test_hooks { "split,test-hooks" } else { "split" };
    let app = "recruitment-explorer";
    // Only with relocations can the module be taken apart.
    cargo("rustc", app, features, &["--bin", app, "--", "-Clink-arg=--emit-relocs"])?;
    let compiled = compiled(app);
    let work = match (optimise, with_test_hooks) {
        (true, _) => "explorer/optimised",
        (false, false) => "explorer/plain",
        (false, true) => "explorer/hooks",
    };
    let work = tool::target().join(work);
    let stamp = work.join("stamp");
    let fresh = fingerprint(&compiled)?;
    let (module, glue) = (work.join("explorer_bg.wasm"), work.join("explorer.js"));
    let later = work.join("split_later.wasm");
    if std::fs::read_to_string(&stamp).unwrap_or_default() != fresh {
        let first = take_apart(&compiled, &work)?;
        Bindgen::new()
            .input_path(&first)
            .out_name("explorer")
            // The chunk takes stack and table of functions from what these export.
            .keep_lld_exports(true)
            .no_modules(true)
            .and_then(|bindgen| bindgen.typescript(false).generate(&work))
            .map_err(|error| Failure::Wrong(format!("wasm-bindgen: {error:#}")))?;
        if optimise {
            shrink(&module)?;
            shrink(&later)?;
        }
        tool::write(&stamp, &fresh)?;
    }
    let loader = tool::read(&tool::root().join("static/loader.js"))?;
    let glue = tool::read(&glue)?;
    let read = |file: &Path| std::fs::read(file).map_err(|error| Failure::file(file, &error));
    Ok(Wasm { bytes: read(&module)?, later: read(&later)?, loader: format!("{glue}\n{loader}") })
}

/// Parts what only later pages need from the compiled app: where the rest of it then lies.
fn take_apart(compiled: &Path, work: &Path) -> Result<PathBuf, Failure> {
    let input = std::fs::read(compiled).map_err(|error| Failure::file(compiled, &error))?;
    let first = work.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = work;
    options.main_out_path = &first;
    wasm_split_cli_support::transform(options)
        .map_err(|error| Failure::Wrong(format!("wasm-split: {error:#}")))?;
    Ok(first)
}

/// Compiles a library for browsers: where its module then lies.
///
/// # Errors
/// If something that compiling needs is missing, or the code does not compile.
pub fn compile(library: &str, features: &str) -> Result<PathBuf, Failure> {
    cargo("build", library, features, &[])?;
    // Cargo writes a library's dashes as underscores, and a program's as they are.
    Ok(compiled(&library.replace('-', "_")))
}

fn compiled(name: &str) -> PathBuf {
    tool::target().join(format!("wasm32-unknown-unknown/web/{name}.wasm"))
}

fn cargo(verb: &str, package: &str, features: &str, more: &[&str]) -> Result<(), Failure> {
    setup::wasm_target()?;
    setup::rust_source()?;
    let mut cargo = tool::cargo();
    cargo.args([verb, "--quiet", "--locked", "--profile", "web"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    cargo.args(["--package", package, "--features", features]).args(more);
    cargo.envs(environment());
    tool::run(&mut cargo, &format!("compiling {package}"))
}

/// Shrinks a module in place, with wasm-opt from npm: Debian's own is too old for what
/// wasm-bindgen writes.
///
/// # Errors
/// If wasm-opt cannot be had or run.
pub fn shrink(module: &Path) -> Result<(), Failure> {
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
fn fingerprint(file: &Path) -> Result<String, Failure> {
    let metadata = std::fs::metadata(file).map_err(|error| Failure::file(file, &error))?;
    let modified = metadata.modified().map_err(|error| Failure::file(file, &error))?;
    Ok(format!("{} {modified:?}", metadata.len()))
}
