//! Pay as it was published: history with dates, never an offer.

use model::role::{Pay, Role};
use yew::prelude::*;

use crate::components::{block_view, overdue_mark, source_refs};
use crate::context::View;
use crate::markup::html;

/// The table of amounts, newest first, and what stands beside it.
pub fn view(view: &View, role: &Role) -> Html {
    let labels = view.labels();
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
                        { for role.pay.iter().map(|pay| view_pay(view, role, pay)) }
                    </tbody>
                </table>
            }
            { block_view(view, &role.pay_note) }
        </>
    }
}

fn view_pay(view: &View, role: &Role, pay: &Pay) -> Html {
    let labels = view.labels();
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
                { source_refs(view, &pay.sources, &pay.published, false) }
                { overdue_mark(view, pay.review_by) }
            </th>
            <td class="rx-table__number">{ labels.pay(pay) }</td>
        </tr>
    }
}
