//! What the interface says: every label that is used exists, every label is used, and
//! the languages made for tests say all of it.

use std::collections::BTreeSet;

use crate::project::{files, labels, met};

/// All text in quotes in the sources of the app, tests left out.
fn quoted() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (_, text) in files("src", ".rs") {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            all.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
    all
}

/// REQ-I18N-3
#[test]
fn every_label_that_is_used_exists() {
    let labels = labels();
    let exists =
        |key: &str| labels.contains_key(key) || labels.contains_key(&format!("{key}.other"));
    for (path, text) in files("src", ".rs") {
        for call in [".text(\"", ".fill(\"", ".count(\""] {
            let keys = text.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            for key in keys {
                assert!(
                    exists(key),
                    "{path} asks for the label {key:?}, which is not in src/labels/en.json"
                );
            }
        }
    }
}

/// Labels of later pages come with the rest of the pack, so nothing else may say them.
#[test]
fn what_a_first_visit_says_comes_with_its_pack() {
    let is_later_page = |path: &str| {
        let page = path.strip_prefix("src/pages/").unwrap_or_default();
        let page = page.split(['/', '.']).next().unwrap_or_default();
        model::pack::is_later_label(page)
    };
    let labels = labels();
    for (path, text) in files("src", ".rs") {
        // What is said to search engines is written by the build, which has the whole pack.
        if is_later_page(&path) || path.ends_with("pages/mod.rs") || path.contains("prerender") {
            continue;
        }
        for key in labels.keys().filter(|key| model::pack::is_later_label(key)) {
            let base = key.trim_end_matches(".one").trim_end_matches(".other");
            assert!(!text.contains(&format!("\"{base}\"")), "{path} says {base:?}, a later label");
        }
    }
}

#[test]
fn every_label_is_used() {
    let quoted = quoted();
    // "month-{month}" uses all that begin so.
    let begins: Vec<&str> =
        quoted.iter().filter_map(|text| text.split_once('{')).map(|(begin, _)| begin).collect();
    let begins: Vec<&str> =
        begins.into_iter().filter(|begin| begin.len() > 4 && begin.ends_with('-')).collect();
    let unused: Vec<String> = labels()
        .into_keys()
        .filter(|key| {
            let base = key.trim_end_matches(".one").trim_end_matches(".other");
            !quoted.contains(base) && !begins.iter().any(|begin| base.starts_with(begin))
        })
        .collect();
    assert!(unused.is_empty(), "labels that nobody uses: {unused:?}");
}

/// REQ-I18N-3
#[test]
fn no_label_is_empty_and_every_count_has_both_forms() {
    let labels = labels();
    for (key, text) in &labels {
        assert!(!text.trim().is_empty() || key.starts_with("number-"), "{key} is empty");
        assert_eq!(text.matches('{').count(), text.matches('}').count(), "{key}");
        assert!(!text.contains('<'), "{key} holds markup");
        for (form, other) in [(".one", ".other"), (".other", ".one")] {
            if let Some(base) = key.strip_suffix(form) {
                assert!(labels.contains_key(&format!("{base}{other}")), "{key} has no {other}");
            }
        }
    }
}

/// Placeholders of a text, in order.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    names.sort_unstable();
    names
}

/// REQ-I18N-3, REQ-I18N-8: the languages for tests keep keys and placeholders; one is longer, one runs
/// the other way.
#[test]
fn the_languages_for_tests_say_everything() {
    let english = met("en");
    let longer = met("en-XA");
    let mirrored = met("ar-XB");
    assert!(
        english.texts.keys().eq(longer.texts.keys())
            && english.texts.keys().eq(mirrored.texts.keys())
    );
    assert!(english.labels.keys().eq(longer.labels.keys()));
    for (key, text) in english.labels.iter() {
        for other in [&longer, &mirrored] {
            let said = other.labels.get(key).map_or("", |text| text.as_str());
            assert_eq!(placeholders(said), placeholders(text), "{key}");
        }
    }
    let length =
        |pack: &model::Pack| pack.texts.values().map(|text| text.chars().count()).sum::<usize>();
    assert!(length(&longer) * 10 >= length(&english) * 13, "en-XA is not a third longer");
    let is_marked = |text: &&String| text.contains(['\u{202e}', '\u{200f}']);
    let marked = mirrored.texts.values().filter(|text| is_marked(&&text.to_string())).count();
    assert_eq!(marked, mirrored.texts.len(), "texts of ar-XB that run left to right");
}
