//! What is wrong, at the top of a question: it takes the focus and leads to the fields.

use yew::prelude::*;

use crate::context::View;
use crate::markup::html;
use crate::platform::document;

/// What is wrong and how to mend it, each in the same words as beside the field, with a link to
/// the field's id that leaves the address alone.
pub fn error_summary(view: &View, mistakes: &[(AttrValue, AttrValue)]) -> Html {
    let labels = view.labels();
    let mistake = |(message, field): &(AttrValue, AttrValue)| {
        let href = AttrValue::from(format!("#{field}"));
        let selector = href.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            document::focus(&selector);
        });
        html! { <p><a {href} {onclick}>{ message }</a></p> }
    };
    html! {
        <div class="rx-error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary">
            <h2 id="error-summary">{ labels.text("error-heading") }</h2>
            { for mistakes.iter().map(mistake) }
        </div>
    }
}
