//! The first page: where am I, for whom is this, what are my three ways in.

use std::rc::Rc;

use model::Pack;
use model::person::Person;
use yew::prelude::*;

use crate::components::{PageHeading, explore_links, link, link_item, page_heading, person_line};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// How many people the first page shows.
const PEOPLE_SHOWN: usize = 4;

/// The first page.
pub fn page(view: &View) -> Html {
    let labels = view.labels();
    let pack = view.pack();
    let force = &pack.about.force;
    let way = |route: Route, title: &str, text: String| {
        html! {
            <li class="rx-ways__way">
                { link(view, route, "rx-ways__link", labels.text(title).into()) }
                <span class="rx-ways__text">{ text }</span>
            </li>
        }
    };
    let heading = PageHeading {
        above: Some(labels.fill("start-above", &[("force", &force.name)])),
        text: labels.text("start-heading"),
        lead: Some(labels.fill("start-lead", &[("force", &force.short), ("city", &force.city)])),
    };
    html! {
        <div key="start" class="rx-start">
            { page_heading(heading) }
            <ul class="rx-ways">
                { way(Route::Quiz, "start-quiz", labels.text("start-quiz-text")) }
                { way(Route::Officers, "start-officers", labels.count("start-officers-text", pack.people.len())) }
                { way(Route::Roles, "start-roles", labels.count("start-roles-text", pack.roles.len())) }
            </ul>
            <section class="rx-section" aria-labelledby="start-people">
                <h2 id="start-people">{ labels.text("start-people") }</h2>
                <ul class="rx-person-list">
                    { for shown(pack).into_iter().map(|person| person_line(view, person)) }
                </ul>
                <p>{ link(view, Route::Officers, "", labels.count("start-all-people", pack.people.len()).into()) }</p>
            </section>
            <section class="rx-section rx-column" aria-labelledby="start-explore">
                <h2 id="start-explore">{ labels.text("start-explore") }</h2>
                <ul class="rx-plain-links">
                    { link_item(view, Route::Search, "nav-search") }
                    { explore_links(view) }
                </ul>
            </section>
            <section class="rx-section rx-column" aria-labelledby="start-beside">
                <h2 id="start-beside">{ labels.text("start-beside") }</h2>
                <p>{ labels.text("start-beside-text") }</p>
                <ul class="rx-plain-links">
                    { link_item(view, Route::Rules, "nav-rules") }
                    { link_item(view, Route::Figures, "nav-figures") }
                    { link_item(view, Route::Glossary, "nav-glossary") }
                </ul>
            </section>
        </div>
    }
}

/// People with a story whose kinds of work differ, so that the first page shows more than one side.
fn shown(pack: &Pack) -> Vec<&Rc<Person>> {
    let mut shown: Vec<&Rc<Person>> = Vec::new();
    for person in pack.people.iter().filter(|person| person.has_story()) {
        let is_new = |other: &&Rc<Person>| {
            other.roles.first() != person.roles.first() && other.work.first() != person.work.first()
        };
        if shown.len() < PEOPLE_SHOWN && shown.iter().all(is_new) {
            shown.push(person);
        }
    }
    shown
}
