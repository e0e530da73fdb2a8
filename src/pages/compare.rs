//! Roles side by side.

use yew::prelude::*;

use crate::components::{PageHeading, page_heading};
use crate::context::View;
use crate::markup::html;

/// Roles side by side.
pub fn page(view: &View) -> Html {
    html! {
        <div key="compare" class="rx-column">
            { page_heading(PageHeading {
                text: view.labels().text("nav-compare"),
                ..PageHeading::default()
            }) }
        </div>
    }
}
