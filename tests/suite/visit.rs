//! A page as a visitor sees it once the app has taken over: on a day, with a query, a list and answers.
//!
//! Prerendered pages know none of these. Here the same functions get them natively, so that
//! what only shows later can be looked at without a browser.

use std::rc::Rc;

use model::{Date, Pack};
use recruitment_explorer::context::{Explorer, Navigate, Place, View};
use recruitment_explorer::labels::Labels;
use recruitment_explorer::pages;
use recruitment_explorer::pages::quiz::{QuizHandle, QuizState, Screen};
use recruitment_explorer::platform::config::Config;
use recruitment_explorer::route::{Address, Query, Route, Shell};
use recruitment_explorer::shell;
use recruitment_explorer::shortlist::Shortlist;
use yew::prelude::*;

use crate::html::{self, Tag};
use crate::must;

/// What a page is looked at with.
#[derive(Clone)]
pub struct Visit {
    /// Everything that is said.
    pub pack: Rc<Pack>,
    /// Which page, in which shell and language.
    pub address: Address,
    /// Which day it is.
    pub today: Option<Date>,
    /// As in an address: `?roles=pc`; empty for none.
    pub query: String,
    /// The codes of a list.
    pub list: String,
    /// What was answered, and the screens on the way.
    pub quiz: QuizState,
    /// How far the visitor got in the quiz.
    pub step: u32,
    /// Who runs the copy.
    pub config: Config,
}

impl Visit {
    /// A page of the site on a day, with nothing done yet.
    pub fn on(pack: &Rc<Pack>, today: &str, route: Route) -> Self {
        Self {
            pack: pack.clone(),
            address: Address { shell: Shell::Site, language: "en", route },
            today: Some(day(today)),
            query: String::new(),
            list: String::new(),
            quiz: QuizState::default(),
            step: 0,
            config: Config {
                base_path: "/".into(),
                site_url: "https://explorer.example".into(),
                languages: vec!["en".into()],
                ..Config::default()
            },
        }
    }

    /// The tags of the page, the shell around it included.
    pub fn tags(&self) -> Vec<Tag> {
        let props = ShownProps { visit: Rc::new(self.clone()) };
        let renderer = yew::LocalServerRenderer::<Shown>::with_props(props).hydratable(false);
        html::tags(&futures::executor::block_on(renderer.render()))
    }

    /// The words of the page, without the shell's.
    pub fn text(&self) -> String {
        html::text_of(&self.tags(), |tag| tag.name == "main").unwrap_or_default()
    }
}

/// A day as in `2031-11-22`.
pub fn day(text: &str) -> Date {
    must(text.parse(), text)
}

/// Somebody born on this day with A levels and nothing to declare, who sees where they stand.
pub fn born_on(pack: &Pack, day: &str) -> QuizState {
    let answers = serde_json::json!({
        "dob": day, "status": "british-or-irish", "uk-three-years": true, "english": "level-2",
        "level-3": "a-levels", "degree": "none", "job": [], "service": false, "record": "none",
        "pending": false, "membership": "no", "drugs": "no", "debts": [], "tattoos": [], "sight": [],
    });
    let answers = pack::answers::read(&pack.rules, &answers);
    let answers = answers.unwrap_or_else(|faults| panic!("{}", faults.join("; ")));
    QuizState { answers, trail: vec![Screen::Intro, Screen::Result], ..QuizState::default() }
}

#[derive(Clone, Properties)]
struct ShownProps {
    visit: Rc<Visit>,
}

impl PartialEq for ShownProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.visit, &other.visit)
    }
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    let visit = &props.visit;
    let state = visit.quiz.clone();
    let quiz: QuizHandle = use_reducer(move || state);
    let shell = visit.address.shell;
    let mut list = Shortlist::default();
    list.add(&visit.pack, &visit.list);
    let view = View {
        explorer: Explorer {
            pack: visit.pack.clone(),
            config: Rc::new(visit.config.clone()),
            policy: shell::policy(shell),
        },
        labels: Labels::new(visit.pack.clone()),
        place: Place {
            address: visit.address.clone(),
            query: Query::parse(&visit.query),
            step: visit.step,
        },
        navigate: Navigate {
            go: Callback::noop(),
            refine: Callback::noop(),
            step: Callback::noop(),
        },
        today: visit.today,
        shortlist: Rc::new(list),
        change_list: Callback::noop(),
    };
    html! {
        <ContextProvider<View> context={view.clone()}>
        <ContextProvider<QuizHandle> context={quiz.clone()}>
            { shell::frame(&view, shell, pages::view(&view, &quiz)) }
        </ContextProvider<QuizHandle>>
        </ContextProvider<View>>
    }
}
