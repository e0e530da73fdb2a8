//! What stands, what to find out, dates, steps: one page to take away.

use yew::prelude::*;

use crate::components::{PageHeading, page_heading};
use crate::context::View;
use crate::markup::html;

/// What stands, what to find out, dates, steps: one page to take away.
pub fn page(view: &View) -> Html {
    html! {
        <div key="plan" class="rx-column">
            { page_heading(PageHeading {
                text: view.labels().text("nav-plan"),
                ..PageHeading::default()
            }) }
        </div>
    }
}
