//! Where something was published and when: small, muted, present.

use model::date::Published;
use model::id::SourceId;
use yew::prelude::*;

use crate::components::OutsideLink;
use crate::context::{use_labels, use_pack};

/// Props of [`SourceLine`].
#[derive(Properties, PartialEq)]
pub struct SourceLineProps {
    /// Best first; unknown ones are left out.
    pub sources: Vec<SourceId>,
    /// When it was published; the source's own date by default.
    #[prop_or_default]
    pub published: Option<Published>,
    /// It follows from the sources rather than standing in them. No by default.
    #[prop_or_default]
    pub our_reading: bool,
}

/// Where something was published and when.
#[component]
pub fn SourceLine(props: &SourceLineProps) -> Html {
    let labels = use_labels();
    let pack = use_pack();
    let sources: Vec<_> = props.sources.iter().filter_map(|id| pack.sources.get(id)).collect();
    let Some(first) = sources.first() else { return html! {} };
    let published = props.published.as_ref().unwrap_or(&first.published);
    let published = labels.published(published);
    html! {
        <small class="rx-source-line">
            if props.our_reading {
                <span class="rx-source-line__reading">{ labels.text("our-reading") }</span>{ " " }
            }
            { for sources.iter().enumerate().map(|(i, source)| html! {
                <>
                    if i > 0 { { "; " } }
                    <OutsideLink href={source.url.clone()} text={source_name(source)} />
                </>
            }) }
            { format!(", {published}") }
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
