//! The three frames. Each is a policy and what stands around a page; none knows a page.

pub mod embed;
pub mod kiosk;
pub mod site;

use yew::prelude::*;

use crate::components::overdue_pack;
use crate::context::{Policy, View};
use crate::markup::html;
use crate::route::Shell;

/// What a shell allows.
pub const fn policy(shell: Shell) -> Policy {
    match shell {
        Shell::Site => site::POLICY,
        Shell::Embed => embed::POLICY,
        Shell::Kiosk => kiosk::POLICY,
    }
}

/// The frame of a shell around a page, and what must stand above every page.
pub fn frame(view: &View, shell: Shell, page: Html) -> Html {
    let page = html! { <>{ overdue_pack(view) }{ page }</> };
    match shell {
        Shell::Site => site::site_frame(view, page),
        Shell::Embed => html! { <embed::EmbedFrame>{ page }</embed::EmbedFrame> },
        Shell::Kiosk => html! { <kiosk::KioskFrame>{ page }</kiosk::KioskFrame> },
    }
}
