//! What happened, one dated step after another, earliest first.

use model::date::PublishedOn;
use model::figure::Event;
use yew::prelude::*;

use crate::components::source_line;
use crate::context::View;
use crate::markup::html;

/// What happened, one dated step after another, earliest first. One without text shows its date
/// and sources.
pub fn timeline(view: &View, events: &[Event]) -> Html {
    let labels = view.labels();
    let step = |event: &Event| view_step(view, event, labels.published(&event.on), None);
    html! { <ol class="rx-timeline">{ for events.iter().map(step) }</ol> }
}

/// The same of something that holds until the next step changes it: each with its span, the
/// newest marked in words, and those that lie ahead too.
///
/// They lie ahead as of today; before it is known, as of the day on which the pack was read.
pub fn timeline_of_versions(view: &View, events: &[Event]) -> Html {
    let labels = view.labels();
    let day = view.today.unwrap_or(view.pack().about.read_on).to_string();
    // Years, months and days are written so that their order is that of their texts.
    let is_ahead = |event: &Event| is_exact(event) && event.on.as_str() > day.as_str();
    let newest = events.iter().rposition(|event| !is_ahead(event));
    let step = |(i, event): (usize, &Event)| {
        let from = labels.published(&event.on);
        let next = events.get(i + 1).filter(|next| is_exact(event) && is_exact(next));
        let next = next.map(|next| labels.published(&next.on));
        let span = match &next {
            Some(to) => labels.fill("period", &[("from", &from), ("to", to)]),
            None if is_ahead(event) => labels.fill("months-from", &[("date", &from)]),
            None => from,
        };
        let mark = match (is_ahead(event), newest == Some(i)) {
            (true, _) => Some("timeline-ahead"),
            (_, true) => Some("timeline-newest"),
            _ => None,
        };
        view_step(view, event, span, mark)
    };
    html! { <ol class="rx-timeline">{ for events.iter().enumerate().map(step) }</ol> }
}

/// A step, with what is to be said of its place among the others.
fn view_step(view: &View, event: &Event, span: String, mark: Option<&'static str>) -> Html {
    html! {
        <li class="rx-timeline__event" key={event.on.as_str()} data-mark={mark}>
            <strong class="rx-timeline__date">{ span }</strong>
            if let Some(mark) = mark {
                <span class="rx-timeline__mark">{ view.labels().text(mark) }</span>
            }
            <p class="rx-timeline__text">{ &event.text }</p>
            { source_line(view, &event.sources, None, false) }
        </li>
    }
}

/// Whether a span can begin or end with it.
fn is_exact(event: &Event) -> bool {
    matches!(
        event.on.on(),
        Some(PublishedOn::Day(_) | PublishedOn::Month(..) | PublishedOn::Year(_))
    )
}
