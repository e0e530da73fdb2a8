//! A link that leads out of the product, as the shell allows it.

use yew::prelude::*;

use crate::context::{OutsideLinks, use_labels, use_policy};

/// Props of [`OutsideLink`].
#[derive(Properties, PartialEq)]
pub struct OutsideLinkProps {
    /// Where it leads. Anything but `http` and `https` is shown as text.
    pub href: AttrValue,
    /// What it says; it should name who is behind it.
    pub text: AttrValue,
    /// Classes. None by default.
    #[prop_or_default]
    pub class: Classes,
}

/// A link that leads out: on a public screen it is text, in a frame it opens a new tab.
#[component]
pub fn OutsideLink(props: &OutsideLinkProps) -> Html {
    let labels = use_labels();
    let is_web = props.href.starts_with("https://") || props.href.starts_with("http://");
    match use_policy().outside_links {
        OutsideLinks::Follow if is_web => html! {
            <a href={&props.href} class={props.class.clone()} rel="noopener noreferrer external">{ &props.text }</a>
        },
        OutsideLinks::NewTab if is_web => html! {
            <a href={&props.href} class={props.class.clone()} rel="noopener noreferrer external" target="_blank">
                { &props.text }
                <span class="rx-outside-link__hint">{ format!(" {}", labels.text("opens-in-new-tab")) }</span>
            </a>
        },
        _ => html! {
            <span class={classes!("rx-outside-link", props.class.clone())}>
                { &props.text }{ " " }
                <bdi class="rx-outside-link__address">{ shown_address(&props.href) }</bdi>
            </span>
        },
    }
}

/// An address as one would type it.
fn shown_address(href: &str) -> String {
    let bare = href.trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_start_matches("www.").trim_end_matches('/').to_owned()
}
