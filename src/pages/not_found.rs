//! The page for an address that names nothing: says so, and leads on.

use yew::prelude::*;

use crate::components::{Link, PageHeading};
use crate::context::use_labels;
use crate::route::Route;

/// The page for an address that names nothing.
#[component]
pub fn NotFoundPage() -> Html {
    let labels = use_labels();
    html! {
        <div class="rx-column">
            <PageHeading text={labels.text("not-found")} lead={labels.text("not-found-text")} />
            <ul class="rx-plain-links">
                <li><Link to={Route::Start}>{ labels.text("nav-start") }</Link></li>
                <li><Link to={Route::Officers}>{ labels.text("nav-officers") }</Link></li>
                <li><Link to={Route::Roles}>{ labels.text("nav-roles") }</Link></li>
                <li><Link to={Route::Quiz}>{ labels.text("nav-quiz") }</Link></li>
            </ul>
        </div>
    }
}
