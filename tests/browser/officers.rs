//! Finding people: filters that live in the address, count what they leave, and never end in nothing.

use crate::browser::{Browser, browse};
use crate::product::label;

/// How many people are shown.
fn shown(browser: &Browser) -> usize {
    browser.texts(".rx-person-list > li").len()
}

fn counted(browser: &Browser) -> String {
    browser.texts(".rx-officers__count p").first().cloned().unwrap_or_default()
}

/// Opens a facet and presses its first choice that leaves somebody; tells what it said it leaves.
fn choose(browser: &Browser, facet: &str) -> usize {
    let name = label(&format!("facet-{facet}"));
    let summary = format!(
        "[...document.querySelectorAll('.rx-facet')].find((facet) => facet.querySelector('.rx-facet__name').textContent === {name:?})"
    );
    browser.run(&format!("{summary}.open = true"));
    let index = browser.text(&format!(
        "[...document.querySelectorAll('.rx-facet__option')].indexOf([...{summary}.querySelectorAll('.rx-facet__option')]\
         .find((option) => !option.querySelector(':checked, [aria-disabled]')))"
    ));
    let option = format!("[...document.querySelectorAll('.rx-facet__option')][{index}]");
    let count = browser.text(&format!("{option}.querySelector('.rx-facet__count').textContent"));
    browser.run(&format!("{option}.id = 'chosen'"));
    let before = browser.text("location.search");
    browser.click("#chosen");
    browser.wait(&format!("location.search !== {before:?}"));
    browser.run("document.getElementById('chosen').removeAttribute('id')");
    count.parse().unwrap_or_else(|_| panic!("{count:?} is no count"))
}

#[test]
fn a_filter_leaves_as_many_as_it_said_and_others_narrow_it_down() {
    browse(|browser| {
        browser.open("/officers");
        let all = shown(browser);
        assert!(all >= 60, "only {all} people");
        let by_role = choose(browser, "role");
        browser.wait(&format!(
            "document.querySelectorAll('.rx-person-list > li').length === {by_role}"
        ));
        assert!(counted(browser).starts_with(&by_role.to_string()));
        let by_both = choose(browser, "work");
        browser.wait(&format!(
            "document.querySelectorAll('.rx-person-list > li').length === {by_both}"
        ));
        assert!(by_both <= by_role);
        assert_eq!(browser.texts(".rx-chip").len(), 2);
        assert!(
            browser.is(
                "document.querySelector('.rx-officers__count').getAttribute('role') === 'status'"
            )
        );
    });
}

#[test]
fn what_was_chosen_outlives_loading_again_and_a_look_at_somebody() {
    browse(|browser| {
        browser.open("/officers");
        let left = choose(browser, "came-from");
        let address = browser.text("location.href");
        browser.reload();
        browser
            .wait(&format!("document.querySelectorAll('.rx-person-list > li').length === {left}"));
        assert_eq!(browser.text("location.href"), address);
        browser.click(".rx-person-list a");
        browser.wait("location.pathname.startsWith('/officers/')");
        browser.back();
        browser
            .wait(&format!("document.querySelectorAll('.rx-person-list > li').length === {left}"));
        assert_eq!(browser.text("location.href"), address);
    });
}

#[test]
fn filters_are_taken_away_one_by_one_or_all_at_once_and_the_focus_stays_in_sight() {
    browse(|browser| {
        browser.open("/officers");
        let all = shown(browser);
        choose(browser, "role");
        choose(browser, "theme");
        browser.click(".rx-chip");
        browser.wait("document.querySelectorAll('.rx-chip').length === 1");
        browser.wait("document.activeElement.id === 'officers-filters'");
        browser.click_text(&label("officers-clear"));
        browser
            .wait(&format!("document.querySelectorAll('.rx-person-list > li').length === {all}"));
        assert_eq!(browser.text("location.search"), "");
        assert!(browser.is("document.activeElement !== document.body"));
    });
}

/// REQ-SEC-11
#[test]
fn what_an_address_asks_for_and_nobody_fits_is_left_out_and_said() {
    browse(|browser| {
        browser.open("/officers?role=pc,chief&area=%3Cscript%3E&work=nothing&q=x");
        browser.wait("document.querySelectorAll('.rx-chip').length === 1");
        let text = browser.texts(".rx-officers__count").concat();
        assert!(text.contains("left out"), "{text}");
        assert!(!text.contains("chief") && !text.contains("script"));
        assert!(shown(browser) > 0);
    });
}

#[test]
fn a_choice_that_would_leave_nobody_takes_no_click() {
    browse(|browser| {
        browser.open("/officers?role=cadet");
        browser.wait("document.querySelectorAll('.rx-chip').length === 1");
        browser.run(
            "document.querySelectorAll('.rx-facet').forEach((facet) => { facet.open = true })",
        );
        let before = (browser.text("location.href"), shown(browser));
        browser.click(".rx-facet__box[aria-disabled]");
        assert!(!browser.is("document.querySelector('.rx-facet__box[aria-disabled]').checked"));
        assert_eq!((browser.text("location.href"), shown(browser)), before);
    });
}

/// REQ-A11Y-14: the count is said in a region that was there before.
#[test]
fn a_person_leads_on_to_others_and_to_the_role() {
    browse(|browser| {
        browser.open("/officers/imran-al-hadad");
        let links = browser
            .text("[...document.querySelectorAll('main a')].map((a) => a.getAttribute('href'))");
        for part in ["/officers/", "/roles/", "https://"] {
            assert!(links.contains(part), "no link to {part} in {links}");
        }
        let text = browser.text("document.querySelector('main').textContent");
        assert!(text.contains(&label("removal")), "no way to ask for removal");
    });
}
