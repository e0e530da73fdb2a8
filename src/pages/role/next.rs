//! Whether a role was open, and where one goes on.

use model::Pack;
use model::role::{Role, State, Status};
use yew::prelude::*;

use super::glance::status_words;
use crate::components::{OutsideLink, ReviewNote, SourceLine};
use crate::labels::Labels;

/// What the newest text said, that today's state cannot be seen from here, and the force's own page.
pub fn view(pack: &Pack, role: &Role, labels: &Labels) -> Html {
    let status = &role.status;
    let force = pack.about.force.short.as_str();
    html! {
        <>
            { view_status(status, labels) }
            <p>{ labels.fill("role-open-today", &[("force", force)]) }</p>
            <p class="rx-role__next">
                <OutsideLink href={role.next_step.url.clone()} text={role.next_step.text.clone()} />
            </p>
            <ReviewNote review_by={status.review_by.unwrap_or(pack.about.review_by)} />
        </>
    }
}

/// What the newest text said, in a sentence with its source; before it in two words, where it says anything.
pub fn view_status(status: &Status, labels: &Labels) -> Html {
    html! {
        <p>
            if status.state != State::Unknown {
                <strong>{ status_words(status, labels) }</strong>{ " " }
            }
            { &status.text }{ " " }
            <SourceLine sources={status.sources.clone()} published={status.published.clone()} />
        </p>
    }
}
