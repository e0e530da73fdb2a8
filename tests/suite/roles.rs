//! The pages of roles: what each way in asks for, said once and with its source.

use model::role::Role;
use recruitment_explorer::platform::config::Config;
use recruitment_explorer::prerender;
use recruitment_explorer::route::{Address, Route, Shell};

use crate::html::{self, Tag};
use crate::project::{labels, met};

fn page(role: &Role) -> Vec<Tag> {
    let route = Route::Role(role.id.to_string());
    let address = Address { shell: Shell::Site, language: "en", route };
    let config = Config { base_path: "/".into(), ..Config::default() };
    html::tags(&prerender::render(&met("en"), &config, &address))
}

/// What stands under each way in, and under what several share: the heading, and what follows it.
fn parts(tags: &[Tag]) -> Vec<(String, &[Tag])> {
    let begins = |tag: &Tag| tag.is("class", "rx-role__way");
    let starts: Vec<usize> = (0..tags.len()).filter(|at| begins(&tags[*at])).collect();
    let part = |start: &usize| {
        let part = &tags[*start..];
        let end = part.iter().position(|tag| tag.name == "/section").unwrap_or(part.len());
        let heading = html::text_of(part, |tag| tag.name == "h3").unwrap_or_default();
        (heading, &part[..end])
    };
    starts.iter().map(part).collect()
}

/// What a visitor reads who wants to come in this way: its own part, and what it shares.
fn of_way<'a>(parts: &[(String, &'a [Tag])], own: &str, short: &str) -> Vec<&'a [Tag]> {
    let same = labels()["role-same-for"].replace("{routes}", "");
    let holds = |heading: &str| match heading.strip_prefix(&same) {
        Some(ways) => ways.split(", ").any(|way| way == short),
        None => heading == own || heading == format!("{own} ({short})"),
    };
    parts.iter().filter(|(heading, _)| holds(heading)).map(|(_, tags)| *tags).collect()
}

#[test]
fn every_way_in_shows_a_line_with_a_source_for_each_of_its_rules_and_no_line_twice() {
    let (pack, mut checked) = (met("en"), 0);
    for role in &pack.roles {
        let tags = page(role);
        let parts = parts(&tags);
        for way in &role.routes {
            let Some(judged) = pack.rules.roles.iter().find(|one| one.id == way.id.as_str()) else {
                continue;
            };
            let mine = of_way(&parts, &way.name, &way.short);
            let lines = mine.iter().flat_map(|tags| {
                let starts = (0..tags.len()).filter(|at| tags[*at].name == "dd");
                starts.map(|at| &tags[at..])
            });
            let mut shown: Vec<String> = lines
                .map(|line| {
                    let end = line.iter().position(|tag| tag.name == "/dd").unwrap_or(line.len());
                    let is_source = |tag: &Tag| {
                        tag.get("href").is_some_and(|href| href.starts_with("/sources#source-"))
                    };
                    assert!(line[..end].iter().any(is_source), "{}: {:?}", way.id, &line[..end]);
                    line.iter()
                        .find(|tag| tag.name == "a")
                        .map_or_else(String::new, |tag| tag.text.clone())
                })
                .collect();
            let title = |rule: &str| {
                pack.texts.get(&format!("rule.{rule}.title")).cloned().unwrap_or_default()
            };
            let mut wanted: Vec<String> =
                judged.criteria.iter().map(|rule| title(rule.id.as_str())).collect();
            shown.sort();
            wanted.sort();
            assert_eq!(shown, wanted, "{}", way.id);
            checked += 1;
        }
    }
    assert!(checked > 5, "{checked} ways in");
}

#[test]
fn every_way_in_shows_all_that_it_asks_for() {
    let pack = met("en");
    for role in &pack.roles {
        let tags = page(role);
        let parts = parts(&tags);
        for way in &role.routes {
            let mine = of_way(&parts, &way.name, &way.short);
            for claim in way.entry.claims() {
                let says = |tags: &&[Tag]| {
                    tags.iter()
                        .filter(|tag| tag.name == "li" && tag.text.trim() == claim.text)
                        .count()
                };
                let times: usize = mine.iter().map(says).sum();
                assert_eq!(times, 1, "{}: {}", way.id, claim.text);
            }
        }
    }
}
