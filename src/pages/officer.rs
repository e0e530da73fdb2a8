//! A person: what was told of them, as published at a date.

use std::rc::Rc;

use model::Pack;
use model::person::Person;
use yew::prelude::*;

use crate::components::{Link, Notice, PageHeading, PersonLine, SourceLine, Terms, TileMark};
use crate::context::{use_explorer, use_labels};
use crate::labels::Labels;
use crate::route::Route;

/// How many similar people are shown.
const SIMILAR_SHOWN: usize = 3;

/// Props of [`OfficerPage`].
#[derive(Properties, PartialEq)]
pub struct OfficerPageProps {
    /// Who.
    pub person: Rc<Person>,
}

/// A person's page.
#[component]
pub fn OfficerPage(props: &OfficerPageProps) -> Html {
    let explorer = use_explorer();
    let labels = use_labels();
    let (pack, person) = (&explorer.pack, &props.person);
    let glyph = person.roles.first().and_then(|id| pack.role(id)).map(|role| role.glyph);
    let similar = similar(pack, person);
    let all_text: String =
        person.story.iter().map(|passage| passage.text.as_str()).collect::<Vec<_>>().join(" ");
    html! {
        <article class="rx-story rx-column">
            <TileMark place={person.place.clone()} {glyph} large={true} />
            <PageHeading above={person.then.clone()} text={person.name.clone()} lead={person.summary.clone()} />
            <p class="rx-story__as-published">
                { labels.fill("as-published", &[("date", &labels.published(&person.published))]) }
            </p>
            if let Some(note) = &person.content_note {
                <Notice label={labels.text("content-note")}>{ note }</Notice>
            }
            { facts(pack, person, &labels) }
            { for person.story.iter().map(|passage| html! {
                <section class="rx-story__passage">
                    <h2 class="rx-story__theme">{ Pack::tag_name(&pack.about.themes, &passage.theme) }</h2>
                    <p>{ &passage.text }</p>
                </section>
            }) }
            <Terms text={format!("{} {} {all_text}", person.then, person.summary)} />
            <section class="rx-story__source">
                <h2>{ labels.text("source-heading") }</h2>
                <p>{ labels.text("source-own-words") }{ " " }
                    <SourceLine sources={person.sources.clone()} published={person.published.clone()} /></p>
                <p class="rx-muted">{ labels.text("removal") }{ " " }
                    <Link to={Route::About} fragment="removal">{ labels.text("removal-link") }</Link></p>
            </section>
            if !similar.is_empty() {
                <section class="rx-section" aria-labelledby="similar">
                    <h2 id="similar">{ labels.text("similar-people") }</h2>
                    <ul class="rx-person-list">
                        { for similar.iter().map(|person| html! { <PersonLine key={person.id.as_str()} {person} /> }) }
                    </ul>
                </section>
            }
            { neighbours(pack, person, &labels) }
        </article>
    }
}

/// Role, route, area, what they came from: each only where it was stated.
fn facts(pack: &Pack, person: &Person, labels: &Labels) -> Html {
    let tags = |list: &[model::pack::Tag], ids: &[model::id::TagId]| {
        ids.iter().map(|id| Pack::tag_name(list, id).to_owned()).collect::<Vec<_>>().join(", ")
    };
    let row = |key: &str, value: Html| {
        html! { <div class="rx-facts__row"><dt>{ labels.text(key) }</dt><dd>{ value }</dd></div> }
    };
    let roles = person.roles.iter().filter_map(|id| pack.role(id)).enumerate().map(|(i, role)| {
        html! { <>{ if i > 0 { ", " } else { "" } }<Link to={Route::Role(role.id.to_string())}>{ &role.name }</Link></> }
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
fn neighbours(pack: &Pack, person: &Person, labels: &Labels) -> Html {
    let Some(at) = pack.people.iter().position(|other| other.id == person.id) else {
        return html! {};
    };
    let before = at.checked_sub(1).and_then(|i| pack.people.get(i));
    let after = pack.people.get(at + 1);
    let link = |person: &Rc<Person>, key: &str, class: &'static str| {
        html! {
            <Link to={Route::Officer(person.slug.clone())} {class}>
                <span class="rx-neighbours__label">{ labels.text(key) }</span>
                <span class="rx-neighbours__name">{ &person.name }</span>
            </Link>
        }
    };
    html! {
        <nav class="rx-neighbours" aria-label={labels.text("neighbours")}>
            if let Some(person) = before { { link(person, "previous", "rx-neighbours__previous") } }
            if let Some(person) = after { { link(person, "next", "rx-neighbours__next") } }
        </nav>
    }
}
