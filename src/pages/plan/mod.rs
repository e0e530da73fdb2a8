//! The plan: what stands for the roles on the visitor's list, what to find out, days,
//! steps and whom to ask, on one page to take away.
//!
//! It is computed from the list and the answers each time, and kept nowhere. Answers
//! stand on it only while the visitor says so.

pub mod calendar;
mod role;
mod take_away;

use std::rc::Rc;

use model::role::Role;
use yew::prelude::*;

use crate::components::{
    PageHeading, link, link_to, notice, page_heading, person_line, verdict_icon,
};
use crate::context::{Destination, ListChange, View, use_view};
use crate::markup::html;
use crate::pages::quiz::judge::{Judge, use_judge};
use crate::pages::quiz::{QuizState, contacts, nearest_roles, use_quiz, words};
use crate::platform::hand_over::Outcome;
use crate::route::{Query, Route};
use crate::shortlist::Listed;

/// What the visitor chose for this page. Gone when they leave it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Choices {
    /// The answers stand on it too.
    has_answers: bool,
    /// In large letters.
    is_large: bool,
    /// A link or code brings the list along.
    brings_list: bool,
    /// The code is shown.
    has_qr: bool,
    /// What became of the last link.
    outcome: Option<Outcome>,
}

/// The rules on today's day, what was answered, and what comes of it.
type Judged<'a> = (&'a Judge, &'a QuizState, &'a eligibility::Assessment);

/// What a visitor is told about one role.
#[derive(Clone, Copy)]
struct Case<'a> {
    view: &'a View,
    /// Nothing where nothing was answered.
    judged: Option<Judged<'a>>,
    role: &'a Rc<Role>,
    /// Its code, where it is on the list.
    code: Option<&'a str>,
}

/// The plan.
#[component]
pub fn PlanPage() -> Html {
    let view = use_view();
    let quiz = use_quiz();
    let judge = use_judge().filter(|_| !quiz.answers.is_empty());
    let choices = use_state_eq(Choices::default);
    let (pack, labels, list) = (view.pack(), view.labels(), &view.shortlist);

    // A role on the list is judged even if the quiz was about others.
    let all = QuizState { chosen: None, ..(*quiz).clone() };
    let assessment = judge.as_ref().map(|judge| judge.assess(&all));
    let judged = judge.as_ref().zip(assessment.as_ref()).map(|(judge, of)| (judge, &all, of));
    let mut roles: Vec<(&Rc<Role>, Option<&str>)> = Vec::new();
    let mut people = Vec::new();
    for (code, listed) in list.entries(pack) {
        match listed {
            Listed::Role(role) => roles.push((role, Some(code))),
            Listed::Person(person) => people.push((person, code)),
        }
    }
    let has_own_roles = !roles.is_empty();
    if let Some((.., assessment)) = judged.filter(|_| !has_own_roles) {
        let verdicts: Vec<_> = assessment.roles.iter().collect();
        roles.extend(nearest_roles(pack, &verdicts).into_iter().map(|role| (role, None)));
    }
    let is_empty = roles.is_empty() && people.is_empty();
    let class =
        if choices.is_large { "rx-plan rx-plan--large rx-column" } else { "rx-plan rx-column" };
    html! {
        <div key="plan" {class}>
            { page_heading(PageHeading {
                text: labels.text("nav-plan"),
                lead: Some(labels.text("plan-lead")),
                ..PageHeading::default()
            }) }
            <div role="status">
                if list.was_brought {
                    { notice(None, labels.count("plan-brought", list.len()).into()) }
                }
                if list.left_out > 0 {
                    { notice(None, labels.count("plan-left-out", list.left_out).into()) }
                }
            </div>
            if is_empty {
                { view_empty(&view) }
            } else {
                if let Some((judge, ..)) = judged { { view_limits(&view, judge) } }
                if !has_own_roles && !roles.is_empty() { <p>{ labels.text("plan-nearest") }</p> }
                { for roles.iter().map(|(role, code)| role::view(Case { view: &view, judged, role, code: *code })) }
                { view_compare(&view, &roles) }
                if !people.is_empty() {
                    <section class="rx-section" aria-labelledby="plan-people">
                        <h2 id="plan-people">{ labels.text("plan-people") }</h2>
                        <ul class="rx-person-list">{ for people.iter().map(|(person, _)| person_line(&view, person)) }</ul>
                        { for people.iter().map(|(person, code)| remove_button(&view, code, &person.name)) }
                    </section>
                }
                <section class="rx-section" aria-labelledby="plan-ask">
                    <h2 id="plan-ask">{ labels.text("result-ask") }</h2>
                    { contacts(&view) }
                </section>
                if let Some((judge, ..)) = judged.filter(|_| choices.has_answers) {
                    { view_answers(&view, judge, &all) }
                }
            }
            { take_away::view(&view, &choices, judged.is_some(), is_empty) }
        </div>
    }
}

/// How to get something onto the plan.
fn view_empty(view: &View) -> Html {
    let labels = view.labels();
    let item = |route: Route, name: &str, text: &str| {
        html! { <li>{ link(view, route, "", labels.text(name).into()) }{ ": " }{ labels.text(text) }</li> }
    };
    html! {
        <section class="rx-section" aria-labelledby="plan-empty">
            <h2 id="plan-empty">{ labels.text("plan-empty") }</h2>
            <ul class="rx-bullets">
                { item(Route::Roles, "nav-roles", "plan-empty-roles") }
                { item(Route::Officers, "nav-officers", "plan-empty-officers") }
                { item(Route::Quiz, "nav-quiz", "plan-empty-quiz") }
            </ul>
        </section>
    }
}

/// On which day and by which rules it was worked out, and what it is not.
fn view_limits(view: &View, judge: &Judge) -> Html {
    let (about, labels) = (&view.pack().about, view.labels());
    let version = view.pack().rules.version.as_str();
    let (today, read_on) = (labels.date(judge.today()), labels.date(about.read_on));
    html! {
        <p class="rx-muted">
            { labels.fill("result-as-of", &[("date", &today), ("version", version)]) }{ " " }
            { labels.fill("result-limits", &[("force", &about.force.short), ("date", &read_on)]) }
        </p>
    }
}

/// The way to the table of these roles, where there are several.
fn view_compare(view: &View, roles: &[(&Rc<Role>, Option<&str>)]) -> Html {
    if roles.len() < 2 {
        return html! {};
    }
    let ids: Vec<&str> = roles.iter().take(4).map(|(role, _)| role.id.as_str()).collect();
    let mut query = Query::default();
    query.set("roles", &ids);
    let to = Destination::with_query(Route::Compare, query);
    html! { <p>{ link_to(view, to, "", view.labels().text("plan-compare").into()) }</p> }
}

/// What was answered, in the order it is asked.
fn view_answers(view: &View, judge: &Judge, quiz: &QuizState) -> Html {
    let labels = view.labels();
    html! {
        <section class="rx-section" aria-labelledby="plan-answers">
            <h2 id="plan-answers">{ labels.text("plan-answers") }</h2>
            <dl class="rx-facts">
                { for judge.path(quiz).asked.iter().map(|asked| html! {
                    <div key={asked.question.as_str()} class="rx-facts__row">
                        <dt>{ words::question_text(labels, &asked.question, "subject") }</dt>
                        <dd>{ words::answer(judge, quiz, &asked.question, labels) }</dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}

/// Takes an entry off the list.
fn remove_button(view: &View, code: &str, name: &str) -> Html {
    let code = code.to_owned();
    let text = view.labels().fill("plan-remove", &[("name", name)]);
    let onclick = view.change_list.reform(move |_: MouseEvent| {
        // The button goes with what it takes away: the focus moves to what stays.
        crate::platform::document::focus("main h1");
        ListChange::Toggle(code.clone())
    });
    html! { <button type="button" class="rx-link-button rx-plan__remove" {onclick}>{ text }</button> }
}
