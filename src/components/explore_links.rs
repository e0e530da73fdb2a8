//! Links to the pages that explore in depth, as the first page and the site's footer list them.

use yew::prelude::*;

use crate::components::link;
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// A page of the product in a list of links, by the label of its name.
pub fn link_item(view: &View, route: Route, name: &str) -> Html {
    html! { <li>{ link(view, route, "", view.labels().text(name).into()) }</li> }
}

/// The pages that explore in depth, as items of a list.
pub fn explore_links(view: &View) -> Html {
    let pages = [
        (Route::Fit, "nav-fit"),
        (Route::Compare, "nav-compare"),
        (Route::Ways, "nav-ways"),
        (Route::Themes, "nav-themes"),
        (Route::Areas, "nav-areas"),
        (Route::Supporters, "nav-supporters"),
    ];
    html! { <>{ for pages.into_iter().map(|(route, name)| link_item(view, route, name)) }</> }
}
