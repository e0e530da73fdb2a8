//! Every page rendered natively: headings, ids, names, and nothing that the policy forbids.

use std::collections::BTreeSet;
use std::rc::Rc;

use model::Pack;
use recruitment_explorer::labels::LANGUAGES;
use recruitment_explorer::platform::config::Config;
use recruitment_explorer::prerender::{self, Build};
use recruitment_explorer::route::{Address, Route, Shell};

use crate::html::{self, Tag};
use crate::project::{met, read};

/// Renders every page of a shell in a language and looks at it.
fn check(shell: Shell, tag: &str, look: impl Fn(&str, &[Tag])) {
    let pack = met(tag);
    let language = LANGUAGES.iter().find(|language| language.tag == tag);
    let language = language.unwrap_or_else(|| panic!("no language {tag}")).tag;
    let mut routes = Route::all(&pack);
    routes.push(Route::NotFound);
    assert!(routes.len() > 100);
    for route in routes {
        let address = Address { shell, language, route };
        look(&format!("/{}", address.path()), &tags(&pack, &address));
    }
}

fn tags(pack: &Rc<Pack>, address: &Address) -> Vec<Tag> {
    let template = read("index.html");
    let config = Config {
        base_path: "/".into(),
        site_url: "https://explorer.example".into(),
        languages: LANGUAGES.iter().map(|language| language.tag.to_owned()).collect(),
        demonstration: true,
        ..Config::default()
    };
    let build = Build { template: &template, config: &config, head: "", tail: "" };
    html::tags(&prerender::document(&build, pack, address))
}

/// REQ-A11Y-16
#[test]
fn every_page_has_one_heading_of_the_first_level_and_skips_none() {
    for shell in Shell::ALL {
        check(shell, "en", |path, tags| {
            let level = |tag: &Tag| {
                let name = tag.name.strip_prefix('h')?;
                name.parse::<u32>().ok().filter(|level| (1..=6).contains(level))
            };
            let end = tags.iter().position(|tag| tag.is("id", "rx-failed")).unwrap_or(tags.len());
            let levels: Vec<u32> = tags[..end].iter().filter_map(level).collect();
            assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}: {levels:?}");
            assert_eq!(levels.first(), Some(&1), "{path}: {levels:?}");
            let skips = levels.windows(2).find(|pair| pair[1] > pair[0] + 1);
            assert_eq!(skips, None, "{path} skips a level: {levels:?}");
        });
    }
}

/// Ids occur once, and whatever refers to one finds it.
#[test]
fn every_id_is_there_once_and_every_reference_finds_it() {
    for (shell, language) in [(Shell::Site, "en"), (Shell::Kiosk, "en"), (Shell::Site, "ar-XB")] {
        check(shell, language, |path, tags| {
            let mut ids = BTreeSet::new();
            for id in tags.iter().filter_map(|tag| tag.get("id")) {
                assert!(ids.insert(id), "{path} has the id {id:?} twice");
                assert!(!id.is_empty() && !id.contains(' '), "{path}: id {id:?}");
            }
            for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
                let referred = tags.iter().filter_map(|tag| tag.get(name));
                for id in referred.flat_map(|value| value.split(' ')) {
                    assert!(ids.contains(id), "{path}: {name}={id:?} refers to nothing");
                }
            }
        });
    }
}

/// Short references lead to the list of sources, and find their entry there.
#[test]
fn every_reference_to_a_source_finds_its_entry() {
    for (shell, language) in [(Shell::Site, "en"), (Shell::Kiosk, "ar-XB")] {
        let address = Address { shell, language, route: Route::Sources };
        let (list, pack) = (format!("/{}#", address.path()), met(language));
        let entries = tags(&pack, &address);
        let ids: BTreeSet<&str> = entries.iter().filter_map(|tag| tag.get("id")).collect();
        let found = std::cell::Cell::new(0);
        check(shell, language, |path, tags| {
            let links = tags.iter().filter_map(|tag| tag.get("href")?.strip_prefix(&list));
            for id in links {
                assert!(ids.contains(id), "{path} refers to {id}");
                found.set(found.get() + 1);
            }
        });
        assert!(found.get() > 500, "{} references", found.get());
    }
}

/// REQ-SEC-2, REQ-SEC-3
#[test]
fn no_page_needs_what_the_policy_forbids() {
    for shell in Shell::ALL {
        check(shell, "en", |path, tags| {
            for tag in tags {
                let is_data = tag.get("type").is_some_and(|kind| kind.ends_with("json"));
                assert!(
                    tag.name != "script" || is_data || tag.get("src").is_some(),
                    "{path}: {tag:?}"
                );
                let bad = |name: &str| name == "style" || name.starts_with("on");
                let found = tag.attributes.iter().find(|(name, _)| bad(name));
                assert_eq!(found, None, "{path}: {tag:?}");
                assert!(
                    !["style", "iframe", "object", "base", "embed"].contains(&tag.name.as_str()),
                    "{path}: {tag:?}"
                );
            }
        });
    }
}

/// REQ-A11Y-21: links and buttons have names, pictures are described or marked as ornament, tables say
/// what they are.
#[test]
fn everything_that_can_be_used_or_seen_has_a_name() {
    check(Shell::Site, "en", |path, tags| {
        for (i, tag) in tags.iter().enumerate() {
            let has_label = tag.get("aria-label").or(tag.get("aria-labelledby")).is_some();
            let text = || html::text_of(&tags[i..], |_| true).unwrap_or_default();
            match tag.name.as_str() {
                "a" | "button" | "summary" | "legend" | "label" | "caption" => {
                    assert!(has_label || !text().is_empty(), "{path}: {tag:?} has no name");
                }
                "svg" => {
                    let is_ornament = tag.is("aria-hidden", "true");
                    assert!(is_ornament || (tag.is("role", "img") && has_label), "{path}: {tag:?}");
                }
                "img" => assert!(tag.get("alt").is_some(), "{path}: {tag:?}"),
                "nav" | "aside" => assert!(has_label, "{path}: {tag:?} has no name"),
                "table" => {
                    assert_eq!(tags[i + 1].name, "caption", "{path}: a table without caption")
                }
                "th" => assert!(tag.get("scope").is_some(), "{path}: {tag:?}"),
                _ => {}
            }
            if tag.name == "button" {
                assert!(tag.get("type").is_some(), "{path}: {tag:?} may send a form");
            }
        }
    });
}

/// No placeholder, no key of a label or text, no name of a variant comes through to the reader.
#[test]
fn pages_show_words_and_nothing_from_the_machine_room() {
    let labels = crate::project::labels();
    check(Shell::Site, "en", |path, tags| {
        let body =
            tags.iter().skip_while(|tag| tag.name != "body").filter(|tag| tag.name != "script");
        for tag in body {
            let text = tag.text.trim();
            assert!(!text.contains(['{', '}']), "{path} shows a placeholder: {text:?}");
            assert!(
                !labels.contains_key(text) || text.is_empty() || !text.contains('-'),
                "{path} shows the key {text:?}"
            );
            let is_path = ["question.", "rule.", "group.", "role."]
                .iter()
                .any(|begin| text.starts_with(begin));
            assert!(!is_path, "{path} shows the path {text:?}");
        }
    });
}

/// Titles tell pages apart, in every language.
#[test]
fn no_two_pages_have_the_same_title() {
    for language in LANGUAGES {
        let titles = std::cell::RefCell::new(BTreeSet::new());
        check(Shell::Site, language.tag, |path, tags| {
            let title = html::text_of(tags, |tag| tag.name == "title").unwrap_or_default();
            assert!(titles.borrow_mut().insert(title.clone()), "{path}: {title}");
        });
    }
}

/// Nothing in prerendered HTML goes stale.
#[test]
fn prerendered_pages_do_not_know_the_day() {
    let pack = met("en");
    let address = |route| Address { shell: Shell::Site, language: "en", route };
    let text = |route| {
        let tags = tags(&pack, &address(route));
        html::text_of(&tags, |tag| tag.name == "main").unwrap_or_default()
    };
    let quiz = text(Route::Quiz);
    for stale in ["today", "years old", "tomorrow"] {
        assert!(!quiz.contains(stale), "the quiz's page says {stale:?}: {quiz}");
    }
    assert_eq!(text(Route::Start), text(Route::Start), "the same input gives the same page");
}
