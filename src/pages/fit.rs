//! What suits me: roles by what one likes, with the reasons in words.

use yew::prelude::*;

use crate::components::{PageHeading, page_heading};
use crate::context::View;
use crate::markup::html;

/// What suits me: roles by what one likes, with the reasons in words.
pub fn page(view: &View) -> Html {
    html! {
        <div key="fit" class="rx-column">
            { page_heading(PageHeading {
                text: view.labels().text("nav-fit"),
                ..PageHeading::default()
            }) }
        </div>
    }
}
