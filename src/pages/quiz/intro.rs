//! What the quiz is, before the first question; and, for those who cannot or will
//! not answer, what every way in asks for.

use model::rules::{JudgedRole, Kind};
use yew::prelude::*;

use super::judge::judged_name;
use super::toolbar::ClearAnswers;
use super::{Advance, QuizState, Screen};
use crate::components::{PageHeading, link, page_heading};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// What the quiz is.
pub fn intro(view: &View, quiz: &QuizState, advance: &Advance) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let has_begun = quiz.trail.len() > 1;
    let on_start = advance.to.reform(|_: MouseEvent| Screen::Interest);
    let on_resume = {
        let last = quiz.last_step();
        view.navigate.step.reform(move |_: MouseEvent| last)
    };
    let questions = pack.rules.questions.len();
    html! {
        <div key="intro" class="rx-quiz">
            <div class="rx-column">
                { page_heading(PageHeading {
                    text: labels.text("quiz-title"),
                    lead: Some(labels.fill("quiz-lead", &[("force", &pack.about.force.short)])),
                    ..PageHeading::default()
                }) }
                <ul class="rx-bullets">
                    <li>{ labels.fill("quiz-length", &[("count", &questions.to_string())]) }</li>
                    <li>{ labels.text("quiz-device") }</li>
                    <li>{ labels.text("quiz-reload") }</li>
                    <li>{ labels.text("quiz-personal") }</li>
                    <li>{ labels.text("quiz-no-decision") }</li>
                </ul>
                <div class="rx-quiz__buttons">
                    if has_begun {
                        <button type="button" class="rx-button" onclick={on_resume}>{ labels.text("quiz-resume") }</button>
                    } else {
                        <button type="button" class="rx-button" data-replay="" onclick={on_start}>{ labels.text("quiz-start") }</button>
                    }
                </div>
                if has_begun { <ClearAnswers /> }
            </div>
            <section class="rx-section rx-column" aria-labelledby="requirements">
                <h2 id="requirements">{ labels.text("requirements") }</h2>
                <p>{ labels.text("requirements-text") }</p>
                { for pack.rules.roles.iter().map(|judged| requirements(view, judged)) }
            </section>
        </div>
    }
}

/// What one way in asks for: a line for each rule, with a link to it.
fn requirements(view: &View, judged: &JudgedRole) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let rules: Vec<_> = judged
        .criteria
        .iter()
        .filter(|criterion| criterion.otherwise != Kind::Later)
        .filter_map(|criterion| {
            let title = labels.pack_text(&format!("rule.{}.title", criterion.id))?;
            Some((criterion.id.to_string(), title.to_owned()))
        })
        .collect();
    html! {
        <details key={judged.id.clone()} class="rx-fold">
            <summary>{ judged_name(pack, &judged.id) }</summary>
            <ul class="rx-bullets">
                { for rules.into_iter().map(|(id, title)| html! {
                    <li>{ link(view, Route::Rule(id), "", title.into()) }</li>
                }) }
            </ul>
        </details>
    }
}
