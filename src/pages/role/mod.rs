//! A role: the same parts in the same order for every one, so that roles can be
//! compared.
//!
//! Nothing here is shown as today's: pay, status and rules stand with the date
//! they were published at. What is not published says so in its place.

mod career;
pub mod glance;
mod next;
mod pay;
mod routes;
pub mod rules;
mod shared;

use model::claim::Block;
use model::role::Role;
use model::{Date, Pack};
use yew::prelude::*;

use crate::components::{
    Jump, PageHeading, block_view, claim_source, contents, keep_button, link_to, page_heading,
    person_line, review_note, terms_but,
};
use crate::context::{Destination, View};
use crate::markup::html;
use crate::route::{Query, Route};

/// How many people are shown before the link to all of them.
const PEOPLE_SHOWN: usize = 4;

/// A part of the page under its own heading.
struct Section {
    id: &'static str,
    title: String,
    body: Html,
}

/// A role's page.
pub fn page(view: &View, role: &Role) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let family = pack.about.families.iter().find(|family| family.id == role.family);
    let sections = sections(view, role);
    let jumps: Vec<Jump> = sections
        .iter()
        .map(|section| Jump { id: section.id.into(), text: section.title.clone().into() })
        .collect();
    let judged: Vec<&str> = rules::judged(pack, role).map(|judged| judged.id.as_str()).collect();
    let mut only_this = Query::default();
    only_this.set("for", &judged);
    html! {
        <article key={format!("role/{}", role.id)} class="rx-role rx-column">
            { page_heading(PageHeading {
                above: family.map(|family| family.name.clone()),
                text: role.name.clone(),
                lead: Some(role.summary.clone()),
            }) }
            { glance::view(pack, role, labels) }
            { keep_button(view, Some(role.code.clone())) }
            if !judged.is_empty() {
                <p>{ link_to(view, Destination::with_query(Route::Quiz, only_this), "rx-button", labels.text("role-check").into()) }</p>
            }
            { contents(view, &jumps) }
            { for sections.into_iter().map(|section| html! {
                <section key={section.id} class="rx-section" aria-labelledby={section.id}>
                    <h2 id={section.id}>{ section.title }</h2>
                    { section.body }
                </section>
            }) }
            { terms_but(view, &words(role), &told(role)) }
            { review_note(view, review_by(pack, role)) }
            { crate::components::looks_wrong(view, &["role/", role.id.as_str()].concat(), "") }
        </article>
    }
}

/// The parts of the page, in order.
fn sections(view: &View, role: &Role) -> Vec<Section> {
    let (pack, labels) = (view.pack(), view.labels());
    let section = |id, key: &str, body| Section { id, title: labels.text(key), body };
    let block = |block: &Block| block_view(view, block);
    let mut sections = vec![
        section("work", "role-work", block(&role.work)),
        section("week", "role-week", block(&role.week)),
        section("hard", "role-hard", block(&role.hard)),
        section("pay", "role-pay", pay::view(view, role)),
        section("hours", "role-hours", block(&role.hours)),
        section("powers", "role-powers", block(&role.powers)),
        section("training", "role-training", block(&role.training)),
        section("skills", "role-skills", block(&role.skills)),
        section("place", "role-place", block(&role.place)),
        section("routes", "role-routes", routes::view(view, role)),
        section("steps", "role-steps", steps(view, role)),
        section("moves", "role-moves", career::view_moves(view, role)),
    ];
    if career::has_ladder(pack, role) {
        sections.push(section("ranks", "role-ranks", career::view_ladder(view)));
    }
    sections.push(section("people", "role-people", people(view, role)));
    sections.push(section("open", "role-open", next::view(view, role)));
    sections
}

/// Getting in, step by step.
fn steps(view: &View, role: &Role) -> Html {
    let labels = view.labels();
    html! {
        <>
            if role.stages.is_empty() {
                <p>{ labels.text("role-no-steps") }</p>
            } else {
                <ol class="rx-role__steps">
                    { for role.stages.iter().map(|stage| html! {
                        <li key={stage.name.as_str()} class="rx-role__step">
                            <strong>{ &stage.name }</strong>
                            <p>{ &stage.what.text }{ " " }
                                if let Some(time) = &stage.time {
                                    { labels.fill("role-step-time", &[("time", time)]) }{ " " }
                                }
                                { claim_source(view, &stage.what) }
                            </p>
                        </li>
                    }) }
                </ol>
            }
            <h3 class="rx-role__part">{ labels.text("role-steps-note") }</h3>
            { block_view(view, &role.stages_note) }
        </>
    }
}

/// Some people of the role, and the way to all of them.
fn people(view: &View, role: &Role) -> Html {
    let labels = view.labels();
    let people: Vec<_> = view.pack().people_of(&role.id).collect();
    if people.is_empty() {
        return html! { <p>{ labels.text("role-no-people") }</p> };
    }
    let mut of_role = Query::default();
    of_role.set("role", &[role.id.as_str()]);
    html! {
        <>
            <ul class="rx-person-list">
                { for people.iter().take(PEOPLE_SHOWN).map(|person| person_line(view, person)) }
            </ul>
            if people.len() > PEOPLE_SHOWN {
                <p>{ link_to(
                    view,
                    Destination::with_query(Route::Officers, of_role),
                    "",
                    labels.count("role-all-people", people.len()).into(),
                ) }</p>
            }
        </>
    }
}

/// Every block of a role, in the order of the page.
fn blocks(role: &Role) -> impl Iterator<Item = &Block> {
    let own = [
        &role.work,
        &role.week,
        &role.hard,
        &role.pay_note,
        &role.hours,
        &role.powers,
        &role.training,
        &role.skills,
        &role.place,
        &role.stages_note,
    ];
    own.into_iter().chain(role.routes.iter().flat_map(|route| [&route.about, &route.entry]))
}

/// What the page itself explains: the ways in, under each of which stands what it is.
fn told(role: &Role) -> Vec<&str> {
    role.routes.iter().flat_map(|way| [way.name.as_str(), way.short.as_str()]).collect()
}

/// The role's own words, for the terms in them.
fn words(role: &Role) -> String {
    let own = [&role.name, &role.short, &role.summary, &role.status.text].into_iter();
    let routes = role.routes.iter().flat_map(|route| [&route.short, &route.summary]);
    let claims = blocks(role).flat_map(Block::claims).map(|claim| &claim.text);
    let stages = role.stages.iter().map(|stage| &stage.what.text);
    let words: Vec<&str> =
        own.chain(routes).chain(claims).chain(stages).map(String::as_str).collect();
    words.join(" ")
}

/// The first day on which some of the page must be read again.
fn review_by(pack: &Pack, role: &Role) -> Date {
    let claims = blocks(role).flat_map(Block::claims);
    let stages = role.stages.iter().map(|stage| &stage.what);
    let days = claims.chain(stages).filter_map(|claim| {
        claim.review_by.or_else(|| claim.read_on.map(|read_on| read_on.plus_days(365)))
    });
    let status = role.routes.iter().map(|route| &route.status).chain([&role.status]);
    let status = status.filter_map(|status| status.review_by);
    let pay = role.pay.iter().filter_map(|pay| pay.review_by);
    days.chain(status)
        .chain(pay)
        .min()
        .map_or(pack.about.review_by, |day| day.min(pack.about.review_by))
}
