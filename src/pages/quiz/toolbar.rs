//! What stands on every screen of the quiz: the way back, and clearing everything.

use yew::prelude::*;

use super::{Advance, QuizAction, use_quiz};
use crate::context::use_view;
use crate::labels::Labels;
use crate::markup::html;

/// The way back, above the question.
pub fn back_link(labels: &Labels, advance: &Advance) -> Html {
    html! {
        <p class="rx-back-link">
            <a href="#" class="rx-back-link__link" onclick={advance.back.clone()}>{ labels.text("back") }</a>
        </p>
    }
}

/// Clears all answers, after asking once.
#[component]
pub fn ClearAnswers() -> Html {
    let view = use_view();
    let labels = view.labels();
    let quiz = use_quiz();
    let is_asking = use_state(|| false);
    let ask = {
        let is_asking = is_asking.clone();
        Callback::from(move |_: MouseEvent| is_asking.set(!*is_asking))
    };
    let on_clear = Callback::from(move |_: MouseEvent| quiz.dispatch(QuizAction::Clear));
    html! {
        <div class="rx-clear-answers">
            <button type="button" class="rx-link-button" aria-expanded={is_asking.to_string()} onclick={ask.clone()}>
                { labels.text("clear-answers") }
            </button>
            if *is_asking {
                <div class="rx-clear-answers__question" role="group" aria-label={labels.text("clear-answers")}>
                    <p>{ labels.text("clear-answers-text") }</p>
                    <button type="button" class="rx-button" onclick={on_clear}>{ labels.text("clear-answers-yes") }</button>
                    <button type="button" class="rx-button rx-button--quiet" onclick={ask}>{ labels.text("clear-answers-no") }</button>
                </div>
            }
        </div>
    }
}
