//! A link to another page of the product: a real address, followed without loading a document.

use yew::prelude::*;

use crate::context::{Destination, View};
use crate::markup::html;
use crate::route::{Base, Route};

/// A link to the top of another page; `class` may be empty.
pub fn link(view: &View, to: Route, class: &'static str, children: Html) -> Html {
    link_to(view, Destination::page(to), class, children)
}

/// A link to a place on another page, or to what a list there shows; `class` may be empty.
pub fn link_to(view: &View, to: Destination, class: &'static str, children: Html) -> Html {
    let base = view.base();
    let is_same_page = view.place.address.route == to.route;
    let mut href = view.place.address.with_route(to.route.clone()).href(&base);
    href.push_str(&to.query.to_suffix());
    if let (Some(fragment), Base::Path(_)) = (&to.fragment, &base) {
        href.push('#');
        href.push_str(fragment);
    }
    let current = (is_same_page && to.fragment.is_none()).then_some("page");
    let onclick = {
        let has_fragment = is_same_page && to.fragment.is_some();
        let go = view.navigate.go.clone();
        Callback::from(move |event: MouseEvent| {
            if is_plain_click(&event) && !has_fragment {
                event.prevent_default();
                go.emit(to.clone());
            }
        })
    };
    let class = (!class.is_empty()).then_some(class);
    html! { <a {href} {class} aria-current={current} {onclick}>{ children }</a> }
}

/// Whether a click means "go there" rather than "open it elsewhere".
pub fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
