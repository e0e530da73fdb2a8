//! A source in a list: who published it, what it is, its date, and how much of it was read.

use model::date::PublishedOn;
use model::source::{Extent, Source, SourceKind};
use yew::prelude::*;

use crate::components::outside_link;
use crate::components::source_line::{anchor, source_name};
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;

/// A source in a list, under a heading that says who speaks.
pub fn source_entry(view: &View, source: &Source) -> Html {
    view_entry(view, source, "")
}

/// A source in a list that itself says who speaks.
pub fn source_entry_with_kind(view: &View, source: &Source) -> Html {
    let kind = kind_name(source.kind, view.labels(), &view.pack().about.force.short);
    view_entry(view, source, &(kind + ". "))
}

fn view_entry(view: &View, source: &Source, kind: &str) -> Html {
    let labels = view.labels();
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
    html! {
        <li key={source.id.as_str()} id={anchor(view.pack(), &source.id)} class="rx-source-entry">
            { outside_link(view, &source.url, &source_name(source)) }
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
