//! A box with its words, for a choice that holds at once.

use yew::prelude::*;

use crate::markup::html;

/// A box with its words.
pub fn tick(text: String, is_on: bool, act: Callback<()>) -> Html {
    html! {
        <label class="rx-facet__option">
            <input type="checkbox" class="rx-facet__box" autocomplete="off" checked={is_on} onchange={act.reform(|_: Event| ())} />
            <span class="rx-facet__label">{ text }</span>
        </label>
    }
}
