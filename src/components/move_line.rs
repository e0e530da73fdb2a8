//! A step from one place in the service to another: how, where it was published and when.

use model::Pack;
use model::career::{Move, Station};
use yew::prelude::*;

use crate::components::source_refs;
use crate::context::View;
use crate::markup::html;

/// How one comes from one place to another; `other` is the end that is not told already.
pub fn move_line(view: &View, other: Html, step: &Move) -> Html {
    html! {
        <li class="rx-move-line">
            <strong>{ other }</strong>{ ": " }{ &step.how }{ " " }
            if step.sources.is_empty() && step.our_reading {
                <small class="rx-source-line">{ view.labels().text("our-reading-alone") }</small>
            } else {
                { source_refs(view, &step.sources, &step.published, step.our_reading) }
            }
        </li>
    }
}

/// What a place in the graph of moves is called.
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
