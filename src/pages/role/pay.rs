//! Pay as it was published: history with dates, never an offer.

use model::role::{Pay, Role};
use yew::prelude::*;

use crate::components::{BlockView, SourceLine};
use crate::labels::Labels;

/// The table of amounts, newest first, and what stands beside it.
pub fn view(role: &Role, labels: &Labels) -> Html {
    html! {
        <>
            if !role.pay.is_empty() {
                <table class="rx-role__pay">
                    <caption>{ labels.text("role-pay-caption") }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ labels.text("role-pay-what") }</th>
                            <th scope="col">{ labels.text("role-pay-amount") }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for role.pay.iter().map(|pay| view_pay(role, pay, labels)) }
                    </tbody>
                </table>
            }
            <BlockView block={role.pay_note.clone()} />
        </>
    }
}

fn view_pay(role: &Role, pay: &Pay, labels: &Labels) -> Html {
    let route = role.routes.iter().find(|route| Some(&route.id) == pay.route.as_ref());
    let route = route.map(|route| labels.fill("role-pay-route", &[("route", &route.short)]));
    let details: Vec<String> = pay.includes.iter().cloned().chain(route).collect();
    html! {
        <tr>
            <th scope="row">
                { &pay.what }
                if !details.is_empty() {
                    <span class="rx-role__pay-details">{ details.join("; ") }</span>
                }
                <SourceLine sources={pay.sources.clone()} published={pay.published.clone()} />
            </th>
            <td class="rx-table__number">{ labels.pay(pay) }</td>
        </tr>
    }
}
