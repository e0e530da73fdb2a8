//! How to reach whoever runs this copy.

use yew::prelude::*;

use crate::components::outside_link;
use crate::context::View;
use crate::markup::html;

/// How to reach whoever runs this copy, or that it names nobody.
pub fn contact(view: &View) -> Html {
    let (config, labels) = (&view.explorer.config, view.labels());
    let contact = config.contact.as_str();
    if contact.is_empty() {
        return html! { labels.text("contact-none") };
    }
    if contact.starts_with("https://") || contact.starts_with("http://") {
        let name = if config.operator.is_empty() { contact } else { &config.operator };
        let text = labels.fill("contact-link", &[("operator", name)]);
        return outside_link(view, contact, &text);
    }
    html! { <bdi class="rx-contact">{ contact }</bdi> }
}
