//! The controls of the list: a fold of checkboxes per facet, and what is chosen.

use yew::prelude::*;

use super::filter::{Choice, Facet};
use crate::components::tick;
use crate::labels::Labels;
use crate::markup::html;

/// The name of a facet.
fn facet_name(facet: Facet, labels: &Labels) -> String {
    labels.text(match facet {
        Facet::Role => "facet-role",
        Facet::Area => "facet-area",
        Facet::Work => "facet-work",
        Facet::CameFrom => "facet-came-from",
        Facet::Theme => "facet-theme",
    })
}

/// The name of a choice.
fn choice_name(choice: &Choice, labels: &Labels) -> String {
    choice.name.clone().unwrap_or_else(|| labels.text("everywhere"))
}

/// A facet as a fold of checkboxes; nothing where there is nothing to choose.
pub fn view_facet(
    facet: Facet,
    choices: &[Choice],
    labels: &Labels,
    on_toggle: &Callback<(Facet, String)>,
) -> Html {
    if choices.is_empty() {
        return html! {};
    }
    let name = facet_name(facet, labels);
    let chosen = choices.iter().filter(|choice| choice.is_chosen).count();
    html! {
        <details key={facet.key()} class="rx-facet">
            <summary class="rx-facet__summary">
                <span class="rx-facet__name">{ name.clone() }</span>
                if chosen > 0 {
                    { " " }<span class="rx-facet__chosen">{ labels.count("facet-chosen", chosen) }</span>
                }
            </summary>
            <fieldset class="rx-facet__options" aria-label={name}>
                { for choices.iter().map(|choice| view_choice(choice, labels, on_toggle)) }
            </fieldset>
        </details>
    }
}

/// A checkbox with the number of people it leaves, dead where it would leave nobody.
fn view_choice(choice: &Choice, labels: &Labels, on_toggle: &Callback<(Facet, String)>) -> Html {
    let is_dead = choice.count == 0 && !choice.is_chosen;
    let chosen = (choice.facet, choice.value.clone());
    let count = html! {
        <>{ " " }<span class="rx-facet__count">{ labels.number(choice.count as f64) }</span></>
    };
    let on_change = on_toggle.reform(move |_: Event| chosen.clone());
    tick(&choice_name(choice, labels), choice.is_chosen, is_dead, count, on_change)
}

/// What is chosen, each to be taken away, and one act that takes all away.
pub fn view_chosen(
    chosen: &[&Choice],
    labels: &Labels,
    on_toggle: &Callback<(Facet, String)>,
    on_clear: &Callback<()>,
) -> Html {
    if chosen.is_empty() {
        return html! {};
    }
    let chip = |choice: &Choice| {
        let names = (facet_name(choice.facet, labels), choice_name(choice, labels));
        let text = labels.fill("officers-chip", &[("facet", &names.0), ("name", &names.1)]);
        let toggled = (choice.facet, choice.value.clone());
        html! {
            <li key={format!("{}={}", choice.facet.key(), choice.value)}>
                <button type="button" class="rx-chip" data-replay=""
                    aria-label={labels.fill("officers-remove", &[("filter", &text)])}
                    onclick={on_toggle.reform(move |_: MouseEvent| toggled.clone())}>
                    { text }
                    <svg class="rx-chip__cross" viewBox="0 0 12 12" aria-hidden="true">
                        <path d="m2 2 8 8M10 2l-8 8" />
                    </svg>
                </button>
            </li>
        }
    };
    html! {
        <div class="rx-officers__chosen">
            <ul class="rx-officers__chips" aria-label={labels.text("officers-chosen")}>
                { for chosen.iter().map(|choice| chip(choice)) }
            </ul>
            <button type="button" class="rx-officers__clear" data-replay=""
                onclick={on_clear.reform(|_: MouseEvent| ())}>
                { labels.text("officers-clear") }
            </button>
        </div>
    }
}
