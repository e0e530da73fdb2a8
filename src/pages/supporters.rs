//! The rules and roles for the people beside an applicant: in the third person, and without
//! answering anything.
//!
//! It says nothing that the pack does not say elsewhere. What is ours is how to stand beside
//! somebody without deciding for them.

use model::role::Role;
use model::rules::{Criterion, Kind};
use yew::prelude::*;

use super::quiz::contacts;
use super::themes::theme_list;
use crate::components::{
    PageHeading, VerdictMark, block_view, glyph_icon, link, notice, outside_link, page_heading,
    person_line, verdict_icon,
};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// The theme of what friends and family said; a pack that has none shows no such stories.
const FAMILY: &str = "family-and-friends";

/// What follows where a rule is not met, in the third person.
const KINDS: [(Kind, Option<VerdictMark>, &str); 4] = [
    (Kind::Bar, Some(VerdictMark::No), "supporters-bar"),
    (Kind::NotYet, Some(VerdictMark::NotYet), "supporters-not-yet"),
    (Kind::People, Some(VerdictMark::People), "supporters-people"),
    (Kind::Later, None, "supporters-later"),
];

/// The rules and roles for the people beside an applicant.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let force = &pack.about.force;
    let told = pack.people.iter().filter(|person| {
        pack.story(&person.id).iter().any(|passage| passage.theme.as_str() == FAMILY)
    });
    let told: Vec<_> = told.collect();
    let help = ["look", "quiz", "other", "ask", "decide"];
    html! {
        <div key="supporters" class="rx-supporters rx-column">
            { page_heading(PageHeading {
                text: labels.text("nav-supporters"),
                lead: Some(labels.fill("supporters-lead", &[("force", &force.short)])),
                ..PageHeading::default()
            }) }
            { notice(None, labels.text("supporters-you").into()) }
            <section class="rx-section" aria-labelledby="supporters-help">
                <h2 id="supporters-help">{ labels.text("supporters-help") }</h2>
                <ul class="rx-bullets">
                    { for help.iter().map(|key| html! { <li>{ labels.text(&format!("supporters-help-{key}")) }</li> }) }
                </ul>
            </section>
            <section class="rx-section" aria-labelledby="supporters-roles">
                <h2 id="supporters-roles">{ labels.text("supporters-roles") }</h2>
                <p>{ labels.text("supporters-roles-text") }</p>
                { for pack.roles.iter().map(|role| view_role(view, role)) }
            </section>
            if !told.is_empty() {
                <section class="rx-section" aria-labelledby="supporters-family">
                    <h2 id="supporters-family">{ labels.text("supporters-family") }</h2>
                    <p>{ labels.text("supporters-family-text") }</p>
                    <ul class="rx-person-list">{ for told.into_iter().map(|person| person_line(view, person)) }</ul>
                </section>
            }
            if !pack.about.topics.is_empty() {
                <section class="rx-section" aria-labelledby="supporters-topics">
                    <h2 id="supporters-topics">{ labels.text("supporters-topics") }</h2>
                    <p>{ labels.text("supporters-topics-text") }</p>
                    { theme_list(view, &pack.about.topics, None) }
                </section>
            }
            <section class="rx-section" aria-labelledby="supporters-ask">
                <h2 id="supporters-ask">{ labels.text("supporters-ask") }</h2>
                <p>{ labels.text("supporters-ask-text") }</p>
                { contacts(view) }
                <p>{ outside_link(view, &force.careers_url, &labels.fill("careers-link", &[("force", &force.name)])) }</p>
            </section>
        </div>
    }
}

/// A role: what the person must meet, what comes after applying, what is hard.
fn view_role(view: &View, role: &Role) -> Html {
    let labels = view.labels();
    let rules = rules(view, role);
    let steps = role.stages.iter().map(|stage| html! { <li>{ &stage.name }</li> });
    html! {
        <details key={role.id.as_str()} class="rx-result-role">
            <summary class="rx-result-role__summary">
                { glyph_icon(role.glyph) }
                <span class="rx-result-role__words">
                    <span class="rx-result-role__name">{ &role.name }</span>
                    <span class="rx-result-role__headline">{ &role.summary }</span>
                </span>
            </summary>
            <div class="rx-result-role__body">
                { for KINDS.into_iter().map(|(kind, mark, key)| {
                    let of: Vec<_> = rules.iter().filter(|rule| rule.otherwise == kind).collect();
                    if of.is_empty() {
                        return html! {};
                    }
                    html! {
                        <div key={key}>
                            <h3 class="rx-role__part rx-role-rules__name">if let Some(mark) = mark { { verdict_icon(mark) } }{ labels.text(key) }</h3>
                            <ul class="rx-bullets">{ for of.into_iter().map(|rule| html! { <li>{ view_rule(view, rule) }</li> }) }</ul>
                        </div>
                    }
                }) }
                <h3 class="rx-role__part">{ labels.text("supporters-after") }</h3>
                if role.stages.is_empty() {
                    <p>{ labels.text("role-no-steps") }</p>
                } else {
                    <ol class="rx-numbers">{ for steps }</ol>
                }
                <h3 class="rx-role__part">{ labels.text("role-hard") }</h3>
                { block_view(view, &role.hard) }
                <p>{ link(view, Route::Role(role.id.to_string()), "", labels.fill("read-role", &[("role", &role.name)]).into()) }</p>
            </div>
        </details>
    }
}

/// The rules of a role, or of all ways into it; each once for each consequence.
fn rules<'a>(view: &'a View, role: &Role) -> Vec<&'a Criterion> {
    let pack = view.pack();
    let mut rules: Vec<&Criterion> = Vec::new();
    for judged in &pack.rules.roles {
        let is_its = pack.role_of_judged(&judged.id).is_some_and(|other| other.id == role.id);
        for rule in judged.criteria.iter().filter(|_| is_its) {
            if !rules.iter().any(|other| other.id == rule.id && other.otherwise == rule.otherwise) {
                rules.push(rule);
            }
        }
    }
    rules
}

/// A rule by its title, with a link to its page where it has one.
fn view_rule(view: &View, rule: &Criterion) -> Html {
    let key = format!("rule.{}.title", rule.id);
    let title = view.labels().pack_text(&key).unwrap_or(rule.id.as_str());
    if view.pack().rule(&rule.id).is_none() {
        return title.into();
    }
    link(view, Route::Rule(rule.id.to_string()), "", title.into())
}
