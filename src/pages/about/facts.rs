//! How facts are chosen and worded: sources, kinds of evidence, dates.

use yew::prelude::*;

use crate::components::link;
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// How facts are chosen and worded.
pub fn view(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let force = pack.about.force.short.as_str();
    let read_on = labels.date(pack.about.read_on);
    let sure = |name: &str, meaning: &str| {
        html! { <div class="rx-facts__row"><dt>{ labels.text(name) }</dt><dd>{ labels.text(meaning) }</dd></div> }
    };
    html! {
        <>
            <p>{ labels.fill("about-facts-sources", &[("force", force)]) }{ " " }
                { link(view, Route::Sources, "", labels.text("about-facts-all-sources").into()) }</p>
            <p>{ labels.fill("about-facts-copies", &[("date", &read_on)]) }</p>
            <p>{ labels.text("about-facts-words") }</p>
            <p>{ labels.text("about-facts-dates") }</p>
            <p>{ labels.text("about-facts-not-seen") }</p>
            <h3>{ labels.text("about-sure") }</h3>
            <p>{ labels.text("about-sure-lead") }</p>
            <dl class="rx-facts">
                { sure("about-sure-high", "about-sure-high-text") }
                { sure("about-sure-medium", "about-sure-medium-text") }
                { sure("about-sure-low", "about-sure-low-text") }
            </dl>
            <p>{ labels.text("about-facts-people-decide") }</p>
        </>
    }
}
