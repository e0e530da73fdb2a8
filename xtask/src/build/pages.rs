//! Every address as a document, and the lists that go with them.

use std::path::PathBuf;
use std::rc::Rc;

use recruitment_explorer::labels::DEFAULT_LANGUAGE;
use recruitment_explorer::pages;
use recruitment_explorer::platform::config::{Asset as ConfigAsset, Config};
use recruitment_explorer::prerender::{self, Build};
use recruitment_explorer::route::{Address, Base, Route, Shell};

use super::{Asset, Options, PackAssets, Parts, config, template};
use crate::failure::Failure;
use crate::tool;

/// Writes every document, one thread a shell; returns how many.
///
/// # Errors
/// If a pack cannot be read back or a file cannot be written.
pub fn write(options: &Options, parts: &Parts) -> Result<usize, Failure> {
    let template = template()?;
    let jobs: Vec<(Shell, &PackAssets)> =
        Shell::ALL.iter().flat_map(|shell| parts.packs.iter().map(|pack| (*shell, pack))).collect();
    let counts = std::thread::scope(|scope| {
        let threads: Vec<_> = jobs
            .iter()
            .map(|(shell, pack)| {
                let template = template.as_str();
                scope.spawn(move || write_shell(options, parts, template, *shell, pack))
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| Err(Failure::Wrong("prerendering a page panicked".into())))
            })
            .collect::<Result<Vec<usize>, Failure>>()
    })?;
    lists(options, parts)?;
    Ok(counts.iter().sum())
}

fn write_shell(
    options: &Options,
    parts: &Parts,
    template: &str,
    shell: Shell,
    assets: &PackAssets,
) -> Result<usize, Failure> {
    let language = assets.compiled.language;
    let pack = Rc::new(assets.compiled.read()?);
    let to_config =
        |asset: &Asset| ConfigAsset { url: asset.url.clone(), integrity: asset.integrity.clone() };
    let config = Config {
        pack: Some(to_config(&assets.first)),
        rest: Some(to_config(&assets.rest)),
        wasm: Some(to_config(&parts.wasm)),
        later: Some(to_config(&parts.later)),
        ..config(options)
    };
    let mut routes = Route::all(&pack);
    routes.push(Route::NotFound);
    let base = &options.site.base_path;
    for route in &routes {
        let address = Address { shell, language: language.tag, route: route.clone() };
        let icon = format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}icon.svg\">\n");
        let head = icon + &head(parts, assets, route);
        let build = Build { template, config: &config, head: &head, tail: "" };
        tool::write(
            &options.out.join(file_of(&address)),
            prerender::document(&build, &pack, &address),
        )?;
    }
    Ok(routes.len())
}

/// The file of an address: a folder's `index.html`, so that every static host serves it.
fn file_of(address: &Address) -> PathBuf {
    let path = PathBuf::from(address.path());
    if address.route == Route::NotFound {
        path.with_extension("html")
    } else {
        path.join("index.html")
    }
}

/// Stylesheet, early fetches, loader: every one with the hash that it must have.
fn head(parts: &Parts, pack: &PackAssets, route: &Route) -> String {
    let Parts { wasm, later, loader, style, .. } = parts;
    let mut head = String::new();
    head.push_str(&format!(
        "<link rel=\"stylesheet\" crossorigin href=\"{}\" integrity=\"{}\">\n",
        style.url, style.integrity
    ));
    let mut early = vec![wasm, &pack.first];
    early.extend(pages::need_rest(route).then_some(&pack.rest));
    early.extend(pages::is_later(route).then_some(later));
    for asset in early {
        // Browsers ignore a hash here; the fetch that uses it checks it.
        head.push_str(&format!(
            "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{}\">\n",
            asset.url
        ));
    }
    head.push_str(&format!(
        "<script defer crossorigin src=\"{}\" integrity=\"{}\"></script>\n",
        loader.url, loader.integrity
    ));
    head
}

/// `sitemap.xml` and `robots.txt`: the site's pages in every language that is no test.
fn lists(options: &Options, parts: &Parts) -> Result<(), Failure> {
    let root = options.site.site_url.trim_end_matches('/');
    let mut robots = String::from("User-agent: *\n");
    if root.is_empty() || options.demonstration {
        robots.push_str("Disallow: /\n");
    } else {
        robots.push_str(&format!("Sitemap: {root}{}sitemap.xml\n", options.site.base_path));
    }
    tool::write(&options.out.join("robots.txt"), robots)?;
    let english = parts.packs.iter().find(|pack| pack.compiled.language.tag == DEFAULT_LANGUAGE);
    let Some(english) = english else { return Ok(()) };
    let pack = english.compiled.read()?;
    let base = Base::Path(options.site.base_path.clone());
    let mut sitemap = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for route in Route::all(&pack).into_iter().filter(Route::is_indexed) {
        let address = Address { shell: Shell::Site, language: DEFAULT_LANGUAGE, route };
        sitemap.push_str(&format!("<url><loc>{root}{}</loc></url>\n", address.href(&base)));
    }
    sitemap.push_str("</urlset>\n");
    tool::write(&options.out.join("sitemap.xml"), sitemap)
}
