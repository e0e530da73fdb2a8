//! The way to what stands before and after in a list.

use yew::prelude::*;

use crate::components::link;
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// A page next to this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// Where it is.
    pub to: Route,
    /// Its name.
    pub name: AttrValue,
}

/// The way to what stands before and after in a list; nothing where it stands alone. `label` says
/// what the list is of to those who do not see it: "More rules".
pub fn neighbours(
    view: &View,
    label: String,
    previous: Option<Neighbour>,
    next: Option<Neighbour>,
) -> Html {
    let labels = view.labels();
    if previous.is_none() && next.is_none() {
        return html! {};
    }
    let way = |neighbour: Neighbour, label: &str, class: &'static str| {
        let words = html! {
            <>
                <span class="rx-neighbours__label">{ labels.text(label) }</span>
                <span class="rx-neighbours__name">{ neighbour.name }</span>
            </>
        };
        link(view, neighbour.to, class, words)
    };
    html! {
        <nav class="rx-neighbours" aria-label={label}>
            if let Some(previous) = previous {
                { way(previous, "previous", "rx-neighbours__previous") }
            }
            if let Some(next) = next {
                { way(next, "next", "rx-neighbours__next") }
            }
        </nav>
    }
}
