//! A short word set apart: what to know before reading on.

use yew::prelude::*;

use crate::markup::html;

/// A short word set apart, after two or three words on what it is about, if any.
pub fn notice(label: Option<String>, children: Html) -> Html {
    html! {
        <div class="rx-notice">
            if let Some(label) = label {
                <strong class="rx-notice__label">{ label }</strong>{ " " }
            }
            { children }
        </div>
    }
}
