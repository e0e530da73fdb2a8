//! "This looks wrong": a short text that tells whoever runs the copy what is meant.
//!
//! It names the thing, the version of the content, the day and the address, and never
//! an answer. It is seen before anything is done with it. Where nothing can be taken
//! away, a phone reads it from the screen.

use model::Date;
use yew::prelude::*;

use crate::components::{contact, qr};
use crate::context::View;
use crate::markup::html;
use crate::platform::document;
use crate::platform::hand_over::{self, Outcome};

/// The fold at the end of a page or part of one; `id` names what is meant in the pack: `rule/degree`.
/// A part of a page gives its `fragment`; empty for the page.
pub fn looks_wrong(view: &View, id: &str, fragment: &str) -> Html {
    let labels = view.labels();
    // A code takes some milliseconds to make: there is one for the page, and none for each part.
    if !view.policy().can_take_away && !fragment.is_empty() {
        return html! {};
    }
    html! {
        <details class="rx-fold rx-looks-wrong">
            <summary>{ labels.text("wrong") }</summary>
            <p>{ labels.text("wrong-holds") }{ " " }{ labels.text("wrong-to") }{ " " }{ contact(view) }</p>
            { for view.today.map(|today| view_text(view, id, text(view, id, fragment, today))) }
        </details>
    }
}

/// The text and what can be done with it. The day is part of it, and only the app knows the day.
fn view_text(view: &View, id: &str, text: String) -> Html {
    let labels = view.labels();
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
                    "link-copied"
                };
                document::tell(&told, &labels.text(key));
            });
        })
    };
    html! {
        <>
            <p><label for={field.clone()}>{ labels.text("wrong-label") }</label></p>
            <textarea id={field} class="rx-looks-wrong__text" readonly=true rows="6" value={text.clone()} />
            if view.policy().can_take_away {
                <p>
                    <button type="button" class="rx-button rx-button--quiet" {onclick}>{ labels.text("wrong-copy") }</button>
                </p>
            } else {
                <p>{ labels.text("wrong-scan") }</p>
                { qr(&text, labels.text("wrong-qr")) }
            }
            <p id={told} role="status"></p>
        </>
    }
}

/// What is handed on.
fn text(view: &View, id: &str, fragment: &str, today: Date) -> String {
    let (pack, place) = (view.pack(), &view.place.address);
    let address = view.explorer.public_url(place).unwrap_or_else(|| place.href(&view.base()));
    let mark = if fragment.is_empty() { "" } else { "#" };
    let address = [&address, mark, fragment].concat();
    let version = [pack.about.id.as_str(), " ", &pack.about.version].concat();
    // The day as it is sorted and searched for, not as it is read.
    let date = today.to_string();
    let values = [("id", id), ("version", &version), ("address", &address), ("date", &date)];
    view.labels().fill("wrong-text", &values)
}
