//! A role in a list: glyph, name, one sentence, whether it is paid.

use model::role::{Paid, Role};
use yew::prelude::*;

use crate::components::{glyph_icon, link};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// A role in a list.
pub fn role_line(view: &View, role: &Role) -> Html {
    let paid = match role.paid {
        Paid::Paid => "role-paid",
        Paid::Voluntary => "role-voluntary",
    };
    html! {
        <li key={role.id.as_str()} class="rx-role-line">
            { glyph_icon(role.glyph) }
            <div class="rx-role-line__words">
                { link(view, Route::Role(role.id.to_string()), "rx-role-line__name", html! { &role.name }) }
                <span class="rx-role-line__summary">{ &role.summary }</span>
                <span class="rx-role-line__paid">{ view.labels().text(paid) }</span>
            </div>
        </li>
    }
}
