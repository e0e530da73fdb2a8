//! The embed: a page without header and footer, inside somebody else's page.

use yew::prelude::*;

use crate::components::outside_link;
use crate::context::{OutsideLinks, Policy, use_view};
use crate::markup::html;
use crate::platform::host_messages::HostLink;
use crate::route::Route;
use crate::shell::site::{navigation, skip_link};

/// What an embed allows.
pub const POLICY: Policy = Policy {
    outside_links: OutsideLinks::NewTab,
    steps_in_history: false,
    ask_before_leaving: false,
    announce_height: true,
    idle_seconds: None,
    can_print: false,
    can_keep: false,
    can_take_away: true,
};

/// Props of [`EmbedFrame`].
#[derive(Properties, PartialEq)]
pub struct EmbedFrameProps {
    /// The page.
    pub children: Html,
}

/// A page with a slim navigation, and a way to the site in a tab of its own.
#[component]
pub fn EmbedFrame(props: &EmbedFrameProps) -> Html {
    let view = use_view();
    let labels = view.labels();
    let is_quiz = view.place.address.route == Route::Quiz;
    let link = use_mut_ref(|| None::<HostLink>);
    use_effect_with((), {
        let link = link.clone();
        move |()| {
            *link.borrow_mut() = HostLink::start();
            move || {
                let _ended = link.take();
            }
        }
    });
    use_effect_with(is_quiz, move |is_quiz| {
        if let Some(link) = &*link.borrow() {
            link.hold_height(*is_quiz);
        }
    });
    html! {
        <div class="rx-embed">
            { skip_link(labels) }
            { navigation(&view) }
            <main class="rx-main" id="main">{ props.children.clone() }</main>
            <footer class="rx-embed__foot">
                { labels.fill("not-the-force", &[("force", &view.pack().about.force.name)]) }{ " " }
                if let Some(href) = view.explorer.public_url(&view.place.address) {
                    { outside_link(&view, &href, &labels.text("open-site")) }
                }
            </footer>
        </div>
    }
}
