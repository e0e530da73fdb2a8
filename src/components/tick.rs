//! A box with its words, for a choice that holds at once.

use yew::prelude::*;

use crate::markup::html;

/// A box with its words, and what stands behind them.
///
/// One that is dead stays where it is and keeps the focus, but takes no click.
pub fn tick(text: &str, is_on: bool, is_dead: bool, behind: Html, act: Callback<Event>) -> Html {
    let onclick = is_dead.then(|| Callback::from(|event: MouseEvent| event.prevent_default()));
    html! {
        <label key={text.to_owned()} class="rx-facet__option">
            <input type="checkbox" class="rx-facet__box" data-replay="" autocomplete="off" checked={is_on}
                aria-disabled={is_dead.then_some("true")} {onclick} onchange={act} />
            <span class="rx-facet__label">{ text }</span>
            { behind }
        </label>
    }
}
