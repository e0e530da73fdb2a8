//! The page while a part of the pack is still on its way, and the way on if it never comes.

use yew::prelude::*;

use crate::components::PageHeading;
use crate::context::{use_labels, use_place, use_view};

/// A page whose content is still on its way.
#[component]
pub fn LoadingPage() -> Html {
    let labels = use_labels();
    let here = use_view().href(use_place().address.route);
    html! {
        <div class="rx-column">
            <PageHeading text={labels.text("loading")} lead={labels.text("loading-text")} />
            <p><a href={here}>{ labels.text("loading-again") }</a></p>
        </div>
    }
}
