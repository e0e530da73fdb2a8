//! Search over people, roles, rules, words and pages.
//!
//! What is typed stays in the field: in no address, title or storage, and nothing is sent.

mod index;
mod near;

pub use index::{Entry, Found, Index, Kind};

use yew::prelude::*;

use crate::components::{PageHeading, link, link_to, page_heading};
use crate::context::{View, use_view};
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::document;
use crate::route::Route;

/// How many hits of a kind are shown at once; the others stand behind a fold.
const SHOWN: usize = 5;

/// How many hits of a kind are shown at all.
const MOST_SHOWN: usize = 30;

/// The id of the field.
const FIELD: &str = "search-field";

/// The search page.
pub fn page(_view: &View) -> Html {
    html! { <SearchPage key="search" /> }
}

/// A field, and what it finds.
#[component]
fn SearchPage() -> Html {
    let view = use_view();
    let (pack, labels) = (view.pack(), view.labels());
    let query = use_state(String::new);
    let index = use_mut_ref(|| None::<Index>);
    // Made before the first letter, so that no keystroke waits for it; the pack is whole here and
    // changes no more. Somebody may have typed before the app took over.
    use_effect_with((), {
        let (index, pack, labels) = (index.clone(), pack.clone(), labels.clone());
        let query = query.setter();
        move |()| {
            *index.borrow_mut() = Some(Index::new(&pack, &labels));
            query.set(document::field_value(FIELD));
        }
    });
    let oninput = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| query.set(document::value_of(&event)))
    };
    let index = index.borrow();
    let found = match &*index {
        Some(index) => index.find(&query),
        None => Found::default(),
    };
    // One letter says nothing yet.
    let is_asked = query.trim().len() > 1;
    html! {
        <div key="search" class="rx-column rx-search">
            { page_heading(PageHeading { text: labels.text("search-heading"), ..PageHeading::default() }) }
            <div role="search" class="rx-search__box">
                <label for={FIELD}>{ labels.text("search-label") }</label>
                <input id={FIELD} type="search" class="rx-search__field" autocomplete="off" autocapitalize="none"
                    spellcheck="false" enterkeyhint="search" maxlength="100" aria-describedby="search-hint" {oninput} />
                <p id="search-hint" class="rx-muted">{ labels.text("search-hint") }</p>
            </div>
            <p class="rx-search__no-script">{ labels.text("search-no-script") }</p>
            <div role="status" class="rx-search__count">
                if is_asked { <p>{ said(labels, found.count) }</p> }
            </div>
            if found.count == 0 {
                if !is_asked { <p class="rx-search__pages">{ labels.text("search-pages") }</p> }
                { lists(&view) }
            }
            { for found.groups.iter().map(|(kind, entries)| group(&view, *kind, entries)) }
        </div>
    }
}

/// How much was found, in words.
fn said(labels: &Labels, count: usize) -> String {
    match count {
        0 => labels.text("search-nothing"),
        count => labels.count("search-count", count),
    }
}

/// The pages that list everything.
fn lists(view: &View) -> Html {
    let pages = [
        (Route::Officers, "nav-officers"),
        (Route::Roles, "nav-roles"),
        (Route::Rules, "nav-rules"),
        (Route::Themes, "nav-themes"),
        (Route::Glossary, "nav-glossary"),
        (Route::About, "nav-about"),
    ];
    let item = |(route, name): (Route, &str)| {
        html! { <li>{ link(view, route, "", view.labels().text(name).into()) }</li> }
    };
    html! { <ul class="rx-plain-links">{ for pages.into_iter().map(item) }</ul> }
}

/// The hits of a kind: the best ones, and the others behind a fold.
fn group(view: &View, kind: Kind, entries: &[&Entry]) -> Html {
    let labels = view.labels();
    let id = match kind {
        Kind::Role => "search-kind-role",
        Kind::Person => "search-kind-person",
        Kind::Rule => "search-kind-rule",
        Kind::Word => "search-kind-word",
        Kind::Page => "search-kind-page",
    };
    let (best, others) = entries.split_at(entries.len().min(SHOWN));
    let shown = &others[..others.len().min(MOST_SHOWN - SHOWN)];
    html! {
        <section key={id} class="rx-search__group" aria-labelledby={id}>
            <h2 {id} class="rx-search__kind">
                { labels.text(id) }{ " " }<span class="rx-muted">{ labels.number(entries.len() as f64) }</span>
            </h2>
            { list(view, best) }
            if !others.is_empty() {
                <details>
                    <summary>{ labels.count("search-all", shown.len()) }</summary>
                    { list(view, shown) }
                    if others.len() > shown.len() {
                        <p class="rx-muted">{ labels.fill("search-more", &[("count", &MOST_SHOWN.to_string())]) }</p>
                    }
                </details>
            }
        </section>
    }
}

fn list(view: &View, entries: &[&Entry]) -> Html {
    html! {
        <ul>
            { for entries.iter().map(|entry| html! {
                <li class="rx-search__hit">
                    { link_to(view, entry.to.clone(), "rx-search__title", html! { &entry.title }) }
                    <span class="rx-search__note">{ &entry.note }</span>
                </li>
            }) }
        </ul>
    }
}
