//! The result on paper: without the answers unless they are ticked, black on white, with the
//! addresses that paper cannot follow.

use serde_json::{Value, json};

use crate::axe::OVERFLOW;
use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::label;

/// Shows the page as it is printed, to somebody who prefers this colour scheme.
fn on_paper(browser: &Browser, scheme: &str) {
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print", "features": features }));
}

/// What can be read on paper: folded parts too, what is hidden not.
fn words(browser: &Browser) -> String {
    browser.text("document.querySelector('main').innerText")
}

/// REQ-PRV-11
#[test]
fn the_result_prints_without_the_answers_unless_they_are_ticked() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&answers(PLAIN, "dob=2012-06-05 debts=struggling"));
        journey.to_result();
        let canary = "5 June 2012";
        let said = label("you-said");
        let said = said.split('{').next().unwrap_or_default();
        assert!(
            browser.is(&format!("document.querySelector('main').textContent.includes({canary:?})"))
        );
        on_paper(browser, "light");
        let printed = words(browser);
        assert!(!printed.contains(canary) && !printed.contains(said), "{printed}");
        for key in ["result-heading", "result-next", "criteria-met", "criteria-later", "find-out"] {
            assert!(printed.contains(&label(key)), "{key} is not printed: {printed}");
        }
        for key in ["print", "paper-with-answers", "clear-answers", "result-change"] {
            assert!(!printed.contains(&label(key)), "{key} is of no use on paper: {printed}");
        }
        browser.run("document.querySelector('.rx-paper input').click()");
        browser.wait("document.querySelector('.rx-paper--answers')");
        let printed = words(browser);
        assert!(printed.contains(canary) && printed.contains(said), "{printed}");
    });
}

/// REQ-A11Y-19
#[test]
fn the_result_is_printed_black_on_white_with_addresses_and_nothing_cut() {
    /// What is not black on white, or leads out without saying where.
    const LOOK: &str = "
        const found = [];
        const isSeen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
        for (const element of document.querySelectorAll('body, main, main *')) {
            if (element instanceof SVGElement || !isSeen(element)) continue;
            const { color, backgroundColor } = getComputedStyle(element);
            const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
            if (hasText && color !== 'rgb(0, 0, 0)') found.push(`${element.className}: ${color}`);
            if (!['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(backgroundColor)) found.push(`${element.className} on ${backgroundColor}`);
        }
        const links = [...document.querySelectorAll('main a[href^=\"http\"]')].filter(isSeen);
        for (const link of links) {
            const says = getComputedStyle(link, '::after').content;
            if (!says.includes(link.getAttribute('href'))) found.push(`${link.textContent} says ${says}`);
        }
        if (links.length < 20) found.push(`${links.length} links`);
        return [...new Set(found)].slice(0, 20);";
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&answers(PLAIN, "dob=2012-06-05 record=other"));
        journey.to_result();
        for scheme in ["light", "dark"] {
            on_paper(browser, scheme);
            assert_eq!(browser.run(LOOK), json!([]), "{scheme}");
        }
        // A sheet of A4 between its margins, at 96 pixels an inch.
        browser.screen(718, 1047);
        assert_eq!(browser.run(OVERFLOW), Value::Null, "something is cut");
    });
}
