//! `kiosk/kiosk.html`: the whole product in one file that runs from a memory stick.

use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use recruitment_explorer::labels::DEFAULT_LANGUAGE;
use recruitment_explorer::platform::config::Config;
use recruitment_explorer::prerender::{self, Build};
use recruitment_explorer::route::{Address, Route, Shell};

use super::asset::inline_hash;
use super::wasm::Wasm;
use super::{Options, PackAssets, Parts, config, stylesheet, template};
use crate::failure::Failure;
use crate::tool;

/// Writes the single file beside the site's folder.
///
/// # Errors
/// If a pack cannot be read back or the file cannot be written.
pub fn write(options: &Options, parts: &Parts, wasm: &Wasm) -> Result<(), Failure> {
    let english = parts.packs.iter().find(|pack| pack.compiled.language.tag == DEFAULT_LANGUAGE);
    let Some(PackAssets { compiled, .. }) = english else { return Ok(()) };
    let pack = Rc::new(compiled.read()?);
    let config = Config { single_file: true, ..config(options) };
    let style = stylesheet::join()?;
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; font-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        inline_hash(&wasm.loader),
        inline_hash(&style),
    );
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n"
    );
    // `</script` must not stand inside a script, whatever the texts say.
    let data = |json: &str| json.replace("</", "<\\/");
    let (first, rest) = (data(&compiled.first), data(&compiled.rest));
    let tail = format!(
        "<script type=\"application/json\" data-rx=\"pack\">{first}</script>\n\
         <script type=\"application/json\" data-rx=\"rest\">{rest}</script>\n\
         <script type=\"application/json\" data-rx=\"later\">{}</script>\n\
         <script type=\"application/json\" data-rx=\"wasm\">{}</script>\n<script>{}</script>",
        STANDARD.encode(&wasm.later),
        STANDARD.encode(&wasm.bytes),
        wasm.loader
    );
    let template = template()?;
    let build = Build { template: &template, config: &config, head: &head, tail: &tail };
    let address =
        Address { shell: Shell::Kiosk, language: compiled.language.tag, route: Route::Start };
    let folder = options.out.parent().unwrap_or(&options.out).join("kiosk");
    tool::write(&folder.join("kiosk.html"), prerender::document(&build, &pack, &address))
}
