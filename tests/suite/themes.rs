//! What people say about one thing: every passage stands on its page, with whose it is, then and when.

use recruitment_explorer::platform::config::Config;
use recruitment_explorer::prerender;
use recruitment_explorer::route::{Address, Route, Shell};

use crate::html;
use crate::project::met;

fn page(route: Route) -> Vec<html::Tag> {
    let address = Address { shell: Shell::Site, language: "en", route };
    let config = Config { base_path: "/".into(), ..Config::default() };
    html::tags(&prerender::render(&met("en"), &config, &address))
}

fn main_text(tags: &[html::Tag]) -> String {
    html::text_of(tags, |tag| tag.name == "main").unwrap_or_default()
}

#[test]
fn a_theme_shows_every_passage_with_its_person_and_the_way_to_the_story() {
    let pack = met("en");
    for theme in &pack.about.themes {
        let tags = page(Route::Theme(theme.id.to_string()));
        let text = main_text(&tags);
        let mut count = 0;
        for person in &pack.people {
            for passage in pack.story(&person.id).iter().filter(|one| one.theme == theme.id) {
                count += 1;
                let plain = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
                for part in [plain.as_str(), &person.name, &person.then] {
                    assert!(text.contains(part), "{}: {part:?} is missing", theme.id);
                }
                let href = format!("/officers/{}", person.slug);
                assert!(tags.iter().any(|tag| tag.is("href", &href)), "{}: {href}", theme.id);
            }
        }
        let shown = tags.iter().filter(|tag| tag.name == "article").count();
        assert_eq!(shown, count, "{}", theme.id);
        assert!(text.matches("Published").count() >= count, "{}: a date is missing", theme.id);
    }
}

#[test]
fn a_topic_shows_the_passages_that_the_editors_chose() {
    let pack = met("en");
    assert!(pack.about.topics.len() >= 5);
    for topic in &pack.about.topics {
        let tags = page(Route::Theme(topic.id.to_string()));
        let shown = tags.iter().filter(|tag| tag.name == "article").count();
        assert_eq!(shown, pack.tellings(&topic.id).len(), "{}", topic.id);
        assert!(shown > 0, "{}", topic.id);
    }
}

#[test]
fn the_list_of_themes_leads_to_all_of_them_and_counts() {
    let pack = met("en");
    let tags = page(Route::Themes);
    for theme in pack.about.themes.iter().chain(&pack.about.topics) {
        let href = format!("/themes/{}", theme.id);
        assert!(tags.iter().any(|tag| tag.is("href", &href)), "{href} is missing");
    }
    assert!(main_text(&tags).contains("people"));
}

/// The field has a name, sends nothing, and every frame leads to it.
#[test]
fn the_search_page_has_a_field_that_goes_nowhere_and_every_frame_leads_there() {
    let tags = page(Route::Search);
    let fields: Vec<_> = tags.iter().filter(|tag| tag.name == "input").collect();
    assert_eq!(fields.len(), 1);
    assert!(fields[0].is("autocomplete", "off") && fields[0].get("name").is_none());
    assert!(
        tags.iter()
            .any(|tag| tag.name == "label" && tag.is("for", fields[0].get("id").unwrap_or("")))
    );
    assert!(!tags.iter().any(|tag| tag.name == "form"));
    assert!(tags.iter().any(|tag| tag.is("role", "status")));
    for (shell, href) in
        [(Shell::Site, "/search"), (Shell::Embed, "/embed/search"), (Shell::Kiosk, "/kiosk/search")]
    {
        let address = Address { shell, language: "en", route: Route::Quiz };
        let config = Config { base_path: "/".into(), ..Config::default() };
        let tags = html::tags(&prerender::render(&met("en"), &config, &address));
        assert!(tags.iter().any(|tag| tag.is("href", href)), "no link to {href}");
    }
}
