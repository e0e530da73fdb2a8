//! What a role leads to, what leads to it, and the ladder above it.

use model::Pack;
use model::career::{Move, Station};
use model::role::Role;
use yew::prelude::*;

use crate::components::{Link, SourceLine};
use crate::labels::Labels;
use crate::route::Route;

/// The moves from a role and to it.
pub fn view_moves(pack: &Pack, role: &Role, labels: &Labels) -> Html {
    let here = Station::Role(role.id.clone());
    let onward = pack.career.moves.iter().filter(|step| step.from == here);
    let onward: Vec<_> = onward.map(|step| (&step.to, step)).collect();
    let inward = pack.career.moves.iter().filter(|step| step.to == here);
    let inward: Vec<_> = inward.map(|step| (&step.from, step)).collect();
    html! {
        <>
            <h3 class="rx-role__part">{ labels.text("role-moves-on") }</h3>
            { view_steps(pack, &onward, labels) }
            <h3 class="rx-role__part">{ labels.text("role-moves-from") }</h3>
            { view_steps(pack, &inward, labels) }
        </>
    }
}

fn view_steps(pack: &Pack, steps: &[(&Station, &Move)], labels: &Labels) -> Html {
    if steps.is_empty() {
        return html! { <p class="rx-muted">{ labels.text("role-moves-none") }</p> };
    }
    html! {
        <ul class="rx-role-moves">
            { for steps.iter().map(|(station, step)| html! {
                <li class="rx-role-moves__move">
                    <strong>{ view_station(pack, station) }</strong>{ ": " }{ &step.how }{ " " }
                    if step.sources.is_empty() && step.our_reading {
                        <small class="rx-source-line">{ labels.text("our-reading-alone") }</small>
                    } else {
                        <SourceLine
                            sources={step.sources.clone()}
                            published={step.published.clone()}
                            our_reading={step.our_reading}
                        />
                    }
                </li>
            }) }
        </ul>
    }
}

/// The name of a place in the graph of moves; a role's is a link to it.
fn view_station(pack: &Pack, station: &Station) -> Html {
    let career = &pack.career;
    match station {
        Station::Role(id) => match pack.role(id) {
            Some(role) => html! { <Link to={Route::Role(id.to_string())}>{ &role.name }</Link> },
            None => html! { id.as_str() },
        },
        Station::Rank(id) => {
            let rank = career.ranks.iter().find(|rank| rank.id == *id);
            html! { rank.map_or(id.as_str(), |rank| rank.name.as_str()) }
        }
        Station::Specialism(id) => {
            let field = career.specialisms.iter().find(|field| field.id == *id);
            html! { field.map_or(id.as_str(), |field| field.name.as_str()) }
        }
        Station::Outside(name) => html! { name },
    }
}

/// Whether the ranks stand above this role.
pub fn has_ladder(pack: &Pack, role: &Role) -> bool {
    let here = Station::Role(role.id.clone());
    pack.career.moves.iter().any(|step| step.from == here && matches!(step.to, Station::Rank(_)))
}

/// The names of ranks and fields, and the way to what each is.
pub fn view_ladder(pack: &Pack, labels: &Labels) -> Html {
    let ranks: Vec<&str> = pack.career.ranks.iter().map(|rank| rank.name.as_str()).collect();
    let fields = pack.career.specialisms.iter();
    let fields: Vec<&str> = fields.map(|field| field.name.as_str()).collect();
    html! {
        <>
            <details class="rx-ladder">
                <summary class="rx-ladder__title">{ labels.count("ladder-ranks", ranks.len()) }</summary>
                <ol class="rx-ladder__list rx-ladder__list--names">{ for ranks.iter().map(|rank| html! { <li>{ rank }</li> }) }</ol>
            </details>
            <details class="rx-ladder">
                <summary class="rx-ladder__title">{ labels.count("ladder-fields", fields.len()) }</summary>
                <ul class="rx-ladder__list rx-ladder__list--names">{ for fields.iter().map(|field| html! { <li>{ field }</li> }) }</ul>
            </details>
            <p><Link to={Route::Roles} fragment="ranks">{ labels.text("role-ranks-more") }</Link></p>
        </>
    }
}
