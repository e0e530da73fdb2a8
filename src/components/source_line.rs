//! Where something was published and when: small, muted, present.

use model::claim::Claim;
use model::date::Published;
use model::id::SourceId;
use yew::prelude::*;

use crate::components::outside_link;
use crate::context::View;
use crate::markup::html;

/// Where a claim was published and when.
pub fn claim_source(view: &View, claim: &Claim) -> Html {
    source_line(view, &claim.sources, Some(&claim.published), claim.our_reading)
}

/// Where something was published and when: the best source first, unknown ones left out. The
/// source's own date stands where no other is given; `our_reading` says that it follows from the
/// sources rather than standing in them.
pub fn source_line(
    view: &View,
    sources: &[SourceId],
    published: Option<&Published>,
    our_reading: bool,
) -> Html {
    let labels = view.labels();
    let pack = view.pack();
    let sources: Vec<_> = sources.iter().filter_map(|id| pack.sources.get(id)).collect();
    let Some(first) = sources.first() else { return html! {} };
    let published = labels.published(published.unwrap_or(&first.published));
    html! {
        <small class="rx-source-line">
            if our_reading {
                <span class="rx-source-line__reading">{ labels.text("our-reading") }</span>{ " " }
            }
            { for sources.iter().enumerate().map(|(i, source)| html! {
                <>
                    if i > 0 { { "; " } }
                    { outside_link(view, &source.url, &source_name(source)) }
                </>
            }) }
            { ", " }{ published }
        </small>
    }
}

/// Publisher and title, without saying the publisher twice.
pub fn source_name(source: &model::source::Source) -> String {
    if source.title.starts_with(&source.publisher) {
        source.title.clone()
    } else {
        format!("{}, {}", source.publisher, source.title)
    }
}
