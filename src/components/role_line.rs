//! A role in a list: glyph, name, one sentence, whether it is paid.

use std::rc::Rc;

use model::role::{Paid, Role};
use yew::prelude::*;

use crate::components::{GlyphIcon, Link};
use crate::context::use_labels;
use crate::route::Route;

/// Props of [`RoleLine`].
#[derive(Properties, PartialEq)]
pub struct RoleLineProps {
    /// What it shows.
    pub role: Rc<Role>,
}

/// A role in a list.
#[component]
pub fn RoleLine(props: &RoleLineProps) -> Html {
    let labels = use_labels();
    let role = &props.role;
    let paid = match role.paid {
        Paid::Paid => "role-paid",
        Paid::Voluntary => "role-voluntary",
    };
    html! {
        <li class="rx-role-line">
            <GlyphIcon glyph={role.glyph} />
            <div class="rx-role-line__words">
                <Link to={Route::Role(role.id.to_string())} class="rx-role-line__name">{ &role.name }</Link>
                <span class="rx-role-line__summary">{ &role.summary }</span>
                <span class="rx-role-line__paid">{ labels.text(paid) }</span>
            </div>
        </li>
    }
}
