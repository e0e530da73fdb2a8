//! What stands on a long page: links to its parts, behind a fold.

use yew::prelude::*;

use crate::components::{Jump, jump_list};
use crate::context::View;
use crate::markup::html;

/// Links to the parts of a long page, in its order, behind a fold.
pub fn contents(view: &View, jumps: &[Jump]) -> Html {
    let title = view.labels().text("on-this-page");
    html! {
        <details class="rx-contents">
            <summary class="rx-contents__title">{ &title }</summary>
            { jump_list(view, &title, jumps) }
        </details>
    }
}
