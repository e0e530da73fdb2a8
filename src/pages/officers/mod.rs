//! The list of people, narrowed by what the address says.
//!
//! The address is the only state: what is chosen, the counts and the list are
//! computed from it each time. Without the app everybody is shown.

mod facets;
mod filter;

use std::rc::Rc;

use model::person::Person;
use yew::prelude::*;

use crate::components::{PageHeading, page_heading, person_line};
use crate::context::View;
use crate::markup::html;
use crate::platform::document;
use facets::{view_chosen, view_facet};
use filter::{Choice, Facet, Selection};

/// How many people a list shows before it asks whether to go on: a longer one is slow to change.
const SHOWN: usize = 150;

/// In an address: the whole list, however long.
const SHOW: &str = "show";

/// The list of people.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let query = &view.place.query;
    let refine = &view.navigate.refine;

    let (selection, left_out) = Selection::read(query, pack);
    let choices = Facet::ALL.map(|facet| selection.choices(pack, facet));
    let chosen: Vec<&Choice> = choices.iter().flatten().filter(|choice| choice.is_chosen).collect();
    let people = selection.people(pack);
    let count = people.len();
    // Without the app there is nothing to press, so the page as it is written shows everybody.
    let is_cut = view.today.is_some() && query.values(SHOW).is_empty();
    let shown = people.get(..SHOWN).filter(|_| is_cut).unwrap_or(&people);
    let on_more = {
        let (query, refine) = (query.clone(), refine.clone());
        Callback::from(move |_: MouseEvent| {
            let mut query = query.clone();
            query.set(SHOW, &["all"]);
            // The button goes; reading goes on where the list ended.
            document::focus(".rx-officers__people section:last-of-type li:last-child a");
            refine.emit(query);
        })
    };
    let (stories, brief): (Vec<_>, Vec<_>) =
        shown.iter().copied().partition(|person| person.has_story());

    let on_toggle = {
        let (pack, query, refine) = (pack.clone(), query.clone(), refine.clone());
        Callback::from(move |(facet, value): (Facet, String)| {
            refine.emit(selection.toggle(&pack, facet, &value).write(&query));
        })
    };
    // A chip and the button go with what they take away: the focus moves to what stays.
    let on_remove = on_toggle.reform(|toggled| {
        document::focus("#officers-filters");
        toggled
    });
    let on_clear = {
        let (query, refine) = (query.clone(), refine.clone());
        Callback::from(move |()| {
            document::focus("#officers-filters");
            refine.emit(Selection::default().write(&query));
        })
    };

    html! {
        <div key="officers" class="rx-officers rx-wide">
            { page_heading(PageHeading {
                text: labels.text("officers-heading"),
                lead: Some(labels.fill("officers-lead", &[("force", &pack.about.force.short)])),
                ..PageHeading::default()
            }) }
            <div class="rx-officers__body">
                <section class="rx-officers__filters" aria-labelledby="officers-filters">
                    <h2 id="officers-filters" class="rx-officers__title">{ labels.text("officers-filters") }</h2>
                    <p class="rx-muted">{ labels.text("officers-filters-hint") }</p>
                    { for Facet::ALL.iter().zip(&choices).map(|(facet, choices)| {
                        view_facet(*facet, choices, labels, &on_toggle)
                    }) }
                </section>
                <div class="rx-officers__people">
                    { view_chosen(&chosen, labels, &on_remove, &on_clear) }
                    <div class="rx-officers__count" role="status">
                        <p>{ labels.count("officers-count", count) }</p>
                        if left_out > 0 {
                            <p class="rx-muted">{ labels.count("officers-left-out", left_out) }</p>
                        }
                    </div>
                    { view_list(view, "officers-stories", labels.text("officers-stories"), &stories) }
                    { view_list(view, "officers-brief", labels.text("officers-brief"), &brief) }
                    if shown.len() < count {
                        <button type="button" class="rx-button" onclick={on_more}>
                            { labels.count("officers-all", count) }
                        </button>
                    }
                </div>
            </div>
        </div>
    }
}

/// People under a subheading; nothing where there are none.
fn view_list(view: &View, id: &'static str, title: String, people: &[&Rc<Person>]) -> Html {
    if people.is_empty() {
        return html! {};
    }
    html! {
        <section key={id} class="rx-section" aria-labelledby={id}>
            <h2 {id}>{ title }</h2>
            <ul class="rx-person-list">
                { for people.iter().map(|person| person_line(view, person)) }
            </ul>
        </section>
    }
}
