//! All answers so far, each with a way to change it, before the result.

use eligibility::NextStep;
use model::id::QuestionId;
use yew::prelude::*;

use super::judge::Judge;
use super::toolbar::{ClearAnswers, back_link};
use super::words;
use super::{Advance, QuizAction, QuizHandle, QuizState, Screen};
use crate::components::{PageHeading, page_heading};
use crate::labels::Labels;
use crate::markup::html;

/// All answers so far.
pub fn check(labels: &Labels, judge: &Judge, quiz: &QuizHandle, advance: &Advance) -> Html {
    let path = judge.path(quiz);
    let assessment = judge.assess(quiz);
    let left = match judge.next(quiz) {
        NextStep::Ask { at_most_left, .. } => at_most_left,
        NextStep::Done => 0,
    };
    let to = |screen: Screen| advance.to.reform(move |_: MouseEvent| screen.clone());
    let row = |question: &QuestionId| {
        let subject = words::question_text(labels, question, "subject");
        html! {
            <div key={question.as_str()} class="rx-summary__row">
                <dt>{ &subject }</dt>
                <dd>{ words::answer(judge, quiz, question, labels) }</dd>
                <dd class="rx-summary__action">
                    <button type="button" class="rx-link-button" onclick={to(Screen::Question(question.clone()))}>
                        { labels.text("change") }
                        <span class="rx-visually-hidden">{ format!(" {}", words::lower_first(&subject)) }</span>
                    </button>
                </dd>
            </div>
        }
    };
    let again = |ids: Vec<QuestionId>, key: &str| {
        html! {
            <div class="rx-notice">
                <p>{ labels.text(key) }</p>
                <dl class="rx-summary">{ for ids.iter().map(row) }</dl>
            </div>
        }
    };
    let on_next = {
        let (judge, advance, quiz) = (judge.clone(), advance.clone(), quiz.clone());
        Callback::from(move |_: MouseEvent| advance.to.emit(judge.next_screen(&quiz)))
    };
    let left_for_detail = if left == 0 { judge.left_for_detail(quiz) } else { 0 };
    let on_rest = {
        let (judge, advance, quiz) = (judge.clone(), advance.clone(), quiz.clone());
        Callback::from(move |_: MouseEvent| {
            quiz.dispatch(QuizAction::AnswerTheRest);
            let thorough = QuizState { is_thorough: true, ..(*quiz).clone() };
            advance.to.emit(judge.next_screen(&thorough));
        })
    };
    html! {
        <div key="check" class="rx-quiz">
            { back_link(labels, advance) }
            <div class="rx-column">
                { page_heading(PageHeading {
                    text: labels.text("check-heading"),
                    lead: Some(labels.text("check-lead")),
                    ..PageHeading::default()
                }) }
                { for assessment.broken.iter().map(|broken| again(judge.compared(quiz, *broken), "check-broken")) }
                if !assessment.ignored.is_empty() { { again(assessment.ignored.clone(), "check-ignored") } }
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
                    } else if left_for_detail > 0 {
                        <button type="button" class="rx-button rx-button--quiet" onclick={on_rest}>
                            { labels.count("check-rest", left_for_detail) }
                        </button>
                    }
                </div>
                <ClearAnswers />
            </div>
        </div>
    }
}
