//! Printing what came out: the same section on the result and on the plan.
//!
//! Answers are left out unless the visitor ticks them, for others may see the paper.

use yew::prelude::*;

use super::state::{Paper, QuizAction};
use super::{QuizHandle, QuizState};
use crate::components::tick;
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::document;

/// What a print holds, what can be chosen about it, and the button.
pub fn view_print(labels: &Labels, quiz: &QuizHandle) -> Html {
    let paper = quiz.paper;
    html! {
        <section class="rx-section rx-paper" aria-labelledby="print">
            <h2 id="print">{ labels.text("paper-print") }</h2>
            <p>{ labels.text("paper-print-holds") }</p>
            if !quiz.answers.is_empty() {
                { choice(labels, "paper-with-answers", paper.has_answers, set(quiz, |paper| paper.has_answers = !paper.has_answers)) }
            }
            { choice(labels, "paper-large", paper.is_large, set(quiz, |paper| paper.is_large = !paper.is_large)) }
            <p><button type="button" class="rx-button" onclick={|_: MouseEvent| document::print()}>{ labels.text("print") }</button></p>
        </section>
    }
}

/// The classes of a page that can be printed, as the visitor wants it.
pub fn classes(page: &str, quiz: &QuizState) -> String {
    let Paper { is_large, has_answers, .. } = quiz.paper;
    let large = if is_large { " rx-paper--large" } else { "" };
    let answers = if has_answers { " rx-paper--answers" } else { "" };
    [page, large, answers].concat()
}

/// A box with the words of this label.
pub fn choice(labels: &Labels, key: &str, is_on: bool, act: Callback<()>) -> Html {
    tick(&labels.text(key), is_on, false, html! {}, act.reform(|_: Event| ()))
}

/// Changes one choice.
pub fn set(quiz: &QuizHandle, change: fn(&mut Paper)) -> Callback<()> {
    let quiz = quiz.clone();
    Callback::from(move |()| {
        let mut changed = Paper { outcome: None, ..quiz.paper };
        change(&mut changed);
        quiz.dispatch(QuizAction::Take(changed));
    })
}
