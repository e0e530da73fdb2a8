//! What several people say about one thing.

use model::pack::Tag;
use yew::prelude::*;

use crate::components::{PageHeading, page_heading};
use crate::context::View;
use crate::markup::html;

/// What several people say about one thing.
pub fn page(view: &View) -> Html {
    html! {
        <div key="themes" class="rx-column">
            { page_heading(PageHeading {
                text: view.labels().text("nav-themes"),
                ..PageHeading::default()
            }) }
        </div>
    }
}

/// What several people say about one thing.
pub fn theme_page(_view: &View, theme: &Tag) -> Html {
    html! {
        <div key={format!("theme/{}", theme.id)} class="rx-column">
            { page_heading(PageHeading { text: theme.name.clone(), ..PageHeading::default() }) }
        </div>
    }
}
