//! What comes after getting in: the ranks, and the fields one can move into.

use model::claim::Claim;
use yew::prelude::*;

use crate::components::claims_view;
use crate::context::View;
use crate::markup::html;

/// Ranks and fields, each list behind a fold; nothing where the pack has none.
pub fn ladder(view: &View) -> Html {
    let labels = view.labels();
    let career = &view.pack().career;
    let ranks = career.ranks.iter();
    let ranks = ranks.map(|rank| view_entry(view, rank.id.as_str(), &rank.name, &rank.what));
    let fields = career.specialisms.iter();
    let fields = fields.map(|field| view_entry(view, field.id.as_str(), &field.name, &field.what));
    html! {
        <>
            if !career.ranks.is_empty() {
                <details class="rx-ladder">
                    <summary class="rx-ladder__title">{ labels.count("ladder-ranks", career.ranks.len()) }</summary>
                    <ol class="rx-ladder__list">{ for ranks }</ol>
                </details>
            }
            if !career.specialisms.is_empty() {
                <details class="rx-ladder">
                    <summary class="rx-ladder__title">
                        { labels.count("ladder-fields", career.specialisms.len()) }
                    </summary>
                    <ul class="rx-ladder__list">{ for fields }</ul>
                </details>
            }
        </>
    }
}

fn view_entry(view: &View, id: &str, name: &str, what: &[Claim]) -> Html {
    html! {
        <li key={id} id={format!("ladder-{id}")} class="rx-ladder__entry">
            <strong>{ name }</strong>
            { claims_view(view, what) }
        </li>
    }
}
