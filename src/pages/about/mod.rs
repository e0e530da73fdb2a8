//! What this is, how its facts are chosen and its rules were checked, how it treats
//! visitors and the people in it, and who runs this copy.

mod accessibility;
mod facts;
mod privacy;
mod proof;

use yew::prelude::*;

use crate::components::{
    Jump, PageHeading, claim_source, contact, jump_list, outside_link, page_heading, review_note,
};
use crate::context::View;
use crate::labels::language;
use crate::markup::html;

/// What this is.
pub fn page(view: &View) -> Html {
    let labels = view.labels();
    let force = &view.pack().about.force;
    let parts = [
        ("what", "about-what", what(view)),
        ("facts", "about-facts", facts::view(view)),
        ("limits", "about-limits", limits(view)),
        ("proof", "about-proof", proof::view(view)),
        ("privacy", "about-privacy", privacy::view(labels)),
        ("accessibility", "about-accessibility", accessibility::view(view)),
        ("removal", "about-removal", removal(view)),
        ("version", "about-version", version(view)),
    ];
    let jump = |(id, heading, _): &(&'static str, &'static str, Html)| Jump {
        id: (*id).into(),
        text: labels.text(heading).into(),
    };
    let jumps: Vec<Jump> = parts.iter().map(jump).collect();
    html! {
        <div key="about" class="rx-about rx-column">
            { page_heading(PageHeading {
                text: labels.text("nav-about"),
                lead: Some(labels.fill("about-lead", &[("force", &force.name)])),
                ..PageHeading::default()
            }) }
            { jump_list(view, &labels.text("about-contents"), &jumps) }
            { for parts.into_iter().map(|(id, heading, body)| html! {
                <section class="rx-section" key={id} aria-labelledby={id}>
                    <h2 {id}>{ labels.text(heading) }</h2>
                    { body }
                </section>
            }) }
        </div>
    }
}

/// For whom it is, and whose it is not.
fn what(view: &View) -> Html {
    let labels = view.labels();
    let force = &view.pack().about.force;
    html! {
        <>
            <p>{ labels.fill("about-what-for", &[("force", &force.name)]) }</p>
            <p>{ labels.fill("about-what-not", &[("force", &force.name)]) }{ " " }
                { outside_link(view, &force.careers_url, &labels.fill("careers-link", &[("force", &force.name)])) }</p>
            <p>{ labels.text("about-what-verdicts") }</p>
        </>
    }
}

/// What the whole pack must admit.
fn limits(view: &View) -> Html {
    html! {
        <ul class="rx-about__list">
            { for view.pack().about.limits.iter().enumerate().map(|(i, limit)| html! {
                <li key={i}>
                    { &limit.text }{ " " }
                    { claim_source(view, limit) }
                </li>
            }) }
        </ul>
    }
}

/// How a person in it has their page changed or taken down.
fn removal(view: &View) -> Html {
    let labels = view.labels();
    html! {
        <>
            <p>{ labels.text("about-removal-ask") }</p>
            <p>{ contact(view) }</p>
            <p>{ labels.text("about-removal-then") }</p>
        </>
    }
}

/// Which content, which program, who runs it.
fn version(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let operator = view.explorer.config.operator.as_str();
    let row = |key: &str, value: Html| {
        html! { <div class="rx-facts__row"><dt>{ labels.text(key) }</dt><dd>{ value }</dd></div> }
    };
    let operator = if operator.is_empty() {
        html! { labels.text("about-operator-none") }
    } else {
        html! { operator }
    };
    let here = language(&pack.language).map_or(pack.language.as_str(), |language| language.name);
    html! {
        <>
            <dl class="rx-facts">
                { row("about-operator", operator) }
                { row("about-contact", contact(view)) }
                { row("about-content", html! { <bdi>{ format!("{} {}", pack.about.id, pack.about.version) }</bdi> }) }
                { row("about-rules", html! { <bdi>{ &pack.rules.version }</bdi> }) }
                { row("about-program", html! { <bdi>{ env!("CARGO_PKG_VERSION") }</bdi> }) }
                { row("about-language", html! { here }) }
                { row("about-read-on", html! { labels.date(pack.about.read_on) }) }
            </dl>
            { review_note(view, pack.about.review_by) }
        </>
    }
}
