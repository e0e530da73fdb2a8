//! Whether a role was open, and where one goes on.

use model::role::{Role, State, Status};
use yew::prelude::*;

use super::glance::status_words;
use crate::components::{outside_link, overdue_mark, review_note, source_refs};
use crate::context::View;
use crate::markup::html;

/// What the newest text said, that today's state cannot be seen from here, and the force's own page.
pub fn view(view: &View, role: &Role) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let status = &role.status;
    let force = pack.about.force.short.as_str();
    html! {
        <>
            { view_status(view, status) }
            <p>{ labels.fill("role-open-today", &[("force", force)]) }</p>
            <p class="rx-role__next">
                { outside_link(view, &role.next_step.url, &role.next_step.text) }
            </p>
            { review_note(view, status.review_by.unwrap_or(pack.about.review_by)) }
        </>
    }
}

/// What the newest text said, in a sentence with its source; before it in two words, where it says anything.
pub fn view_status(view: &View, status: &Status) -> Html {
    html! {
        <p>
            if status.state != State::Unknown {
                <strong>{ status_words(status, view.labels()) }</strong>{ " " }
            }
            { &status.text }{ " " }
            { source_refs(view, &status.sources, &status.published, false) }{ " " }
            { overdue_mark(view, status.review_by) }
        </p>
    }
}
