//! What a role leads to, what leads to it, and the ladder above it.

use model::Pack;
use model::career::{Move, Station};
use model::role::Role;
use yew::prelude::*;

use crate::components::{link, link_to, move_line, station_name};
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
            { for steps.iter().map(|(station, step)| move_line(view, view_station(view, station), step)) }
        </ul>
    }
}

/// The name of a place in the graph of moves; a role's is a link to it.
fn view_station(view: &View, station: &Station) -> Html {
    let name = station_name(view.pack(), station);
    match station {
        Station::Role(id) => link(view, Route::Role(id.to_string()), "", name.into()),
        _ => name.into(),
    }
}

/// Whether the ranks stand above this role.
pub fn has_ladder(pack: &Pack, role: &Role) -> bool {
    let here = Station::Role(role.id.clone());
    pack.career.moves.iter().any(|step| step.from == here && matches!(step.to, Station::Rank(_)))
}

/// The names of the ranks, and the way to what each is; the fields one can move to stand among the
/// moves.
pub fn view_ladder(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let ranks: Vec<&str> = pack.career.ranks.iter().map(|rank| rank.name.as_str()).collect();
    html! {
        <>
            <details class="rx-ladder">
                <summary class="rx-ladder__title">{ labels.count("ladder-ranks", ranks.len()) }</summary>
                <ol class="rx-ladder__list rx-ladder__list--names">{ for ranks.iter().map(|rank| html! { <li>{ *rank }</li> }) }</ol>
            </details>
            <p>{ link_to(view, Destination::at(Route::Roles, "ranks"), "", labels.text("role-ranks-more").into()) }</p>
        </>
    }
}
