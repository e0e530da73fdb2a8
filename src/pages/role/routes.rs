//! The ways into a role: what each is, what it asks for, and its rules.

use model::claim::Claim;
use model::role::{Door, Role, Route as Way};
use yew::prelude::*;

use super::next::view_status;
use super::rules;
use super::shared::{Shared, Split};
use crate::components::{Jump, block_view, claim_view, jump_link};
use crate::context::View;
use crate::markup::html;

/// Every way in with what it has for itself, then what several share.
pub fn view(view: &View, role: &Role) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let split = Split::new(pack, role);
    let alone: Vec<_> = rules::judged(pack, role).flat_map(|judged| &judged.criteria).collect();
    html! {
        <>
            if role.routes.is_empty() {
                <p>{ labels.text("role-one-way") }</p>
                { rules::view(view, &alone, labels.text("role-rules")) }
            }
            { for role.routes.iter().map(|way| view_way(view, way, &split)) }
            { for split.groups.iter().enumerate().map(|(at, group)| view_shared(view, at, group)) }
        </>
    }
}

fn view_way(view: &View, way: &Way, split: &Split<'_>) -> Html {
    let labels = view.labels();
    let name = if way.short == way.name {
        way.name.clone()
    } else {
        labels.fill("role-way-name", &[("name", &way.name), ("short", &way.short)])
    };
    let groups: Vec<_> = split.groups_of(way).collect();
    let rules_of = if groups.is_empty() { "role-rules-of" } else { "role-rules-of-alone" };
    let claims = split.own_claims(way);
    html! {
        <section key={way.id.as_str()} class="rx-role__way">
            <h3>{ name }</h3>
            <p>{ &way.summary }</p>
            if way.door == Door::Served { <p>{ labels.text("role-way-served") }</p> }
            { view_status(view, &way.status) }
            { fold(labels.text("role-way-about"), block_view(view, &way.about)) }
            if way.entry.claims().is_empty() {
                { fold(labels.text("role-way-entry"), block_view(view, &way.entry)) }
            }
            { view_claims(view, &claims) }
            if let Some(rules) = split.rules_of(way) {
                { rules::view(view, &rules, labels.fill(rules_of, &[("route", &way.short)])) }
            } else {
                <p class="rx-muted">{ labels.text("role-way-not-judged") }</p>
            }
            if !groups.is_empty() {
                <p>{ labels.text("role-way-more") }</p>
                <ul>
                    { for groups.iter().map(|(at, group)| html! {
                        <li>{ jump_link(view, &Jump { id: anchor(*at).into(), text: title(view, group).into() }) }</li>
                    }) }
                </ul>
            }
        </section>
    }
}

/// What several ways in share.
fn view_shared(view: &View, at: usize, group: &Shared<'_>) -> Html {
    let id = anchor(at);
    html! {
        <section key={id.as_str()} class="rx-role__way">
            <h3 {id}>{ title(view, group) }</h3>
            { view_claims(view, &group.claims) }
            { rules::view(view, &group.rules, view.labels().text("role-rules")) }
        </section>
    }
}

/// The id of what several ways in share.
fn anchor(at: usize) -> String {
    format!("same-{}", at + 1)
}

fn title(view: &View, group: &Shared<'_>) -> String {
    let ways: Vec<&str> = group.ways.iter().map(|way| way.short.as_str()).collect();
    view.labels().fill("role-same-for", &[("routes", &ways.join(", "))])
}

/// What is asked for, behind a fold; nothing where there is nothing.
fn view_claims(view: &View, claims: &[&Claim]) -> Html {
    if claims.is_empty() {
        return html! {};
    }
    let list = html! {
        <ul class="rx-block-view">{ for claims.iter().map(|claim| claim_view(view, claim)) }</ul>
    };
    fold(view.labels().text("role-way-entry"), list)
}

/// Something behind a fold.
fn fold(title: String, content: Html) -> Html {
    html! {
        <details class="rx-role__fold">
            <summary>{ title }</summary>
            { content }
        </details>
    }
}
