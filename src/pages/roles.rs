//! The list of roles, by family.

use yew::prelude::*;

use crate::components::{Ladder, PageHeading, RoleLine};
use crate::context::{use_explorer, use_labels};

/// The list of roles.
#[component]
pub fn RolesPage() -> Html {
    let explorer = use_explorer();
    let labels = use_labels();
    let pack = &explorer.pack;
    let families = pack
        .about
        .families
        .iter()
        .filter(|family| pack.roles.iter().any(|role| role.family == family.id));
    html! {
        <div class="rx-wide">
            <PageHeading
                text={labels.text("roles-heading")}
                lead={labels.fill("roles-lead", &[("force", &pack.about.force.short)])}
            />
            { for families.map(|family| html! {
                <section class="rx-section" aria-labelledby={format!("family-{}", family.id)}>
                    <h2 id={format!("family-{}", family.id)}>{ &family.name }</h2>
                    if let Some(text) = &family.text { <p class="rx-muted">{ text }</p> }
                    <ul class="rx-role-list">
                        { for pack.roles.iter().filter(|role| role.family == family.id).map(|role| html! {
                            <RoleLine key={role.id.as_str()} {role} />
                        }) }
                    </ul>
                </section>
            }) }
            <section class="rx-section rx-column" aria-labelledby="ranks">
                <h2 id="ranks">{ labels.text("roles-ranks") }</h2>
                <p>{ labels.text("roles-ranks-text") }</p>
                <Ladder />
            </section>
        </div>
    }
}
