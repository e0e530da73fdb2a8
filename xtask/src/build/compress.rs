//! Brotli and gzip beside each file that shrinks, for hosts that serve them as they lie.

use std::io::Write;
use std::path::Path;

use super::files_below;
use crate::failure::Failure;
use crate::tool;

/// Endings of files that shrink.
const SHRINKING: &[&str] = &["html", "js", "css", "json", "wasm", "svg", "xml", "txt"];

/// Writes `name.br` and `name.gz` beside each file, two threads at a time.
///
/// # Errors
/// If a file cannot be read or written.
pub fn beside(folder: &Path) -> Result<(), Failure> {
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
            .map(|files| scope.spawn(|| files.iter().try_for_each(|file| one(file))))
            .collect();
        parts.into_iter().try_for_each(|part| {
            part.join()
                .unwrap_or_else(|_| Err(Failure::Wrong("compressing a file panicked".into())))
        })
    })
}

fn one(file: &Path) -> Result<(), Failure> {
    let content = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
    let name = file.display();
    tool::write(Path::new(&format!("{name}.br")), brotli(&content))?;
    tool::write(
        Path::new(&format!("{name}.gz")),
        gzip(&content).map_err(|error| Failure::file(file, &error))?,
    )
}

/// Brotli at its strongest, as budgets count it.
pub fn brotli(content: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    // Writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters);
    compressed
}

fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}
