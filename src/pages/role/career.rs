//! What a role leads to, what leads to it, and the ladder above it.

use model::Pack;
use model::career::{Move, Station};
use model::role::Role;
use yew::prelude::*;

use crate::components::{link, link_to, source_line};
use crate::context::{Destination, View};
use crate::markup::html;
use crate::route::Route;

/// The moves from a role and to it.
pub fn view_moves(view: &View, role: &Role) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let here = Station::Role(role.id.clone());
    let onward = pack.career.moves.iter().filter(|step| step.from == here);
    let onward: Vec<_> = onward.map(|step| (&step.to, step)).collect();
    let inward = pack.career.moves.iter().filter(|step| step.to == here);
    let inward: Vec<_> = inward.map(|step| (&step.from, step)).collect();
    html! {
        <>
            <h3 class="rx-role__part">{ labels.text("role-moves-on") }</h3>
            { view_steps(view, &onward) }
            <h3 class="rx-role__part">{ labels.text("role-moves-from") }</h3>
            { view_steps(view, &inward) }
        </>
    }
}

fn view_steps(view: &View, steps: &[(&Station, &Move)]) -> Html {
    let labels = view.labels();
    if steps.is_empty() {
        return html! { <p class="rx-muted">{ labels.text("role-moves-none") }</p> };
    }
    html! {
        <ul class="rx-role-moves">
            { for steps.iter().map(|(station, step)| html! {
                <li class="rx-role-moves__move">
                    <strong>{ view_station(view, station) }</strong>{ ": " }{ &step.how }{ " " }
                    if step.sources.is_empty() && step.our_reading {
                        <small class="rx-source-line">{ labels.text("our-reading-alone") }</small>
                    } else {
                        { source_line(view, &step.sources, Some(&step.published), step.our_reading) }
                    }
                </li>
            }) }
        </ul>
    }
}

/// The name of a place in the graph of moves; a role's is a link to it.
fn view_station(view: &View, station: &Station) -> Html {
    let name = station_name(view.pack(), station);
    match station {
        Station::Role(id) => link(view, Route::Role(id.to_string()), "", name.into()),
        _ => html! { name },
    }
}

/// The name of a place in the graph of moves.
pub fn station_name<'a>(pack: &'a Pack, station: &'a Station) -> &'a str {
    let career = &pack.career;
    match station {
        Station::Role(id) => pack.role(id).map_or(id.as_str(), |role| role.name.as_str()),
        Station::Rank(id) => {
            let rank = career.ranks.iter().find(|rank| rank.id == *id);
            rank.map_or(id.as_str(), |rank| rank.name.as_str())
        }
        Station::Specialism(id) => {
            let field = career.specialisms.iter().find(|field| field.id == *id);
            field.map_or(id.as_str(), |field| field.name.as_str())
        }
        Station::Outside(name) => name,
    }
}

/// Whether the ranks stand above this role.
pub fn has_ladder(pack: &Pack, role: &Role) -> bool {
    let here = Station::Role(role.id.clone());
    pack.career.moves.iter().any(|step| step.from == here && matches!(step.to, Station::Rank(_)))
}

/// The names of ranks and fields, and the way to what each is.
pub fn view_ladder(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let ranks: Vec<&str> = pack.career.ranks.iter().map(|rank| rank.name.as_str()).collect();
    let fields = pack.career.specialisms.iter();
    let fields: Vec<&str> = fields.map(|field| field.name.as_str()).collect();
    html! {
        <>
            <details class="rx-ladder">
                <summary class="rx-ladder__title">{ labels.count("ladder-ranks", ranks.len()) }</summary>
                <ol class="rx-ladder__list rx-ladder__list--names">{ for ranks.iter().map(|rank| html! { <li>{ *rank }</li> }) }</ol>
            </details>
            <details class="rx-ladder">
                <summary class="rx-ladder__title">{ labels.count("ladder-fields", fields.len()) }</summary>
                <ul class="rx-ladder__list rx-ladder__list--names">{ for fields.iter().map(|field| html! { <li>{ *field }</li> }) }</ul>
            </details>
            <p>{ link_to(view, Destination::at(Route::Roles, "ranks"), "", labels.text("role-ranks-more").into()) }</p>
        </>
    }
}
