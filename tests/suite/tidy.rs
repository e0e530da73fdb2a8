//! The rules of the house as far as a program can read them: which module may use
//! which, how files begin, what must not be written. Change a rule here, in
//! `ARCHITECTURE.md` and in `CONTRIBUTING.md` together.

use std::collections::BTreeSet;

use crate::project::{files, read, root};

/// The modules of `src`, from pure to browser: each may use those above it, never those below.
const ORDER: &[&str] = &[
    "markup",
    "labels",
    "route",
    "shortlist",
    "platform",
    "context",
    "components",
    "pages",
    "shell",
    "app",
    "prerender",
    "main",
];

/// What a module may not use although it stands above, and why.
const WALLS: &[(&str, &str, &str)] = &[
    ("components", "eligibility", "pieces show what they are given and know no engine"),
    ("shell", "crate::pages", "a frame knows no page"),
    ("shell", "eligibility", "a frame knows no verdict"),
    ("platform", "crate::route::Route", "the browser knows no page"),
    ("labels", "yew", "words are words"),
    ("labels", "web_sys", "words are words"),
];

/// What only `platform` (and the entry, `main`) may touch.
const BROWSER: &[&str] = &["web_sys::", "js_sys::", "gloo::", "wasm_bindgen"];

/// Element types of events are no access to the browser.
const EVENT_TYPES: &[&str] =
    &["web_sys::HtmlInputElement", "web_sys::HtmlElement", "web_sys::Event"];

fn module(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split(['/', '.']).next().unwrap_or_default()
}

/// The lines that are no comment, tests left out.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines().map(str::trim).filter(|line| !line.starts_with("//"))
}

/// Sources of a folder without those that are tests from end to end.
fn sources(folder: &str) -> impl Iterator<Item = (String, String)> {
    files(folder, ".rs").into_iter().filter(|(path, _)| !path.ends_with("/tests.rs"))
}

#[test]
fn modules_use_those_above_them_only() {
    let place = |module: &str| ORDER.iter().position(|name| *name == module);
    for (path, text) in files("src", ".rs") {
        let Some(own) = place(module(&path)) else {
            assert_eq!(path, "src/lib.rs", "{path} is in no place of the order");
            continue;
        };
        for line in code(&text) {
            let names = line.split("crate::").skip(1).map(|rest| {
                rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
            });
            for name in names {
                let used = place(name);
                assert!(
                    used.is_none_or(|used| used <= own),
                    "{path} uses {name}, which stands below it: {line}"
                );
            }
        }
    }
}

#[test]
fn walls_stand() {
    for (path, text) in files("src", ".rs") {
        for (module_name, forbidden, why) in WALLS {
            if module(&path) == *module_name {
                let found = code(&text).find(|line| {
                    line.contains(&format!("{forbidden}::"))
                        || line.contains(&format!("use {forbidden}"))
                });
                assert_eq!(found, None, "{path}: {why}");
            }
        }
        if !["platform", "main"].contains(&module(&path)) {
            let found = code(&text).find(|line| {
                let is_type = EVENT_TYPES.iter().any(|kind| line.contains(kind));
                BROWSER.iter().any(|name| line.contains(name))
                    && !is_type
                    && !line.starts_with("#[cfg(")
            });
            assert_eq!(found, None, "{path} touches the browser; that is for src/platform");
        }
    }
}

#[test]
fn crates_know_only_what_they_may() {
    for (name, allowed) in [
        ("model", &["schemars", "serde"][..]),
        ("eligibility", &["model"]),
        (
            "pack",
            &[
                "eligibility",
                "jsonc-parser",
                "model",
                "regex",
                "schemars",
                "serde",
                "serde_json",
                "strsim",
            ],
        ),
    ] {
        let manifest = read(&format!("crates/{name}/Cargo.toml"));
        let list = manifest.split("[dependencies]").nth(1).unwrap_or_default();
        let list = list.split("\n[").next().unwrap_or_default();
        let names = list.lines().filter_map(|line| line.split(['=', '.']).next()).map(str::trim);
        for dependency in names.filter(|name| !name.is_empty() && !name.starts_with('#')) {
            assert!(allowed.contains(&dependency), "crates/{name} uses {dependency}");
        }
    }
}

/// The engine gets the day as an argument, and nobody draws lots.
#[test]
fn only_the_platform_reads_the_clock() {
    for folder in ["src", "crates/model/src", "crates/eligibility/src", "crates/pack/src"] {
        for (path, text) in sources(folder) {
            let clocks = ["SystemTime", "Instant::now", "Date::now", "new_0()", "Math::random"];
            // What is rendered has an order of its own; the engine's tables hash the same everywhere.
            let hashes: &[&str] = if folder == "src" { &["HashMap<", "HashSet<"] } else { &[] };
            let clocks = clocks.iter().chain(hashes).collect::<Vec<_>>();
            let found = code(&text).find(|line| clocks.iter().any(|clock| line.contains(**clock)));
            assert!(found.is_none() || path == "src/platform/clock.rs", "{path}: {found:?}");
        }
    }
}

/// REQ-I18N-5: months and numbers are written by our own catalogue, never by the browser's.
#[test]
fn no_browser_is_asked_to_write_a_date_or_a_number() {
    let scripts = files("static", ".js");
    for (path, text) in sources("src").chain(scripts) {
        let words = ["Intl", "toLocale", "to_locale"];
        let found = code(&text).find(|line| words.iter().any(|word| line.contains(word)));
        // The clock counts today in the zone of the force; the parts are read as numbers.
        assert!(found.is_none() || path == "src/platform/clock.rs", "{path}: {found:?}");
    }
}

const RUST: &[&str] = &[
    "bench/engine/program",
    "bench/engine/size",
    "bench/engine/wasm",
    "crates",
    "src",
    "tests",
    "xtask",
];

#[test]
fn every_file_says_first_what_it_decides() {
    for (path, text) in RUST.iter().flat_map(|folder| files(folder, ".rs")) {
        assert!(text.starts_with("//! "), "{path} does not begin with `//! `");
    }
}

#[test]
fn no_file_has_grown_a_second_subject() {
    // Tables of the domain, and everything about one grammar: one subject each.
    const LONG: &[&str] = &["crates/model/src/rules.rs"];
    for (path, text) in RUST.iter().flat_map(|folder| files(folder, ".rs")) {
        let lines = text.lines().count();
        assert!(lines <= 450 || LONG.contains(&path.as_str()), "{path} has {lines} lines");
    }
}

#[test]
fn no_file_is_called_after_nothing() {
    for (path, _) in RUST.iter().flat_map(|folder| files(folder, ".rs")) {
        let bad = ["utils", "util", "helpers", "helper", "common", "misc"];
        let found = path.split(['/', '.']).find(|part| bad.contains(part));
        assert_eq!(found, None, "{path}");
    }
}

/// A piece and its look have the same name.
#[test]
fn every_piece_has_a_block_of_its_name() {
    // These put others together, or are looked after by the block of what they stand in.
    const WITHOUT: &[&str] = &[
        "mod",
        "link",
        "block",
        "chart",
        "glyph",
        "terms",
        "tile_mark",
        "outside_link",
        "review_note",
        "explore_links",
        "tick",
    ];
    let css = ["components", "shells", "layout", "utilities", "base"]
        .map(|layer| read(&format!("static/css/{layer}.css")))
        .concat();
    for (path, text) in files("src/components", ".rs") {
        let name = path.trim_start_matches("src/components/").trim_end_matches(".rs");
        if WITHOUT.contains(&name) || name.contains('/') {
            continue;
        }
        let block = format!("rx-{}", name.replace('_', "-"));
        assert!(css.contains(&format!(".{block}")), "{path} has no block .{block}");
        assert!(text.contains(&format!("\"{block}")), "{path} does not use its block {block}");
    }
}

/// What is styled is used, and what is used is styled.
#[test]
fn every_block_of_the_stylesheet_is_used() {
    let css = ["components", "shells", "layout", "utilities"]
        .map(|layer| read(&format!("static/css/{layer}.css")))
        .concat();
    let source: String = files("src", ".rs")
        .into_values()
        .chain([read("static/loader.js"), read("index.html")])
        .collect();
    let blocks: BTreeSet<&str> = css
        .split(".rx-")
        .skip(1)
        .map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                .next()
                .unwrap_or_default()
        })
        .map(|class| class.split("--").next().unwrap_or_default())
        .collect();
    let unused: Vec<_> =
        blocks.into_iter().filter(|class| !source.contains(&format!("rx-{class}"))).collect();
    assert!(unused.is_empty(), "classes that nothing uses: {unused:?}");
}

#[test]
fn every_page_has_its_heading() {
    for (path, text) in files("src/pages", ".rs") {
        let is_page = text.contains("pub fn page(") || text.contains("pub fn QuizPage");
        let folder = path.trim_end_matches("/mod.rs");
        let whole: String = if path.ends_with("/mod.rs") && folder != "src/pages" {
            files(folder, ".rs").into_values().collect()
        } else {
            text.clone()
        };
        let has_heading = whole.contains("page_heading(") || whole.contains("<h1");
        assert!(!is_page || has_heading, "{path} has no heading");
    }
}

/// REQ-SEC-3
#[test]
fn nothing_writes_raw_html_or_runs_text() {
    let bad = [
        "from_html_unchecked",
        "set_inner_html",
        "insert_adjacent_html",
        "set_outer_html",
        "document_write",
        "js_sys::eval",
        "Function::new",
        " style=",
        "set_attribute(\"style\"",
        "set_css_text",
    ];
    for (path, text) in files("src", ".rs") {
        let found = code(&text).find(|line| bad.iter().any(|part| line.contains(part)));
        assert_eq!(found, None, "{path}");
    }
}

#[test]
fn nothing_panics_without_saying_why_it_cannot() {
    for folder in
        ["src", "crates/model/src", "crates/eligibility/src", "crates/pack/src", "xtask/src"]
    {
        for (path, text) in sources(folder) {
            let lines: Vec<&str> = code(&text).collect();
            for (i, line) in lines.iter().enumerate() {
                let is_bad = [".unwrap()", ".expect(", "unreachable!", "todo!", "unimplemented!"]
                    .iter()
                    .any(|part| line.contains(part));
                let before = &lines[i.saturating_sub(8)..i];
                let is_argued = before.iter().any(|line| line.contains("#[expect("))
                    || line.contains("reason =");
                assert!(
                    !is_bad || is_argued || path == "src/platform/document.rs",
                    "{path}: {line}"
                );
            }
        }
    }
}

/// REQ-I18N-6
#[test]
fn the_stylesheet_knows_no_left_and_right() {
    let bad = [
        "left:",
        "right:",
        "-left",
        "-right",
        "text-align: left",
        "text-align: right",
        "float: left",
        " width:",
        "min-width: 1",
        " height:",
        "margin-top",
        "margin-bottom",
        "padding-top",
        "padding-bottom",
        "border-top",
        "border-bottom",
    ];
    for (path, text) in files("static/css", ".css") {
        let lines = text.lines().filter(|line| !line.contains("@media"));
        for line in lines {
            let found = bad.iter().find(|part| line.contains(*part));
            assert_eq!(found, None, "{path}: {line}");
        }
    }
}

#[test]
fn the_stylesheet_needs_no_force() {
    for (path, text) in files("static/css", ".css") {
        assert!(!text.contains("!important"), "{path}");
        let has_id = text
            .split(['{', '}', ','])
            .any(|part| part.trim().starts_with('#') && part.trim().len() > 1);
        assert!(!has_id, "{path} styles an id");
    }
}

/// REQ-SEC-18: nobody's home stands in what is committed.
#[test]
fn no_file_names_a_place_on_somebodys_machine() {
    let own = root().display().to_string();
    for folder in ["src", "crates", "xtask", "static", "docs", "tests"] {
        for ending in [".rs", ".js", ".css", ".md", ".json", ".html"] {
            let found = std::panic::catch_unwind(|| files(folder, ending)).unwrap_or_default();
            for (path, text) in found.into_iter().filter(|(path, _)| path != "tests/suite/tidy.rs")
            {
                for home in ["/home/", "/Users/", "/root/", "C:\\", own.as_str()] {
                    assert!(!text.contains(home), "{path} names {home}");
                }
            }
        }
    }
}

/// What `docs/requirements.md` says is shown by a test, a test of that name shows; and
/// browser tests name each other's requirements truly.
#[test]
fn the_table_of_requirements_names_tests_that_exist() {
    let table = read("docs/requirements.md");
    let mut missing = Vec::new();
    for line in table.lines().filter(|line| line.starts_with("| REQ-")) {
        let mut file = String::new();
        for name in line.split('`').skip(1).step_by(2) {
            if name.ends_with(".rs") {
                file = name.to_owned();
                if !root().join(name).is_file() {
                    missing.push(format!("{name} is no file"));
                }
            } else if !file.is_empty()
                && root().join(&file).is_file()
                && !read(&file).contains(&format!("fn {name}("))
            {
                missing.push(format!("{file} has no test {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The other way round: a test that names a requirement stands in its row.
#[test]
fn the_table_of_requirements_names_every_test_that_names_one() {
    let table = read("docs/requirements.md");
    let row = |id: &str| table.lines().find(|line| line.starts_with(&format!("| {id} |")));
    let mut missing = Vec::new();
    for (path, text) in ["tests", "crates"].iter().flat_map(|folder| files(folder, ".rs")) {
        let mut ids: Vec<&str> = Vec::new();
        for line in text.lines().map(str::trim) {
            if let Some(comment) = line.strip_prefix("///") {
                let words = comment.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                ids.extend(words.filter(|word| word.starts_with("REQ-")));
            } else if !line.starts_with("#[") {
                let name = line.strip_prefix("fn ").and_then(|rest| rest.split('(').next());
                for (id, name) in ids.drain(..).filter_map(|id| Some((id, name?))) {
                    if row(id).is_some_and(|row| !row.contains(&format!("`{name}`"))) {
                        missing.push(format!("{id} lacks {name} of {path}"));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn tests_wait_for_conditions_and_never_for_a_time() {
    for (path, text) in files("tests", ".rs") {
        // Servers of the tests may answer late; that is what is tested.
        let is_server =
            |line: &str| line.contains("thread::sleep") && text.contains("Server::changing");
        let found = code(&text).find(|line| line.contains("thread::sleep") && !is_server(line));
        assert!(found.is_none() || path == "tests/suite/tidy.rs", "{path}: {found:?}");
    }
}
