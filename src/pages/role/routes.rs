//! The ways into a role: what each is, what it asks for, and its rules.

use model::Pack;
use model::claim::Block;
use model::role::{Door, Role, Route as Way};
use yew::prelude::*;

use super::next::view_status;
use super::rules::{self, RuleSplit};
use crate::components::BlockView;
use crate::labels::Labels;

/// Every way in, then the rules that all of them share.
pub fn view(pack: &Pack, role: &Role, labels: &Labels) -> Html {
    let split = RuleSplit::new(rules::judged(pack, role).collect());
    html! {
        <>
            if role.routes.is_empty() {
                <p>{ labels.text("role-one-way") }</p>
                { rules::view(pack, split.own(role.id.as_str()), labels.text("role-rules"), labels) }
            }
            { for role.routes.iter().map(|way| view_way(pack, way, &split, labels)) }
            if !split.shared().is_empty() {
                <section class="rx-role__way" aria-labelledby="rules-shared">
                    <h3 id="rules-shared">{ labels.text("role-rules-shared") }</h3>
                    <p>{ labels.text("role-rules-shared-text") }</p>
                    { rules::view(pack, split.shared(), labels.text("role-rules-shared"), labels) }
                </section>
            }
        </>
    }
}

fn view_way(pack: &Pack, way: &Way, split: &RuleSplit<'_>, labels: &Labels) -> Html {
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
            { view_status(&way.status, labels) }
            { fold(labels.text("role-way-about"), &way.about) }
            { fold(labels.text("role-way-entry"), &way.entry) }
            if split.judges(way.id.as_str()) {
                { rules::view(pack, own, labels.fill(rules_of, &[("route", &way.short)]), labels) }
            } else {
                <p class="rx-muted">{ labels.text("role-way-not-judged") }</p>
            }
        </section>
    }
}

/// Claims behind a fold.
fn fold(title: String, block: &Block) -> Html {
    html! {
        <details class="rx-role__fold">
            <summary>{ title }</summary>
            <BlockView block={block.clone()} />
        </details>
    }
}
