//! Where something was published and when: small, muted, present.

use std::rc::Rc;

use model::Pack;
use model::claim::Claim;
use model::date::Published;
use model::id::SourceId;
use model::source::Source;
use yew::prelude::*;

use crate::components::{link_to, outside_link};
use crate::context::{Destination, View};
use crate::markup::html;
use crate::route::Route;

/// Who published a claim and when, in short: see [`source_refs`].
pub fn claim_source(view: &View, claim: &Claim) -> Html {
    source_refs(view, &claim.sources, &claim.published, claim.our_reading)
}

/// Who published something and when, for pages with a source in every line: each name leads to its
/// entry in the list of sources, which says what was read, how much of it, and where.
///
/// Titles and addresses beside every line were a third of the longest pages, and hid what they are
/// about. The best source stands first; `our_reading` says that the line follows from the sources
/// rather than standing in them.
pub fn source_refs(
    view: &View,
    sources: &[SourceId],
    published: &Published,
    our_reading: bool,
) -> Html {
    let sources = known(view, sources);
    let name = |at: usize| {
        let publisher = &sources[at].publisher;
        match sources[..at].iter().filter(|other| other.publisher == *publisher).count() {
            0 => publisher.clone(),
            // Two links of one name lead to two places.
            before => format!("{publisher} ({})", before + 1),
        }
    };
    let to = |at: usize| Destination::at(Route::Sources, &anchor(view.pack(), &sources[at].id));
    let links = (0..sources.len()).map(|at| link_to(view, to(at), "", name(at).into()));
    view_line(view, links.collect(), published, our_reading)
}

/// Where something was published and when, in full: the best source first, unknown ones left out.
/// The source's own date stands where no other is given; `our_reading` says that it follows from
/// the sources rather than standing in them.
pub fn source_line(
    view: &View,
    sources: &[SourceId],
    published: Option<&Published>,
    our_reading: bool,
) -> Html {
    let sources = known(view, sources);
    let Some(first) = sources.first() else { return html! {} };
    let links = sources.iter().map(|source| outside_link(view, &source.url, &source_name(source)));
    view_line(view, links.collect(), published.unwrap_or(&first.published), our_reading)
}

/// The sources that the pack has.
fn known<'a>(view: &'a View, sources: &[SourceId]) -> Vec<&'a Rc<Source>> {
    sources.iter().filter_map(|id| view.pack().sources.get(id)).collect()
}

fn view_line(view: &View, links: Vec<Html>, published: &Published, our_reading: bool) -> Html {
    let labels = view.labels();
    if links.is_empty() {
        return html! {};
    }
    html! {
        <small class="rx-source-line">
            if our_reading {
                <span class="rx-source-line__reading">{ labels.text("our-reading") }</span>{ " " }
            }
            { for links.into_iter().enumerate().map(|(i, link)| html! {
                <>
                    if i > 0 { { "; " } }
                    { link }
                </>
            }) }
            { ", " }{ labels.published(published) }
        </small>
    }
}

/// The id of a source's entry in the list of sources: its number in the pack, because names of
/// sources, once a reference, are the longest part of the longest pages.
pub fn anchor(pack: &Pack, id: &SourceId) -> String {
    let number = pack.sources.keys().take_while(|other| *other != id).count() + 1;
    format!("source-{number}")
}

/// Publisher and title, without saying the publisher twice.
pub fn source_name(source: &Source) -> String {
    if source.title.starts_with(&source.publisher) {
        source.title.clone()
    } else {
        format!("{}, {}", source.publisher, source.title)
    }
}
