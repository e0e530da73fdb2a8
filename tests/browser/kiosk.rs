//! The public screen: one file without a network, no way out, and nothing left of the last visitor.

use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::{label, paths, product};

/// The address of a page in the single file.
fn single_file(path: &str) -> String {
    format!("file://{}#{path}", product().kiosk)
}

/// REQ-KSK-1, REQ-KSK-2
#[test]
fn the_single_file_reaches_a_result_and_asks_for_nothing() {
    browse(|browser| {
        browser.open(&format!("file://{}", product().kiosk));
        assert_eq!(browser.heading(), label("start-heading"));
        browser.click_text(&label("nav-quiz"));
        browser.wait("location.hash === '#/quiz'");
        let journey = Journey::from_introduction(browser);
        journey.answer_all(&answers(PLAIN, "degree=uk"));
        journey.to_result();
        assert_eq!(journey.verdicts()["pcda"], "not_eligible");
        let asked = browser.requests();
        let elsewhere: Vec<_> = asked
            .iter()
            .filter(|request| {
                !request.contains(&product().kiosk) && !request.starts_with("GET data:")
            })
            .collect();
        assert!(elsewhere.is_empty(), "{elsewhere:?}");
        assert_eq!(browser.text("seen.violations.concat(seen.errors)"), "[]");
    });
}

/// REQ-KSK-3
#[test]
fn the_single_file_is_small_enough_for_any_memory_stick() {
    let size = std::fs::metadata(&product().kiosk).map_or(0, |file| file.len());
    assert!((100_000..4_000_000).contains(&size), "{size} bytes");
}

#[test]
fn any_page_of_the_single_file_can_be_opened_and_loaded_again() {
    browse(|browser| {
        for (path, key) in
            [("/roles", "roles-heading"), ("/quiz", "quiz-title"), ("/figures", "nav-figures")]
        {
            // Another document first: from one fragment to the next the browser loads nothing.
            browser.open_early("about:blank").open(&single_file(path));
            let heading = browser.heading();
            assert!(heading == label(key) || path == "/figures", "{path} shows {heading:?}");
            browser.reload();
            assert_eq!(browser.heading(), heading, "{path} loaded again");
        }
    });
}

/// REQ-KSK-8
#[test]
fn no_page_of_the_single_file_leads_out() {
    const WAYS_OUT: &str = "
        const isFine = (element) => element.matches('a')
            ? element.getAttribute('href')?.startsWith('#') && !element.target && !element.hasAttribute('download')
            : element.matches('form') && !element.hasAttribute('action');
        const ways = [...document.querySelectorAll('a, area, form, iframe, [target], [download]')];
        return ways.filter((way) => !isFine(way)).map((way) => way.outerHTML).join(' ');";
    browse(|browser| {
        browser.open(&single_file("/about"));
        browser.run(
            "window.isSame = true; window.open = window.print = () => { seen.errors.push('opened') }",
        );
        let mut paths = paths();
        paths.retain(|path| path != "/about");
        let paths: Vec<String> = paths.into_iter().map(|path| format!("#{path}")).collect();
        assert_eq!(browser.tour(&paths, WAYS_OUT), Vec::<String>::new());
        browser.run("location.hash = '/quiz'");
        browser.wait(&format!(
            "document.querySelector('main h1').textContent === {:?}",
            label("quiz-title")
        ));
        let journey = Journey::from_introduction(browser);
        journey.answer_all(&answers(PLAIN, ""));
        assert_eq!(browser.run(WAYS_OUT), "", "answers to check");
        journey.to_result();
        assert_eq!(browser.run(WAYS_OUT), "", "result");
        assert!(
            !browser.texts("button").contains(&label("print")),
            "a public screen prints nothing"
        );
        assert!(browser.is("window.isSame"));
        assert_eq!(browser.text("seen.errors"), "[]");
    });
}

/// REQ-KSK-6: reset by loading afresh; Back leads to no question.
#[test]
fn a_reset_leaves_nothing_of_the_visitor() {
    browse(|browser| {
        for address in ["/kiosk/quiz".to_owned(), single_file("/quiz")] {
            browser.open_early("about:blank");
            let journey = Journey::open(browser, &address);
            journey.answer_until("english", &answers(PLAIN, "dob=1987-06-05 status=time-limited"));
            browser.run("window.isOld = true");
            browser.click_text(&label("kiosk-reset"));
            browser.wait("!window.isOld").wait_ready();
            assert_eq!(browser.heading(), label("start-heading"));
            assert_forgotten(browser);
            for _ in 0..5 {
                if browser.text("location.href") == "about:blank" {
                    break;
                }
                browser.back();
                browser.wait("document.readyState === 'complete'");
                assert_forgotten(browser);
            }
        }
    });
}

/// REQ-KSK-6: what the browser itself kept of an earlier page shows nothing either.
#[test]
fn a_reset_leaves_nothing_in_the_pages_a_browser_keeps() {
    browse(|browser| {
        browser.open("/kiosk/roles/pc");
        browser.click_text(&label("keep-in-plan"));
        let journey = Journey::open(browser, "/kiosk/quiz");
        journey.answer_until("english", &answers(PLAIN, "dob=1987-06-05 status=time-limited"));
        browser.open("/kiosk/rules");
        browser.run("window.isOld = true");
        browser.click_text(&label("kiosk-reset"));
        browser.wait("!window.isOld").wait_ready();
        for _ in 0..2 {
            browser.run("window.isOld = true");
            browser.back();
            browser.wait("!window.isOld").wait_ready();
            assert_forgotten(browser);
            assert!(!browser.is("document.querySelector('.rx-navigation__count')?.textContent"));
        }
    });
}

fn assert_forgotten(browser: &Browser) {
    let page = browser
        .text("document.documentElement.outerHTML.replace(/<(script|style)[^]*?<\\/\\1>/g, '')");
    for canary in ["1987", "rx-standing", "rx-date-field", "rx-summary__row"] {
        assert!(!page.contains(canary), "{canary:?} is still on the page");
    }
    assert_eq!(browser.text("JSON.stringify(history.state)"), "null");
}

/// A clock sixty times as fast, for what waits a minute and a half.
const FAST: &str = "const later = setTimeout; window.setTimeout = (act, time, ...rest) => later(act, time / 60, ...rest);";

/// REQ-KSK-4, REQ-KSK-5: it asks, with a modal that has the focus; an answer goes on exactly where one was.
#[test]
fn somebody_who_is_still_there_goes_on_exactly_where_they_were() {
    browse(|browser| {
        browser.before_each_page(FAST);
        browser.before_each_page(&product().axe);
        Journey::begin(browser, "/kiosk");
        browser.type_into("#answer-2", "7").type_into("#answer-3", "1987");
        browser.wait("document.querySelector('[role=alertdialog]')");
        browser.wait("document.activeElement.closest('[role=alertdialog]')");
        let text = browser.texts("[role=alertdialog]").concat();
        assert!(text.contains("30"), "it does not say how long it waits: {text}");
        browser.click_text(&label("still-there-yes"));
        browser.wait("!document.querySelector('[role=alertdialog]')");
        let typed =
            browser.text("['2', '3'].map((n) => document.getElementById(`answer-${n}`).value)");
        assert_eq!(typed, "[\"7\",\"1987\"]");
        browser.wait("document.activeElement.id === 'answer-3'");
    });
}

/// REQ-KSK-4, REQ-KSK-6
#[test]
fn nobody_there_clears_the_screen() {
    browse(|browser| {
        browser.before_each_page(FAST);
        let journey = Journey::begin(browser, "/kiosk");
        journey.enter("dob", "1987-06-05");
        browser.run("window.isOld = true");
        browser.wait("document.querySelector('[role=alertdialog]')");
        browser.wait("!window.isOld").wait_ready();
        assert_eq!(browser.text("location.pathname"), "/kiosk");
        assert_forgotten(browser);
    });
}

/// REQ-SEC-11
#[test]
fn a_fragment_that_names_nothing_offers_a_way_on() {
    browse(|browser| {
        for fragment in [
            "/nothing",
            "/officers/%00",
            "//example.org",
            "/quiz?for=<b>&&&",
            "javascript:alert(1)",
        ] {
            browser.open_early("about:blank").open(&single_file(fragment));
            assert!(browser.is("document.querySelectorAll('main h1').length === 1"), "{fragment}");
            assert!(browser.is("document.querySelectorAll('nav a').length >= 4"), "{fragment}");
            assert!(
                !browser.is("document.documentElement.hasAttribute('data-failed')"),
                "{fragment}"
            );
        }
    });
}
