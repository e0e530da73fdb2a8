//! The site: header, page, footer, in a visitor's own browser.

use model::role::Glyph;
use yew::prelude::*;

use crate::components::{explore_links, glyph_icon, link, link_item, outside_link};
use crate::context::{OutsideLinks, Policy, View};
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::document;
use crate::route::Route;

/// What the site allows.
pub const POLICY: Policy = Policy {
    outside_links: OutsideLinks::Follow,
    steps_in_history: true,
    ask_before_leaving: true,
    announce_height: false,
    idle_seconds: None,
    can_print: true,
    can_keep: true,
    can_take_away: true,
};

/// Header, page and footer.
pub fn site_frame(view: &View, page: Html) -> Html {
    let labels = view.labels();
    let config = &view.explorer.config;
    let force = &view.pack().about.force;
    html! {
        <>
            { skip_link(labels) }
            <header class="rx-site-header">
                if config.demonstration {
                    <p class="rx-demonstration">{ labels.text("demonstration") }</p>
                }
                <div class="rx-site-header__inner">
                    { link(view, Route::Start, "rx-site-header__name", labels.text("product").into()) }
                    { navigation(view) }
                </div>
            </header>
            <main class="rx-main" id="main">{ page }</main>
            <footer class="rx-site-footer">
                <div class="rx-site-footer__inner">
                    <p>{ labels.fill("not-the-force", &[("force", &force.name)]) }</p>
                    <p>{ outside_link(view, &force.careers_url, &labels.fill("careers-link", &[("force", &force.name)])) }</p>
                    <nav class="rx-site-footer__links" aria-label={labels.text("nav-more")}>
                        <ul>
                            { explore_links(view) }
                            { link_item(view, Route::Figures, "nav-figures") }
                            { link_item(view, Route::Glossary, "nav-glossary") }
                            { link_item(view, Route::Sources, "nav-sources") }
                            { link_item(view, Route::About, "nav-about") }
                        </ul>
                    </nav>
                    if !config.operator.is_empty() {
                        <p>{ labels.fill("operated-by", &[("operator", &config.operator)]) }</p>
                    }
                </div>
            </footer>
        </>
    }
}

/// The four ways in, the search and the visitor's list, the same in every frame that has a navigation.
pub fn navigation(view: &View) -> Html {
    let labels = view.labels();
    let count = view.shortlist.len();
    let item = |route: Route, key: &str| {
        let is_within = match (&route, &view.place.address.route) {
            (Route::Officers, Route::Officer(_)) | (Route::Roles, Route::Role(_)) => true,
            (Route::Rules, Route::Rule(_)) => true,
            (route, here) => route == here,
        };
        let class = if is_within {
            "rx-navigation__item rx-navigation__item--here"
        } else {
            "rx-navigation__item"
        };
        let icon = if route == Route::Search {
            glyph_icon(Glyph::Lens)
        } else {
            html! {}
        };
        let words = html! {
            <>
                { icon }
                { labels.text(key) }
                if route == Route::Plan {
                    // Room for the number is kept before it is known.
                    <span class="rx-navigation__count">
                        if count > 0 { { format!(" ({count})") } }
                    </span>
                }
            </>
        };
        html! { <li {class}>{ link(view, route, "", words) }</li> }
    };
    html! {
        <nav class="rx-navigation" aria-label={labels.text("nav-main")}>
            <ul>
                { item(Route::Officers, "nav-officers") }
                { item(Route::Roles, "nav-roles") }
                { item(Route::Quiz, "nav-quiz") }
                { item(Route::Rules, "nav-rules") }
                { item(Route::Search, "nav-search") }
                { item(Route::Plan, "nav-plan") }
            </ul>
        </nav>
    }
}

/// First in the tab order: past the header.
pub fn skip_link(labels: &Labels) -> Html {
    let onclick = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        document::focus("#main");
    });
    html! { <a href="#main" class="rx-skip-link" {onclick}>{ labels.text("skip") }</a> }
}
