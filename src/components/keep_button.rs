//! The button that puts a role or a person on the visitor's list, and takes them off again.
//!
//! Its words stay the same and a drawn box shows the state, so that it keeps its
//! size when the app takes over and a screen reader says "pressed" of one thing.

use yew::prelude::*;

use crate::context::{ListChange, View};
use crate::markup::html;

/// A switch for one entry; nothing for what has no code. A full list says so and takes no more.
pub fn keep_button(view: &View, code: Option<String>) -> Html {
    let Some(code) = code else { return html! {} };
    let labels = view.labels();
    let is_in = view.shortlist.contains(&code);
    let is_full = !is_in && view.shortlist.is_full();
    let pressed = if is_in { "true" } else { "false" };
    let onclick = view.change_list.reform(move |_: MouseEvent| ListChange::Toggle(code.clone()));
    html! {
        <p class="rx-keep-button">
            <button type="button" class="rx-keep-button__switch" data-replay="" aria-pressed={pressed}
                aria-disabled={is_full.then_some("true")} {onclick}>
                <svg class="rx-keep-button__box" viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M1.5 1.5h13v13h-13z" />
                    if is_in { <path d="m4 8 3 3 5-6" /> }
                </svg>
                { labels.text("keep-in-plan") }
            </button>
            <span role="status">
                if is_full { { " " }{ labels.text("list-full") } }
            </span>
        </p>
    }
}
