//! Entering answers: errors that say what to do, dates as people write them, changing one's mind.

use serde_json::json;
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::{label, product};

/// Presses Continue where that must not lead on, and tells what is said to be wrong.
fn error(browser: &Browser) -> String {
    browser.click_text(&label("continue"));
    browser.wait("document.activeElement.matches('.rx-error-summary')");
    let inline = browser.texts("#answer-error").concat();
    assert_eq!(browser.texts(".rx-error-summary a").concat(), inline, "summary and field agree");
    inline
}

/// REQ-A11Y-5, for each kind of input and in the single file, whose addresses are fragments.
#[test]
fn an_error_takes_the_focus_names_the_field_and_leads_to_it() {
    browse(|browser| {
        let single_file = format!("file://{}#/quiz", product().kiosk);
        for address in ["/quiz", &single_file] {
            let journey = Journey::open(browser, address);
            check_error(browser, "error-date-missing");
            journey.answer_until("status", &answers(PLAIN, ""));
            check_error(browser, "error-choose");
            journey.answer_until("job", &answers(PLAIN, ""));
            check_error(browser, "error-choose");
            browser.click("label[for='answer-1']");
            browser.wait("!document.querySelector('.rx-error-summary')");
            assert!(
                !browser.is("document.querySelector('[aria-invalid]')"),
                "the error stays when it is mended"
            );
            journey.press_continue();
            assert!(!browser.text("document.title").starts_with("Error"));
        }
    });
}

fn check_error(browser: &Browser, key: &str) {
    let address = browser.text("location.href");
    let message = error(browser);
    assert_eq!(message, label(key));
    assert_eq!(browser.texts(".rx-error-summary h2").concat(), label("error-heading"));
    assert!(
        browser.text("document.title").starts_with("Error: "),
        "{}",
        browser.text("document.title")
    );
    assert!(browser.is("document.querySelector('main .rx-error-summary')"));
    let group = "document.querySelector('fieldset[aria-invalid=true]')";
    assert!(browser.is(&format!(
        "{group}.getAttribute('aria-describedby').split(' ').includes('answer-error')"
    )));
    assert!(
        browser.is(
            "document.querySelector('form').noValidate && !document.querySelector('[required]')"
        )
    );
    browser.click(".rx-error-summary a");
    browser.wait("document.activeElement.id === 'answer-1'");
    assert_eq!(browser.text("location.href"), address, "the link to the field changes the address");
}

/// REQ-A11Y-6: what is wrong with a date is said for its part; what was typed stays.
#[test]
fn a_date_that_cannot_be_is_answered_with_what_is_wrong() {
    browse(|browser| {
        Journey::begin(browser, "");
        for (day, month, year, key) in [
            ("", "", "", "error-date-missing"),
            ("31", "2", "2000", "error-date-no-such-day"),
            ("x", "7", "2000", "error-date-day"),
            ("5", "13", "2000", "error-date-month"),
            ("5", "Jully", "2000", "error-date-month"),
            ("5", "", "2000", "error-date-month-missing"),
            ("5", "7", "", "error-date-year-missing"),
            ("5", "7", "MM", "error-date-year"),
            ("5", "7", "09", "error-date-short-year"),
            ("5", "7", "1899", "error-date-too-early"),
            ("5", "7", "2031", "error-date-in-future"),
        ] {
            for (field, text) in [("#answer-1", day), ("#answer-2", month), ("#answer-3", year)] {
                browser.type_into(field, text);
            }
            let message = error(browser);
            let expected = label(key);
            let begin = expected.split('{').next().unwrap_or_default();
            assert!(message.starts_with(begin), "{day}/{month}/{year}: {message:?} is not {key}");
            let typed = browser
                .text("['1', '2', '3'].map((n) => document.getElementById(`answer-${n}`).value)");
            assert_eq!(typed, json!([day, month, year]).to_string(), "what was typed is gone");
        }
    });
}

/// REQ-A11Y-6: real dates as people write them, and as much of them as they know.
#[test]
fn dates_are_taken_as_people_write_them() {
    browse(|browser| {
        for (day, month, year, shown) in [
            (" 05 ", "July", "2000", "5 July 2000"),
            ("5", "jul", "2000", "5 July 2000"),
            ("", "7", "2000", "July 2000"),
            ("", "", "1990", "1990"),
        ] {
            let journey = Journey::begin(browser, "");
            for (field, text) in [("#answer-1", day), ("#answer-2", month), ("#answer-3", year)] {
                browser.type_into(field, text);
            }
            journey.press_continue();
            journey.go_on(|| browser.click_text(&label("stop-here")));
            assert_eq!(browser.texts(".rx-summary__row dd")[0], shown, "{day}/{month}/{year}");
        }
    });
}

/// A month is enough until the day matters; then it is asked for, and may stay unknown.
#[test]
fn the_day_is_asked_for_only_where_it_matters() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        browser.type_into("#answer-2", "11").type_into("#answer-3", "2009");
        journey.press_continue();
        assert_eq!(journey.question().as_deref(), Some("dob"), "17 or not depends on the day");
        assert_eq!(browser.text("document.getElementById('answer-2').value"), "11");
        journey.enter("dob", "?");
        journey.press_continue();
        assert_ne!(journey.question().as_deref(), Some("dob"), "asked a third time");
    });
}

/// On the site Back goes one question back, by the browser's button and by the link.
#[test]
fn back_goes_one_question_back_and_the_answer_is_still_there() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        let given = answers(PLAIN, "status=settled");
        journey.answer_until("uk-three-years", &given);
        assert_eq!(browser.text("location.pathname + location.search + location.hash"), "/quiz");
        assert_eq!(browser.text("JSON.stringify(history.state)"), "{\"step\":4}");
        journey.go_on(|| browser.back());
        assert_eq!(journey.question().as_deref(), Some("status"));
        assert!(browser.is("document.querySelector('#answer-2').checked"), "the answer is gone");
        journey.go_on(|| browser.click_text(&label("back")));
        assert_eq!(journey.question().as_deref(), Some("dob"));
        assert_eq!(browser.text("document.getElementById('answer-3').value"), "1996");
        journey.go_on(|| browser.run("history.forward()"));
        assert_eq!(journey.question().as_deref(), Some("status"));
        journey.press_continue();
        assert_eq!(journey.question().as_deref(), Some("uk-three-years"));
    });
}

/// REQ-EMB-14: elsewhere the link above the question does it, and the history does not grow.
#[test]
fn in_frame_and_kiosk_the_link_goes_back_and_the_history_does_not_grow() {
    browse(|browser| {
        for frame in ["/embed", "/kiosk"] {
            let journey = Journey::begin(browser, frame);
            let length = browser.run("return history.length");
            journey.answer_until("english", &answers(PLAIN, ""));
            assert_eq!(browser.run("return history.length"), length, "{frame}");
            assert_eq!(browser.text("JSON.stringify(history.state)"), "null", "{frame}");
            journey.go_on(|| browser.click_text(&label("back")));
            assert_eq!(journey.question().as_deref(), Some("uk-three-years"));
            journey.go_on(|| browser.click_text(&label("back")));
            assert_eq!(journey.question().as_deref(), Some("status"));
            journey.answer_until("english", &answers(PLAIN, ""));
        }
    });
}

/// REQ-A11Y-7: one answer is changed from the check page, the others stay.
#[test]
fn one_answer_can_be_changed_and_the_others_stay() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&answers(PLAIN, ""));
        let before = rows(browser);
        change(&journey, "status");
        assert_eq!(journey.question().as_deref(), Some("status"));
        assert!(browser.is("document.querySelector('#answer-1').checked"), "not filled in");
        journey.enter("status", "time-limited");
        journey.press_continue();
        assert_eq!(browser.heading(), label("check-heading"), "back at the check page");
        let after = rows(browser);
        let changed: Vec<_> = after.iter().filter(|row| !before.contains(row)).collect();
        assert_eq!(changed.len(), 1, "{changed:?}");
        journey.to_result();
        assert_eq!(journey.verdicts()["sc"], "not_yet");
    });
}

/// A changed answer that brings up something new asks just that, and then the check page comes back.
#[test]
fn a_changed_answer_that_brings_up_something_new_asks_for_it() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&answers(PLAIN, ""));
        change(&journey, "service");
        assert_eq!(journey.question().as_deref(), Some("service"));
        journey.enter("service", "yes");
        journey.press_continue();
        let asked = journey.answer_all(&answers("", "served-as=police-other police-lists=no"));
        assert_eq!(asked, ["served-as", "police-lists"]);
        assert_eq!(browser.heading(), label("check-heading"));
    });
}

fn rows(browser: &Browser) -> Vec<String> {
    browser.texts(".rx-summary__row")
}

fn change(journey: &Journey<'_>, question: &str) {
    let texts = crate::product::texts();
    let subject = texts[&format!("question.{question}.subject")].as_str().unwrap_or_default();
    let row = journey.browser.text(&format!(
        "[...document.querySelectorAll('.rx-summary__row')].findIndex((row) => row.querySelector('dt').textContent === {subject:?}) + 1"
    ));
    journey.go_on(|| journey.browser.click(&format!(".rx-summary__row:nth-of-type({row}) button")));
}

/// REQ-A11Y-8: from the start page to the result by keyboard alone.
#[test]
fn the_whole_way_can_be_gone_by_keyboard() {
    browse(|browser| {
        browser.open("/");
        tab_to(browser, "document.activeElement.pathname === '/quiz'");
        browser.keys(Key::Enter + "");
        browser.wait("location.pathname === '/quiz' && document.activeElement.matches('main h1')");
        let journey = Journey { browser };
        for key in ["quiz-start", "interest-all"] {
            tab_to(browser, &format!("document.activeElement.textContent === {:?}", label(key)));
            journey.go_on(|| browser.keys(Key::Enter + ""));
        }
        tab_to(browser, "document.activeElement.id === 'answer-1'");
        browser.keys("5").keys(Key::Tab + "").keys("7").keys(Key::Tab + "").keys("1998");
        journey.go_on(|| browser.keys(Key::Enter + ""));
        // The arrow goes to the next choice and chooses it.
        tab_to(browser, "document.activeElement.id === 'answer-1'");
        browser.keys(Key::Down + "");
        browser.wait("document.querySelector('#answer-2').checked");
        tab_to(browser, &format!("document.activeElement.textContent === {:?}", label("continue")));
        journey.go_on(|| browser.keys(Key::Enter + ""));
        tab_to(
            browser,
            &format!("document.activeElement.textContent === {:?}", label("stop-here")),
        );
        journey.go_on(|| browser.keys(Key::Enter + ""));
        tab_to(
            browser,
            &format!("document.activeElement.textContent === {:?}", label("check-show")),
        );
        journey.go_on(|| browser.keys(Key::Enter + ""));
        assert_eq!(browser.heading(), label("result-heading"));
    });
}

/// Presses Tab until a condition holds; on the way the focus can always be seen.
fn tab_to(browser: &Browser, condition: &str) {
    for _ in 0..60 {
        browser.keys(Key::Tab + "");
        let is_seen = "(() => { const style = getComputedStyle(document.activeElement); \
            return parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' \
            || style.boxShadow !== 'none' || document.activeElement.closest('label')?.matches(':focus-within'); })()";
        assert!(
            browser.is(is_seen),
            "no focus to be seen on {}",
            browser.text("document.activeElement.outerHTML")
        );
        if browser.is(condition) {
            return;
        }
    }
    panic!("Tab does not lead to {condition}");
}
