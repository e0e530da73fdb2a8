//! The page for an address that names nothing: says so, and leads on.

use yew::prelude::*;

use crate::components::{PageHeading, link, page_heading};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// The page for an address that names nothing.
pub fn page(view: &View) -> Html {
    let labels = view.labels();
    let way =
        |to: Route, name: &str| html! { <li>{ link(view, to, "", labels.text(name).into()) }</li> };
    html! {
        <div key="not-found" class="rx-column">
            { page_heading(PageHeading {
                text: labels.text("not-found"),
                lead: Some(labels.text("not-found-text")),
                ..PageHeading::default()
            }) }
            <ul class="rx-plain-links">
                { way(Route::Start, "nav-start") }
                { way(Route::Officers, "nav-officers") }
                { way(Route::Roles, "nav-roles") }
                { way(Route::Quiz, "nav-quiz") }
            </ul>
        </div>
    }
}
