//! How a rule came to be: a list that says in words what the line beside it shows.

use std::rc::Rc;

use model::date::Published;
use model::id::RuleId;
use model::rules::RuleEvent;
use recruitment_explorer::route::Route;

use crate::html::{self, Tag};
use crate::project::{labels, met};
use crate::visit::Visit;

/// The steps of a rule's history, as text.
fn steps(tags: &[Tag]) -> Vec<String> {
    let found = tags.iter().enumerate().filter(|(_, tag)| tag.is("class", "rx-timeline__event"));
    found.filter_map(|(i, _)| html::text_of(&tags[i..], |_| true)).collect()
}

#[test]
fn every_step_has_its_span_and_the_newest_is_marked_in_words() {
    let pack = met("en");
    let newest = &labels()["timeline-newest"];
    let steps =
        steps(&Visit::on(&pack, "2026-11-22", Route::Rule("london-residence".into())).tags());
    let spans = [
        "1 August 2014 to 1 November 2018",
        "1 November 2018 to 13 November 2020",
        "13 November 2020 to February 2022",
        "February 2022",
    ];
    assert_eq!(steps.len(), spans.len());
    for (i, (step, span)) in steps.iter().zip(spans).enumerate() {
        assert!(step.starts_with(span), "{step}");
        assert_eq!(step.contains(newest), i == 3, "{step}");
    }
    for rule in pack.rules.rules.iter().filter(|rule| !rule.history.is_empty()) {
        let page = Visit::on(&pack, "2031-11-22", Route::Rule(rule.id.to_string()));
        let marked = page.text().matches(newest).count();
        assert_eq!(marked, 1, "{} has one newest step", rule.id);
    }
}

#[test]
fn what_lies_ahead_says_so_until_its_day_comes() {
    let rule: RuleId = "london-residence".into();
    let mut pack = (*met("en")).clone();
    let found = Rc::make_mut(&mut pack.rules).rules.iter_mut().find(|other| other.id == rule);
    let history = &mut found.unwrap_or_else(|| panic!("no rule {rule}")).history;
    let sources = history[0].sources.clone();
    history.push(RuleEvent { on: Published::new("2030-04-01"), sources });
    let pack = Rc::new(pack);
    let labels = labels();
    let (newest, ahead) = (&labels["timeline-newest"], &labels["timeline-ahead"]);
    for (today, comes) in [(None, false), (Some("2030-03-31"), false), (Some("2030-04-01"), true)] {
        let mut visit =
            Visit::on(&pack, today.unwrap_or("2026-11-22"), Route::Rule(rule.to_string()));
        if today.is_none() {
            visit.today = None;
        }
        let steps = steps(&visit.tags());
        let (before, last) = (&steps[3], &steps[4]);
        assert!(before.starts_with("February 2022 to 1 April 2030"), "{before}");
        assert_eq!(before.contains(newest), !comes, "{today:?}: {before}");
        assert_eq!(last.contains(newest), comes, "{today:?}: {last}");
        assert_eq!(last.starts_with("From 1 April 2030"), !comes, "{today:?}: {last}");
        assert_eq!(last.contains(ahead), !comes, "{today:?}: {last}");
    }
}
