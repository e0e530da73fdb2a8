//! Accessibility as far as a program can tell: axe-core over every kind of page and
//! every state of the quiz, in light and dark, narrow and wide; and nothing that is
//! wider than a narrow screen.

use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::{KINDS, framed, label, paths, product};

/// Runs axe-core with the rules that `chosen` names.
const RUN: &str = "const [chosen, done] = arguments;
    axe.run(document, { ...chosen, resultTypes: ['violations'] })
        .then(({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map((node) =>
            `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\\s+/g, ' ').slice(0, 240)}`))),
            (error) => done([String(error)]));";

/// The rules for a page in this colour scheme.
///
/// In the light: everything that WCAG 2.2 A and AA ask for, and good practice beside it. In
/// the dark the same page stands there in the same places, and nothing but the colours
/// differs: only the rules that look at colours can find anything new.
fn rules(scheme: &str) -> Value {
    if scheme == "dark" {
        return json!({ "runOnly": { "type": "rule", "values": ["color-contrast", "link-in-text-block"] } });
    }
    json!({
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        "rules": { "target-size": { "enabled": true } },
    })
}

/// How a page can be looked at.
const LOOKS: &[(u32, u32, &str)] =
    &[(1280, 800, "light"), (1280, 800, "dark"), (320, 640, "light"), (320, 640, "dark")];

/// Pages of a frame, each in every look.
fn check_pages(frame: &str, paths: &[&str]) {
    browse(|browser| {
        browser.before_each_page(&product().axe);
        browser.tolerate("no-such-page");
        let mut findings = Vec::new();
        for path in paths {
            let path = framed(frame, path);
            browser.open(&path);
            findings.extend(look(browser, &path));
        }
        assert_none(&findings);
    });
}

/// What is found on the page as it stands, in every look.
pub fn look(browser: &Browser, name: &str) -> Vec<String> {
    let mut findings = Vec::new();
    for (width, height, scheme) in LOOKS {
        browser.screen(*width, *height).scheme(scheme);
        let found = browser.run_later_with(RUN, vec![rules(scheme)]);
        let found = found.as_array().cloned().unwrap_or_default();
        let found = found.iter().filter_map(Value::as_str);
        findings.extend(found.map(|found| format!("{name} ({width} px, {scheme}) {found}")));
        let over = browser.run(OVERFLOW);
        let over = over.as_str().map(|over| format!("{name} ({width} px) is too wide: {over}"));
        findings.extend(over);
        if browser.is("document.getAnimations().length > 0") {
            findings.push(format!("{name} moves although nothing should"));
        }
    }
    findings
}

/// What makes the page wider than the screen: the innermost elements that reach out of it.
pub const OVERFLOW: &str = "
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return null;
    const isCut = (element) => element && (getComputedStyle(element).overflowX !== 'visible'
    || isCut(element.parentElement.closest('body *')));
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return (right > width + 1 || left < -1) && !isCut(element.parentElement.closest('body *'));
    });
    const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    const name = (element) => `<${element.localName} class=\"${element.className}\">${element.textContent.slice(0, 30)}`;
    return inner.slice(0, 3).map(name).join(' | ') || 'unknown';";

fn assert_none(findings: &[String]) {
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
}

/// REQ-A11Y-1, REQ-A11Y-10, REQ-A11Y-12, REQ-A11Y-16
#[test]
fn axe_finds_nothing_on_the_first_half_of_the_site() {
    check_pages("", &KINDS[..10]);
}

/// REQ-A11Y-1, REQ-A11Y-10, REQ-A11Y-12, REQ-A11Y-16
#[test]
fn axe_finds_nothing_on_the_second_half_of_the_site() {
    check_pages("", &KINDS[10..]);
}

/// REQ-A11Y-1, REQ-I18N-6
#[test]
fn axe_finds_nothing_from_right_to_left() {
    check_pages("/ar-xb", &["/", "/officers", "/roles/pc", "/quiz", "/figures"]);
}

/// REQ-A11Y-1
#[test]
fn axe_finds_nothing_in_the_embed_and_the_kiosk() {
    check_pages("/embed", &["/", "/officers"]);
    check_pages("/kiosk", &["/", "/roles/pc"]);
}

/// REQ-A11Y-1, REQ-A11Y-10: what stands there only once the visitor has chosen something.
#[test]
fn axe_finds_nothing_on_a_plan_and_on_roles_side_by_side() {
    const CHOSEN: &[(&str, &str)] = &[
        ("/plan#s=pcscps", "document.querySelectorAll('.rx-plan__role').length > 1"),
        ("/roles/compare?roles=pc,dc,sc,cadet", "document.querySelector('.rx-compare__table')"),
    ];
    browse(|browser| {
        browser.before_each_page(&product().axe);
        let mut findings = Vec::new();
        for frame in ["", "/kiosk", "/ar-xb"] {
            for (path, is_there) in CHOSEN {
                let path = framed(frame, path);
                browser.open(&path).wait(is_there);
                findings.extend(look(browser, &path));
            }
        }
        assert_none(&findings);
    });
}

/// REQ-A11Y-1, REQ-A11Y-5: introduction, choice of roles, question, error, date, what to
/// know before personal questions, answers to check, clearing, result.
#[test]
fn axe_finds_nothing_in_any_state_of_the_quiz() {
    check_quiz("");
}

/// REQ-A11Y-1, REQ-I18N-6
#[test]
fn axe_finds_nothing_in_any_state_of_the_quiz_on_a_public_screen() {
    check_quiz("/kiosk");
}

fn check_quiz(frame: &str) {
    browse(|browser| {
        browser.before_each_page(&product().axe);
        let mut findings = Vec::new();
        let mut note = |name: &str| findings.extend(look(browser, &format!("{frame} {name}")));
        let given = answers(PLAIN, "dob=2009-07-05 debts=struggling");
        browser.open(&framed(frame, "/quiz"));
        let journey = Journey { browser };
        journey.go_on(|| browser.click_text(&label("quiz-start")));
        note("choice of roles");
        journey.go_on(|| browser.click("form .rx-button"));
        note("date");
        browser.click_text(&label("continue")).wait("document.querySelector('.rx-error-summary')");
        note("error in a date");
        journey.answer_until("status", &given);
        note("one of several");
        browser.click_text(&label("continue")).wait("document.querySelector('.rx-error-summary')");
        note("error in a choice");
        journey.answer_until("job", &given);
        browser.click_text(&label("why-we-ask")).click_text(&label("clear-answers"));
        note("any of several, why we ask, clear");
        browser.screen(320, 640).click(".rx-standing__toggle");
        note("where you stand, opened");
        journey.answer_until("record", &given);
        note("personal question");
        journey.answer_all(&given);
        note("answers to check");
        journey.to_result();
        note("result");
        browser.run(
            "document.querySelectorAll('details').forEach((details) => { details.open = true })",
        );
        note("result, unfolded");
        browser
            .click(".rx-navigation li:last-child a")
            .wait("document.querySelector('.rx-plan__verdict')");
        note("plan with answers");
        assert_none(&findings);
    });
}

/// REQ-A11Y-10, REQ-I18N-8: every page of the site, and longer words, and right to left.
#[test]
fn no_page_is_wider_than_a_narrow_screen() {
    browse(|browser| {
        browser.screen(320, 640);
        let mut wide = Vec::new();
        for frame in ["", "/en-xa", "/ar-xb"] {
            browser.open(&framed(frame, "/about"));
            let paths: Vec<String> = paths().into_iter().map(|path| framed(frame, &path)).collect();
            wide.extend(browser.tour(&paths, OVERFLOW));
        }
        assert_none(&wide);
    });
}
