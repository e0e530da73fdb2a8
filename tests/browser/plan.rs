//! The list and the plan: kept in sight, handed over, printed; nothing of it kept unless asked, and
//! never an answer in it.

use serde_json::json;

use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::{label, product};

/// The number beside the way to the plan.
fn count(browser: &Browser) -> String {
    browser.texts(".rx-navigation__count").concat()
}

/// Presses the switch of the page that is open.
fn keep(browser: &Browser, pressed: bool) {
    browser.click(".rx-keep-button__switch");
    browser.wait(&format!(
        "document.querySelector('.rx-keep-button__switch').getAttribute('aria-pressed') === '{pressed}'"
    ));
}

/// Ticks the box with these words.
fn tick(browser: &Browser, key: &str) {
    let place = browser.text(&format!(
        "[...document.querySelectorAll('.rx-facet__option')].findIndex((option) => option.textContent.trim() === {:?})",
        label(key)
    ));
    browser.run(&format!(
        "document.querySelectorAll('.rx-facet__option')[{place}].querySelector('input').click()"
    ));
}

fn main_text(browser: &Browser) -> String {
    browser.text("document.querySelector('main').textContent")
}

/// How many sheets of paper a page takes.
fn sheets(browser: &Browser) -> usize {
    let printed = browser.cdp(
        "Page.printToPDF",
        json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 }),
    );
    let file = printed["data"].as_str().unwrap_or_default();
    let count = browser.run_with(
        "return atob(arguments[0]).split(/\\/Type\\s*\\/Page[^s]/).length - 1",
        vec![json!(file)],
    );
    count.as_u64().unwrap_or_default() as usize
}

#[test]
fn what_is_kept_in_sight_is_counted_everywhere_and_stands_on_the_plan() {
    browse(|browser| {
        for frame in ["", "/embed", "/kiosk"] {
            browser.open(&format!("{frame}/roles/pc"));
            assert_eq!(count(browser), "");
            browser.requests();
            keep(browser, true);
            assert_eq!(count(browser), "(1)");
            browser.click_text(&label("nav-officers"));
            browser.wait("location.pathname.endsWith('/officers')");
            browser.click(".rx-person-line a");
            browser.wait("document.querySelector('.rx-keep-button__switch')");
            keep(browser, true);
            assert_eq!(count(browser), "(2)");
            assert!(
                browser.requests().iter().all(|request| !request.contains("s=")),
                "a list was sent"
            );
            keep(browser, false);
            assert_eq!(count(browser), "(1)");
            browser.click(".rx-navigation li:last-child a");
            browser.wait("location.pathname.endsWith('/plan')");
            browser.wait("document.querySelector('.rx-plan__role')");
            assert!(main_text(browser).contains(&label("plan-no-answers")));
            browser.click(".rx-plan__remove");
            browser.wait("!document.querySelector('.rx-plan__role')");
            assert!(main_text(browser).contains(&label("plan-empty")));
            assert_eq!(browser.text("JSON.stringify({ ...localStorage })"), "{}");
        }
    });
}

#[test]
fn a_link_brings_its_list_once_and_what_is_unknown_is_left_out_with_a_word() {
    browse(|browser| {
        browser.open("/plan#s=pczzpsA1");
        browser.wait("document.querySelectorAll('.rx-plan__role').length === 2");
        assert_eq!(count(browser), "(3)");
        assert_eq!(browser.text("location.hash"), "");
        let text = main_text(browser);
        assert!(text.contains(&label("plan-left-out.one")), "{text}");
        // Another link in the same page adds to it.
        browser.run("location.hash = 's=sc'");
        browser.wait("document.querySelectorAll('.rx-plan__role').length === 3");
        for hostile in ["s=%3Cimg%20src=x%3E", "s=", "s=\u{202e}\u{202e}", "s=../../../../x"] {
            browser.open_early("about:blank").open(&format!("/plan#{hostile}"));
            browser.wait("document.querySelector('main h1')");
            assert!(!browser.is("document.querySelector('main img')"), "{hostile}");
        }
        assert_eq!(browser.text("seen.errors"), "[]");
    });
}

#[test]
fn the_device_keeps_the_list_only_if_it_is_asked_to() {
    browse(|browser| {
        browser.open("/plan#s=pcps");
        browser.wait("document.querySelectorAll('.rx-plan__role').length === 2");
        assert!(main_text(browser).contains(&label("plan-not-kept")));
        browser.reload();
        assert_eq!(count(browser), "");
        browser.open_early("about:blank").open("/plan#s=pcps");
        tick(browser, "plan-keep-tick");
        browser.wait("localStorage.getItem('shortlist') === 'pcps'");
        browser.reload();
        browser.wait("document.querySelectorAll('.rx-plan__role').length === 2");
        assert!(main_text(browser).contains(&label("plan-kept")));
        tick(browser, "plan-keep-tick");
        browser.wait("localStorage.length === 0");
        assert_eq!(count(browser), "(2)");
    });
}

#[test]
fn where_storage_is_refused_the_list_works_and_the_page_says_what_becomes_of_it() {
    browse(|browser| {
        browser.before_each_page(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });",
        );
        browser.open("/plan#s=pc");
        browser.wait("document.querySelector('.rx-plan__role')");
        tick(browser, "plan-keep-tick");
        let refused = label("plan-keep-refused");
        browser.wait(&format!("document.querySelector('main').textContent.includes({refused:?})"));
        assert_eq!(count(browser), "(1)");
        assert_eq!(browser.text("seen.errors"), "[]");
    });
}

/// REQ-PRV-11, REQ-PRV-13
#[test]
fn the_plan_says_what_stands_and_shows_answers_only_if_they_are_ticked() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&answers(PLAIN, "dob=2012-06-05"));
        browser.click(".rx-navigation li:last-child a");
        browser.wait("document.querySelector('.rx-plan__verdict')");
        let text = main_text(browser);
        assert!(text.contains(&label("plan-nearest")), "{text}");
        assert!(!text.contains("5 June 2012"), "an answer shows unasked");
        browser.run(
            "history.replaceState(null, '', '#s=pc'); dispatchEvent(new PopStateEvent('popstate'))",
        );
        browser.wait("document.querySelector('#plan-pc')");
        let held = browser.text("document.querySelector('.rx-plan__address').textContent");
        assert_eq!(held, "https://explorer.example/plan");
        tick(browser, "plan-link-list");
        browser
            .wait("document.querySelector('.rx-plan__address').textContent.endsWith('/plan#s=pc')");
        browser.click_text(&label("plan-link-qr"));
        browser.wait("document.querySelector('.rx-qr path')");
        tick(browser, "paper-with-answers");
        browser.wait("document.querySelector('#plan-answers')");
        assert!(main_text(browser).contains("5 June 2012"));
        let held = browser.text("document.querySelector('.rx-plan__address').textContent");
        assert_eq!(held, "https://explorer.example/plan#s=pc");
    });
}

/// A day becomes a file without any request, under the real policy.
#[test]
fn a_day_can_be_taken_into_a_calendar() {
    browse(|browser| {
        browser.before_each_page(
            "window.saved = []; const make = URL.createObjectURL.bind(URL);
             URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return make(blob); };
             addEventListener('click', (event) => { if (event.target.download) { event.preventDefault(); saved.push(event.target.download); } });",
        );
        let journey = Journey::begin(browser, "");
        journey.answer_all(&answers(PLAIN, "dob=2012-06-05"));
        browser.click(".rx-navigation li:last-child a");
        browser.wait("document.querySelector('.rx-plan__role')");
        browser.run("history.replaceState(null, '', '#s=pcps'); dispatchEvent(new PopStateEvent('popstate'))");
        browser.wait("document.querySelector('#plan-pc')");
        browser.requests();
        browser.click(".rx-plan__role .rx-bullets .rx-link-button");
        browser.wait("saved.some((text) => text.startsWith('BEGIN:VCALENDAR'))");
        let file = browser.text("saved.find((text) => text.startsWith('BEGIN:'))");
        assert!(file.contains("\r\nDTSTART;VALUE=DATE:20"), "{file}");
        let born = ["5 June 2012", "20120605", "2012-06-05"];
        assert!(!born.iter().any(|day| file.contains(day)), "the day of birth is in it: {file}");
        assert_eq!(browser.text("seen.violations"), "[]");
    });
}

/// A browser without share sheet and clipboard still leaves something to do.
#[test]
fn where_nothing_can_be_shared_or_copied_the_next_best_is_offered() {
    browse(|browser| {
        browser.before_each_page(
            "for (const name of ['share', 'clipboard']) Object.defineProperty(navigator, name, { value: undefined });",
        );
        browser.open("/plan#s=pc");
        browser.wait("document.querySelector('.rx-plan__role')");
        browser.click_text(&label("plan-link-share"));
        let refused = label("plan-link-refused");
        browser.wait(&format!("document.querySelector('main').textContent.includes({refused:?})"));
        // The same for what looks wrong: the text is selected, to be copied by hand.
        browser.open("/roles/pc");
        let text = "document.querySelector('.rx-looks-wrong textarea').value";
        let text = browser.text(text);
        assert!(text.contains("role/pc") && text.contains("/roles/pc Date: 20"), "{text}");
        browser.click(".rx-looks-wrong summary");
        browser.click(".rx-looks-wrong button");
        let refused = label("wrong-refused");
        let told = "document.querySelector('.rx-looks-wrong [role=status]').textContent";
        browser.wait(&format!("{told} === {refused:?}"));
        assert_eq!(browser.text("document.activeElement.tagName"), "TEXTAREA");
        assert_eq!(
            browser.text("String(document.activeElement.selectionEnd)"),
            text.chars().count().to_string()
        );
        browser.open("/kiosk/roles/pc");
        browser.wait("document.querySelector('.rx-looks-wrong .rx-qr path')");
        assert!(!browser.is("document.querySelector('.rx-looks-wrong button')"));
        browser.open("/kiosk/plan#s=pc");
        browser.wait("document.querySelector('.rx-plan__role')");
        let buttons = browser.texts("main button");
        for key in ["plan-link-share", "plan-link-copy", "print"] {
            assert!(!buttons.contains(&label(key)), "a public screen offers {key}");
        }
        browser.click_text(&label("plan-link-qr"));
        browser.wait("document.querySelector('.rx-qr')");
    });
}

#[test]
fn roles_stand_side_by_side_as_the_address_says_and_print_on_one_sheet() {
    browse(|browser| {
        browser.open("/roles/compare?roles=pc,chief,pcso,%3Cb%3E");
        browser.wait("document.querySelectorAll('.rx-compare__table thead th').length === 3");
        let text = main_text(browser);
        assert!(!text.contains("chief") && !text.contains("<b>"), "{text}");
        assert!(text.contains(&label("compare-left-out.other").replace("{count}", "2")), "{text}");
        assert!(text.contains(&label("compare-differs")));
        browser.run("document.querySelector('.rx-compare__choice input:not(:checked)').click()");
        browser.wait("document.querySelectorAll('.rx-compare__table thead th').length === 4");
        assert_eq!(browser.text("location.search.split(',').length"), "3");
        browser.open("/roles/compare?roles=pc,dc,sc,communications-officer");
        browser.wait("document.querySelectorAll('.rx-compare__table thead th').length === 5");
        assert_eq!(sheets(browser), 1, "it does not fit on one sheet");
        for width in [320, 1280] {
            browser.screen(width, 800);
            assert!(
                browser.is("document.documentElement.scrollWidth <= innerWidth"),
                "it is wider than {width} pixels"
            );
        }
    });
}

/// The single file has its pages in the fragment, and a list there is no page and does no harm.
#[test]
fn a_list_in_the_fragment_of_the_single_file_is_no_page_and_no_harm() {
    browse(|browser| {
        browser.open_early("about:blank").open(&format!("file://{}#s=pcps", product().kiosk));
        assert_eq!(count(browser), "");
        assert!(browser.is("document.querySelectorAll('main h1').length === 1"));
        browser.open_early("about:blank").open(&format!("file://{}#/roles/pc", product().kiosk));
        keep(browser, true);
        assert_eq!(count(browser), "(1)");
        assert_eq!(browser.text("location.hash"), "#/roles/pc");
    });
}
