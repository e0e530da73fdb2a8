//! The facts of a role at a glance.

use model::Pack;
use model::role::{Paid, Role, State, Status};
use yew::prelude::*;

use crate::labels::Labels;
use crate::markup::html;

/// Paid or not, hours, ways in, whether it was open: each in a line.
pub fn view(pack: &Pack, role: &Role, labels: &Labels) -> Html {
    let row = |key: &str, value: String| {
        html! { <div class="rx-facts__row"><dt>{ labels.text(key) }</dt><dd>{ value }</dd></div> }
    };
    let paid = match role.paid {
        Paid::Paid => "role-paid",
        Paid::Voluntary => "role-voluntary",
    };
    let hours = role.hours.claims().first().map(|claim| claim.text.clone());
    let hours = hours.unwrap_or_else(|| labels.text("role-hours-none"));
    let ways: Vec<&str> = role.routes.iter().map(|route| route.short.as_str()).collect();
    let people = pack.people_of(&role.id).count();
    html! {
        <dl class="rx-facts">
            if role.short != role.name { { row("role-short", role.short.clone()) } }
            { row("role-paid-or-not", labels.text(paid)) }
            { row("role-hours", hours) }
            if !ways.is_empty() { { row("role-routes", ways.join(", ")) } }
            { row("role-open", status_words(&role.status, labels)) }
            if people > 0 { { row("role-people", labels.count("role-people-count", people)) } }
        </dl>
    }
}

/// What the newest text said, with its date.
pub fn status_words(status: &Status, labels: &Labels) -> String {
    let key = match status.state {
        State::Advertised => "status-advertised",
        State::Paused => "status-paused",
        State::Ended => "status-ended",
        State::Unknown => "status-unknown",
    };
    labels.fill(key, &[("date", &labels.published(&status.published))])
}
