//! The three frames. Each is a policy and what stands around a page; none knows a page.

pub mod embed;
pub mod kiosk;
pub mod site;

use yew::prelude::*;

use crate::context::Policy;
use crate::route::Shell;

/// What a shell allows.
pub const fn policy(shell: Shell) -> Policy {
    match shell {
        Shell::Site => site::POLICY,
        Shell::Embed => embed::POLICY,
        Shell::Kiosk => kiosk::POLICY,
    }
}

/// Props of [`Frame`].
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// Which frame.
    pub shell: Shell,
    /// The page.
    pub children: Html,
}

/// The frame of a shell around a page.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let page = props.children.clone();
    match props.shell {
        Shell::Site => html! { <site::SiteFrame>{ page }</site::SiteFrame> },
        Shell::Embed => html! { <embed::EmbedFrame>{ page }</embed::EmbedFrame> },
        Shell::Kiosk => html! { <kiosk::KioskFrame>{ page }</kiosk::KioskFrame> },
    }
}
