//! Journeys through the quiz: what visitors are asked, and what they are told.

use std::collections::BTreeMap;

use crate::browser::browse;
use crate::journey::{Journey, PLAIN, answers, not_sure};
use crate::product::{label, texts};

/// A visitor like [`PLAIN`] but for `other` is told `expected`: headlines by way in,
/// `others` for all that are not named.
fn check(other: &str, expected: &str) {
    let given = answers(PLAIN, other);
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&given);
        journey.to_result();
        assert_verdicts(&journey.verdicts(), expected);
    });
}

fn assert_verdicts(verdicts: &BTreeMap<String, String>, expected: &str) {
    let expected: BTreeMap<&str, &str> =
        expected.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
    assert_eq!(verdicts.len(), 14, "every way in has its verdict: {verdicts:?}");
    let wrong: Vec<String> = verdicts
        .iter()
        .filter_map(|(id, headline)| {
            let wanted = expected.get(id.as_str()).or_else(|| expected.get("others"))?;
            (wanted != headline).then(|| format!("{id} is {headline}, not {wanted}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("; "));
}

/// REQ-A11Y-4, REQ-PRV-16. Too young to start never fails an application.
#[test]
fn somebody_of_17_can_apply_now_and_is_told_from_when_they_could_start() {
    let given = answers(PLAIN, "dob=2009-07-05");
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&given);
        journey.to_result();
        assert_verdicts(
            &journey.verdicts(),
            "pcep=eligible pcda=eligible dhep=not_yet dcep=not_yet transfer=not_yet rejoin=not_yet \
             sc=eligible pcso=eligible ddo=people communications-officer=people staff-forensics=people \
             staff-intelligence=people volunteer=people cadet=eligible",
        );
        for role in ["pcep", "pcda", "sc"] {
            let text = journey.verdict_text(role);
            assert!(text.contains("5 July 2027"), "{role} tells no day of start: {text}");
        }
    });
}

#[test]
fn a_degree_closes_one_way_in_and_opens_others() {
    check(
        "degree=uk",
        "pcda=not_eligible transfer=not_yet rejoin=not_yet cadet=people others=eligible",
    );
}

#[test]
fn a_visa_with_an_end_date_is_a_not_yet_for_officers_and_a_question_for_people_elsewhere() {
    check(
        "status=time-limited",
        "pcep=not_yet pcda=not_yet dhep=not_yet dcep=not_yet transfer=not_yet rejoin=not_yet \
         sc=not_yet others=people",
    );
}

#[test]
fn only_a_published_bar_says_no() {
    check(
        "service=yes served-as=police-other police-lists=barred",
        "cadet=people others=not_eligible",
    );
}

#[test]
fn a_sentence_of_prison_is_for_people_to_weigh() {
    check(
        "record=custody",
        "dhep=not_yet dcep=not_yet transfer=not_yet rejoin=not_yet others=people",
    );
}

#[test]
fn nothing_unanswered_becomes_a_no() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        let asked = journey.answer_all(&not_sure());
        assert!(asked.len() > 10, "only {asked:?} was asked");
        journey.to_result();
        assert_verdicts(&journey.verdicts(), "others=open");
    });
}

/// A way in that can be reached by waiting comes with its day.
#[test]
fn somebody_who_came_to_the_country_is_told_the_day_on_which_three_years_are_full() {
    let given = answers(PLAIN, "uk-three-years=no away=lived-abroad uk-since=2025-01-15");
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&given);
        journey.to_result();
        assert_verdicts(
            &journey.verdicts(),
            "pcep=not_yet pcda=not_yet dhep=not_yet dcep=not_yet sc=not_yet transfer=not_yet \
             rejoin=not_yet volunteer=eligible others=people",
        );
        for role in ["pcep", "sc"] {
            let text = journey.verdict_text(role);
            assert!(text.contains("15 January 2028"), "{role}: {text}");
        }
        let lead = browser.texts(".rx-page-heading__lead").concat();
        assert!(lead.contains("15 January 2028"), "the first day stands in the opening: {lead}");
    });
}

#[test]
fn a_child_can_be_a_cadet_and_is_told_from_when_other_ways_open() {
    let given = answers(PLAIN, "dob=2011-12-24");
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&given);
        journey.to_result();
        assert_verdicts(
            &journey.verdicts(),
            "pcep=not_yet pcda=not_yet sc=not_yet pcso=not_yet ddo=not_yet staff-forensics=not_yet \
             communications-officer=not_yet staff-intelligence=not_yet cadet=eligible",
        );
        assert!(journey.verdict_text("sc").contains("24 December 2028"));
        assert!(journey.verdict_text("ddo").contains("24 December 2027"));
    });
}

/// A result without a dead end: reasons with the visitor's own answer, source and date, a
/// next step with the force's own page, somebody to ask. REQ-PRV-16
#[test]
fn a_result_says_why_and_what_next_and_whom_to_ask() {
    let given = answers(PLAIN, "debts=struggling");
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_all(&given);
        journey.to_result();
        let text = journey.verdict_text("dhep");
        let title = |path: &str| texts()[path].as_str().unwrap_or_default().to_owned();
        for part in [
            title("rule.degree.title"),
            title("rule.money-debts.title"),
            title("question.degree.choice.none"),
            title("question.debts.choice.struggling"),
            label("criteria-not-met"),
            label("criteria-people"),
            label("criteria-met"),
            label("criteria-later"),
            "Metropolitan Police".to_owned(),
        ] {
            assert!(text.contains(&part), "the verdict does not say {part:?}: {text}");
        }
        assert!(
            browser.is("document.querySelector('.rx-result__next a[href^=http]')"),
            "no page of the force"
        );
        assert!(
            browser.is("document.querySelectorAll('#result-ask ~ ul li').length > 0"),
            "nobody to ask"
        );
        let all = browser.text("document.querySelector('main').textContent");
        for word in ["you are eligible", "rejected", "disqualified", "you fail"] {
            assert!(!all.to_lowercase().contains(word), "the result says {word:?}");
        }
        for part in ["rule.uk", "rule.age", "question.", "undefined", "{", "}"] {
            assert!(!all.contains(part), "the result shows {part:?} as it is in the files");
        }
    });
}

#[test]
fn past_the_day_of_the_next_reading_nothing_is_decided_any_more() {
    browse(|browser| {
        browser.on_day("2029-03-01");
        let journey = Journey::begin(browser, "");
        journey.answer_all(&answers(PLAIN, ""));
        journey.to_result();
        let verdicts = journey.verdicts();
        assert!(verdicts.values().all(|headline| headline == "open"), "{verdicts:?}");
        assert!(
            browser.is("document.querySelector('.rx-notice')"),
            "nothing says that the rules are old"
        );
    });
}

/// `?for=` limits what is judged, and with it what is asked; what it does not know it ignores.
#[test]
fn a_link_can_ask_about_some_roles_only() {
    browse(|browser| {
        let journey = Journey::open(browser, "/quiz?for=pcso,sc,chief,%3Cb%3E");
        let asked = journey.answer_all(&answers(PLAIN, ""));
        assert!(!asked.contains(&"degree".to_owned()), "neither role asks for a degree: {asked:?}");
        journey.to_result();
        let judged: Vec<String> = journey.verdicts().into_keys().collect();
        assert_eq!(judged, ["pcso", "sc"]);
        assert_eq!(browser.text("location.search"), "?for=pcso,sc,chief,%3Cb%3E");
    });
}

/// What is asked is said to be personal before, and everything can be left out. REQ-PRV-8, REQ-PRV-9
#[test]
fn personal_questions_are_announced_and_can_be_skipped() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        let given = answers(PLAIN, "");
        while journey.question().is_some() {
            let question = journey.question().unwrap_or_default();
            journey.enter(&question, &given[&question]);
            journey.press_continue();
        }
        let title = texts()["group.record.title"].as_str().unwrap_or_default();
        assert_eq!(browser.heading(), title);
        let text = browser.text("document.querySelector('main').textContent");
        for part in ["stay on this device", "not kept", "browser history", "choose not to say"] {
            assert!(text.contains(part), "the notice does not say {part:?}: {text}");
        }
        journey.go_on(|| browser.click_text(&label("skip-to-result")));
        journey.to_result();
        let verdicts = journey.verdicts();
        assert_eq!(verdicts["cadet"], "people");
        assert_eq!(verdicts["transfer"], "open", "what was skipped never becomes a no");
    });
}

/// Where one stands follows after every answer; before an answer bears on it nothing is said.
#[test]
fn where_one_stands_follows_after_every_answer() {
    browse(|browser| {
        browser.screen(1280, 800);
        let journey = Journey::begin(browser, "");
        assert!(
            browser.texts(".rx-standing__role").is_empty(),
            "something stands before any answer"
        );
        journey.enter("dob", "2011-12-24");
        journey.press_continue();
        let roles = browser.texts(".rx-standing__role");
        assert!(roles.iter().any(|role| role.contains(&label("headline-eligible"))), "{roles:?}");
        let change = browser.texts("#quiz-change");
        assert_eq!(change.len(), 1, "one sentence says what changed");
        assert!(browser.is(
            "document.querySelector('main h1').getAttribute('aria-describedby') === 'quiz-change'"
        ));
        let left = browser.texts(".rx-quiz__left").concat();
        assert!(left.starts_with("at most"), "{left:?}");
    });
}

/// The screen and the engine agree, whatever is answered.
#[test]
fn the_screen_shows_what_the_engine_finds() {
    browse(|browser| {
        for seed in 1..=3 {
            let given = crate::random::answers(seed);
            let journey = Journey::begin(browser, "");
            let asked = journey.answer_all(&given);
            journey.to_result();
            let expected = crate::random::verdicts(&given, &asked);
            assert_eq!(journey.verdicts(), expected, "seed {seed}, answers {given:?}");
        }
    });
}
