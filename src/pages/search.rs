//! Search over people, roles, rules, words and pages.

use yew::prelude::*;

use crate::components::{PageHeading, page_heading};
use crate::context::View;
use crate::markup::html;

/// Search over people, roles, rules, words and pages.
pub fn page(view: &View) -> Html {
    html! {
        <div key="search" class="rx-column">
            { page_heading(PageHeading {
                text: view.labels().text("nav-search"),
                ..PageHeading::default()
            }) }
        </div>
    }
}
