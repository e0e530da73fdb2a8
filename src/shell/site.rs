//! The site: header, page, footer, in a visitor's own browser.

use yew::prelude::*;

use crate::components::{Link, OutsideLink};
use crate::context::{OutsideLinks, Policy, use_explorer, use_labels, use_place};
use crate::route::Route;

/// What the site allows.
pub const POLICY: Policy = Policy {
    outside_links: OutsideLinks::Follow,
    steps_in_history: true,
    ask_before_leaving: true,
    announce_height: false,
    idle_seconds: None,
    can_print: true,
};

/// Props of [`SiteFrame`].
#[derive(Properties, PartialEq)]
pub struct SiteFrameProps {
    /// The page.
    pub children: Html,
}

/// Header, page and footer.
#[component]
pub fn SiteFrame(props: &SiteFrameProps) -> Html {
    let explorer = use_explorer();
    let labels = use_labels();
    let force = &explorer.pack.about.force;
    html! {
        <>
            <SkipLink />
            if explorer.config.demonstration {
                <p class="rx-demonstration">{ labels.text("demonstration") }</p>
            }
            <header class="rx-site-header">
                <div class="rx-site-header__inner">
                    <Link to={Route::Start} class="rx-site-header__name">{ labels.text("product") }</Link>
                    <Navigation />
                </div>
            </header>
            <main class="rx-main" id="main">{ props.children.clone() }</main>
            <footer class="rx-site-footer">
                <div class="rx-site-footer__inner">
                    <p>{ labels.fill("not-the-force", &[("force", &force.name)]) }</p>
                    <p><OutsideLink href={force.careers_url.clone()}
                        text={labels.fill("careers-link", &[("force", &force.name)])} /></p>
                    <nav class="rx-site-footer__links" aria-label={labels.text("nav-more")}>
                        <ul>
                            <li><Link to={Route::Figures}>{ labels.text("nav-figures") }</Link></li>
                            <li><Link to={Route::Glossary}>{ labels.text("nav-glossary") }</Link></li>
                            <li><Link to={Route::Sources}>{ labels.text("nav-sources") }</Link></li>
                            <li><Link to={Route::About}>{ labels.text("nav-about") }</Link></li>
                        </ul>
                    </nav>
                    if !explorer.config.operator.is_empty() {
                        <p>{ labels.fill("operated-by", &[("operator", &explorer.config.operator)]) }</p>
                    }
                </div>
            </footer>
        </>
    }
}

/// The four ways in, the same in every frame that has a navigation.
#[component]
pub fn Navigation() -> Html {
    let labels = use_labels();
    let place = use_place();
    let item = |route: Route, key: &str| {
        let is_within = match (&route, &place.address.route) {
            (Route::Officers, Route::Officer(_)) | (Route::Roles, Route::Role(_)) => true,
            (Route::Rules, Route::Rule(_)) => true,
            (route, here) => route == here,
        };
        let class = if is_within {
            "rx-navigation__item rx-navigation__item--here"
        } else {
            "rx-navigation__item"
        };
        html! { <li {class}><Link to={route}>{ labels.text(key) }</Link></li> }
    };
    html! {
        <nav class="rx-navigation" aria-label={labels.text("nav-main")}>
            <ul>
                { item(Route::Officers, "nav-officers") }
                { item(Route::Roles, "nav-roles") }
                { item(Route::Quiz, "nav-quiz") }
                { item(Route::Rules, "nav-rules") }
            </ul>
        </nav>
    }
}

/// First in the tab order: past the header.
#[component]
pub fn SkipLink() -> Html {
    let labels = use_labels();
    let onclick = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::platform::document::focus("#main");
    });
    html! { <a href="#main" class="rx-skip-link" {onclick}>{ labels.text("skip") }</a> }
}
