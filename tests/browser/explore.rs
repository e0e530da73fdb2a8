//! Exploring in depth: what suits me, ways through the service, areas.

use model::role::Role;
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::{label, pack};

/// Says something to a statement, as a visitor does.
fn say(browser: &Browser, statement: &str, key: &str) {
    let text = label(key);
    browser.run(&format!(
        "[...document.querySelectorAll('input[name=\"fit-{statement}\"]')]\
         .find((input) => input.parentElement.textContent.trim() === {text:?}).id = 'said'"
    ));
    browser.click("#said");
    browser.run("document.getElementById('said').removeAttribute('id')");
}

/// The names of the roles in a section, in order.
fn ranked(browser: &Browser, section: &str) -> Vec<String> {
    browser.texts(&format!("[aria-labelledby='{section}'] .rx-result-role__name"))
}

#[test]
fn what_is_said_ranks_roles_with_reasons_and_can_be_taken_back() {
    browse(|browser| {
        browser.open("/fit");
        assert!(ranked(browser, "fit-ranking").is_empty());
        say(browser, "f5", "fit-very-much");
        say(browser, "f4", "fit-very-much");
        browser.wait("document.querySelectorAll('.rx-fit__place').length > 1");
        let first = ranked(browser, "fit-ranking");
        let pack = pack();
        assert_eq!(first.len(), pack.fit.roles().len());
        let wanted = pack.role(&"staff-intelligence".into()).map(|role| role.name.clone());
        // Three roles share the first place, within five points; they stand in the pack's order.
        assert!(first.iter().take(3).any(|name| Some(name) == wanted.as_ref()), "{first:?}");
        let reasons = browser.texts(".rx-fit__place .rx-bullets").concat();
        assert!(reasons.contains(&label("fit-very-much")), "{reasons}");
        // A look at a role and back: what was said is still there, and in no address.
        browser.click(".rx-fit__place a");
        browser.wait("location.pathname.startsWith('/roles/')");
        browser.back();
        browser.wait("document.querySelectorAll('.rx-fit__place').length > 1");
        assert_eq!(ranked(browser, "fit-ranking"), first);
        assert_eq!(browser.text("location.search + location.hash"), "");
        browser.click(".rx-fit__said button");
        browser.wait("document.querySelector('.rx-fit__none')");
        browser.wait("document.activeElement.id === 'fit-statements'");
        assert!(browser.is(
            "[...document.querySelectorAll('.rx-fit__choices')].every((choices) => choices.querySelector('label:last-child input').checked)"
        ));
    });
}

#[test]
fn roles_that_the_own_quiz_answers_rule_out_are_not_suggested() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&answers(PLAIN, "membership=now"));
        let verdicts = journey.to_result().verdicts();
        let pack = pack();
        let is_ruled_out = |role: &Role| {
            let is_its =
                |judged: &str| pack.role_of_judged(judged).is_some_and(|other| other.id == role.id);
            let mut of: Vec<&String> = Vec::new();
            of.extend(verdicts.iter().filter(|(id, _)| is_its(id)).map(|(_, verdict)| verdict));
            !of.is_empty() && of.iter().all(|verdict| *verdict == "not_eligible")
        };
        let out: Vec<&String> =
            pack.roles.iter().filter(|role| is_ruled_out(role)).map(|role| &role.name).collect();
        assert!(!out.is_empty(), "{verdicts:?}");
        browser.run("document.querySelector('a[href=\"/fit\"]').click()");
        browser.wait("location.pathname === '/fit'");
        say(browser, "f1", "fit-very-much");
        browser.wait("document.querySelector('.rx-fit .rx-notice a[href=\"/quiz\"]')");
        let left_out = browser.texts(".rx-fit .rx-notice").concat();
        let suggested = ranked(browser, "fit-ranking");
        let later = ranked(browser, "fit-later");
        for name in out {
            assert!(left_out.contains(name.as_str()), "{name} is not in {left_out}");
            assert!(!suggested.contains(name) && !later.contains(name), "{name} is suggested");
        }
    });
}

#[test]
fn the_ways_are_walked_by_keyboard() {
    browse(|browser| {
        browser.open("/ways?from=pcso");
        let name = |id: &str| pack().role(&id.into()).map(|role| role.name.clone());
        let here = |browser: &Browser| browser.texts("#ways-here").concat();
        browser.wait("document.querySelector('[aria-current=\"true\"][href=\"/ways?from=pcso\"]')");
        assert_eq!(Some(here(browser)), name("pcso"));
        browser.run("document.querySelector('.rx-moves__steps a[href=\"/ways?from=pc\"]').focus()");
        browser.keys(Key::Enter);
        browser.wait("location.search === '?from=pc'");
        browser.wait("document.activeElement.id === 'ways-here'");
        assert_eq!(Some(here(browser)), name("pc"));
        assert!(
            browser.is("document.querySelector('.rx-moves__steps a[href=\"/ways?from=dogs\"]')")
        );
        browser.back();
        browser.wait("location.search === '?from=pcso'");
        assert_eq!(Some(here(browser)), name("pcso"));
        // In the picture of all, the place that is shown and its lines stand out.
        let row = |id: &str| {
            format!("document.querySelector('.rx-ways-picture a[href=\"/ways?from={id}\"]')")
        };
        browser.wait(&format!("{}.getAttribute('aria-current') === 'true'", row("pcso")));
        let thick = "String(document.querySelectorAll('.rx-ways-picture__line--here').length)";
        let of_pcso = browser.text(thick);
        browser.run(&format!("{}.focus()", row("dc")));
        browser.keys(Key::Enter);
        browser.wait("location.search === '?from=dc' && document.activeElement.id === 'ways-here'");
        assert_eq!(Some(here(browser)), name("dc"));
        assert_ne!(browser.text(thick), of_pcso);
        browser.open("/ways?from=nowhere");
        browser.wait("document.querySelector('.rx-moves .rx-notice')");
        assert!(!browser.text("document.body.textContent").contains("nowhere"));
    });
}

#[test]
fn a_borough_shows_its_unit_and_people() {
    browse(|browser| {
        browser.screen(320, 640);
        browser.open("/areas");
        browser.click("a[href='/areas?area=harrow']");
        browser.wait("document.activeElement.id === 'areas-here'");
        let wanted = pack();
        let people = wanted
            .people
            .iter()
            .filter(|person| person.place.areas.iter().any(|area| area.as_str() == "harrow"));
        let text = browser.texts("[aria-labelledby='areas-here']").concat();
        for person in people {
            assert!(text.contains(&person.name), "{} is not in {text}", person.name);
        }
        assert!(text.contains("North West"), "{text}");
        assert!(browser.is("document.documentElement.scrollWidth <= 320"));
        browser.open("/areas?area=atlantis");
        browser.wait(&format!(
            "document.querySelector('[aria-labelledby=\"areas-here\"]').textContent.includes({:?})",
            label("areas-unknown")
        ));
    });
}
