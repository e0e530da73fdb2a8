//! The first page: where am I, for whom is this, what are my three ways in.

use yew::prelude::*;

use crate::components::{Link, PageHeading, PersonLine};
use crate::context::{use_explorer, use_labels};
use crate::route::Route;

/// How many people the first page shows.
const PEOPLE_SHOWN: usize = 4;

/// The first page.
#[component]
pub fn StartPage() -> Html {
    let explorer = use_explorer();
    let labels = use_labels();
    let pack = &explorer.pack;
    let force = &pack.about.force;
    let way = |route: Route, title: &str, text: String| {
        html! {
            <li class="rx-ways__way">
                <Link to={route} class="rx-ways__link">{ labels.text(title) }</Link>
                <span class="rx-ways__text">{ text }</span>
            </li>
        }
    };
    html! {
        <div class="rx-start">
            <PageHeading
                above={labels.fill("start-above", &[("force", &force.name)])}
                text={labels.text("start-heading")}
                lead={labels.fill("start-lead", &[("force", &force.short), ("city", &force.city)])}
            />
            <ul class="rx-ways">
                { way(Route::Quiz, "start-quiz", labels.text("start-quiz-text")) }
                { way(Route::Officers, "start-officers", labels.count("start-officers-text", pack.people.len())) }
                { way(Route::Roles, "start-roles", labels.count("start-roles-text", pack.roles.len())) }
            </ul>
            <section class="rx-section" aria-labelledby="start-people">
                <h2 id="start-people">{ labels.text("start-people") }</h2>
                <ul class="rx-person-list">
                    { for pack.people.iter().filter(|p| p.has_story()).take(PEOPLE_SHOWN).map(|person| html! {
                        <PersonLine key={person.id.as_str()} {person} />
                    }) }
                </ul>
                <p><Link to={Route::Officers}>{ labels.count("start-all-people", pack.people.len()) }</Link></p>
            </section>
            <section class="rx-section rx-column" aria-labelledby="start-beside">
                <h2 id="start-beside">{ labels.text("start-beside") }</h2>
                <p>{ labels.text("start-beside-text") }</p>
                <ul class="rx-plain-links">
                    <li><Link to={Route::Rules}>{ labels.text("nav-rules") }</Link></li>
                    <li><Link to={Route::Figures}>{ labels.text("nav-figures") }</Link></li>
                    <li><Link to={Route::Glossary}>{ labels.text("nav-glossary") }</Link></li>
                </ul>
            </section>
        </div>
    }
}
