//! What happens to answers, and everything that may ever be stored.

use yew::prelude::*;

use crate::labels::Labels;
use crate::markup::html;

/// What happens to answers, and everything that may ever be stored.
pub fn view(labels: &Labels) -> Html {
    html! {
        <>
            <p>{ labels.text("about-privacy-answers") }</p>
            <p>{ labels.text("about-privacy-sent") }</p>
            <p>{ labels.text("about-privacy-embed") }</p>
            <p>{ labels.text("about-privacy-history") }</p>
            <p>{ labels.fill("about-privacy-kiosk", &[("button", &labels.text("kiosk-reset"))]) }</p>
            <h3>{ labels.text("about-stored") }</h3>
            <p>{ labels.text("about-stored-lead") }</p>
            { stored(labels) }
        </>
    }
}

/// The names that may stand in the browser's storage: these and no others.
fn stored(labels: &Labels) -> Html {
    let row = |name: &'static str, purpose: &str| {
        html! {
            <tr>
                <th scope="row"><code>{ name }</code></th>
                <td>{ labels.text(purpose) }</td>
                <td>{ labels.text("about-stored-until") }</td>
            </tr>
        }
    };
    html! {
        <table class="rx-about__stored">
            <caption>{ labels.text("about-stored-caption") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ labels.text("about-stored-name") }</th>
                    <th scope="col">{ labels.text("about-stored-purpose") }</th>
                    <th scope="col">{ labels.text("about-stored-how-long") }</th>
                </tr>
            </thead>
            <tbody>
                { row("lang", "about-stored-lang") }
                { row("scheme", "about-stored-scheme") }
                { row("text-size", "about-stored-text-size") }
                { row("shortlist", "about-stored-shortlist") }
            </tbody>
        </table>
    }
}
