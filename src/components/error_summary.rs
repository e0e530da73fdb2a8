//! What is wrong, at the top of a question: it takes the focus and leads to the field.

use yew::prelude::*;

use crate::context::use_labels;
use crate::platform::document;

/// Props of [`ErrorSummary`].
#[derive(Properties, PartialEq)]
pub struct ErrorSummaryProps {
    /// What is wrong and how to mend it; the same words as beside the field.
    pub message: AttrValue,
    /// Id of the field.
    pub field: AttrValue,
}

/// What is wrong, with a link to the field that leaves the address alone.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let labels = use_labels();
    let selector = format!("#{}", props.field);
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        document::focus(&selector);
    });
    html! {
        <div class="rx-error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary">
            <h2 id="error-summary">{ labels.text("error-heading") }</h2>
            <p><a href={format!("#{}", props.field)} {onclick}>{ &props.message }</a></p>
        </div>
    }
}
