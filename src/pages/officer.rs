//! A person: what was told of them, as published at a date.

use std::rc::Rc;

use model::Pack;
use model::person::Person;
use yew::prelude::*;

use crate::components::{
    self, Neighbour, PageHeading, keep_button, large_tile_mark, link, link_to, notice,
    page_heading, person_line, source_line, terms,
};
use crate::context::{Destination, View};
use crate::labels::Labels;
use crate::markup::html;
use crate::route::Route;
use crate::shortlist::person_code;

/// How many similar people are shown.
const SIMILAR_SHOWN: usize = 3;

/// A person's page.
pub fn page(view: &View, person: &Person) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let glyph = person.roles.first().and_then(|id| pack.role(id)).map(|role| role.glyph);
    let similar = similar(pack, person);
    let story = pack.story(&person.id);
    let all_text: String =
        story.iter().map(|passage| passage.text.as_str()).collect::<Vec<_>>().join(" ");
    html! {
        <article key={format!("officer/{}", person.slug)} class="rx-story rx-column">
            { large_tile_mark(view, &person.place, glyph) }
            { page_heading(PageHeading {
                above: Some(person.then.clone()),
                text: person.name.clone(),
                lead: Some(person.summary.clone()),
            }) }
            <p class="rx-story__as-published">
                { labels.fill("as-published", &[("date", &labels.published(&person.published))]) }
            </p>
            if let Some(note) = &person.content_note {
                { notice(Some(labels.text("content-note")), html! { note }) }
            }
            { facts(view, person) }
            { keep_button(view, person_code(&person.id)) }
            { for story.iter().map(|passage| html! {
                <section class="rx-story__passage">
                    <h2 class="rx-story__theme">{ Pack::tag_name(&pack.about.themes, &passage.theme) }</h2>
                    <p>{ &passage.text }</p>
                </section>
            }) }
            { terms(view, &[&person.then, &person.summary, all_text.as_str()].join(" ")) }
            <section class="rx-story__source">
                <h2>{ labels.text("source-heading") }</h2>
                <p>{ labels.text("source-own-words") }{ " " }
                    { source_line(view, &person.sources, Some(&person.published), false) }</p>
                <p class="rx-muted">{ labels.text("removal") }{ " " }
                    { link_to(view, Destination::at(Route::About, "removal"), "", labels.text("removal-link").into()) }</p>
            </section>
            if !similar.is_empty() {
                <section class="rx-section" aria-labelledby="similar">
                    <h2 id="similar">{ labels.text("similar-people") }</h2>
                    <ul class="rx-person-list">
                        { for similar.iter().map(|person| person_line(view, person)) }
                    </ul>
                </section>
            }
            { components::looks_wrong(view, &["person/", person.id.as_str()].concat(), "") }
            { neighbours(view, person) }
        </article>
    }
}

/// Role, route, area, what they came from: each only where it was stated.
fn facts(view: &View, person: &Person) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let tags = |list: &[model::pack::Tag], ids: &[model::id::TagId]| {
        ids.iter().map(|id| Pack::tag_name(list, id).to_owned()).collect::<Vec<_>>().join(", ")
    };
    let row = |key: &str, value: Html| {
        html! { <div class="rx-facts__row"><dt>{ labels.text(key) }</dt><dd>{ value }</dd></div> }
    };
    let roles = person.roles.iter().filter_map(|id| pack.role(id)).enumerate().map(|(i, role)| {
        html! { <>{ if i > 0 { ", " } else { "" } }{ link(view, Route::Role(role.id.to_string()), "", html! { &role.name }) }</> }
    });
    let roles: Html = roles.collect();
    let place = place_words(pack, person, labels);
    html! {
        <dl class="rx-facts">
            { row("fact-role", roles) }
            if let Some(place) = place { { row("fact-area", html! { place }) } }
            if let Some(before) = &person.before { { row("fact-before", html! { before }) } }
            if !person.came_from.is_empty() {
                { row("fact-came-from", html! { tags(&pack.about.came_from, &person.came_from) }) }
            }
            if let Some(service) = &person.service { { row("fact-service", html! { service }) } }
            if !person.work.is_empty() { { row("fact-work", html! { tags(&pack.about.work, &person.work) }) } }
        </dl>
    }
}

/// Where somebody worked, in words.
fn place_words(pack: &Pack, person: &Person, labels: &Labels) -> Option<String> {
    let place = &person.place;
    if place.everywhere {
        return Some(labels.text("everywhere"));
    }
    let areas = pack.areas.areas.iter().filter(|area| place.areas.contains(&area.id));
    let areas = areas.map(|area| area.name.as_str()).collect::<Vec<_>>().join(", ");
    let unit = pack.areas.units.iter().find(|unit| Some(&unit.id) == place.unit.as_ref());
    let unit = unit.map(|unit| labels.fill("unit", &[("unit", &unit.name)]));
    let unit = unit.map(|unit| {
        if place.unit_is_our_reading {
            format!("{unit} ({})", labels.text("our-reading-short"))
        } else {
            unit
        }
    });
    let parts = [place.detail.clone(), (!areas.is_empty()).then_some(areas), unit];
    let words = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
    (!words.is_empty()).then_some(words)
}

/// People who share the most: role, kind of work, what they came from, area.
fn similar(pack: &Pack, person: &Person) -> Vec<Rc<Person>> {
    let shared = |other: &Person| {
        let roles = other.roles.iter().filter(|role| person.roles.contains(role)).count();
        let work = other.work.iter().filter(|work| person.work.contains(work)).count();
        let from = other.came_from.iter().filter(|from| person.came_from.contains(from)).count();
        let unit = usize::from(other.place.unit.is_some() && other.place.unit == person.place.unit);
        let story = usize::from(other.has_story());
        if roles + work + from + unit == 0 {
            0
        } else {
            2 * roles + 3 * work + 3 * from + unit + story
        }
    };
    let mut others: Vec<_> = pack
        .people
        .iter()
        .filter(|other| other.id != person.id)
        .map(|other| (shared(other), other))
        .filter(|(shared, _)| *shared > 0)
        .collect();
    others.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    others.into_iter().take(SIMILAR_SHOWN).map(|(_, other)| other.clone()).collect()
}

/// The way to the person before and after in the list.
fn neighbours(view: &View, person: &Person) -> Html {
    let people = &view.pack().people;
    let Some(at) = people.iter().position(|other| other.id == person.id) else {
        return html! {};
    };
    let neighbour = |person: &Rc<Person>| Neighbour {
        to: Route::Officer(person.slug.clone()),
        name: person.name.clone().into(),
    };
    let previous = at.checked_sub(1).and_then(|before| people.get(before)).map(neighbour);
    let next = people.get(at + 1).map(neighbour);
    components::neighbours(view, view.labels().text("neighbours"), previous, next)
}
