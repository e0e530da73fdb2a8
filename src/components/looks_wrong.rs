//! "This looks wrong": a short text that tells whoever runs the copy what is meant.
//!
//! It names the thing, the version of the content, the day and the address, and never
//! an answer. It is seen before anything is done with it. Where nothing can be taken
//! away, a phone reads it from the screen.

use yew::prelude::*;

use crate::components::{contact, qr};
use crate::context::View;
use crate::markup::html;
use crate::platform::document;
use crate::platform::hand_over::{self, Outcome};

/// The fold at the end of a page or part of one; `id` names what is meant in the pack: `rule/degree`.
/// A part of a page gives its `fragment`; empty for the page.
pub fn looks_wrong(view: &View, id: &str, fragment: &str) -> Html {
    let (labels, can_take_away) = (view.labels(), view.policy().can_take_away);
    // A code takes some milliseconds to make: there is one for the page, and none for each part.
    if !can_take_away && !fragment.is_empty() {
        return html! {};
    }
    let text = text(view, id, fragment);
    let field = ["wrong-", &id.replace('/', "-")].concat();
    let told = ["told-", &field].concat();
    let onclick = {
        let (text, field, told, labels) =
            (text.clone(), field.clone(), told.clone(), labels.clone());
        Callback::from(move |_: MouseEvent| {
            let (field, told, labels) = (field.clone(), told.clone(), labels.clone());
            hand_over::copy(text.clone(), move |outcome| {
                // A word that stays until the page is left needs no state.
                let key = if outcome == Outcome::Refused {
                    document::select(&field);
                    "wrong-refused"
                } else {
                    "plan-link-copied"
                };
                document::tell(&told, &labels.text(key));
            });
        })
    };
    // The day is part of the text, so there is no code before it is known.
    let has_code = !can_take_away && view.today.is_some();
    html! {
        <details class="rx-fold rx-looks-wrong">
            <summary>{ labels.text("wrong") }</summary>
            <p>{ labels.text("wrong-holds") }{ " " }{ labels.text("wrong-to") }{ " " }{ contact(view) }</p>
            <p><label for={field.clone()}>{ labels.text("wrong-label") }</label></p>
            <textarea id={field} class="rx-looks-wrong__text" readonly=true rows="6" value={text.clone()} />
            if can_take_away {
                <p>
                    <button type="button" class="rx-button rx-button--quiet" data-replay="" {onclick}>{ labels.text("wrong-copy") }</button>
                </p>
            }
            if has_code {
                <p>{ labels.text("wrong-scan") }</p>
                { qr(&text, labels.text("wrong-qr")) }
            }
            <p id={told} role="status"></p>
        </details>
    }
}

/// What is handed on.
fn text(view: &View, id: &str, fragment: &str) -> String {
    let (pack, place) = (view.pack(), &view.place.address);
    let address = view.explorer.public_url(place).unwrap_or_else(|| place.href(&view.base()));
    let mark = if fragment.is_empty() { "" } else { "#" };
    let address = [&address, mark, fragment].concat();
    let version = [pack.about.id.as_str(), " ", &pack.about.version].concat();
    let labels = view.labels();
    let values = [("id", id), ("version", &version), ("address", &address)];
    let text = labels.fill("wrong-text", &values);
    // As it is sorted and searched for, not as it is read.
    let date = view.today.map(|today| labels.fill("wrong-date", &[("date", &today.to_string())]));
    [Some(text), date].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
