//! Journeys through the quiz: what visitors are asked, and what they are told.

use std::collections::BTreeMap;

use crate::browser::browse;
use crate::journey::{Journey, PLAIN, answers, not_sure};

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
