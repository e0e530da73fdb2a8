//! What stands on a long page: links to its parts, behind a fold.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{Jump, JumpList};
use crate::context::use_labels;

/// Props of [`Contents`].
#[derive(Properties, PartialEq)]
pub struct ContentsProps {
    /// The parts, in the order of the page.
    pub jumps: Rc<[Jump]>,
}

/// Links to the parts of a long page, behind a fold.
#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let labels = use_labels();
    let title = labels.text("on-this-page");
    html! {
        <details class="rx-contents">
            <summary class="rx-contents__title">{ title.clone() }</summary>
            <JumpList label={title} jumps={props.jumps.clone()} />
        </details>
    }
}
