//! All answers so far, each with a way to change it, before the result.

use eligibility::NextStep;
use model::id::QuestionId;
use yew::prelude::*;

use super::judge::Judge;
use super::toolbar::{BackLink, ClearAnswers};
use super::words;
use super::{Advance, Screen, use_quiz};
use crate::components::PageHeading;
use crate::context::use_labels;

/// Props of [`Check`].
#[derive(Properties, PartialEq)]
pub struct CheckProps {
    /// The rules on today's day.
    pub judge: Judge,
    /// Going on and back.
    pub advance: Advance,
}

/// All answers so far.
#[component]
pub fn Check(props: &CheckProps) -> Html {
    let labels = use_labels();
    let quiz = use_quiz();
    let judge = &props.judge;
    let path = judge.path(&quiz);
    let assessment = judge.assess(&quiz);
    let left = match judge.next(&quiz) {
        NextStep::Ask { at_most_left, .. } => at_most_left,
        NextStep::Done => 0,
    };
    let to = |screen: Screen| props.advance.to.reform(move |_: MouseEvent| screen.clone());
    let row = |question: &QuestionId| {
        let subject = words::question_text(&labels, question, "subject");
        html! {
            <div key={question.as_str()} class="rx-summary__row">
                <dt>{ &subject }</dt>
                <dd>{ words::answer(judge, &quiz, question, &labels) }</dd>
                <dd class="rx-summary__action">
                    <button type="button" class="rx-link-button" onclick={to(Screen::Question(question.clone()))}>
                        { labels.text("change") }
                        <span class="rx-visually-hidden">{ format!(" {}", words::lower_first(&subject)) }</span>
                    </button>
                </dd>
            </div>
        }
    };
    let broken = !assessment.broken.is_empty();
    let on_next = {
        let (judge, advance, quiz) = (judge.clone(), props.advance.clone(), quiz.clone());
        Callback::from(move |_: MouseEvent| advance.to.emit(judge.next_screen(&quiz)))
    };
    html! {
        <div class="rx-quiz">
            <BackLink advance={props.advance.clone()} />
            <div class="rx-column">
                <PageHeading text={labels.text("check-heading")} lead={labels.text("check-lead")} />
                if broken { <p class="rx-error">{ labels.text("check-broken") }</p> }
                if path.asked.is_empty() {
                    <p>{ labels.text("check-empty") }</p>
                } else {
                    <dl class="rx-summary">{ for path.asked.iter().map(|asked| row(&asked.question)) }</dl>
                }
                if !path.superfluous.is_empty() {
                    <details class="rx-fold">
                        <summary>{ labels.count("check-superfluous", path.superfluous.len()) }</summary>
                        <p>{ labels.text("check-superfluous-text") }</p>
                        <dl class="rx-summary">{ for path.superfluous.iter().map(row) }</dl>
                    </details>
                }
                if left > 0 { <p class="rx-muted">{ labels.count("check-left", left) }</p> }
                <div class="rx-quiz__buttons">
                    <button type="button" class="rx-button" onclick={to(Screen::Result)}>{ labels.text("check-show") }</button>
                    if left > 0 {
                        <button type="button" class="rx-button rx-button--quiet" onclick={on_next}>
                            { labels.text("check-more") }
                        </button>
                    }
                </div>
                <ClearAnswers />
            </div>
        </div>
    }
}
