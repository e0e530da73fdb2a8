//! An address to a whole HTML document: the same components, rendered natively.

use std::rc::Rc;

use model::Pack;
use yew::LocalServerRenderer;

use crate::app::{App, AppProps};
use crate::labels::{LANGUAGES, Labels, language};
use crate::pages;
use crate::platform::config::Config;
use crate::route::{Address, Base, Route, Shell};

/// What every document of a build shares.
pub struct Build<'a> {
    /// `index.html`, with its marks `<!--rx:…-->`.
    pub template: &'a str,
    /// What differs between copies; `pack` and `wasm` already point to this language's files.
    pub config: &'a Config,
    /// What goes into the head after title and description: stylesheet, preloads, loader.
    pub head: &'a str,
    /// What stands at the end of the body: data and scripts of a single file.
    pub tail: &'a str,
}

/// The document at an address.
pub fn document(build: &Build<'_>, pack: &Rc<Pack>, address: &Address) -> String {
    let labels = Labels::new(pack.clone());
    let body = render(pack, build.config, address);
    let language = language(address.language).unwrap_or(&LANGUAGES[0]);
    let title = pages::title(&address.route, pack, &labels);
    let description = pages::description(&address.route, pack, &labels);
    let config = serde_json::to_string(build.config).unwrap_or_default().replace('<', "\\u003c");
    let mut head = format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n",
        escape(&title),
        escape(&description)
    );
    head.push_str(&social(build.config, address, &title, &description, &labels.text("product")));
    head.push_str(build.head);
    head.push_str(&format!(
        "<script type=\"application/json\" data-rx=\"config\">{config}</script>\n"
    ));
    let shell = match address.shell {
        Shell::Site => "site",
        Shell::Embed => "embed",
        Shell::Kiosk => "kiosk",
    };
    let html = format!(
        "<html lang=\"{}\" dir=\"{}\" data-shell=\"{shell}\">",
        language.tag, language.direction
    );
    let document = build.template.replace("<html lang=\"en\" dir=\"ltr\">", &html);
    let document = replace_between(&document, "head", &head);
    let document = replace_between(
        &document,
        "app",
        &format!("<div id=\"app\" data-prerendered=\"\">{body}</div>"),
    );
    let failed = failed(&labels, &address.with_route(Route::Start).href(&build.config.base()));
    let document = replace_between(&document, "failed", &failed);
    replace_between(&document, "tail", build.tail)
}

/// The HTML of the app at an address, as the browser will take it over.
pub fn render(pack: &Rc<Pack>, config: &Config, address: &Address) -> String {
    let props =
        AppProps { pack: pack.clone(), config: Rc::new(config.clone()), address: address.clone() };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(true);
    futures::executor::block_on(renderer.render())
}

/// Canonical address, other languages, and what a preview shows. Only the site's pages are for search engines.
fn social(
    config: &Config,
    address: &Address,
    title: &str,
    description: &str,
    product: &str,
) -> String {
    let base = Base::Path(config.base_path.clone());
    let site = Address { shell: Shell::Site, ..address.clone() };
    let is_indexed =
        address.shell == Shell::Site && address.route.is_indexed() && !config.single_file;
    let mut head = String::new();
    if !is_indexed {
        head.push_str("<meta name=\"robots\" content=\"noindex\">\n");
    }
    if config.site_url.is_empty() || config.single_file || address.route == Route::NotFound {
        return head;
    }
    let root = config.site_url.trim_end_matches('/');
    let url = format!("{root}{}", site.href(&base));
    head.push_str(&format!("<link rel=\"canonical\" href=\"{url}\">\n"));
    let others: Vec<_> = LANGUAGES
        .iter()
        .filter(|language| config.languages.iter().any(|tag| tag == language.tag))
        .collect();
    if is_indexed && others.len() > 1 {
        for language in others {
            let other = Address { language: language.tag, ..site.clone() };
            let (tag, href) = (language.tag, other.href(&base));
            head.push_str(&format!(
                "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{root}{href}\">\n"
            ));
        }
    }
    for (property, content) in [
        ("og:type", "website"),
        ("og:site_name", product),
        ("og:title", title),
        ("og:description", description),
        ("og:url", &url),
    ] {
        head.push_str(&format!("<meta property=\"{property}\" content=\"{}\">\n", escape(content)));
    }
    head
}

/// What shows when the app cannot run any more; hidden until then.
fn failed(labels: &Labels, start: &str) -> String {
    format!(
        "<div id=\"rx-failed\" class=\"rx-failed\" role=\"alert\" hidden>\n<h1>{}</h1>\n<p>{}</p>\n\
         <p><a class=\"rx-button\" href=\"{start}\" data-restart=\"\">{}</a></p>\n</div>\n\
         <noscript><p class=\"rx-noscript\">{}</p></noscript>",
        escape(&labels.text("failed-heading")),
        escape(&labels.text("failed-text")),
        escape(&labels.text("failed-restart")),
        escape(&labels.text("no-script")),
    )
}

/// Replaces what stands between `<!--rx:name-->` and `<!--/rx:name-->`, and the marks.
fn replace_between(document: &str, name: &str, content: &str) -> String {
    let (open, close) = (format!("<!--rx:{name}-->"), format!("<!--/rx:{name}-->"));
    let Some((before, rest)) = document.split_once(&open) else { return document.to_owned() };
    let Some((_, after)) = rest.split_once(&close) else { return document.to_owned() };
    format!("{before}{content}{after}")
}

/// Text for an attribute or an element.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
