//! Every address gives a whole page: one heading, the right language, a title of its
//! own, links that lead somewhere and stay where they are. Everything else gives 404.
//!
//! Looked at without a browser, as search engines and readers without script do.

use std::collections::{BTreeMap, BTreeSet};

use recruitment_explorer::route::{Address, Base};

use crate::html::{self, Tag};
use crate::must;
use crate::product::{FRAMES, framed, paths, product, sitemap, texts};
use crate::server::{Answer, get};

/// Every page of a frame, with its tags.
fn pages(frame: &str) -> BTreeMap<String, Vec<Tag>> {
    let site = &product().site;
    let paths = paths().into_iter().map(|path| framed(frame, &path));
    paths
        .map(|path| {
            let answer = get(&format!("{site}{path}"));
            assert_eq!(answer.status, 200, "{path}");
            (path, html::tags(&answer.text()))
        })
        .collect()
}

fn count(tags: &[Tag], name: &str) -> usize {
    tags.iter().filter(|tag| tag.name == name).count()
}

fn attribute<'t>(tags: &'t [Tag], is_meant: impl Fn(&Tag) -> bool, name: &str) -> &'t str {
    let tag = tags.iter().find(|tag| is_meant(tag));
    tag.and_then(|tag| tag.get(name)).unwrap_or_default()
}

/// The public address that pages give as their own begins with this.
fn site_url(tags: &[Tag]) -> String {
    let config = tags.iter().find(|tag| tag.is("data-rx", "config"));
    let config = config.unwrap_or_else(|| panic!("a page without configuration"));
    let config: serde_json::Value = must(serde_json::from_str(&config.text), "the configuration");
    let url = config["site_url"].as_str().unwrap_or_default().to_owned();
    assert!(!url.is_empty(), "the tests need a copy that was built with a site_url");
    url
}

/// REQ-I18N-1, REQ-A11Y-16, REQ-A11Y-24
#[test]
fn every_page_in_every_frame_has_one_heading_its_language_and_a_title_of_its_own() {
    for (frame, language, direction) in FRAMES {
        let mut titles = BTreeSet::new();
        for (path, tags) in pages(frame) {
            let in_app = tags.iter().position(|tag| tag.is("id", "app")).unwrap_or_default();
            let until = tags.iter().position(|tag| tag.is("id", "rx-failed")).unwrap_or(tags.len());
            assert_eq!(count(&tags[in_app..until], "h1"), 1, "headings of {path}");
            assert_eq!(count(&tags, "main"), 1, "main parts of {path}");
            let root = |name| attribute(&tags, |tag| tag.name == "html", name);
            assert_eq!((root("lang"), root("dir")), (*language, *direction), "{path}");
            let title = html::text_of(&tags, |tag| tag.name == "title").unwrap_or_default();
            assert!(titles.insert(title.clone()), "{path} has the title of another page: {title}");
            let viewport = attribute(&tags, |tag| tag.is("name", "viewport"), "content");
            let forbids =
                ["user-scalable", "maximum-scale"].iter().any(|word| viewport.contains(word));
            assert!(!forbids, "{path} cannot be enlarged: {viewport}");
            let description = attribute(&tags, |tag| tag.is("name", "description"), "content");
            assert!(description.len() > 20, "{path} describes itself as {description:?}");
        }
    }
}

/// REQ-I18N-10: canonical to self, alternates complete and mutual; only the site is for search engines.
#[test]
fn every_page_names_its_own_address() {
    for (frame, language, _) in FRAMES {
        let is_site = !frame.contains("embed") && !frame.contains("kiosk");
        for (path, tags) in pages(frame) {
            let url = site_url(&tags);
            let on_site = path.trim_start_matches("/embed").trim_start_matches("/kiosk");
            let on_site = if on_site.is_empty() { "/" } else { on_site };
            let canonical = attribute(&tags, |tag| tag.is("rel", "canonical"), "href");
            assert_eq!(canonical, format!("{url}{on_site}"), "{path}");
            let robots = attribute(&tags, |tag| tag.is("name", "robots"), "content");
            let address = Address::parse(&Base::Path("/".into()), &path);
            let is_listed = is_site && address.route.is_indexed();
            assert_eq!(robots, if is_listed { "" } else { "noindex" }, "{path}");
            if is_listed {
                let alternates: Vec<_> =
                    tags.iter().filter(|tag| tag.is("rel", "alternate")).collect();
                let own = alternates.iter().find(|tag| tag.is("hreflang", language));
                let own = own.and_then(|tag| tag.get("href"));
                assert_eq!(own, Some(canonical), "{path} is not among its own languages");
                assert_eq!(alternates.len(), 3, "{path}");
            }
        }
    }
}

/// What is a visitor's own is told to no search engine.
#[test]
fn the_sitemap_lists_the_pages_that_are_for_everybody() {
    let mut listed = paths();
    listed.retain(|path| !["/plan", "/search"].contains(&path.as_str()));
    assert_eq!(sitemap(), listed);
}

/// REQ-SEC-2, REQ-SEC-3
#[test]
fn no_page_holds_script_style_or_handlers_in_line() {
    for (frame, ..) in FRAMES {
        for (path, tags) in pages(frame) {
            for tag in &tags {
                let is_data = tag.get("type").is_some_and(|kind| kind.ends_with("json"));
                let is_inline = tag.name == "script" && tag.get("src").is_none() && !is_data;
                assert!(!is_inline && tag.name != "style", "{path}: {tag:?}");
                let bad = |name: &str| name == "style" || name.starts_with("on") || name == "nonce";
                let found = tag.attributes.iter().find(|(name, _)| bad(name));
                assert_eq!(found, None, "{path}: {tag:?}");
            }
        }
    }
}

/// REQ-SEC-13: links lead to pages that exist, in the same shell and language; those
/// that lead out say so to the browser.
#[test]
fn every_link_leads_somewhere_and_stays_in_shell_and_language() {
    for (frame, ..) in FRAMES {
        let pages = pages(frame);
        let ids: BTreeMap<&str, BTreeSet<&str>> = pages
            .iter()
            .map(|(path, tags)| {
                (path.as_str(), tags.iter().filter_map(|tag| tag.get("id")).collect())
            })
            .collect();
        for (path, tags) in &pages {
            for tag in tags.iter().filter(|tag| tag.name == "a") {
                check_link(frame, path, tag, &ids);
            }
        }
    }
}

fn check_link(frame: &str, path: &str, tag: &Tag, ids: &BTreeMap<&str, BTreeSet<&str>>) {
    let href = tag.get("href").unwrap_or_else(|| panic!("{path}: a link to nowhere: {tag:?}"));
    if href.starts_with("http") {
        assert!(!frame.contains("kiosk"), "{path} leads out of the kiosk: {href}");
        let rel = tag.get("rel").unwrap_or_default();
        assert!(rel.contains("noopener") && rel.contains("noreferrer"), "{path}: {tag:?}");
        assert_eq!(tag.is("target", "_blank"), frame.contains("embed"), "{path}: {tag:?}");
        return;
    }
    let (address, fragment) = href.split_once('#').unwrap_or((href, ""));
    let (target, _) = address.split_once('?').unwrap_or((address, ""));
    let target = if target.is_empty() { path } else { target };
    let there = ids
        .get(target)
        .unwrap_or_else(|| panic!("{path} links to {href}, which is no page of {frame:?}"));
    assert!(
        fragment.is_empty() || there.contains(fragment),
        "{path} links to {href}, which has no such place"
    );
}

/// REQ-PRV-15: a question has no address, so no page that can be found or shared is one.
#[test]
fn no_page_is_a_question() {
    let texts = texts().as_object().cloned().unwrap_or_default();
    let is_question = |text: &str| {
        texts.iter().any(|(path, title)| {
            path.starts_with("question.") && path.ends_with(".title") && title == text
        })
    };
    for (frame, ..) in &FRAMES[..3] {
        for (path, tags) in pages(frame) {
            let is_answer = |tag: &&Tag| tag.get("id").is_some_and(|id| id.starts_with("answer-"));
            assert!(tags.iter().find(is_answer).is_none(), "{path} asks for an answer");
            let heading = html::text_of(&tags, |tag| tag.name == "h1").unwrap_or_default();
            assert!(!heading.is_empty() && !is_question(&heading), "{path} asks {heading:?}");
        }
    }
}

/// REQ-SEC-6
#[test]
fn what_is_no_page_gives_404() {
    let of = |path: &str| get(&format!("{}{path}", product().site));
    for (frame, language, _) in FRAMES {
        for path in ["/no-such-page", "/officers/nobody", "/roles/chief", "/rules/none", "/quiz/3"]
        {
            let path = format!("{frame}{path}");
            let answer = of(&path);
            assert_eq!(answer.status, 404, "{path}");
            let tags = html::tags(&answer.text());
            let root = attribute(&tags, |tag| tag.name == "html", "lang");
            assert_eq!(root, *language, "{path} is answered in another language");
            assert!(count(&tags, "a") > 3, "{path} offers no way on");
        }
    }
    for path in [
        "/missing.js",
        "/x.wasm",
        "/a/b.json",
        "/assets/app.wasm",
        "/officers/a.html",
        "/.git/config",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/assets/",
        "/favicon.txt",
    ] {
        let answer = of(path);
        let is_page =
            answer.header("Content-Type").is_some_and(|kind| kind.starts_with("text/html"));
        assert_eq!(answer.status, 404, "{path}");
        let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        assert!(!is_page || !is_file, "{path} is answered with a page");
    }
}

/// REQ-SEC-1, REQ-SEC-5, REQ-EMB-6, REQ-PRV-12: the exact policy on every answer.
#[test]
fn every_answer_carries_exactly_the_headers_it_should() {
    let start = get(&product().site);
    let assets: Vec<String> = html::tags(&start.text())
        .iter()
        .filter_map(|tag| tag.get("src").or(tag.get("href")).map(str::to_owned))
        .filter(|path| path.starts_with("/assets/"))
        .collect();
    assert!(assets.len() >= 4, "{assets:?}");
    let pages = [
        "/",
        "/quiz",
        "/ar-xb/roles",
        "/kiosk",
        "/kiosk/quiz",
        "/officers/imran-al-hadad",
        "/no-such-page",
        "/missing.js",
        "/robots.txt",
        "/sitemap.xml",
    ];
    for path in pages {
        check_headers(
            path,
            "'none'",
            &[("Cross-Origin-Opener-Policy", "same-origin"), ("Cache-Control", "no-cache")],
        );
    }
    let open = ("Access-Control-Allow-Origin", "*");
    let cross = ("Cross-Origin-Resource-Policy", "cross-origin");
    for path in ["/embed", "/embed/quiz", "/embed/ar-xb/roles/pc", "/embed/no-such-page"] {
        check_headers(path, "*", &[open, cross, ("Cache-Control", "no-cache")]);
    }
    check_headers("/embed.js", "'none'", &[open, cross, ("Cache-Control", "no-cache")]);
    for path in &assets {
        check_headers(
            path,
            "'none'",
            &[open, cross, ("Cache-Control", "public, max-age=31536000, immutable")],
        );
    }
}

fn check_headers(path: &str, ancestors: &str, own: &[(&str, &str)]) {
    let answer = get(&format!("{}{path}", product().site));
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
         object-src 'none'; form-action 'none'; frame-ancestors {ancestors}; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    let mut expected = vec![
        ("Content-Security-Policy", policy.as_str()),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ];
    expected.extend(own);
    for (name, value) in expected {
        assert_eq!(answer.header(name), Some(value), "{name} of {path}");
        assert_eq!(answers_of(&answer, name), 1, "{name} of {path}");
    }
    let permissions = answer.header("Permissions-Policy").unwrap_or_default();
    for feature in ["camera", "microphone", "geolocation", "payment", "usb"] {
        assert!(
            permissions.contains(&format!("{feature}=()")),
            "{feature} is not denied to {path}"
        );
    }
    assert_eq!(answer.header("Set-Cookie"), None, "{path}");
    let is_framed = own.iter().any(|(name, _)| *name == "Cross-Origin-Opener-Policy");
    assert_eq!(answer.header("Access-Control-Allow-Origin").is_none(), is_framed, "{path}");
}

fn answers_of(answer: &Answer, name: &str) -> usize {
    answer.headers.iter().filter(|(header, _)| header.eq_ignore_ascii_case(name)).count()
}
