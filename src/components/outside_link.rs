//! A link that leads out of the product, as the shell allows it.

use yew::prelude::*;

use crate::context::{OutsideLinks, View};
use crate::markup::html;

/// A link that leads out: on a public screen it is text, in a frame it opens a new tab.
///
/// `text` should name who is behind it. Anything but `http` and `https` is shown as text.
pub fn outside_link(view: &View, href: &str, text: &str) -> Html {
    let is_web = href.starts_with("https://") || href.starts_with("http://");
    match view.policy().outside_links {
        OutsideLinks::Follow if is_web => html! {
            <a href={href.to_owned()} rel="noopener noreferrer external">{ text }</a>
        },
        OutsideLinks::NewTab if is_web => html! {
            <a href={href.to_owned()} rel="noopener noreferrer external" target="_blank">
                { text }
                <span class="rx-outside-link__hint">{ " " }{ view.labels().text("opens-in-new-tab") }</span>
            </a>
        },
        _ => html! {
            <span class="rx-outside-link">
                { text }{ " " }
                <bdi class="rx-outside-link__address">{ shown_address(href) }</bdi>
            </span>
        },
    }
}

/// An address as one would type it.
fn shown_address(href: &str) -> String {
    let bare = href.trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_start_matches("www.").trim_end_matches('/').to_owned()
}
