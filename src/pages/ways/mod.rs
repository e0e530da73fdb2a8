//! How people move through the service: a picture to walk, place by place, and the same moves
//! as a list.
//!
//! One place is shown with what leads to it and what it leads to, and stands out in the picture of
//! all; the address says which (`?from=pcso`). Without the app the list stands alone.

mod picture;

use model::Pack;
use model::career::{Move, Station};
use yew::prelude::*;

use crate::components::{
    PageHeading, Pick, claims_view, link, move_line, notice, page_heading, pick_link, station_name,
};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// A place in the graph, with its name in addresses.
struct Place {
    id: String,
    station: Station,
}

/// How people move through the service.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let places = places(pack);
    let wanted = view.place.query.values("from");
    let found = wanted.first().and_then(|id| places.iter().find(|place| place.id == *id));
    let first = pack.career.moves.first();
    let first = places.iter().find(|place| first.is_some_and(|step| step.from == place.station));
    let here = found.or(first);
    let group = |key: &str, is_of: fn(&Station) -> bool| {
        let of = places.iter().filter(|place| is_of(&place.station));
        html! {
            <li class="rx-moves__group">
                <strong>{ labels.text(key) }</strong>
                <ul>{ for of.map(|place| html! { <li>{ pick(view, place, here) }</li> }) }</ul>
            </li>
        }
    };
    html! {
        <div key="ways" class="rx-moves rx-wide">
            { page_heading(PageHeading {
                text: labels.text("nav-ways"),
                lead: Some(labels.fill("ways-lead", &[("force", &pack.about.force.short)])),
                ..PageHeading::default()
            }) }
            <div class="rx-moves__walk">
                if !wanted.is_empty() && found.is_none() {
                    { notice(None, labels.text("ways-unknown").into()) }
                }
                if let Some(here) = here { { view_here(view, &places, here) } }
                { picture::view(view, &places, here) }
                <nav class="rx-section" aria-labelledby="ways-places">
                    <h2 id="ways-places">{ labels.text("ways-places") }</h2>
                    <ul class="rx-moves__places">
                        { group("ways-outside", |station| matches!(station, Station::Outside(_))) }
                        { group("nav-roles", |station| matches!(station, Station::Role(_))) }
                        { group("ways-ranks", |station| matches!(station, Station::Rank(_))) }
                        { group("ways-fields", |station| matches!(station, Station::Specialism(_))) }
                    </ul>
                </nav>
            </div>
            <section class="rx-section" aria-labelledby="ways-list">
                <h2 id="ways-list">{ labels.text("ways-list") }</h2>
                { for places.iter().filter(|place| leads_on(pack, place).next().is_some()).map(|place| html! {
                    <>
                        <h3 class="rx-role__part">{ labels.fill("ways-from", &[("place", station_name(pack, &place.station))]) }</h3>
                        <ul class="rx-role-moves">
                            { for leads_on(pack, place).map(|step| move_line(view, station_name(pack, &step.to).into(), step)) }
                        </ul>
                    </>
                }) }
            </section>
        </div>
    }
}

/// Every place in the graph: from outside, roles, ranks, fields, each in the order of the pack.
fn places(pack: &Pack) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for step in &pack.career.moves {
        // Names from outside are words of the pack's language: addresses number them.
        let is_new = places.iter().all(|place| place.station != step.from);
        if is_new && matches!(step.from, Station::Outside(_)) {
            let id = format!("outside-{}", places.len() + 1);
            places.push(Place { id, station: step.from.clone() });
        }
    }
    let has_moves = |station: &Station| {
        pack.career.moves.iter().any(|step| step.from == *station || step.to == *station)
    };
    let roles = pack.roles.iter().map(|role| Station::Role(role.id.clone()));
    let ranks = pack.career.ranks.iter().map(|rank| Station::Rank(rank.id.clone()));
    let fields = pack.career.specialisms.iter().map(|field| Station::Specialism(field.id.clone()));
    let others = roles.filter(has_moves).chain(ranks).chain(fields);
    places.extend(others.map(|station| Place { id: name(&station).to_owned(), station }));
    places
}

/// What the pack calls a place, which has such a name unless it lies outside.
fn name(station: &Station) -> &str {
    match station {
        Station::Role(id) => id.as_str(),
        Station::Rank(id) | Station::Specialism(id) => id.as_str(),
        Station::Outside(name) => name,
    }
}

fn leads_on<'a>(pack: &'a Pack, place: &'a Place) -> impl Iterator<Item = &'a Move> {
    pack.career.moves.iter().filter(|step| step.from == place.station)
}

/// A link that shows a place in the picture.
fn pick(view: &View, place: &Place, here: Option<&Place>) -> Html {
    let is_shown = here.is_some_and(|here| here.id == place.id);
    let pick = Pick { key: "from", value: &place.id, is_shown, heading: "#ways-here" };
    pick_link(view, &pick, station_name(view.pack(), &place.station).into())
}

/// A place with what leads to it and what it leads to.
fn view_here(view: &View, places: &[Place], here: &Place) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let onward: Vec<_> = leads_on(pack, here).map(|step| (&step.to, step)).collect();
    let inward = pack.career.moves.iter().filter(|step| step.to == here.station);
    let inward: Vec<_> = inward.map(|step| (&step.from, step)).collect();
    let side = |key: &str, steps: &[(&Station, &Move)]| {
        html! {
            <div class="rx-moves__side">
                <h3>{ labels.text(key) }</h3>
                if steps.is_empty() { <p class="rx-muted">{ labels.text("role-moves-none") }</p> }
                <ul class="rx-moves__steps">
                    { for steps.iter().map(|(station, step)| {
                        let place = places.iter().find(|place| place.station == **station);
                        let other = place.map(|place| pick(view, place, None));
                        move_line(view, html! { { other } }, step)
                    }) }
                </ul>
            </div>
        }
    };
    let what = match &here.station {
        Station::Rank(id) => {
            pack.career.ranks.iter().find(|rank| rank.id == *id).map(|rank| &rank.what)
        }
        Station::Specialism(id) => {
            pack.career.specialisms.iter().find(|field| field.id == *id).map(|field| &field.what)
        }
        _ => None,
    };
    html! {
        <section class="rx-section" aria-labelledby="ways-here">
            <h2 id="ways-here">{ station_name(pack, &here.station) }</h2>
            <p role="status" class="rx-muted">
                { labels.count("ways-in", inward.len()) }{ " " }{ labels.count("ways-on", onward.len()) }
            </p>
            <div class="rx-moves__graph">
                { side("ways-come-from", &inward) }
                <div class="rx-moves__here">
                    <strong>{ station_name(pack, &here.station) }</strong>
                    if let Station::Role(id) = &here.station {
                        <p>{ link(view, Route::Role(id.to_string()), "", labels.text("ways-read").into()) }</p>
                    }
                    if let Some(what) = what { { claims_view(view, what) } }
                </div>
                { side("ways-go-to", &onward) }
            </div>
        </section>
    }
}
