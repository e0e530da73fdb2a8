//! What happened, one dated step after another, earliest first.

use model::figure::Event;
use yew::prelude::*;

use crate::components::source_line;
use crate::context::View;
use crate::markup::html;

/// What happened, one dated step after another, earliest first. One without text shows its date
/// and sources.
pub fn timeline(view: &View, events: &[Event]) -> Html {
    let labels = view.labels();
    html! {
        <ol class="rx-timeline">
            { for events.iter().enumerate().map(|(i, event)| html! {
                <li class="rx-timeline__event" key={i}>
                    <strong class="rx-timeline__date">{ labels.published(&event.on) }</strong>
                    <p class="rx-timeline__text">{ &event.text }</p>
                    { source_line(view, &event.sources, None, false) }
                </li>
            }) }
        </ol>
    }
}
