//! Every page and document that was read, by who speaks in it.

use std::rc::Rc;

use model::Pack;
use model::source::{Source, SourceKind};
use yew::prelude::*;

use crate::components::source_entry::kind_name;
use crate::components::{
    Jump, PageHeading, jump_list, looks_wrong, page_heading, review_note, source_entry,
};
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::letters;

/// Who may speak, from the firmest voice to the one that never decides.
const KINDS: [SourceKind; 6] = [
    SourceKind::Force,
    SourceKind::ForceCopy,
    SourceKind::National,
    SourceKind::OtherForce,
    SourceKind::Press,
    SourceKind::Weak,
];

/// The list of sources.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let force = pack.about.force.short.as_str();
    let groups: Vec<(SourceKind, Vec<&Rc<Source>>)> = KINDS
        .into_iter()
        .map(|kind| (kind, of_kind(pack, kind)))
        .filter(|(_, sources)| !sources.is_empty())
        .collect();
    let jump = |(kind, _): &(SourceKind, Vec<&Rc<Source>>)| Jump {
        id: kind_id(*kind).into(),
        text: kind_name(*kind, labels, force).into(),
    };
    let jumps: Vec<Jump> = groups.iter().map(jump).collect();
    html! {
        <div key="sources" class="rx-sources rx-column">
            { page_heading(PageHeading {
                text: labels.text("sources-heading"),
                lead: Some(labels.count("sources-lead", pack.sources.len())),
                ..PageHeading::default()
            }) }
            <p>{ labels.fill("sources-read", &[("date", &labels.date(pack.about.read_on))]) }</p>
            { review_note(view, pack.about.review_by) }
            { jump_list(view, &labels.text("sources-groups"), &jumps) }
            { for groups.iter().map(|(kind, sources)| html! {
                <section class="rx-section" key={kind_id(*kind)} aria-labelledby={kind_id(*kind)}>
                    <h2 id={kind_id(*kind)}>{ kind_name(*kind, labels, force) }</h2>
                    <p>{ kind_weight(*kind, labels, force) }{ " " }
                        <span class="rx-muted">{ labels.count("sources-count", sources.len()) }</span></p>
                    <ul class="rx-source-list">
                        { for sources.iter().map(|source| source_entry(view, source)) }
                    </ul>
                </section>
            }) }
            { looks_wrong(view, "sources", "") }
        </div>
    }
}

/// The sources of a kind by publisher, then by title.
fn of_kind(pack: &Pack, kind: SourceKind) -> Vec<&Rc<Source>> {
    let mut sources: Vec<_> = pack.sources.values().filter(|source| source.kind == kind).collect();
    sources.sort_by_cached_key(|source| {
        (letters::lower(&source.publisher), letters::lower(&source.title))
    });
    sources
}

const fn kind_id(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Force => "kind-force",
        SourceKind::ForceCopy => "kind-force-copy",
        SourceKind::National => "kind-national",
        SourceKind::OtherForce => "kind-other-force",
        SourceKind::Press => "kind-press",
        SourceKind::Weak => "kind-weak",
    }
}

/// How firmly we repeat what a kind of source says.
fn kind_weight(kind: SourceKind, labels: &Labels, force: &str) -> String {
    let values = [("force", force)];
    match kind {
        SourceKind::Force => labels.fill("sources-force-weight", &values),
        SourceKind::ForceCopy => labels.fill("sources-force-copy-weight", &values),
        SourceKind::National => labels.fill("sources-national-weight", &values),
        SourceKind::OtherForce => labels.fill("sources-other-force-weight", &values),
        SourceKind::Press => labels.fill("sources-press-weight", &values),
        SourceKind::Weak => labels.fill("sources-weak-weight", &values),
    }
}
