//! One question a screen: the heading is the question, the button says Continue,
//! and an error says what is wrong and how to mend it.

use eligibility::{Answer, NextStep};
use model::id::QuestionId;
use model::rules::QuestionKind;
use yew::prelude::*;

use super::choices::{Choices, choices};
use super::judge::{Judge, judged_name};
use super::state::Unknown;
use super::toolbar::{ClearAnswers, back_link};
use super::typed_field::TypedField;
use super::words::{is_choice, question_text};
use super::{Advance, QuizAction, Screen, use_quiz};
use crate::components::error_summary;
use crate::context::use_view;
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::document;

/// Props of [`QuestionScreen`].
#[derive(Properties, PartialEq)]
pub struct QuestionScreenProps {
    /// Which.
    pub question: QuestionId,
    /// The rules on today's day.
    pub judge: Judge,
    /// Going on and back.
    pub advance: Advance,
    /// The last answer changed a verdict, and a sentence with id `quiz-change` says so.
    pub has_change: bool,
    /// The visitor came from checking the answers to change this one.
    pub is_change: bool,
    /// What stands beside the question.
    pub children: Html,
}

/// What was entered, or why it cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// Nothing yet.
    Empty,
    /// An answer.
    Answer(Answer),
    /// Not known, in one of two wordings.
    Unknown(Unknown),
    /// Something that cannot be read, and why. Never empty.
    Faulty(Vec<Mistake>),
}

/// What is wrong and how to mend it, and the id of the field at fault.
pub type Mistake = (AttrValue, AttrValue);

/// One question.
#[component]
pub fn QuestionScreen(props: &QuestionScreenProps) -> Html {
    let view = use_view();
    let labels = view.labels();
    let quiz = use_quiz();
    let judge = &props.judge;
    let given = quiz.answers.get(&props.question).cloned();
    let given_unknown = quiz.unknown.get(&props.question).copied();
    let entry = use_state(|| match (given.clone(), given_unknown) {
        (Some(Answer::DontKnow), unknown) => Entry::Unknown(unknown.unwrap_or(Unknown::NotSure)),
        (Some(answer), _) => Entry::Answer(answer),
        (None, _) => Entry::Empty,
    });
    let error = use_state(Vec::<Mistake>::new);
    let attempts = use_state(|| 0_u32);
    use_effect_with(*attempts, |attempts| {
        if *attempts > 0 {
            document::focus(".rx-error-summary");
        }
    });

    let next = judge.next(&quiz);
    let (left, because, is_refined) = match &next {
        NextStep::Ask { at_most_left, because, refine, question, .. }
            if *question == props.question =>
        {
            (Some(*at_most_left), because.clone(), *refine)
        }
        NextStep::Ask { at_most_left, .. } => (Some(*at_most_left), Vec::new(), false),
        NextStep::Done => (None, Vec::new(), false),
    };
    let Some(question) = judge.question(&props.question).cloned() else { return html! {} };

    // On the button, which Enter presses, too: a form in a sandboxed frame never sends `submit`.
    let on_continue = {
        let (entry, error, attempts, labels) =
            (entry.clone(), error.clone(), attempts.clone(), labels.clone());
        let (quiz, judge, advance) = (quiz.clone(), judge.clone(), props.advance.clone());
        let (id, kind, is_change) = (props.question.clone(), question.kind, props.is_change);
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            let fail = |mistakes: Vec<Mistake>| {
                document::set_title(
                    &labels.fill("error-title", &[("page", &labels.text("quiz-title"))]),
                );
                error.set(mistakes);
                attempts.set(*attempts + 1);
            };
            let (answer, unknown) = match &*entry {
                Entry::Empty => {
                    let key = match kind {
                        QuestionKind::Date => "error-date-missing",
                        QuestionKind::Periods => "error-periods-missing",
                        _ => "error-choose",
                    };
                    return fail(vec![(labels.text(key).into(), "answer-1".into())]);
                }
                Entry::Faulty(mistakes) => return fail(mistakes.clone()),
                Entry::Answer(answer) => (answer.clone(), None),
                Entry::Unknown(unknown) => (Answer::DontKnow, Some(*unknown)),
            };
            // Asked before anything is dispatched: the handle then shows the new state.
            let pending = match judge.next(&quiz) {
                NextStep::Ask { question, .. } => Some(question),
                NextStep::Done => None,
            };
            let mut state = (*quiz).clone();
            let keeps_date = is_refined && unknown.is_some();
            if keeps_date {
                // The month or year stands; its day cannot be given.
                quiz.dispatch(QuizAction::Settle(id.clone()));
                state.answers.settle(&id);
            } else {
                quiz.dispatch(QuizAction::Answer(id.clone(), answer.clone(), unknown));
                state.answers.set(id.clone(), answer);
            }
            // After a change from the check page: back there, unless it brings up something new.
            let screen = judge.next_screen(&state);
            let is_nothing_new = matches!(&screen, Screen::Question(next) if Some(next) == pending.as_ref() && *next != id);
            advance.to.emit(if is_change && is_nothing_new { Screen::Check } else { screen });
        })
    };
    let on_entry = {
        let (entry, error) = (entry.clone(), error.clone());
        Callback::from(move |new: Entry| {
            if !matches!(new, Entry::Faulty(..)) {
                error.set(Vec::new());
            }
            entry.set(new);
        })
    };
    let on_stop = props.advance.to.reform(|_: MouseEvent| Screen::Check);

    let text = |part: &str| question_text(labels, &props.question, part);
    let hint = if is_refined { labels.text("refine-hint") } else { text("hint") };
    let message = error.first().map(|(message, _)| message);
    let is_first_of_group = is_first_of_group(judge, &quiz, &props.question);
    html! {
        <>
            <form class="rx-quiz__question" novalidate=true autocomplete="off">
                { back_link(labels, &props.advance) }
                if !error.is_empty() { { error_summary(&view, &error) } }
                <p class="rx-quiz__group">
                    { labels.pack_text(&format!("group.{}.title", question.group)).unwrap_or_default() }
                    if let Some(left) = left {
                        { " · " }<span class="rx-quiz__left">{ labels.count("questions-left", left) }</span>
                    }
                </p>
                if is_choice(question.kind) {
                    { choices(labels, &Choices {
                        question: &question,
                        title: &text("title"),
                        hint: &hint,
                        entry: &entry,
                        error: message,
                        has_change: props.has_change,
                        on_change: &on_entry,
                    }) }
                } else {
                    <TypedField question={question.clone()} title={text("title")} {hint} entry={(*entry).clone()}
                        mistakes={(*error).clone()} has_change={props.has_change} judge={judge.clone()} on_change={on_entry} />
                }
                if let (true, Some(intro)) = (is_first_of_group, labels.pack_text(&format!("group.{}.intro", question.group))) {
                    <p class="rx-muted rx-quiz__note">{ intro }</p>
                }
                <details class="rx-fold">
                    <summary>{ labels.text("why-we-ask") }</summary>
                    <p>{ text("why") }</p>
                    if !because.is_empty() {
                        <p>{ labels.text("why-roles") }</p>
                        <ul class="rx-bullets">
                            { for because.iter().map(|because| html! {
                                <li>{ format!("{}: {}", judged_name(&judge.pack, &because.role), rules(&because.criteria, labels)) }</li>
                            }) }
                        </ul>
                    }
                </details>
                <div class="rx-quiz__buttons">
                    <button type="submit" class="rx-button" onclick={on_continue}>{ labels.text("continue") }</button>
                    if !quiz.answers.is_empty() {
                        <button type="button" class="rx-link-button" onclick={on_stop}>{ labels.text("stop-here") }</button>
                    }
                </div>
                <ClearAnswers />
            </form>
            { props.children.clone() }
        </>
    }
}

fn rules(rules: &[model::id::RuleId], labels: &Labels) -> String {
    let titles = rules.iter().filter_map(|rule| labels.pack_text(&format!("rule.{rule}.title")));
    titles.collect::<Vec<_>>().join("; ")
}

/// Whether no question of the same group was answered before this one.
fn is_first_of_group(judge: &Judge, quiz: &super::QuizState, question: &QuestionId) -> bool {
    let group = |id: &QuestionId| judge.question(id).map(|question| question.group.clone());
    let asked = quiz.answers.iter().filter(|(id, _)| *id != question);
    !asked.into_iter().any(|(id, _)| group(id) == group(question))
}
