//! The rules and roles for the people beside an applicant.

use yew::prelude::*;

use crate::components::{PageHeading, page_heading};
use crate::context::View;
use crate::markup::html;

/// The rules and roles for the people beside an applicant.
pub fn page(view: &View) -> Html {
    html! {
        <div key="supporters" class="rx-column">
            { page_heading(PageHeading {
                text: view.labels().text("nav-supporters"),
                ..PageHeading::default()
            }) }
        </div>
    }
}
