//! A part of a page that every role has: what is published, each statement with
//! its source, or the plain word that nothing was found.

use model::claim::{Block, Claim};
use yew::prelude::*;

use crate::components::claim_source;
use crate::context::View;
use crate::markup::html;

/// Claims with their sources, or that nothing was found.
pub fn block_view(view: &View, block: &Block) -> Html {
    let labels = view.labels();
    match block {
        Block::Claims(claims) => claims_view(view, claims),
        Block::NotPublished(checked) => html! {
            <p class="rx-block-view__none">
                { labels.fill("not-published", &[("date", &labels.date(*checked))]) }
            </p>
        },
    }
}

/// Claims with their sources.
pub fn claims_view(view: &View, claims: &[Claim]) -> Html {
    html! {
        <ul class="rx-block-view">
            { for claims.iter().map(|claim| claim_view(view, claim)) }
        </ul>
    }
}

/// A claim with its sources, in a list of claims.
pub fn claim_view(view: &View, claim: &Claim) -> Html {
    html! {
        <li>{ &claim.text }{ " " }{ claim_source(view, claim) }</li>
    }
}
