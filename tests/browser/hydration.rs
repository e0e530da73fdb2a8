//! The app takes over prerendered pages without changing them, and loses no click meanwhile.

use std::time::Duration;

use serde_json::Value;

use crate::browser::{Browser, browse};
use crate::journey::Journey;
use crate::product::{FRAMES, KINDS, framed, label};
use crate::server::Server;

/// Keeps an outline of the page as it came and as it was taken over: every element
/// with its attributes, every text; and what moved meanwhile.
const OUTLINES: &str = r##"
    const outline = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (node.nodeType !== Node.ELEMENT_NODE) return "";
        const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
        const inside = [...node.childNodes].map(outline).join("");
        return `\n<${[node.localName, ...attributes].join(" ")}>${inside}</${node.localName}>`;
    };
    addEventListener("DOMContentLoaded", () => { seen.before = outline(document.querySelector("#app")); });
    document.addEventListener("rx-ready", () => { seen.taken = outline(document.querySelector("#app")); });
    seen.moved = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            const what = entry.sources.map(({ node }) => node?.className || node?.nodeName).join(", ");
            seen.moved.push([entry.value, what]);
        }
    }).observe({ type: "layout-shift", buffered: true });
"##;

/// The pages of every kind in some frames are taken over as they are.
fn check_frames(is_meant: impl Fn(&str) -> bool) {
    browse(|browser| {
        browser.before_each_page(OUTLINES);
        browser.tolerate("no-such-page");
        for (frame, ..) in FRAMES.iter().filter(|(frame, ..)| is_meant(frame)) {
            for kind in KINDS {
                let path = framed(frame, kind);
                browser.open(&path).wait("seen.before && seen.taken");
                let (before, taken) = (browser.text("seen.before"), browser.text("seen.taken"));
                assert!(before.len() > 1000, "{path} came without content: {before}");
                assert_same(&path, &before, &taken);
                let violations = browser.text("seen.violations.concat(seen.errors)");
                assert_eq!(violations, "[]", "{path}");
            }
        }
    });
}

fn assert_same(path: &str, before: &str, taken: &str) {
    let differing = before.lines().zip(taken.lines()).find(|(before, taken)| before != taken);
    if let Some((before, taken)) = differing {
        panic!("{path} changes when the app takes over:\n{before}\nbecomes\n{taken}");
    }
    assert_eq!(before.len(), taken.len(), "{path} changes when the app takes over");
}

/// REQ-SEC-1: on the way no policy is violated either.
#[test]
fn pages_of_the_site_are_taken_over_as_they_are() {
    check_frames(|frame| frame.is_empty());
}

#[test]
fn pages_of_the_embed_and_the_kiosk_are_taken_over_as_they_are() {
    check_frames(|frame| ["/embed", "/kiosk"].contains(&frame));
}

/// REQ-I18N-8
#[test]
fn pages_in_other_languages_are_taken_over_as_they_are() {
    check_frames(|frame| frame.contains("-x"));
}

/// What the first effect fills in stands in reserved space: Core Web Vitals' limit is 0.1, ours 0.02.
#[test]
fn nothing_on_a_page_moves_when_the_app_takes_over() {
    browse(|browser| {
        browser.before_each_page(OUTLINES);
        browser.tolerate("no-such-page");
        for width in [360, 1280] {
            browser.screen(width, 800);
            for path in KINDS {
                browser.open(path);
                two_frames(browser);
                let moved = browser.run("return seen.moved");
                let moved = moved.as_array().cloned().unwrap_or_default();
                let sum: f64 = moved.iter().filter_map(|entry| entry[0].as_f64()).sum();
                assert!(
                    sum < 0.02,
                    "{path} at {width} px moves by {sum:.3}: {}",
                    Value::from(moved)
                );
            }
        }
    });
}

/// Two frames later everything that was decided has been shown.
fn two_frames(browser: &Browser) {
    browser.run_later(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))",
    );
}

/// REQ-A11Y-3
#[test]
fn the_first_page_leaves_focus_and_place_alone() {
    browse(|browser| {
        for path in ["/", "/embed/quiz", "/kiosk/roles/pc", "/officers"] {
            browser.open(path);
            assert!(
                browser.is("document.activeElement === document.body && scrollY === 0"),
                "{path}"
            );
        }
    });
}

/// A copy of the product whose Wasm comes three seconds late.
fn late() -> Server {
    Server::changing(|path, answer| {
        if path.ends_with(".wasm") {
            std::thread::sleep(Duration::from_secs(3));
        }
        answer
    })
}

#[test]
fn starting_the_quiz_before_the_app_is_there_starts_it_when_it_is() {
    let late = late();
    browse(|browser| {
        browser.open_early(&format!("{}/quiz", late.origin));
        browser.click_text(&label("quiz-start"));
        assert!(!browser.is("document.documentElement.hasAttribute('data-ready')"), "too fast");
        assert_eq!(
            browser.text("document.querySelector('[aria-busy]')?.textContent"),
            label("quiz-start")
        );
        browser.wait_ready();
        browser.wait(&format!(
            "document.querySelector('main h1').textContent === {:?}",
            label("interest-heading")
        ));
        assert!(!browser.is("document.querySelector('[aria-busy]')"));
        Journey { browser }.go_on(|| browser.click("form .rx-button"));
    });
}

#[test]
fn a_filter_chosen_before_the_app_is_there_holds_when_it_is() {
    let late = late();
    browse(|browser| {
        browser.open_early(&format!("{}/officers", late.origin));
        browser.click(".rx-facet__summary");
        browser.click(".rx-facet__box");
        assert!(!browser.is("document.documentElement.hasAttribute('data-ready')"), "too fast");
        browser.wait("location.search !== ''");
        browser.wait("document.querySelectorAll('.rx-chip').length === 1");
        assert!(browser.is("document.querySelector('.rx-facet__box').checked"));
    });
}

#[test]
fn links_work_before_the_app_is_there() {
    let late = late();
    browse(|browser| {
        browser.open_early(&late.origin);
        browser.click_text(&label("nav-roles"));
        browser.wait("location.pathname === '/roles'");
        assert_eq!(browser.heading(), label("roles-heading"));
    });
}
