//! One module per page, and what every page has: a view, a title, a description.

pub mod about;
pub mod figures;
pub mod glossary;
pub mod loading;
pub mod not_found;
pub mod officer;
pub mod officers;
pub mod quiz;
pub mod role;
pub mod roles;
pub mod rule;
pub mod rules;
pub mod sources;
pub mod start;

use model::Pack;
use yew::prelude::*;

use crate::labels::Labels;
use crate::route::Route;

/// The page of an address; the page for unknown addresses where it names nothing.
pub fn view(route: &Route, pack: &Pack) -> Html {
    let not_found = || html! { <not_found::NotFoundPage /> };
    if !pack.is_whole && need_rest(route) {
        return html! { <loading::LoadingPage /> };
    }
    match route {
        Route::Start => html! { <start::StartPage /> },
        Route::Officers => html! { <officers::OfficersPage /> },
        Route::Officer(slug) => match pack.person_by_slug(slug) {
            Some(person) => html! { <officer::OfficerPage key={slug.clone()} {person} /> },
            None => not_found(),
        },
        Route::Roles => html! { <roles::RolesPage /> },
        Route::Role(id) => match pack.role(&id.as_str().into()) {
            Some(role) => html! { <role::RolePage key={id.clone()} {role} /> },
            None => not_found(),
        },
        Route::Quiz => html! { <quiz::QuizPage /> },
        Route::Figures => html! { <figures::FiguresPage /> },
        Route::Rules => html! { <rules::RulesPage /> },
        Route::Rule(id) => match pack.rule(&id.as_str().into()) {
            Some(rule) => html! { <rule::RulePage key={id.clone()} rule={rule.clone()} /> },
            None => not_found(),
        },
        Route::Glossary => html! { <glossary::GlossaryPage /> },
        Route::Sources => html! { <sources::SourcesPage /> },
        Route::About => html! { <about::AboutPage /> },
        Route::NotFound => not_found(),
    }
}

/// Whether a page shows something of the part of the pack that a first visit does not need.
pub fn need_rest(route: &Route) -> bool {
    !matches!(
        route,
        Route::Start
            | Route::Quiz
            | Route::Rules
            | Route::Sources
            | Route::About
            | Route::NotFound
    )
}

/// What the tab says: the page first, then the product.
pub fn title(route: &Route, pack: &Pack, labels: &Labels) -> String {
    let page = match route {
        Route::Start => return labels.fill("title-start", &[("force", &pack.about.force.name)]),
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
    };
    labels.fill("title", &[("page", &page), ("product", &labels.text("product"))])
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
