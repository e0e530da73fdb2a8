//! The way to what stands before and after in a list.

use yew::prelude::*;

use crate::components::Link;
use crate::context::use_labels;
use crate::route::Route;

/// A page next to this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// Where it is.
    pub to: Route,
    /// Its name.
    pub name: AttrValue,
}

/// Props of [`Neighbours`].
#[derive(Properties, PartialEq)]
pub struct NeighboursProps {
    /// What the list is of, for those who do not see it: "More rules".
    pub label: AttrValue,
    /// The one before. None by default.
    #[prop_or_default]
    pub previous: Option<Neighbour>,
    /// The one after. None by default.
    #[prop_or_default]
    pub next: Option<Neighbour>,
}

/// The way to what stands before and after in a list; nothing where it stands alone.
#[component]
pub fn Neighbours(props: &NeighboursProps) -> Html {
    let labels = use_labels();
    if props.previous.is_none() && props.next.is_none() {
        return html! {};
    }
    let link = |neighbour: &Neighbour, label: String, class: &'static str| {
        html! {
            <Link to={neighbour.to.clone()} {class}>
                <span class="rx-neighbours__label">{ label }</span>
                <span class="rx-neighbours__name">{ &neighbour.name }</span>
            </Link>
        }
    };
    html! {
        <nav class="rx-neighbours" aria-label={&props.label}>
            if let Some(previous) = &props.previous {
                { link(previous, labels.text("previous"), "rx-neighbours__previous") }
            }
            if let Some(next) = &props.next {
                { link(next, labels.text("next"), "rx-neighbours__next") }
            }
        </nav>
    }
}
