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
use crate::context::{ListChange, View};
use crate::markup::html;
use crate::pages::compare;
use crate::pages::quiz::judge::Judge;
use crate::pages::quiz::{QuizHandle, QuizState, contacts, limits, nearest_roles, paper, words};
use crate::route::Route;
use crate::shortlist::Listed;

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
pub fn page(view: &View, quiz: &QuizHandle) -> Html {
    let judge = if quiz.answers.is_empty() { None } else { Judge::of(view) };
    let (pack, labels, list) = (view.pack(), view.labels(), &view.shortlist);

    // A role on the list is judged even if the quiz was about others.
    let assessment = judge.as_ref().map(|judge| judge.assess_all(quiz));
    let judged = judge.as_ref().zip(assessment.as_ref()).map(|(judge, of)| (judge, &**quiz, of));
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
    html! {
        <div key="plan" class={paper::classes("rx-plan rx-column", quiz)}>
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
                { view_empty(view) }
            } else {
                if let Some((judge, ..)) = judged { <p class="rx-muted">{ limits(view, judge) }</p> }
                if !has_own_roles && !roles.is_empty() { <p>{ labels.text("plan-nearest") }</p> }
                { for roles.iter().map(|(role, code)| role::view(Case { view, judged, role, code: *code })) }
                { view_compare(view, &roles) }
                if !people.is_empty() {
                    <section class="rx-section" aria-labelledby="plan-people">
                        <h2 id="plan-people">{ labels.text("plan-people") }</h2>
                        <ul class="rx-person-list">{ for people.iter().map(|(person, _)| person_line(view, person)) }</ul>
                        { for people.iter().map(|(person, code)| remove_button(view, code, &person.name)) }
                    </section>
                }
                <section class="rx-section" aria-labelledby="plan-ask">
                    <h2 id="plan-ask">{ labels.text("result-ask") }</h2>
                    { contacts(view) }
                </section>
                if let Some((judge, ..)) = judged.filter(|_| quiz.paper.has_answers) {
                    { view_answers(view, judge, quiz) }
                }
            }
            { take_away::view(view, quiz, is_empty) }
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

/// The way to the table of these roles, where there are several.
fn view_compare(view: &View, roles: &[(&Rc<Role>, Option<&str>)]) -> Html {
    if roles.len() < 2 {
        return html! {};
    }
    let ids: Vec<&str> = roles.iter().map(|(role, _)| role.id.as_str()).collect();
    html! { <p>{ link_to(view, compare::side_by_side(&ids), "", view.labels().text("plan-compare").into()) }</p> }
}

/// What was answered, in the order it is asked.
fn view_answers(view: &View, judge: &Judge, quiz: &QuizState) -> Html {
    let labels = view.labels();
    // As the roles above: whatever the quiz was about.
    let all = QuizState { chosen: None, ..quiz.clone() };
    html! {
        <section class="rx-section" aria-labelledby="plan-answers">
            <h2 id="plan-answers">{ labels.text("plan-answers") }</h2>
            <dl class="rx-facts">
                { for judge.path(&all).asked.iter().map(|asked| html! {
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
