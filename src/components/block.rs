//! A part of a page that every role has: what is published, each statement with
//! its source, or the plain word that nothing was found.

use model::claim::{Block, Claim};
use yew::prelude::*;

use crate::components::SourceLine;
use crate::context::use_labels;

/// Props of [`BlockView`].
#[derive(Properties, PartialEq)]
pub struct BlockViewProps {
    /// What it shows.
    pub block: Block,
}

/// Claims with their sources, or that nothing was found.
#[component]
pub fn BlockView(props: &BlockViewProps) -> Html {
    let labels = use_labels();
    match &props.block {
        Block::Claims(claims) => html! {
            <ul class="rx-block-view">
                { for claims.iter().map(claim) }
            </ul>
        },
        Block::NotPublished(checked) => html! {
            <p class="rx-block-view__none">
                { labels.fill("not-published", &[("date", &labels.date(*checked))]) }
            </p>
        },
    }
}

fn claim(claim: &Claim) -> Html {
    html! {
        <li class="rx-block-view__claim">
            <span class="rx-block-view__text">{ &claim.text }</span>{ " " }
            <SourceLine
                sources={claim.sources.clone()}
                published={claim.published.clone()}
                our_reading={claim.our_reading}
            />
        </li>
    }
}
