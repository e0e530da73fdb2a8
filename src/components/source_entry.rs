//! A source in a list: who published it, what it is, its date, and how much of it was read.

use std::rc::Rc;

use model::date::PublishedOn;
use model::source::{Extent, Source, SourceKind};
use yew::prelude::*;

use crate::components::OutsideLink;
use crate::components::source_line::source_name;
use crate::context::{use_labels, use_pack};
use crate::labels::Labels;

/// Props of [`SourceEntry`].
#[derive(Properties, PartialEq)]
pub struct SourceEntryProps {
    /// What it shows.
    pub source: Rc<Source>,
    /// Says who speaks, where no heading does. No by default.
    #[prop_or_default]
    pub with_kind: bool,
}

/// A source in a list.
#[component]
pub fn SourceEntry(props: &SourceEntryProps) -> Html {
    let labels = use_labels();
    let pack = use_pack();
    let source = &props.source;
    let published = match source.published.on() {
        Some(PublishedOn::Undated) => labels.text("source-undated"),
        _ => labels.fill("source-published", &[("date", &labels.published(&source.published))]),
    };
    // The pack's own day of reading is said once on the page, not with every source.
    let read = match (source.read, source.read_on.map(|day| labels.date(day))) {
        (Extent::Whole, None) => labels.text("source-read-whole"),
        (Extent::Whole, Some(day)) => labels.fill("source-read-whole-on", &[("date", &day)]),
        (Extent::Beginning, None) => labels.text("source-read-beginning"),
        (Extent::Beginning, Some(day)) => {
            labels.fill("source-read-beginning-on", &[("date", &day)])
        }
    };
    let note = source.note.as_ref().map_or_else(String::new, |note| format!(" {note}"));
    let kind = if props.with_kind {
        format!("{}. ", kind_name(source.kind, &labels, &pack.about.force.short))
    } else {
        String::new()
    };
    html! {
        <li class="rx-source-entry">
            <OutsideLink href={source.url.clone()} text={source_name(source)} />
            <span class="rx-source-entry__facts">{ format!("{kind}{published} {read}{note}") }</span>
        </li>
    }
}

/// Who speaks, in words; `force` is its name for the middle of a sentence.
pub fn kind_name(kind: SourceKind, labels: &Labels, force: &str) -> String {
    let values = [("force", force)];
    match kind {
        SourceKind::Force => labels.fill("source-kind-force", &values),
        SourceKind::ForceCopy => labels.fill("source-kind-force-copy", &values),
        SourceKind::National => labels.fill("source-kind-national", &values),
        SourceKind::OtherForce => labels.fill("source-kind-other-force", &values),
        SourceKind::Press => labels.fill("source-kind-press", &values),
        SourceKind::Weak => labels.fill("source-kind-weak", &values),
    }
}
