//! How people move through the service.

use yew::prelude::*;

use crate::components::{PageHeading, page_heading};
use crate::context::View;
use crate::markup::html;

/// How people move through the service.
pub fn page(view: &View) -> Html {
    html! {
        <div key="ways" class="rx-column">
            { page_heading(PageHeading {
                text: view.labels().text("nav-ways"),
                ..PageHeading::default()
            }) }
        </div>
    }
}
