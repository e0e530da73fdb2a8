//! Which roles are of interest: only these are judged, and only what they need is asked. Can be skipped.

use model::Set;
use model::id::RoleId;
use yew::prelude::*;

use super::judge::Judge;
use super::toolbar::{ClearAnswers, back_link};
use super::{Advance, QuizAction, QuizState, use_quiz};
use crate::context::use_view;
use crate::markup::html;

/// Props of [`Interest`].
#[derive(Properties, PartialEq)]
pub struct InterestProps {
    /// The rules on today's day.
    pub judge: Judge,
    /// Going on and back.
    pub advance: Advance,
}

/// Which roles are of interest.
#[component]
pub fn Interest(props: &InterestProps) -> Html {
    let view = use_view();
    let labels = view.labels();
    let quiz = use_quiz();
    let pack = &props.judge.pack;
    let asked_for = {
        let wanted = view.place.query.values("for");
        let roles =
            wanted.iter().filter_map(|id| pack.role_of_judged(id)).map(|role| role.id.clone());
        roles.collect::<Set<RoleId>>()
    };
    let chosen = use_state({
        let before = quiz.chosen.clone();
        move || before.map_or(asked_for, |roles| roles.into_iter().collect())
    });
    let on_continue = {
        let (judge, advance, quiz, chosen) =
            (props.judge.clone(), props.advance.clone(), quiz.clone(), chosen.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            let roles: Vec<RoleId> = chosen.iter().cloned().collect();
            let roles = (!roles.is_empty()).then_some(roles);
            quiz.dispatch(QuizAction::Choose(roles.clone()));
            let next = QuizState { chosen: roles, ..(*quiz).clone() };
            advance.to.emit(judge.next_screen(&next));
        })
    };
    let on_toggle = |role: RoleId| {
        let chosen = chosen.clone();
        Callback::from(move |_: Event| {
            let mut roles = (*chosen).clone();
            if !roles.remove(&role) {
                roles.insert(role.clone());
            }
            chosen.set(roles);
        })
    };
    let judged = |role: &model::role::Role| {
        pack.rules.roles.iter().any(|judged| {
            judged.id == role.id.as_str() || judged.parent.as_deref() == Some(role.id.as_str())
        })
    };
    html! {
        <div class="rx-quiz">
            { back_link(labels, &props.advance) }
            <form class="rx-column" novalidate=true autocomplete="off">
                <fieldset class="rx-choices">
                    <legend><h1>{ labels.text("interest-heading") }</h1></legend>
                    <p class="rx-choices__hint">{ labels.text("interest-hint") }</p>
                    { for pack.roles.iter().filter(|role| judged(role)).map(|role| html! {
                        <label key={role.id.as_str()} class="rx-choices__choice">
                            <input type="checkbox" class="rx-choices__input" checked={chosen.contains(&role.id)}
                                onchange={on_toggle(role.id.clone())} />
                            <span class="rx-choices__words">
                                <span class="rx-choices__label">{ &role.name }</span>
                                <span class="rx-choices__more">{ &role.summary }</span>
                            </span>
                        </label>
                    }) }
                </fieldset>
                <div class="rx-quiz__buttons">
                    <button type="submit" class="rx-button" onclick={on_continue}>
                        { if chosen.is_empty() { labels.text("interest-all") } else { labels.text("continue") } }
                    </button>
                </div>
                <ClearAnswers />
            </form>
        </div>
    }
}
