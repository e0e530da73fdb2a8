//! What to know before personal questions: why they are asked, and what becomes of the answers.

use yew::prelude::*;

use super::judge::Judge;
use super::toolbar::{ClearAnswers, back_link};
use super::{Advance, QuizHandle, Screen};
use crate::labels::Labels;
use crate::markup::html;

/// What to know before personal questions, of which `group` is the first group.
pub fn before(
    labels: &Labels,
    judge: &Judge,
    quiz: &QuizHandle,
    advance: &Advance,
    group: &str,
) -> Html {
    let text = |part: &str| {
        labels.pack_text(&format!("group.{group}.{part}")).unwrap_or_default().to_owned()
    };
    let on_continue = {
        let (judge, quiz, advance) = (judge.clone(), quiz.clone(), advance.clone());
        Callback::from(move |_: MouseEvent| advance.to.emit(judge.next_screen(&quiz)))
    };
    let on_skip = advance.to.reform(|_: MouseEvent| Screen::Check);
    html! {
        <div key="before" class="rx-quiz">
            { back_link(labels, advance) }
            <div class="rx-column">
                <h1>{ text("title") }</h1>
                <p class="rx-quiz__text">{ text("intro") }</p>
                <div class="rx-quiz__buttons">
                    <button type="button" class="rx-button" onclick={on_continue}>{ labels.text("continue") }</button>
                    <button type="button" class="rx-button rx-button--quiet" onclick={on_skip}>
                        { labels.text("skip-to-result") }
                    </button>
                </div>
                <ClearAnswers />
            </div>
        </div>
    }
}
