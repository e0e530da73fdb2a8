//! What would change a verdict: at most three ways, each of which the engine has tried.
//!
//! It tells what the rules look at, for people whose life changes. It never
//! proposes to answer differently, and never what nobody can change.

use eligibility::{Headline, Prospect};
use yew::prelude::*;

use super::result_role::Case;
use super::words;
use crate::labels::Labels;
use crate::markup::html;

/// More open questions than these are counted, not named.
const MOST_NAMED: usize = 4;

/// The ways to a better verdict on a role; nothing where there is none.
pub fn prospects(case: Case<'_>) -> Html {
    let labels = case.view.labels();
    let ways = case.judge.prospects(case.quiz, &case.verdict.role);
    if ways.is_empty() {
        return html! {};
    }
    html! {
        <section class="rx-criteria">
            <h3>{ labels.text("way-heading") }</h3>
            <p class="rx-criteria__lead">{ labels.text("way-lead") }</p>
            <ul class="rx-bullets">
                { for ways.iter().map(|way| html! { <li>{ sentences(case, way, labels) }</li> }) }
            </ul>
        </section>
    }
}

/// "If this changes: ... From ... Then: ... Still open then: ..."
fn sentences(case: Case<'_>, way: &Prospect, labels: &Labels) -> String {
    let mut parts = Vec::new();
    let changes = way.changes.iter();
    let changes = changes.map(|change| words::question_text(labels, &change.question, "change"));
    let changes: Vec<String> = changes.collect();
    match changes.len() {
        0 => {}
        1 => parts.push(labels.text("way-if")),
        _ => parts.push(labels.text("way-if-all")),
    }
    parts.extend(changes);
    if way.on > case.judge.today() {
        // Where something is open, or a month stands for a day, it may still be later.
        let is_sure = way.headlines.worst() <= Headline::People;
        let key = if is_sure { "way-from" } else { "way-not-before" };
        parts.push(labels.fill(key, &[("date", &labels.date(way.on))]));
    }
    let key = if way.headlines.decided().is_some() { "way-then" } else { "way-then-at-best" };
    let (_, headline) = words::headline(Some(way.headlines.best()), labels);
    parts.push(labels.fill(key, &[("headline", &words::lower_first(&headline))]));
    let open = &way.still_open;
    if open.len() > MOST_NAMED {
        parts.push(labels.count("way-open", open.len()));
    } else if !open.is_empty() {
        let subject =
            |question| words::lower_first(&words::question_text(labels, question, "subject"));
        let subjects = open.iter().map(subject).collect::<Vec<_>>().join("; ");
        parts.push(labels.fill("way-open-named", &[("subjects", &subjects)]));
    }
    parts.join(" ")
}
