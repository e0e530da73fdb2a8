//! Entering the times during which something was so: rows of months, a tick for "still so",
//! squares for the months that count, and errors that say which row and what to do.

use eligibility::{Answer, Period};

use crate::axe;
use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::must;
use crate::product::{label, product, texts};

/// Somebody who came and went, up to the question about times.
const CAME_AND_WENT: &str = "uk-three-years=no away=came-and-went";

/// Reads times as journeys write them: `2020-01..2024-06,2025..`, or `none`.
pub fn read(text: &str) -> Answer {
    let date = |text: &str| must(text.parse().map_err(|_| "no date"), text);
    let period = |text: &str| {
        let (from, to) = text.split_once("..").unwrap_or((text, ""));
        Period { from: date(from), to: (!to.is_empty()).then(|| date(to)) }
    };
    let periods = text.split(',').filter(|text| *text != "none").map(period);
    Answer::Periods(periods.collect())
}

/// Enters times into the rows on the screen.
pub fn enter(browser: &Browser, text: &str) {
    let Answer::Periods(periods) = read(text) else { return };
    if periods.is_empty() {
        browser.click("label[for='answer-none']");
        return;
    }
    for (row, period) in periods.iter().enumerate() {
        if row > 0 {
            browser.click("#periods-add");
            browser.wait(&format!("document.activeElement.id === 'answer-{}'", row * 4 + 1));
        }
        if period.to.is_none() {
            browser.click(&format!("label[for='still-{row}']"));
        }
        for (first, date) in [(1, Some(period.from)), (3, period.to)] {
            let Some((year, month, _)) = date.map(eligibility::PartialDate::parts) else {
                continue;
            };
            let month = month.map_or_else(String::new, |month| month.to_string());
            browser.type_into(&format!("#answer-{}", row * 4 + first), &month);
            browser.type_into(&format!("#answer-{}", row * 4 + first + 1), &year.to_string());
        }
    }
}

/// Goes to the question about times.
fn begin<'b>(browser: &'b Browser, frame: &str) -> Journey<'b> {
    let journey = Journey::begin(browser, frame);
    journey.answer_until("uk-home", &answers(PLAIN, CAME_AND_WENT));
    assert_eq!(journey.question().as_deref(), Some("uk-home"));
    journey
}

fn words(browser: &Browser) -> String {
    browser.texts(".rx-months__words").concat()
}

fn squares(browser: &Browser, kind: &str) -> usize {
    browser.texts(&format!(".rx-months__month{kind}")).len()
}

/// REQ-A11Y-4, REQ-A11Y-7. The day is 21 November 2026.
#[test]
fn times_entered_month_by_month_show_what_counts_and_lead_to_a_day() {
    browse(|browser| {
        browser.screen(360, 740);
        let journey = begin(browser, "");
        assert_eq!(squares(browser, ""), 36);
        assert!(words(browser).starts_with("0 of the 36 months"), "{}", words(browser));
        // A name, a number, a year alone; the end of the first time by its tick, then taken back.
        for (field, text) in [("#answer-1", "Jan"), ("#answer-2", "2020")] {
            browser.type_into(field, text);
        }
        browser.click("label[for='still-0']");
        browser.wait("document.querySelectorAll('.rx-months__month--whole').length === 36");
        assert!(words(browser).starts_with("36 of the 36 months"), "{}", words(browser));
        browser.click("label[for='still-0']").wait("document.querySelector('#answer-3')");
        browser.type_into("#answer-3", "june").type_into("#answer-4", "2024");
        browser.click("#periods-add").wait("document.activeElement.id === 'answer-5'");
        browser.type_into("#answer-5", "8").type_into("#answer-6", "2025");
        browser.click("label[for='still-1']");
        // Of each end only the month is known, and it lies in two of the squares.
        browser.wait("document.querySelectorAll('.rx-months__month--part').length > 0");
        let (whole, part) = (squares(browser, "--whole"), squares(browser, "--part"));
        assert!(words(browser).starts_with(&format!("{whole} of the 36 months")));
        assert!(
            words(browser).contains(&format!("{part} more count in part")),
            "{}",
            words(browser)
        );
        assert_eq!((whole, part), (20, 4));
        // A row that is not wanted goes, and the focus stays in the list.
        browser.click("#periods-add").wait("document.activeElement.id === 'answer-9'");
        browser.click(".rx-periods__row:last-of-type .rx-link-button");
        browser.wait("document.activeElement.id === 'periods-add'");
        assert_eq!(browser.texts(".rx-periods__row").len(), 2);
        journey.press_continue();
        let given = answers(PLAIN, CAME_AND_WENT);
        journey.answer_all(&given);
        let said = browser.texts(".rx-summary dd").concat();
        assert!(said.contains("January 2020 to June 2024; since August 2025"), "{said}");
        journey.to_result();
        let text = journey.verdict_text("sc");
        assert!(text.contains("Not before 1 August 2028"), "{text}");
        assert!(text.contains("31 August 2028 at the latest"), "{text}");
    });
}

/// REQ-A11Y-5: each row says what is wrong in it, and the summary leads to each field.
#[test]
fn every_row_says_what_is_wrong_with_it() {
    browse(|browser| {
        begin(browser, "");
        let fault = || {
            browser.click_text(&label("continue"));
            browser.wait("document.activeElement.matches('.rx-error-summary')");
            browser.texts(".rx-error-summary a")
        };
        assert_eq!(fault(), [label("error-periods-missing")]);
        browser.click(".rx-error-summary a").wait("document.activeElement.id === 'answer-1'");
        browser.type_into("#answer-1", "Jully").type_into("#answer-2", "2020");
        browser.type_into("#answer-4", "24");
        browser.click("#periods-add").wait("document.activeElement.id === 'answer-5'");
        browser.type_into("#answer-6", "2025").type_into("#answer-8", "2024");
        let still = &texts()["question.uk-home.choice.still"];
        let of = |key: &str, number: &str, message: &str| {
            label(key).replace("{number}", number).replace("{message}", message)
        };
        let expected = [
            of("periods-error-from", "1", &label("error-date-month")),
            of("periods-error-to", "1", &label("error-date-short-year")),
            of("periods-error-order", "2", ""),
        ];
        assert_eq!(fault(), expected);
        assert_eq!(browser.texts(".rx-periods__row .rx-error"), expected);
        for (index, field) in ["answer-1", "answer-4", "answer-7"].into_iter().enumerate() {
            browser.click(&format!(".rx-error-summary p:nth-of-type({}) a", index + 1));
            browser.wait(&format!("document.activeElement.id === '{field}'"));
            assert!(browser.is("document.activeElement.getAttribute('aria-invalid') === 'true'"));
            assert!(browser.is(&format!(
                "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent === {:?}",
                expected[index]
            )));
        }
        // Without an end and without the tick.
        browser
            .type_into("#answer-1", "July")
            .type_into("#answer-4", "")
            .type_into("#answer-8", "2026");
        let missing = label("periods-error-to-missing").replace("{number}", "1");
        assert_eq!(fault(), [missing.replace("{message}", still.as_str().unwrap_or_default())]);
        browser.click("label[for='still-0']").wait("!document.querySelector('.rx-error-summary')");
        assert!(!browser.is("document.querySelector('[aria-invalid]')"), "an error stays");
    });
}

/// "At no time" is an answer, an empty row is none; "not sure" leaves the roles open.
#[test]
fn no_time_at_all_is_an_answer_of_its_own() {
    browse(|browser| {
        for (answer, headline) in [("none", "not_yet"), ("?", "open"), ("2019..", "eligible")] {
            let journey = Journey::begin(browser, "/kiosk");
            let given = answers(PLAIN, &format!("{CAME_AND_WENT} uk-home={answer}"));
            journey.answer_all(&given);
            journey.to_result();
            assert_eq!(journey.verdicts()["sc"], headline, "{answer}");
        }
    });
}

/// REQ-A11Y-1, REQ-A11Y-10: empty, entered, wrong, and from right to left.
#[test]
fn axe_finds_nothing_where_times_are_entered() {
    browse(|browser| {
        browser.before_each_page(&product().axe);
        let mut findings = Vec::new();
        let journey = begin(browser, "");
        findings.extend(axe::look(browser, "times, empty"));
        enter(browser, "2020-01..2024-06,2025-08..");
        findings.extend(axe::look(browser, "times, entered"));
        browser.type_into("#answer-2", "20").type_into("#answer-6", "");
        browser.click_text(&label("continue")).wait("document.querySelector('.rx-error-summary')");
        findings.extend(axe::look(browser, "times, wrong"));
        browser.type_into("#answer-2", "2020").type_into("#answer-6", "2025");
        journey.press_continue();
        assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
    });
}

/// What would change a verdict is told in sentences, and never what nobody can change.
#[test]
fn the_result_tells_what_would_change_it() {
    browse(|browser| {
        let ways = label("way-heading");
        for (other, role, expected) in [
            ("dob=2011-05-03", "sc", Some("Not before 3 May 2028, if nothing else changes")),
            ("english=none", "pcep", Some("You get an English qualification at level 2.")),
            ("membership=now", "pcso", Some("You are no longer a member of the group.")),
            ("degree=uk", "pcda", None),
            ("service=yes served-as=police-other police-lists=barred", "pcso", None),
        ] {
            let journey = Journey::begin(browser, "");
            journey.answer_all(&answers(PLAIN, other));
            journey.to_result();
            let text = journey.verdict_text(role);
            match expected {
                Some(expected) => {
                    assert!(text.contains(&ways) && text.contains(expected), "{text}")
                }
                None => assert!(!text.contains(&ways), "{role}: {text}"),
            }
        }
    });
}

/// Answers that cannot both be so are named, with a way to change either.
#[test]
fn answers_that_do_not_fit_together_are_named() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        // A constable is an adult, so somebody of 17 is not even asked. But one can change it later.
        let other = "service=yes served-as=constable constable=serving police-lists=no";
        journey.answer_all(&answers(PLAIN, other));
        assert!(!browser.is("document.querySelector('.rx-notice')"));
        journey.go_on(|| browser.click(".rx-summary__row .rx-link-button"));
        assert_eq!(journey.question().as_deref(), Some("dob"));
        journey.enter("dob", "2009-03-02");
        journey.press_continue();
        journey.answer_all(&answers(PLAIN, other));
        let notice = browser.texts(".rx-notice").concat();
        assert!(notice.contains(&label("check-broken")), "{notice}");
        for question in ["dob", "service", "served-as"] {
            let subject = texts()[format!("question.{question}.subject")].clone();
            assert!(notice.contains(subject.as_str().unwrap_or("?")), "{question}: {notice}");
        }
        assert_eq!(browser.texts(".rx-notice .rx-link-button").len(), 3);
        journey.to_result();
        assert!(browser.texts(".rx-notice").concat().contains(&label("result-broken")));
    });
}
