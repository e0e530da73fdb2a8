//! What happened, one dated step after another, earliest first.

use std::rc::Rc;

use model::figure::Event;
use yew::prelude::*;

use crate::components::SourceLine;
use crate::context::use_labels;

/// Props of [`Timeline`].
#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The steps, earliest first. One without text shows its date and sources.
    pub events: Rc<[Event]>,
}

/// What happened, one dated step after another.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let labels = use_labels();
    html! {
        <ol class="rx-timeline">
            { for props.events.iter().enumerate().map(|(i, event)| html! {
                <li class="rx-timeline__event" key={i}>
                    <strong class="rx-timeline__date">{ labels.published(&event.on) }</strong>
                    <p class="rx-timeline__text">{ &event.text }</p>
                    <SourceLine sources={event.sources.clone()} />
                </li>
            }) }
        </ol>
    }
}
