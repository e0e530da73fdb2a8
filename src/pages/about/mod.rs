//! What this is, how its facts are chosen, how it treats visitors and the people
//! in it, and who runs this copy.

mod accessibility;
mod facts;
mod privacy;

use std::rc::Rc;

use model::Pack;
use yew::prelude::*;

use crate::components::{Jump, JumpList, OutsideLink, PageHeading, ReviewNote, SourceLine};
use crate::context::{use_explorer, use_labels};
use crate::labels::{Labels, language};
use crate::platform::config::Config;

/// What this is.
#[component]
pub fn AboutPage() -> Html {
    let explorer = use_explorer();
    let labels = use_labels();
    let (pack, config) = (&explorer.pack, &explorer.config);
    let force = &pack.about.force;
    let parts = [
        ("what", "about-what", what(pack, &labels)),
        ("facts", "about-facts", facts::view(pack, &labels)),
        ("limits", "about-limits", limits(pack)),
        ("privacy", "about-privacy", privacy::view(&labels)),
        ("accessibility", "about-accessibility", accessibility::view(config, &labels)),
        ("removal", "about-removal", removal(config, &labels)),
        ("version", "about-version", version(pack, config, &labels)),
    ];
    let jump = |(id, heading, _): &(&'static str, &'static str, Html)| Jump {
        id: (*id).into(),
        text: labels.text(heading).into(),
    };
    let jumps: Rc<[Jump]> = parts.iter().map(jump).collect();
    html! {
        <div class="rx-about rx-column">
            <PageHeading
                text={labels.text("nav-about")}
                lead={labels.fill("about-lead", &[("force", &force.name)])}
            />
            <JumpList label={labels.text("about-contents")} {jumps} />
            { for parts.iter().map(|(id, heading, body)| html! {
                <section class="rx-section" key={*id} aria-labelledby={*id}>
                    <h2 id={*id}>{ labels.text(heading) }</h2>
                    { body.clone() }
                </section>
            }) }
        </div>
    }
}

/// For whom it is, and whose it is not.
fn what(pack: &Pack, labels: &Labels) -> Html {
    let force = &pack.about.force;
    html! {
        <>
            <p>{ labels.fill("about-what-for", &[("force", &force.name)]) }</p>
            <p>{ labels.fill("about-what-not", &[("force", &force.name)]) }{ " " }
                <OutsideLink href={force.careers_url.clone()}
                    text={labels.fill("careers-link", &[("force", &force.name)])} /></p>
            <p>{ labels.text("about-what-verdicts") }</p>
        </>
    }
}

/// What the whole pack must admit.
fn limits(pack: &Pack) -> Html {
    html! {
        <ul class="rx-about__list">
            { for pack.about.limits.iter().enumerate().map(|(i, limit)| html! {
                <li key={i}>
                    { &limit.text }{ " " }
                    <SourceLine
                        sources={limit.sources.clone()}
                        published={limit.published.clone()}
                        our_reading={limit.our_reading}
                    />
                </li>
            }) }
        </ul>
    }
}

/// How a person in it has their page changed or taken down.
fn removal(config: &Config, labels: &Labels) -> Html {
    html! {
        <>
            <p>{ labels.text("about-removal-ask") }</p>
            <p>{ contact(config, labels) }</p>
            <p>{ labels.text("about-removal-then") }</p>
        </>
    }
}

/// Which content, which program, who runs it.
fn version(pack: &Pack, config: &Config, labels: &Labels) -> Html {
    let row = |key: &str, value: Html| {
        html! { <div class="rx-facts__row"><dt>{ labels.text(key) }</dt><dd>{ value }</dd></div> }
    };
    let operator = if config.operator.is_empty() {
        html! { labels.text("about-operator-none") }
    } else {
        html! { &config.operator }
    };
    let here = language(&pack.language).map_or(pack.language.as_str(), |language| language.name);
    html! {
        <>
            <dl class="rx-facts">
                { row("about-operator", operator) }
                { row("about-contact", contact(config, labels)) }
                { row("about-content", html! { <bdi>{ format!("{} {}", pack.about.id, pack.about.version) }</bdi> }) }
                { row("about-rules", html! { <bdi>{ &pack.rules.version }</bdi> }) }
                { row("about-program", html! { <bdi>{ env!("CARGO_PKG_VERSION") }</bdi> }) }
                { row("about-language", html! { here }) }
                { row("about-read-on", html! { labels.date(pack.about.read_on) }) }
            </dl>
            <ReviewNote review_by={pack.about.review_by} />
        </>
    }
}

/// How to reach whoever runs this copy, or that it names nobody.
fn contact(config: &Config, labels: &Labels) -> Html {
    let contact = config.contact.as_str();
    if contact.is_empty() {
        return html! { labels.text("about-contact-none") };
    }
    if contact.starts_with("https://") || contact.starts_with("http://") {
        let name = if config.operator.is_empty() { contact } else { &config.operator };
        let text = labels.fill("about-contact-link", &[("operator", name)]);
        return html! { <OutsideLink href={contact.to_owned()} {text} /> };
    }
    html! { <bdi>{ contact }</bdi> }
}
