//! The ways into a role: what each is, what it asks for, and its rules.

use model::claim::Block;
use model::role::{Door, Role, Route as Way};
use yew::prelude::*;

use super::next::view_status;
use super::rules::{self, RuleSplit};
use crate::components::block_view;
use crate::context::View;
use crate::markup::html;

/// Every way in, then the rules that all of them share.
pub fn view(view: &View, role: &Role) -> Html {
    let labels = view.labels();
    let split = RuleSplit::new(rules::judged(view.pack(), role).collect());
    html! {
        <>
            if role.routes.is_empty() {
                <p>{ labels.text("role-one-way") }</p>
                { rules::view(view, &split.own(role.id.as_str()), labels.text("role-rules")) }
            }
            { for role.routes.iter().map(|way| view_way(view, way, &split)) }
            if !split.shared().is_empty() {
                <section class="rx-role__way" aria-labelledby="rules-shared">
                    <h3 id="rules-shared">{ labels.text("role-rules-shared") }</h3>
                    <p>{ labels.text("role-rules-shared-text") }</p>
                    { rules::view(view, split.shared(), labels.text("role-rules-shared")) }
                </section>
            }
        </>
    }
}

fn view_way(view: &View, way: &Way, split: &RuleSplit<'_>) -> Html {
    let labels = view.labels();
    let id = format!("way-{}", way.id);
    let name = if way.short == way.name {
        way.name.clone()
    } else {
        labels.fill("role-way-name", &[("name", &way.name), ("short", &way.short)])
    };
    let own = split.own(way.id.as_str());
    let rules_of = if split.shared().is_empty() { "role-rules-of" } else { "role-rules-of-alone" };
    html! {
        <section key={way.id.as_str()} class="rx-role__way" aria-labelledby={id.clone()}>
            <h3 {id}>{ name }</h3>
            <p>{ &way.summary }</p>
            if way.door == Door::Served { <p>{ labels.text("role-way-served") }</p> }
            { view_status(view, &way.status) }
            { fold(view, labels.text("role-way-about"), &way.about) }
            { fold(view, labels.text("role-way-entry"), &way.entry) }
            if split.judges(way.id.as_str()) {
                { rules::view(view, &own, labels.fill(rules_of, &[("route", &way.short)])) }
            } else {
                <p class="rx-muted">{ labels.text("role-way-not-judged") }</p>
            }
        </section>
    }
}

/// Claims behind a fold.
fn fold(view: &View, title: String, block: &Block) -> Html {
    html! {
        <details class="rx-role__fold">
            <summary>{ title }</summary>
            { block_view(view, block) }
        </details>
    }
}
