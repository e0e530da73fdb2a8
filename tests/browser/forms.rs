//! Every screen of the quiz is built alike: one heading, native controls, the same way on and back.

use std::collections::BTreeSet;

use crate::browser::browse;
use crate::journey::{Journey, PLAIN, answers};
use crate::product::label;

/// What is wrong with how a question is built; nothing if it is right.
const BUILD: &str = "
    const all = (selector) => [...document.querySelectorAll(selector)];
    const wrong = [];
    const check = (isRight, what) => { if (!isRight) wrong.push(what); };
    check(all('h1').filter((heading) => heading.checkVisibility()).length === 1, 'not one heading');
    check(all('main fieldset > legend > h1').length === 1, 'the heading is no legend');
    const fields = all('main fieldset input');
    check(fields.length >= 3, 'no fields');
    check(fields.every(({ type }) => ['radio', 'checkbox', 'text'].includes(type)), 'controls that are not native');
    check(fields.every((field) => field.labels.length === 1), 'a field without one label');
    check(new Set(fields.filter(({ type }) => type === 'radio').map(({ name }) => name)).size <= 1, 'radios of several groups');
    check(all('#answer-not-sure, #answer-rather-not').length === 2, 'no way not to say');
    const back = document.querySelector('.rx-back-link a');
    check(back && back.compareDocumentPosition(document.querySelector('main h1')) & 4, 'Back does not stand first');
    check(all('main form button[type=submit]').length === 1, 'not one way on');
    check(all('main .rx-clear-answers button').length >= 1, 'no way to clear');
    check(all('main details > summary').length >= 1, 'it does not say why it asks');
    check(!document.querySelector('main').innerText.includes('*'), 'an asterisk');
    return wrong.join('; ');";

/// What is smaller than a finger: answers, buttons, fields. REQ-A11Y-9
const SMALL: &str = "
    const targets = document.querySelectorAll('.rx-choices__choice, main button, .rx-date-field__input, main summary');
    return [...targets].filter((target) => target.checkVisibility()).filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return height < 44 || width < 44;
    }).map((target) => `${target.className} ${target.textContent}`).join('; ');";

/// REQ-A11Y-4, REQ-A11Y-9, REQ-PRV-9: on two journeys that between them meet most questions.
#[test]
fn every_question_is_built_alike_and_large_enough_to_touch() {
    let other = "uk-three-years=no away=lived-abroad uk-since=2025-01-15 degree=studying final-year-from=2027-09 \
        service=yes served-as=police-so-far,cadet-so-far,armed-forces,constable police-since=2026-05 \
        cadet-since=2026-05 forces=recent constable=left-recently police-lists=no";
    browse(|browser| {
        browser.screen(320, 640);
        let mut seen = BTreeSet::new();
        for given in [answers(PLAIN, ""), answers(PLAIN, other)] {
            let journey = Journey::begin(browser, "");
            while browser.heading() != label("check-heading") {
                if let Some(question) = journey.question() {
                    assert_eq!(browser.run(BUILD), "", "{question}");
                    assert_eq!(browser.run(SMALL), "", "{question}");
                    journey.enter(&question, &given[&question]);
                    seen.insert(question);
                }
                journey.press_continue();
            }
            assert_eq!(browser.run(SMALL), "", "answers to check");
            journey.to_result();
            assert_eq!(browser.run(SMALL), "", "result");
        }
        assert!(seen.len() >= 20, "only {seen:?}");
    });
}

/// REQ-A11Y-20: nothing in the site waits for longer than a moment.
#[test]
fn outside_the_kiosk_there_is_no_time_limit() {
    browse(|browser| {
        browser.before_each_page(
            "seen.waits = [];
             for (const name of ['setTimeout', 'setInterval']) {
                 const later = window[name];
                 window[name] = (act, time, ...rest) => { seen.waits.push(time); return later(act, time, ...rest); };
             }",
        );
        for frame in ["", "/embed"] {
            let journey = Journey::begin(browser, frame);
            journey.answer_all(&answers(PLAIN, ""));
            journey.to_result();
            let longest = browser.run("return Math.max(0, ...seen.waits.filter(Number.isFinite))");
            assert!(longest.as_f64().is_some_and(|time| time < 1000.0), "{frame}: {longest} ms");
        }
    });
}
