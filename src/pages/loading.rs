//! The page while a part of the pack is still on its way, and the way on if it never comes.

use yew::prelude::*;

use crate::components::{PageHeading, page_heading};
use crate::context::View;
use crate::markup::html;

/// A page whose content is still on its way.
pub fn page(view: &View) -> Html {
    let labels = view.labels();
    let here = view.href(view.place.address.route.clone());
    html! {
        <div key="loading" class="rx-column">
            { page_heading(PageHeading {
                text: labels.text("loading"),
                lead: Some(labels.text("loading-text")),
                ..PageHeading::default()
            }) }
            <p><a href={here}>{ labels.text("loading-again") }</a></p>
        </div>
    }
}
