//! A link to another page of the product: a real address, followed without loading a document.

use yew::prelude::*;

use crate::context::{Destination, use_explorer, use_navigate, use_place};
use crate::route::{Query, Route};

/// Props of [`Link`].
#[derive(Properties, PartialEq)]
pub struct LinkProps {
    /// Where it leads.
    pub to: Route,
    /// What the list there shows. Nothing by default.
    #[prop_or_default]
    pub query: Query,
    /// A place on that page. The top by default.
    #[prop_or_default]
    pub fragment: Option<AttrValue>,
    /// Classes. None by default.
    #[prop_or_default]
    pub class: Classes,
    /// What it says.
    pub children: Html,
}

/// A link to another page of the product.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let explorer = use_explorer();
    let place = use_place();
    let navigate = use_navigate();
    let base = explorer.base();
    let is_here = place.address.route == props.to && props.fragment.is_none();
    let mut href =
        place.address.with_route(props.to.clone()).href(&base) + &props.query.to_suffix();
    if let (Some(fragment), crate::route::Base::Path(_)) = (&props.fragment, &base) {
        href = format!("{href}#{fragment}");
    }
    let onclick = {
        let to = Destination {
            route: props.to.clone(),
            query: props.query.clone(),
            fragment: props.fragment.as_ref().map(ToString::to_string),
        };
        let has_fragment = props.fragment.is_some() && place.address.route == props.to;
        Callback::from(move |event: MouseEvent| {
            if is_plain_click(&event) && !has_fragment {
                event.prevent_default();
                navigate.go.emit(to.clone());
            }
        })
    };
    let current = is_here.then_some("page");
    html! {
        <a {href} class={props.class.clone()} aria-current={current} {onclick}>{ props.children.clone() }</a>
    }
}

/// Whether a click means "go there" rather than "open it elsewhere".
pub fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
