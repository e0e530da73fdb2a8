//! What to know before personal questions: why they are asked, and what becomes of the answers.

use yew::prelude::*;

use super::judge::Judge;
use super::toolbar::{BackLink, ClearAnswers};
use super::{Advance, Screen, use_quiz};
use crate::context::use_labels;

/// Props of [`Before`].
#[derive(Properties, PartialEq)]
pub struct BeforeProps {
    /// The first group of personal questions.
    pub group: AttrValue,
    /// The rules on today's day.
    pub judge: Judge,
    /// Going on and back.
    pub advance: Advance,
}

/// What to know before personal questions.
#[component]
pub fn Before(props: &BeforeProps) -> Html {
    let labels = use_labels();
    let quiz = use_quiz();
    let text = |part: &str| {
        labels.pack_text(&format!("group.{}.{part}", props.group)).unwrap_or_default().to_owned()
    };
    let on_continue = {
        let (judge, advance) = (props.judge.clone(), props.advance.clone());
        Callback::from(move |_: MouseEvent| advance.to.emit(judge.next_screen(&quiz)))
    };
    let on_skip = props.advance.to.reform(|_: MouseEvent| Screen::Check);
    html! {
        <div class="rx-quiz">
            <BackLink advance={props.advance.clone()} />
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
