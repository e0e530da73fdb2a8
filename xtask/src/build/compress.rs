//! Brotli and gzip beside each file that shrinks, for hosts that serve them as they lie.

use std::io::Write;
use std::path::Path;

use super::files_below;
use crate::failure::Failure;
use crate::tool;

/// Endings of files that shrink.
const SHRINKING: &[&str] = &["html", "js", "css", "json", "wasm", "svg", "xml", "txt"];

/// A level of both kinds: how much is tried before it is written.
#[derive(Clone, Copy, Debug)]
pub struct Level {
    brotli: i32,
    gzip: u32,
}

/// Small enough for a test, and a hundred times as fast.
pub const QUICK: Level = Level { brotli: 3, gzip: 1 };
/// As small as it gets.
pub const STRONGEST: Level = Level { brotli: 11, gzip: 9 };

/// Writes `name.br` and `name.gz` beside each file, a thread for each core.
///
/// # Errors
/// If a file cannot be read or written.
pub fn beside(folder: &Path, level: Level) -> Result<(), Failure> {
    let files: Vec<_> = files_below(folder)?
        .into_iter()
        .filter(|file| {
            file.extension().is_some_and(|ending| SHRINKING.iter().any(|e| ending == *e))
        })
        .collect();
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let share = files.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let parts: Vec<_> = files
            .chunks(share)
            .map(|files| scope.spawn(|| files.iter().try_for_each(|file| one(file, level))))
            .collect();
        parts.into_iter().try_for_each(|part| {
            part.join()
                .unwrap_or_else(|_| Err(Failure::Wrong("compressing a file panicked".into())))
        })
    })
}

fn one(file: &Path, level: Level) -> Result<(), Failure> {
    let content = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
    let name = file.display();
    tool::write(Path::new(&format!("{name}.br")), brotli_at(&content, level.brotli))?;
    tool::write(
        Path::new(&format!("{name}.gz")),
        gzip(&content, level.gzip).map_err(|error| Failure::file(file, &error))?,
    )
}

/// Brotli at its strongest, as budgets count it.
pub fn brotli(content: &[u8]) -> Vec<u8> {
    brotli_at(content, STRONGEST.brotli)
}

fn brotli_at(content: &[u8], quality: i32) -> Vec<u8> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    // Writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters);
    compressed
}

fn gzip(content: &[u8], level: u32) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
    encoder.write_all(content)?;
    encoder.finish()
}
