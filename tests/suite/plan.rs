//! The plan's days: from when one could apply for each role on the list, each with a calendar entry.

use recruitment_explorer::route::{Route, Shell};

use crate::html;
use crate::project::{labels, met};
use crate::visit::{Visit, born_on};

const TODAY: &str = "2026-11-22";

/// The list of days of each role on the plan of somebody born on this day, and how many entries a
/// calendar can be given.
fn days(born: &str, list: &str, shell: Shell) -> (Vec<String>, usize) {
    let pack = met("en");
    let mut visit = Visit {
        quiz: born_on(&pack, born),
        list: list.into(),
        ..Visit::on(&pack, TODAY, Route::Plan)
    };
    visit.address.shell = shell;
    let tags = visit.tags();
    let (heading, makes) = (&labels()["plan-days"], &labels()["plan-calendar"]);
    let makes = makes.split('{').next().unwrap_or_default();
    let found = tags.iter().enumerate().filter(|(_, tag)| tag.name == "h3" && tag.text == *heading);
    let lists = found.filter_map(|(i, _)| html::text_of(&tags[i..], |tag| tag.name == "ul"));
    let entries = tags.iter().filter(|tag| tag.name == "button" && tag.text.starts_with(makes));
    (lists.collect(), entries.count())
}

#[test]
fn every_role_on_the_list_says_from_when_one_could_apply() {
    let (days, entries) = days("2010-03-05", "pcpssc", Shell::Site);
    assert_eq!(days.len(), 3);
    for list in &days {
        assert!(list.contains("You could apply from 5 March 2027"), "{list}");
        assert!(list.contains("5 March 2028"), "from when one could start: {list}");
    }
    let dates: usize =
        days.iter().map(|list| list.matches("Make a calendar entry for").count()).sum();
    assert!(entries >= 6 && entries == dates, "{entries} entries for {dates} days");
}

#[test]
fn who_need_not_wait_is_told_so_and_gets_no_entry_for_it() {
    let (days, _) = days("1996-05-01", "vo", Shell::Site);
    assert_eq!(days.len(), 1);
    assert!(days[0].contains(&labels()["plan-now"]), "{days:?}");
    assert!(!days[0].contains("You could apply from"), "{days:?}");
}

#[test]
fn a_public_screen_shows_the_days_and_makes_no_file() {
    let (days, entries) = days("2010-03-05", "pc", Shell::Kiosk);
    assert!(days[0].contains("You could apply from 5 March 2027"), "{days:?}");
    assert_eq!(entries, 0);
}
