//! A link that shows another part of the same picture: a place in a graph, a tile of a map.
//!
//! The choice stands in the address. The focus goes to the heading of what is shown, because
//! the link itself may not be there any more.

use yew::prelude::*;

use crate::components::link::is_plain_click;
use crate::context::{Destination, View};
use crate::markup::html;
use crate::platform::document;
use crate::route::Query;

/// What is picked, and where it is shown.
pub struct Pick<'a> {
    /// The key of the choice in the address.
    pub key: &'static str,
    /// What it is set to.
    pub value: &'a str,
    /// Whether it is what is shown now.
    pub is_shown: bool,
    /// The heading of what is shown, as a selector.
    pub heading: &'static str,
}

/// A link that shows something else on the page it stands on.
pub fn pick_link(view: &View, pick: &Pick<'_>, children: Html) -> Html {
    let mut query = Query::default();
    query.set(pick.key, &[pick.value]);
    let route = view.place.address.route.clone();
    let mut href = view.href(route.clone());
    href.push_str(&query.to_suffix());
    let (go, heading) = (view.navigate.go.clone(), pick.heading);
    let to = Destination::with_query(route, query);
    let onclick = Callback::from(move |event: MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            document::focus(heading);
            go.emit(to.clone());
        }
    });
    html! {
        <a {href} class="rx-pick-link" aria-current={pick.is_shown.then_some("true")} {onclick}>{ children }</a>
    }
}
