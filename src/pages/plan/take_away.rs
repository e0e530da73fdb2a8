//! What the visitor does with the plan: keep the list, print, or hand a link over.
//!
//! Each act says before it what it holds. A link or code holds this page's address,
//! its language and, if ticked, the list: never an answer or what came of it.

use yew::prelude::*;

use crate::components::qr;
use crate::context::{ListChange, View};
use crate::markup::html;
use crate::pages::quiz::paper::{choice, set, view_print};
use crate::pages::quiz::{Paper, QuizAction, QuizHandle};
use crate::platform::hand_over::{self, Outcome};
use crate::shortlist::MARK;

/// What can be done with the plan.
pub fn view(view: &View, quiz: &QuizHandle, is_empty: bool) -> Html {
    let (labels, policy) = (view.labels(), view.policy());
    html! {
        <div class="rx-plan__tools">
            if policy.can_keep { { view_keep(view) } }
            if !is_empty {
                if policy.can_print { { view_print(labels, quiz) } }
                { view_link(view, quiz) }
            }
        </div>
    }
}

/// Whether the device keeps the list; only if the visitor says so, and only if the browser lets it.
fn view_keep(view: &View) -> Html {
    let (labels, list) = (view.labels(), &view.shortlist);
    let is_kept = list.is_kept;
    let words = match (list.is_refused, is_kept) {
        (true, _) => "plan-keep-refused",
        (_, true) => "plan-kept",
        _ => "plan-not-kept",
    };
    html! {
        <section class="rx-section" aria-labelledby="plan-keep">
            <h2 id="plan-keep">{ labels.text("plan-keep") }</h2>
            <p role="status">{ labels.text(words) }</p>
            { choice(labels, "plan-keep-tick", is_kept, view.change_list.reform(move |()| ListChange::Keep(!is_kept))) }
        </section>
    }
}

/// The link: by the share sheet, as a copy, as a code for a phone, or to be written down.
fn view_link(view: &View, quiz: &QuizHandle) -> Html {
    let (labels, list) = (view.labels(), &view.shortlist);
    let Some(mut address) = view.explorer.public_url(&view.place.address) else { return html! {} };
    let brings_list = quiz.paper.brings_list && !list.is_empty();
    if brings_list {
        address = [&address, "#", MARK, list.codes()].concat();
    }
    let holds = if brings_list {
        labels.count("plan-link-holds-list", list.len())
    } else {
        labels.text("plan-link-holds")
    };
    let outcome = quiz.paper.outcome.map(|outcome| match outcome {
        Outcome::Shared => "plan-link-shared",
        Outcome::Copied => "link-copied",
        Outcome::Refused => "plan-link-refused",
    });
    let done = {
        let quiz = quiz.clone();
        move |outcome| {
            quiz.dispatch(QuizAction::Take(Paper { outcome: Some(outcome), ..quiz.paper }));
        }
    };
    let on_share = {
        let (address, title, done) = (address.clone(), labels.text("product"), done.clone());
        Callback::from(move |_: MouseEvent| {
            hand_over::share(address.clone(), title.clone(), done.clone())
        })
    };
    let on_copy = {
        let address = address.clone();
        Callback::from(move |_: MouseEvent| hand_over::copy(address.clone(), done.clone()))
    };
    let on_qr = set(quiz, |c| c.has_qr = !c.has_qr).reform(|_: MouseEvent| ());
    let expanded = if quiz.paper.has_qr { "true" } else { "false" };
    html! {
        <section class="rx-section" aria-labelledby="plan-link">
            <h2 id="plan-link">{ labels.text("plan-link") }</h2>
            if !list.is_empty() {
                { choice(labels, "plan-link-list", quiz.paper.brings_list, set(quiz, |c| c.brings_list = !c.brings_list)) }
            }
            <p>{ holds }{ " " }{ labels.text("plan-link-never") }</p>
            <p><bdi class="rx-plan__address">{ address.clone() }</bdi></p>
            <div class="rx-quiz__buttons">
                if view.policy().can_take_away {
                    <button type="button" class="rx-button rx-button--quiet" onclick={on_share}>{ labels.text("plan-link-share") }</button>
                    <button type="button" class="rx-button rx-button--quiet" onclick={on_copy}>{ labels.text("plan-link-copy") }</button>
                }
                <button type="button" class="rx-button rx-button--quiet" aria-expanded={expanded} onclick={on_qr}>{ labels.text("plan-link-qr") }</button>
            </div>
            <p role="status">if let Some(key) = outcome { { labels.text(key) } }</p>
            if quiz.paper.has_qr { { qr(&address, labels.fill("plan-qr-name", &[("address", &address)])) } }
        </section>
    }
}
