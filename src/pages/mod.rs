//! One module per page, and what every page has: a view, a title, a description.

pub mod about;
pub mod areas;
pub mod compare;
pub mod figures;
pub mod fit;
pub mod glossary;
mod later;
pub mod loading;
pub mod not_found;
pub mod officer;
pub mod officers;
pub mod plan;
pub mod quiz;
pub mod role;
pub mod roles;
pub mod rule;
pub mod rules;
pub mod search;
pub mod sources;
pub mod start;
pub mod supporters;
pub mod themes;
pub mod ways;

pub use later::is_later;
use model::Pack;
use quiz::QuizHandle;
use yew::prelude::*;

use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::chunk;
use crate::route::Route;

/// The page that is looked at; the page for unknown addresses where it names nothing.
///
/// The outermost element of every page has a key of its own, so that nothing of a page (an open
/// fold, say) stays behind on the next. What the visitor answered goes to the pages that use it.
pub fn view(view: &View, quiz: &QuizHandle) -> Html {
    let pack = view.pack();
    let route = &view.place.address.route;
    if is_waiting(route, pack) {
        return loading::page(view);
    }
    match route {
        Route::Start => start::page(view),
        Route::Officers => officers::page(view),
        Route::Officer(slug) => match pack.person_by_slug(slug) {
            Some(person) => officer::page(view, person),
            None => not_found::page(view),
        },
        Route::Roles => roles::page(view),
        Route::Role(id) => match pack.role(&id.as_str().into()) {
            Some(role) => role::page(view, role),
            None => not_found::page(view),
        },
        Route::Quiz => html! { <quiz::QuizPage key="quiz" /> },
        Route::NotFound => not_found::page(view),
        _ => later::view(view, quiz),
    }
}

/// Whether something that a page needs is still on its way: the rest of the pack, or its code.
pub fn is_waiting(route: &Route, pack: &Pack) -> bool {
    (!pack.is_whole && need_rest(route)) || (is_later(route) && !chunk::is_here())
}

/// Whether a page shows something of the part of the pack that a first visit does not need.
pub fn need_rest(route: &Route) -> bool {
    !matches!(route, Route::Start | Route::Quiz | Route::NotFound)
}

/// What the tab says: the page first, then the product.
pub fn title(route: &Route, pack: &Pack, labels: &Labels) -> String {
    if *route == Route::Start {
        return labels.fill("title-start", &[("force", &pack.about.force.name)]);
    }
    let page = name(route, pack, labels);
    labels.fill("title", &[("page", &page), ("product", &labels.text("product"))])
}

/// What a page is called.
pub fn name(route: &Route, pack: &Pack, labels: &Labels) -> String {
    match route {
        Route::Start => labels.text("nav-start"),
        Route::Officers => labels.text("nav-officers"),
        Route::Officer(slug) => match pack.person_by_slug(slug) {
            Some(person) => person.name.clone(),
            None => labels.text("not-found"),
        },
        Route::Roles => labels.text("nav-roles"),
        Route::Role(id) => match pack.role(&id.as_str().into()) {
            Some(role) => role.name.clone(),
            None => labels.text("not-found"),
        },
        Route::Compare => labels.text("nav-compare"),
        Route::Ways => labels.text("nav-ways"),
        Route::Areas => labels.text("nav-areas"),
        Route::Themes => labels.text("nav-themes"),
        Route::Theme(id) => match pack.about.theme(id) {
            Some(theme) => theme.name.clone(),
            None => labels.text("not-found"),
        },
        Route::Fit => labels.text("nav-fit"),
        Route::Plan => labels.text("nav-plan"),
        Route::Search => labels.text("nav-search"),
        Route::Supporters => labels.text("nav-supporters"),
        Route::Quiz => labels.text("quiz-title"),
        Route::Figures => labels.text("nav-figures"),
        Route::Rules => labels.text("nav-rules"),
        Route::Rule(id) => match labels.pack_text(&format!("rule.{id}.title")) {
            Some(title) => title.to_owned(),
            None => labels.text("not-found"),
        },
        Route::Glossary => labels.text("nav-glossary"),
        Route::Sources => labels.text("nav-sources"),
        Route::About => labels.text("nav-about"),
        Route::NotFound => labels.text("not-found"),
    }
}

/// One or two sentences for search engines and previews.
pub fn description(route: &Route, pack: &Pack, labels: &Labels) -> String {
    let force = pack.about.force.name.as_str();
    let text = |key: &str| labels.fill(key, &[("force", force)]);
    match route {
        Route::Officers => text("description-officers"),
        Route::Officer(slug) => {
            pack.person_by_slug(slug).map_or_else(String::new, |person| person.summary.clone())
        }
        Route::Roles => text("description-roles"),
        Route::Role(id) => {
            pack.role(&id.as_str().into()).map_or_else(String::new, |role| role.summary.clone())
        }
        Route::Compare => text("description-compare"),
        Route::Ways => text("description-ways"),
        Route::Areas => text("description-areas"),
        Route::Themes => text("description-themes"),
        Route::Theme(_) => labels
            .fill("description-theme", &[("force", force), ("theme", &name(route, pack, labels))]),
        Route::Fit => text("description-fit"),
        Route::Plan => text("description-plan"),
        Route::Search => text("description-search"),
        Route::Supporters => text("description-supporters"),
        Route::Quiz => text("description-quiz"),
        Route::Figures => text("description-figures"),
        Route::Rules => text("description-rules"),
        Route::Rule(id) => {
            labels.pack_text(&format!("rule.{id}.plain")).unwrap_or_default().to_owned()
        }
        Route::Glossary => text("description-glossary"),
        Route::Sources => text("description-sources"),
        Route::About => text("description-about"),
        Route::Start | Route::NotFound => text("description-start"),
    }
}
