//! Going from page to page: title, then focus, then the top of the page; and Back.

use crate::browser::{Browser, browse};
use crate::product::{FRAMES, framed, label, paths};

/// Notes in which order the title is set and the focus is moved.
const ORDER: &str = r#"
    seen.order = [];
    const { set, get } = Object.getOwnPropertyDescriptor(Document.prototype, "title");
    Object.defineProperty(Document.prototype, "title", {
        get,
        set(text) {
            seen.order.push(`title ${text}`);
            set.call(this, text);
        },
    });
    const focus = HTMLElement.prototype.focus;
    HTMLElement.prototype.focus = function (...options) {
        seen.order.push(`focus ${this.localName} ${this.textContent.trim()}`);
        focus.apply(this, options);
    };
"#;

/// The focus is on the heading, and the page is shown from its top.
fn is_at_heading(browser: &Browser, heading: &str) {
    browser.wait(&format!(
        "document.activeElement.matches('main h1') && document.activeElement.textContent === {heading:?}"
    ));
    assert!(browser.is("scrollY === 0"), "{heading} is not shown from its top");
}

/// REQ-A11Y-2
#[test]
fn a_link_sets_the_title_then_moves_the_focus_to_the_heading_and_shows_the_top() {
    browse(|browser| {
        browser.before_each_page(ORDER);
        for (frame, ..) in &FRAMES[..3] {
            browser.screen(1280, 400).open(&framed(frame, "/officers"));
            browser.run("scrollTo(0, 2000); seen.order = []");
            browser.run("[...document.querySelectorAll('main a')].find((a) => a.href.includes('/officers/')).focus()");
            browser.run("seen.order = []");
            browser.keys(thirtyfour::Key::Enter + "");
            browser.wait("location.pathname.includes('/officers/')");
            let heading = browser.heading();
            is_at_heading(browser, &heading);
            let order = browser.run("return seen.order");
            let order: Vec<&str> =
                order.as_array().into_iter().flatten().filter_map(|entry| entry.as_str()).collect();
            assert_eq!(order.len(), 2, "one title, one move: {order:?}");
            assert!(order[0].starts_with("title ") && order[0].contains(&heading), "{order:?}");
            assert_eq!(order[1], format!("focus h1 {heading}"));
        }
    });
}

/// REQ-A11Y-2: the heading is in the tab order only as long as it has the focus.
#[test]
fn the_heading_can_be_left_and_is_no_stop_for_the_tab_key() {
    browse(|browser| {
        browser.open("/");
        browser.click_text(&label("nav-roles"));
        is_at_heading(browser, &label("roles-heading"));
        browser.keys(thirtyfour::Key::Tab + "");
        browser.wait("!document.activeElement.matches('h1')");
        browser.wait("!document.querySelector('main h1').hasAttribute('tabindex')");
    });
}

#[test]
fn back_and_forward_show_the_pages_between() {
    browse(|browser| {
        browser.open("/");
        browser.click_text(&label("nav-roles"));
        is_at_heading(browser, &label("roles-heading"));
        browser.click_text(&label("nav-rules"));
        is_at_heading(browser, &label("rules-heading"));
        browser.back();
        is_at_heading(browser, &label("roles-heading"));
        assert!(browser.text("document.title").starts_with(&label("nav-roles")));
        browser.back();
        is_at_heading(browser, &label("start-heading"));
        browser.run("history.forward()");
        is_at_heading(browser, &label("roles-heading"));
    });
}

/// REQ-A11Y-15
#[test]
fn the_skip_link_comes_first_and_leads_to_the_page() {
    browse(|browser| {
        for (frame, ..) in &FRAMES[..3] {
            browser.open(&framed(frame, "/roles"));
            browser.keys(thirtyfour::Key::Tab + "");
            assert_eq!(browser.text("document.activeElement.textContent"), label("skip"));
            browser.keys(thirtyfour::Key::Enter + "");
            browser.wait("document.activeElement.id === 'main'");
            assert!(browser.is("location.hash === ''"), "the address changed");
        }
    });
}

/// REQ-SEC-11, REQ-A11Y-16: every page of the site without loading another document; none fails.
#[test]
fn every_page_can_be_reached_without_loading_again() {
    const LOOK: &str = "
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
        if (twice.length) return `has the ids ${twice} twice`;
        if (document.documentElement.hasAttribute('data-failed')) return 'breaks the app';
        if (document.querySelectorAll('main').length !== 1) return 'has not one main part';
        if (document.querySelectorAll('main h1').length !== 1) return 'has not one heading';
        return window.isSame ? '' : 'was loaded';";
    browse(|browser| {
        for (frame, ..) in &FRAMES[..3] {
            browser.open(&framed(frame, "/about"));
            browser.run("window.isSame = true");
            let paths: Vec<String> = paths().into_iter().map(|path| framed(frame, &path)).collect();
            assert_eq!(browser.tour(&paths, LOOK), Vec::<String>::new(), "{frame}");
        }
    });
}
