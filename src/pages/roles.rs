//! The list of roles, by family.

use yew::prelude::*;

use crate::components::{PageHeading, ladder, page_heading, role_line};
use crate::context::View;
use crate::markup::html;

/// The list of roles.
pub fn page(view: &View) -> Html {
    let labels = view.labels();
    let pack = view.pack();
    let families = pack
        .about
        .families
        .iter()
        .filter(|family| pack.roles.iter().any(|role| role.family == family.id));
    html! {
        <div key="roles" class="rx-wide">
            { page_heading(PageHeading {
                text: labels.text("roles-heading"),
                lead: Some(labels.fill("roles-lead", &[("force", &pack.about.force.short)])),
                ..PageHeading::default()
            }) }
            { for families.map(|family| html! {
                <section class="rx-section" aria-labelledby={format!("family-{}", family.id)}>
                    <h2 id={format!("family-{}", family.id)}>{ &family.name }</h2>
                    if let Some(text) = &family.text { <p class="rx-muted">{ text }</p> }
                    <ul class="rx-role-list">
                        { for pack.roles.iter().filter(|role| role.family == family.id).map(|role| role_line(view, role)) }
                    </ul>
                </section>
            }) }
            <section class="rx-section rx-column" aria-labelledby="ranks">
                <h2 id="ranks">{ labels.text("roles-ranks") }</h2>
                <p>{ labels.text("roles-ranks-text") }</p>
                { ladder(view) }
            </section>
        </div>
    }
}
