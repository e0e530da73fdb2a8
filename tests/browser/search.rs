//! Search in a browser: by keyboard, with nothing of what was typed anywhere but in the field.

use crate::browser::browse;
use crate::product::label;

/// What the live region says.
const SAID: &str = "document.querySelector('.rx-search__count').textContent";

#[test]
fn a_slip_finds_its_word_and_the_count_is_said() {
    browse(|browser| {
        for frame in ["", "/embed", "/kiosk"] {
            browser.open(&format!("{frame}/search"));
            assert_eq!(browser.text(SAID), "");
            browser.type_into("#search-field", "detetive");
            browser.wait(&format!(
                "document.querySelector('.rx-search__hit a')?.getAttribute('href') === '{frame}/roles/dc'"
            ));
            assert!(browser.is(&format!("/^\\d+ /.test({SAID})")));
            assert!(browser.is(
                "document.querySelector('.rx-search__count').getAttribute('role') === 'status'"
            ));
        }
    });
}

#[test]
fn what_is_typed_stands_in_no_address_title_or_storage() {
    browse(|browser| {
        browser.open("/search");
        let before = browser.text("[location.href, document.title, history.length]");
        browser.type_into("#search-field", "cocaine");
        browser.wait("document.querySelector('.rx-search__hit')");
        browser.type_into("#search-field", "\u{E007}");
        assert_eq!(browser.text("[location.href, document.title, history.length]"), before);
        assert_eq!(
            browser.text("[localStorage.length, sessionStorage.length, document.cookie]"),
            "[0,0,\"\"]"
        );
        assert!(!browser.requests().iter().any(|request| request.contains("cocaine")));
        browser.click(".rx-search__hit a");
        browser.wait("location.pathname !== '/search'");
        assert!(!browser.text("document.title + location.href").contains("cocaine"));
    });
}

#[test]
fn nothing_found_offers_a_way_on() {
    browse(|browser| {
        browser.open("/search");
        browser.type_into("#search-field", "xqzvvk");
        browser.wait(&format!("{SAID} === {:?}", label("search-nothing")));
        assert!(browser.is("document.querySelectorAll('main .rx-plain-links a').length >= 5"));
    });
}

/// A hit inside a fold is shown when it is gone to.
#[test]
fn a_specialism_is_unfolded_where_it_stands() {
    browse(|browser| {
        browser.open("/search");
        browser.type_into("#search-field", "dog handler");
        browser.wait("document.querySelector('.rx-search__hit a[href=\"/roles#ladder-dogs\"]')");
        browser.click(".rx-search__hit a[href='/roles#ladder-dogs']");
        browser.wait("document.getElementById('ladder-dogs')?.closest('details')?.open");
    });
}
