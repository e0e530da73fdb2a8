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

/// The list of people.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let query = &view.place.query;
    let refine = &view.navigate.refine;

    let (selection, left_out) = Selection::read(query, pack);
    let choices = Facet::ALL.map(|facet| selection.choices(pack, facet));
    let chosen: Vec<&Choice> = choices.iter().flatten().filter(|choice| choice.is_chosen).collect();
    let people = selection.people(pack);
    let (stories, brief): (Vec<_>, Vec<_>) =
        people.iter().copied().partition(|person| person.has_story());

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
                        <p>{ labels.count("officers-count", people.len()) }</p>
                        if left_out > 0 {
                            <p class="rx-muted">{ labels.count("officers-left-out", left_out) }</p>
                        }
                    </div>
                    { view_list(view, "officers-stories", labels.text("officers-stories"), &stories) }
                    { view_list(view, "officers-brief", labels.text("officers-brief"), &brief) }
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
