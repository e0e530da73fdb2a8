//! The pages that explore in depth: what the Met pack makes of them, and what stands in them before the app runs.

use model::fit::Speaks;
use model::id::RoleId;
use recruitment_explorer::components::station_name;
use recruitment_explorer::labels::LANGUAGES;
use recruitment_explorer::platform::config::Config;
use recruitment_explorer::prerender::{self, Build};
use recruitment_explorer::route::{Address, Route, Shell};

use crate::html::{self, Tag};
use crate::project::{labels, met, read};

fn page(route: Route) -> Vec<Tag> {
    let template = read("index.html");
    let config = Config {
        base_path: "/".into(),
        languages: LANGUAGES.iter().map(|language| language.tag.to_owned()).collect(),
        ..Config::default()
    };
    let build = Build { template: &template, config: &config, head: "", tail: "" };
    let address = Address { shell: Shell::Site, language: "en", route };
    html::tags(&prerender::document(&build, &met("en"), &address))
}

fn text(route: Route) -> String {
    html::text_of(&page(route), |tag| tag.name == "main").unwrap_or_default()
}

/// What a role's own weights say, as answers.
fn answers_of(role: &RoleId) -> Vec<i8> {
    let pack = met("en");
    let weights = pack.fit.statements.iter().map(|statement| statement.weight(role));
    weights.map(|weight| weight.signum() as i8 * 2).collect()
}

#[test]
fn answers_that_agree_with_a_role_put_it_first_and_speak_for_it() {
    let pack = met("en");
    let roles = pack.fit.roles();
    assert_eq!(roles.len(), pack.roles.len());
    for role in &roles {
        let answers = answers_of(role);
        assert_eq!(pack.fit.score(role, &answers), 10_000, "{role}");
        let places = pack.fit.ranking(&roles, &answers);
        assert_eq!(places[0].first(), Some(role), "{role}: {places:?}");
        assert_eq!(pack.fit.reasons(role, &answers, Speaks::For).len(), 3, "{role}");
        assert!(pack.fit.reasons(role, &answers, Speaks::Against).is_empty(), "{role}");
    }
}

#[test]
fn before_anything_is_said_there_is_no_ranking_and_every_choice_stands_at_skip() {
    let tags = page(Route::Fit);
    let fit = html::text_of(&tags, |tag| tag.name == "main").unwrap_or_default();
    assert!(fit.contains(&labels()["fit-no-ranking"]), "{fit}");
    let radios: Vec<&Tag> = tags.iter().filter(|tag| tag.is("type", "radio")).collect();
    let statements = met("en").fit.statements.len();
    assert_eq!(radios.len(), statements * 5);
    let chosen = radios.iter().filter(|tag| tag.get("checked").is_some()).count();
    assert_eq!(chosen, statements);
    assert!(fit.contains("does not measure"), "{fit}");
}

/// The list behind the picture is the same data: every move, readable without script.
#[test]
fn every_move_is_in_the_list_with_how() {
    let pack = met("en");
    let ways = text(Route::Ways);
    assert!(pack.career.moves.len() > 30);
    for step in &pack.career.moves {
        let how: Vec<&str> = step.how.split_whitespace().collect();
        assert!(ways.contains(&how.join(" ")), "{:?} is not on the page", step.how);
    }
}

/// The picture is the same data too: a line for each move, from the row of one place down to the
/// row of the other.
#[test]
fn every_move_is_a_line_that_leads_down_between_its_two_places() {
    let pack = met("en");
    let tags = page(Route::Ways);
    let begin = tags.iter().position(|tag| tag.is("class", "rx-ways-picture"));
    let picture = &tags[begin.unwrap_or_else(|| panic!("no picture"))..];
    let rows = picture.iter().skip_while(|tag| tag.name != "ol");
    let rows = rows.take_while(|tag| tag.name != "/ol").filter(|tag| tag.name == "a");
    let rows: Vec<&str> = rows.map(|tag| tag.text.trim()).collect();
    let lines: Vec<&str> = picture.iter().filter_map(|tag| tag.get("d")).collect();
    let mut lines = lines[..pack.career.moves.len()].to_vec();
    for step in &pack.career.moves {
        let row = |station| {
            let name = station_name(&pack, station);
            rows.iter().position(|row| *row == name).unwrap_or_else(|| panic!("no row for {name}"))
        };
        let (from, to) = (row(&step.from), row(&step.to));
        assert!(from < to, "{step:?} leads up");
        let (begin, end) = (format!("M0 {}C", from * 100 + 50), format!(" 0 {}", to * 100 + 50));
        let found = lines.iter().position(|line| line.starts_with(&begin) && line.ends_with(&end));
        lines.remove(found.unwrap_or_else(|| panic!("no line for {step:?}")));
    }
    assert!(lines.is_empty(), "{lines:?}");
    let thick = picture.iter().filter(|tag| tag.get("class").is_some_and(|c| c.contains("--here")));
    assert!(thick.count() > 0, "the place that is shown stands out");
}

#[test]
fn every_borough_is_a_link_and_stands_in_the_list() {
    let pack = met("en");
    let tags = page(Route::Areas);
    let areas = text(Route::Areas);
    for area in &pack.areas.areas {
        let href = format!("/areas?area={}", area.id);
        assert_eq!(tags.iter().filter(|tag| tag.is("href", &href)).count(), 1, "{href}");
        assert!(areas.contains(&area.name), "{}", area.name);
    }
    let unsure = pack.areas.units.iter().filter(|unit| unit.name_unconfirmed).count();
    assert_eq!(areas.matches(&labels()["areas-unconfirmed"]).count(), unsure);
}

#[test]
fn supporters_read_every_rule_and_role_without_answering() {
    let pack = met("en");
    let tags = page(Route::Supporters);
    let supporters = text(Route::Supporters);
    for role in &pack.roles {
        assert!(supporters.contains(&role.name), "{}", role.name);
    }
    for rule in pack.rules.roles.iter().flat_map(|judged| &judged.criteria) {
        if pack.rule(&rule.id).is_some() {
            let href = format!("/rules/{}", rule.id);
            assert!(tags.iter().any(|tag| tag.is("href", &href)), "no link to {href}");
        }
    }
    assert!(!tags.iter().any(|tag| tag.name == "input"), "nothing is asked here");
}
