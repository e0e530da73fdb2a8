//! The one heading of a page. It takes the focus when the visitor comes from another page.

use yew::prelude::*;

use crate::markup::html;

/// What the heading of a page says.
#[derive(Default)]
pub struct PageHeading {
    /// A few words above it: what kind of page this is. None by default.
    pub above: Option<String>,
    /// The heading.
    pub text: String,
    /// A sentence below it. None by default.
    pub lead: Option<String>,
}

/// The one heading of a page.
pub fn page_heading(heading: PageHeading) -> Html {
    let PageHeading { above, text, lead } = heading;
    html! {
        <header class="rx-page-heading">
            if let Some(above) = above {
                <p class="rx-page-heading__above">{ above }</p>
            }
            <h1 class="rx-page-heading__text">{ text }</h1>
            if let Some(lead) = lead {
                <p class="rx-page-heading__lead">{ lead }</p>
            }
        </header>
    }
}
