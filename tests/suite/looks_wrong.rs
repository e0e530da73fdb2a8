//! "This looks wrong": what the text holds, to whom it goes, and what a public screen offers instead.

use std::rc::Rc;

use model::Pack;
use recruitment_explorer::route::{Route, Shell};

use crate::html::{self, Tag};
use crate::project::{labels, met};
use crate::take_away::read_path;
use crate::visit::{Visit, born_on};

const TODAY: &str = "2026-11-22";

/// Every text of a page, as it stands in its field.
fn texts(tags: &[Tag]) -> Vec<String> {
    let fields = tags.iter().filter(|tag| tag.name == "textarea");
    fields.map(|tag| tag.text.trim().to_owned()).collect()
}

/// A page of each kind, and what it is called in the pack.
fn pages(pack: &Rc<Pack>) -> Vec<(Route, String, String)> {
    let person = &pack.people[0];
    let mut pages = vec![
        (Route::Officer(person.slug.clone()), format!("person/{}", person.id), String::new()),
        (Route::Role("pc".into()), "role/pc".into(), String::new()),
        (Route::Rule("degree".into()), "rule/degree".into(), String::new()),
        (Route::Glossary, "glossary".into(), String::new()),
        (Route::Sources, "sources".into(), String::new()),
        (Route::Figures, "figures".into(), String::new()),
    ];
    let series = pack.figures.series.iter();
    pages.extend(series.map(|series| {
        (Route::Figures, format!("figures/{}", series.id), format!("#{}", series.id))
    }));
    pages
}

/// REQ-PRV-13
#[test]
fn the_text_holds_id_version_date_and_address_and_never_an_answer() {
    let pack = met("en");
    let version = &pack.about.version;
    for (route, id, fragment) in pages(&pack) {
        let visit = Visit::on(&pack, TODAY, route);
        let path = visit.address.path();
        let wanted = format!(
            "Looks wrong: {id}. Content: met {version}. \
             Page: https://explorer.example/{path}{fragment} Date: {TODAY}"
        );
        assert!(texts(&visit.tags()).contains(&wanted), "{wanted}");
        let with_answers = Visit { quiz: born_on(&pack, "1996-05-01"), ..visit.clone() };
        assert_eq!(texts(&with_answers.tags()), texts(&visit.tags()), "{path}");
        // Before the app is there nothing could be done with it: the page says whom to tell.
        let undated = Visit { today: None, ..visit };
        assert!(texts(&undated.tags()).is_empty(), "{path}");
        assert!(
            undated.tags().iter().any(|tag| tag.text.contains(&labels()["wrong-to"])),
            "{path}"
        );
    }
}

#[test]
fn it_says_to_whom_it_goes() {
    let pack = met("en");
    let mut visit = Visit::on(&pack, TODAY, Route::Role("pc".into()));
    let about = |visit: &Visit| {
        let tags = visit.tags();
        let begin = tags.iter().position(|tag| tag.is("class", "rx-fold rx-looks-wrong"));
        let begin = begin.unwrap_or_else(|| panic!("no fold"));
        html::text_of(&tags[begin..], |_| true).unwrap_or_default()
    };
    assert!(about(&visit).contains(&labels()["contact-none"]));
    visit.config.operator = "A Campaign".into();
    visit.config.contact = "https://campaign.example/contact".into();
    assert!(about(&visit).contains("How to reach A Campaign"));
    visit.address.shell = Shell::Kiosk;
    assert!(about(&visit).contains("campaign.example/contact"));
    let tags = visit.tags();
    let leads_out =
        |tag: &&Tag| tag.name == "a" && tag.get("href").is_some_and(|to| to.contains("://"));
    assert_eq!(tags.iter().find(leads_out), None, "a public screen leads nowhere else");
}

/// REQ-KSK-10
#[test]
fn a_public_screen_shows_a_code_of_the_text_once_the_day_is_known() {
    let pack = met("en");
    for (route, _, fragment) in pages(&pack) {
        if !fragment.is_empty() {
            continue;
        }
        let mut visit = Visit::on(&pack, TODAY, route);
        visit.address.shell = Shell::Kiosk;
        let tags = visit.tags();
        let code = tags.iter().position(|tag| tag.is("class", "rx-qr"));
        let code = code.unwrap_or_else(|| panic!("no code on {}", visit.address.path()));
        let side = tags[code].get("viewBox").and_then(|area| area.split(' ').nth(2)?.parse().ok());
        let paths: Vec<&str> = tags[code..].iter().filter_map(|tag| tag.get("d")).take(2).collect();
        let read = read_path(side.unwrap_or_default(), paths[1]);
        assert_eq!(Some(&read), texts(&tags).first());
        let copies =
            tags.iter().any(|tag| tag.name == "button" && tag.text == labels()["wrong-copy"]);
        assert!(!copies, "a public screen has no clipboard of the visitor");
        let undated = Visit { today: None, ..visit };
        assert!(!undated.tags().iter().any(|tag| tag.is("class", "rx-qr")));
    }
}
