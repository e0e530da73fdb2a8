//! What is wrong, at the top of a question: it takes the focus and leads to the field.

use yew::prelude::*;

use crate::context::View;
use crate::markup::html;
use crate::platform::document;

/// What is wrong and how to mend it, in the same words as beside the field, with a link to the
/// field's id that leaves the address alone.
pub fn error_summary(view: &View, message: &AttrValue, field: &str) -> Html {
    let labels = view.labels();
    let href = AttrValue::from(format!("#{field}"));
    let onclick = {
        let selector = href.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            document::focus(&selector);
        })
    };
    html! {
        <div class="rx-error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary">
            <h2 id="error-summary">{ labels.text("error-heading") }</h2>
            <p><a {href} {onclick}>{ message }</a></p>
        </div>
    }
}
