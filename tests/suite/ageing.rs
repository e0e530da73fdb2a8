//! Claims that age well: the clock is moved on, and no page says of something old that it is so now.
//!
//! What a page says is looked at statement by statement: each pay, each aim, each rule, each
//! status, each verdict; then every page for words that only hold on the day they are written.

use std::rc::Rc;

use model::Pack;
use model::figure::FigureKind;
use model::id::RuleId;
use recruitment_explorer::labels::{Labels, fill};
use recruitment_explorer::route::{Route, Shell};

use crate::html::{self, Tag};
use crate::project::{labels, met};
use crate::visit::{Visit, born_on, day};

/// The day on which the pack was read, the last day of it, the day after, and five years on.
const READ: &str = "2026-11-22";
const LAST: &str = "2027-11-21";
const AFTER: &str = "2027-11-22";
const LATE: &str = "2031-11-22";

/// The label with the pack's day of review.
fn due(pack: &Rc<Pack>, key: &str) -> String {
    let words = Labels::new(pack.clone());
    words.fill(key, &[("date", &words.date(pack.about.review_by))])
}

/// The text of every element for which `test` holds.
fn texts(tags: &[Tag], test: impl Fn(&Tag) -> bool) -> Vec<String> {
    let found = tags.iter().enumerate().filter(|(_, tag)| test(tag));
    found.filter_map(|(i, _)| html::text_of(&tags[i..], |_| true)).collect()
}

fn has_class(tag: &Tag, class: &str) -> bool {
    tag.get("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

/// REQ-AGE-1
#[test]
fn every_page_in_every_shell_says_that_the_pack_is_overdue_once_it_is() {
    let pack = met("en");
    let label = labels()["overdue-pack"].clone();
    for shell in Shell::ALL {
        for route in Route::all(&pack) {
            for (today, is_overdue) in [(READ, false), (LAST, false), (AFTER, true), (LATE, true)] {
                // The others say the same as the site; one late day will do.
                if shell != Shell::Site && today != LATE {
                    continue;
                }
                let mut visit = Visit::on(&pack, today, route.clone());
                visit.address.shell = shell;
                let tags = visit.tags();
                let path = visit.address.path();
                let main = html::text_of(&tags, |tag| tag.name == "main").unwrap_or_default();
                assert_eq!(main.starts_with(&label), is_overdue, "{shell:?} {path} on {today}");
                for note in tags.iter().filter(|tag| has_class(tag, "rx-review-note")) {
                    let says_so = note.get("data-overdue").is_some();
                    assert_eq!(says_so, is_overdue, "{path} on {today}: {note:?}");
                    let key = if is_overdue { "review-overdue" } else { "review-by" };
                    assert_eq!(note.text.trim(), due(&pack, key), "{path} on {today}");
                }
            }
        }
    }
}

/// Before the app knows the day, a page claims neither.
#[test]
fn a_page_that_knows_no_day_says_by_when_it_is_to_be_read_again() {
    let pack = met("en");
    let visit = Visit { today: None, ..Visit::on(&pack, LATE, Route::Role("pc".into())) };
    let text = visit.text();
    assert!(text.contains(&due(&pack, "review-by")), "{text}");
    assert!(!text.contains(&labels()["overdue-pack"]));
    assert!(!text.contains(&due(&pack, "overdue")));
}

/// REQ-AGE-1: each amount carries its date, and says that it is overdue.
#[test]
fn every_pay_stands_with_its_date_and_says_when_it_is_overdue() {
    let pack = met("en");
    let words = Labels::new(pack.clone());
    let mut amounts = 0;
    for role in &pack.roles {
        for (today, is_overdue) in [(READ, false), (LATE, true)] {
            let tags = Visit::on(&pack, today, Route::Role(role.id.to_string())).tags();
            let begin = tags.iter().position(|tag| has_class(tag, "rx-role__pay"));
            let table = begin.map_or(&[][..], |begin| &tags[begin..]);
            let end = table.iter().position(|tag| tag.name == "/table").unwrap_or(table.len());
            let rows = texts(&table[..end], |tag| tag.name == "tr");
            // The first row is the head of the table.
            assert_eq!(rows.len().saturating_sub(1), role.pay.len(), "{}", role.id);
            for (row, pay) in rows.iter().skip(1).zip(&role.pay) {
                assert!(row.contains(&words.pay(pay)), "{row}");
                assert!(row.contains(&words.published(&pay.published)), "{row}");
                assert_eq!(row.contains(&due(&pack, "overdue")), is_overdue, "{today}: {row}");
                amounts += 1;
            }
        }
    }
    assert!(amounts > 20, "{amounts} amounts were looked at");
}

/// REQ-AGE-1: whether a role or way in is open is told as of a date, and as overdue.
#[test]
fn every_window_is_told_as_history_and_says_when_it_is_overdue() {
    let pack = met("en");
    for role in &pack.roles {
        for (today, is_overdue) in [(READ, false), (LATE, true)] {
            let tags = Visit::on(&pack, today, Route::Role(role.id.to_string())).tags();
            let lines = texts(&tags, |tag| tag.name == "p");
            for status in role.routes.iter().map(|way| &way.status).chain([&role.status]) {
                let line = lines.iter().find(|line| line.contains(&status.text));
                let line = line.unwrap_or_else(|| panic!("{}: {:?}", role.id, status.text));
                assert_eq!(line.contains(&due(&pack, "overdue")), is_overdue, "{today}: {line}");
            }
        }
    }
    for key in ["status-advertised", "status-paused", "status-ended"] {
        assert!(labels()[key].contains("when it was published ({date})"), "{key}");
    }
}

/// REQ-AGE-1: the words stand beside how the rule stands, not only below its sources.
#[test]
fn every_rule_says_when_it_is_overdue_where_it_says_how_it_stands() {
    let pack = met("en");
    for rule in &pack.rules.rules {
        for (today, is_overdue) in [(READ, false), (LATE, true)] {
            let tags = Visit::on(&pack, today, Route::Rule(rule.id.to_string())).tags();
            let standing = texts(&tags, |tag| has_class(tag, "rx-rule__standing")).join(" ");
            assert!(!standing.is_empty(), "{}", rule.id);
            assert_eq!(standing.contains(&due(&pack, "overdue")), is_overdue, "{}", rule.id);
        }
    }
}

/// What has a day of its own speaks from that day on, and nothing else does.
#[test]
fn a_day_of_review_of_its_own_counts_for_the_one_statement_that_has_it() {
    let mut pack = (*met("en")).clone();
    let early = day("2026-12-01");
    let rule: RuleId = "age-apply".into();
    let found = Rc::make_mut(&mut pack.rules).rules.iter_mut().find(|other| other.id == rule);
    found.unwrap_or_else(|| panic!("no rule {rule}")).review_by = Some(early);
    let role = pack.roles.iter_mut().find(|role| role.pay.len() > 1);
    let role = Rc::make_mut(role.unwrap_or_else(|| panic!("no role with two amounts")));
    role.pay[0].review_by = Some(early);
    let (id, pack) = (role.id.to_string(), Rc::new(pack));
    let words = Labels::new(pack.clone());
    let mark = words.fill("overdue", &[("date", &words.date(early))]);
    for (today, count) in [("2026-12-01", 0), ("2026-12-02", 1)] {
        let marks = |route: Route| Visit::on(&pack, today, route).text().matches(&mark).count();
        assert_eq!(marks(Route::Role(id.clone())), count, "{today}");
        assert_eq!(marks(Route::Rule(rule.to_string())), count, "{today}");
        assert_eq!(marks(Route::Rule("degree".into())), 0, "{today}");
    }
}

/// REQ-AGE-2
#[test]
fn an_aim_is_told_with_the_day_it_was_stated_and_after_its_time_as_history() {
    let pack = met("en");
    let words = Labels::new(pack.clone());
    let passed = labels()["figures-aim-passed"].clone();
    let mut aims = 0;
    for today in [READ, LATE] {
        let tags = Visit::on(&pack, today, Route::Figures).tags();
        let rows = texts(&tags, |tag| tag.name == "tr" || tag.name == "li");
        for figure in &pack.figures.figures {
            let amount = words.figure(figure);
            let of_figure: Vec<&String> = rows
                .iter()
                .filter(|row| {
                    row.contains(&amount) && row.contains(&words.published(&figure.as_of))
                })
                .collect();
            assert!(!of_figure.is_empty(), "{} is on no page", figure.id);
            if figure.kind == FigureKind::Aim {
                aims += 1;
                assert!(amount.contains(&words.published(&figure.published)), "{amount}");
                let end = figure.as_of.last_day();
                let is_past = end.is_some_and(|end| end < day(today));
                for row in of_figure {
                    assert_eq!(row.contains(&passed), is_past, "{today}: {row}");
                }
            }
        }
    }
    assert_eq!(aims, 12, "six aims on two days");
    let text = Visit::on(&pack, READ, Route::Figures).text();
    assert_eq!(text.matches(&passed).count(), 5, "the aim for 2030 is not past in 2026");
}

/// REQ-AGE-1: past its review no rule decides, in the result and on the plan.
#[test]
fn no_verdict_and_no_day_rests_on_an_overdue_rule() {
    let pack = met("en");
    let not_yet = labels()["headline-not-yet"].clone();
    let stale = due(&pack, "result-stale");
    let words = Labels::new(pack.clone());
    for (today, born, seventeen) in
        [(READ, "2010-03-05", "2027-03-05"), (LATE, "2015-03-05", "2032-03-05")]
    {
        let is_overdue = today == LATE;
        let from = |key: &str| words.fill(key, &[("date", &words.date(day(seventeen)))]);
        let result =
            Visit { quiz: born_on(&pack, born), step: 1, ..Visit::on(&pack, today, Route::Quiz) };
        let plan = Visit {
            quiz: born_on(&pack, born),
            list: "pcps".into(),
            ..Visit::on(&pack, today, Route::Plan)
        };
        let (result, plan) = (result.text(), plan.text());
        assert_eq!(result.contains(&stale), is_overdue, "{today}");
        assert!(!is_overdue || plan.contains(&labels()["plan-no-date"]));
        for (name, text, from) in
            [("result", result, from("reason-from")), ("plan", plan, from("plan-from"))]
        {
            assert_eq!(text.contains(&not_yet), !is_overdue, "{name} on {today}");
            assert_eq!(text.contains(&from), !is_overdue, "{name} on {today}");
        }
    }
}

/// Words that hold on the day they are written and on no other.
const STALE: [&str; 13] = [
    "currently",
    "at present",
    "at the moment",
    "right now",
    "nowadays",
    "these days",
    "recently",
    "this year",
    "last year",
    "next year",
    "this month",
    "so far",
    "upcoming",
];

/// What makes a sentence with "today" true on any day: it says that we do not know, sends the reader
/// to look, or names a newspaper.
const HEDGES: [&str; 9] = [
    "not seen",
    "cannot see",
    "may differ",
    "what holds today",
    " ask ",
    "doask ",
    "look on ",
    "personnel today",
    "today headline",
];

/// REQ-AGE-1
#[test]
fn no_sentence_holds_on_the_day_it_was_written_alone() {
    let pack = met("en");
    let mut found = Vec::new();
    for route in Route::all(&pack) {
        let visit = Visit::on(&pack, LATE, route);
        let text = visit.text().to_lowercase();
        for sentence in text.split(['.', ';', '?']) {
            let padded = format!(" {sentence} ").replace([',', ':', '(', ')'], " ");
            let is_stale = STALE.iter().any(|word| padded.contains(&format!(" {word} ")));
            let is_today = padded.contains(" today ") && !HEDGES.iter().any(|h| padded.contains(h));
            if is_stale || is_today {
                found.push(format!("/{}: {}", visit.address.path(), sentence.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_was_published_of_a_person_is_told_as_of_its_date() {
    let pack = met("en");
    let words = Labels::new(pack.clone());
    for person in &pack.people {
        let text = Visit::on(&pack, LATE, Route::Officer(person.slug.clone())).text();
        let dated =
            fill(&labels()["as-published"], &[("date", &words.published(&person.published))]);
        assert!(text.contains(&dated), "{}", person.slug);
    }
}
