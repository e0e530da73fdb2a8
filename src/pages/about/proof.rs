//! How the rules were checked as a whole: what was counted, and what looks odd and is meant.

use yew::prelude::*;

use crate::context::View;
use crate::markup::html;

/// The report that came with the pack.
pub fn view(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    html! {
        <>
            <p>{ labels.fill("about-proof-lead", &[("date", &labels.date(pack.about.read_on))]) }</p>
            <dl class="rx-facts">
                { for pack.proof.iter().enumerate().map(|(i, line)| html! {
                    <div class="rx-facts__row" key={i}>
                        <dt>{ labels.text(&format!("proof-{}", line.label)) }</dt>
                        <dd>{ &line.value }</dd>
                    </div>
                }) }
            </dl>
        </>
    }
}
