//! The accessibility statement: the aim, what is tested, what is not, how to tell us.

use yew::prelude::*;

use crate::components::contact;
use crate::context::View;
use crate::markup::html;

/// The accessibility statement.
pub fn view(view: &View) -> Html {
    let labels = view.labels();
    let list = |keys: &[&str]| {
        html! {
            <ul class="rx-about__list">
                { for keys.iter().map(|key| html! { <li key={*key}>{ labels.text(key) }</li> }) }
            </ul>
        }
    };
    html! {
        <>
            <p>{ labels.text("about-access-aim") }</p>
            <h3>{ labels.text("about-access-tested") }</h3>
            { list(&["about-access-tool", "about-access-keyboard", "about-access-narrow", "about-access-colour", "about-access-no-script"]) }
            <h3>{ labels.text("about-access-gaps") }</h3>
            { list(&["about-access-gap-people", "about-access-gap-readers", "about-access-gap-formats", "about-access-gap-outside", "about-access-gap-kiosk"]) }
            <h3>{ labels.text("about-access-tell") }</h3>
            <p>{ labels.text("about-access-tell-text") }{ " " }{ contact(view) }</p>
        </>
    }
}
