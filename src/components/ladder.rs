//! What comes after getting in: the ranks, and the fields one can move into.

use model::claim::{Block, Claim};
use yew::prelude::*;

use crate::components::BlockView;
use crate::context::{use_labels, use_pack};

/// Ranks and fields, each list behind a fold; nothing where the pack has none.
#[component]
pub fn Ladder() -> Html {
    let labels = use_labels();
    let career = &use_pack().career;
    let ranks = career.ranks.iter();
    let ranks = ranks.map(|rank| view_entry(rank.id.as_str(), &rank.name, &rank.what));
    let fields = career.specialisms.iter();
    let fields = fields.map(|field| view_entry(field.id.as_str(), &field.name, &field.what));
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

fn view_entry(id: &str, name: &str, what: &[Claim]) -> Html {
    html! {
        <li key={id} class="rx-ladder__entry">
            <strong>{ name }</strong>
            <BlockView block={Block::Claims(what.to_vec())} />
        </li>
    }
}
