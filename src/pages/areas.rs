//! Boroughs and command units, with the people and roles of each.

use yew::prelude::*;

use crate::components::{PageHeading, page_heading};
use crate::context::View;
use crate::markup::html;

/// Boroughs and command units, with the people and roles of each.
pub fn page(view: &View) -> Html {
    html! {
        <div key="areas" class="rx-column">
            { page_heading(PageHeading {
                text: view.labels().text("nav-areas"),
                ..PageHeading::default()
            }) }
        </div>
    }
}
