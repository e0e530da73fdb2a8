//! The eligibility quiz: one question a screen, all chosen roles judged at once.
//!
//! The screens are no addresses. On the site each is an entry of the history, so
//! that Back goes one question back; elsewhere the way back is the link above
//! the question.

mod before;
mod check;
mod choices;
mod date_field;
mod interest;
mod intro;
pub mod judge;
pub mod paper;
mod periods_field;
mod prospects;
mod question;
mod reach;
mod result;
mod result_role;
mod standing;
mod state;
mod toolbar;
mod typed_field;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

pub use judge::judged_name;
pub use reach::{Reach, reach};
pub use result::{contacts, limits, nearest_roles};
pub use result_role::start_note;
pub use state::{Paper, QuizAction, QuizState, Screen};

use crate::context::use_view;
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::document;
use crate::platform::host_messages::{Progress, announce_progress};
use judge::Judge;
use standing::AssessmentRef;

/// The quiz's state and how to act on it.
pub type QuizHandle = UseReducerHandle<QuizState>;

/// The quiz's state and how to act on it.
#[hook]
pub fn use_quiz() -> QuizHandle {
    #[expect(clippy::expect_used, reason = "the root component provides it around every page")]
    use_context::<QuizHandle>().expect("App provides the state of the quiz around every page")
}

/// Going on from this screen to the one that follows.
#[derive(Clone, PartialEq)]
pub struct Advance {
    /// Goes to a screen.
    pub to: Callback<Screen>,
    /// Goes back one screen.
    pub back: Callback<MouseEvent>,
}

/// The quiz.
#[component]
pub fn QuizPage() -> Html {
    let view = use_view();
    let labels = view.labels();
    let quiz = use_quiz();
    let judge = Judge::of(&view);
    let step = view.place.step;
    let screen = quiz.screen(step).clone();

    let advance = Advance {
        to: {
            let (quiz, navigate) = (quiz.clone(), view.navigate.clone());
            Callback::from(move |screen| {
                quiz.dispatch(QuizAction::Advance(step, screen));
                navigate.step.emit(step + 1);
            })
        },
        back: {
            let (navigate, policy) = (view.navigate.clone(), view.policy());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                if policy.steps_in_history {
                    crate::platform::history::back();
                } else {
                    navigate.step.emit(step.saturating_sub(1));
                }
            })
        },
    };

    // A change of screen: title, focus, and what a host page may know.
    let is_first = use_mut_ref(|| true);
    let title = title(&screen, step, labels);
    use_effect_with((step, screen.clone()), move |(_, screen)| {
        if !is_first.replace(false) {
            document::set_title(&title);
            document::focus_heading();
            match screen {
                Screen::Interest => announce_progress(Progress::Started),
                Screen::Result => announce_progress(Progress::Completed),
                _ => {}
            }
        }
    });

    let Some(judge) = judge else { return intro::intro(&view, &quiz, &advance) };
    match screen {
        Screen::Intro => intro::intro(&view, &quiz, &advance),
        Screen::Interest => html! { <interest::Interest key="interest" {judge} {advance} /> },
        Screen::Before(group) => before::before(labels, &judge, &quiz, &advance, &group),
        Screen::Question(question) => {
            let (assessment, change) = assess(&judge, &quiz, labels);
            html! {
                <div key="question" class="rx-quiz rx-quiz--with-standing">
                    <question::QuestionScreen key={format!("{step}-{question}")} question={question.clone()}
                        judge={judge.clone()} {advance}
                        has_change={change.is_some()} is_change={step > 0 && *quiz.screen(step - 1) == Screen::Check}>
                        <standing::Standing judge={judge.clone()} {assessment} {change} />
                    </question::QuestionScreen>
                </div>
            }
        }
        Screen::Check => check::check(labels, &judge, &quiz, &advance),
        Screen::Result => result::result(&view, &judge, &quiz, &advance),
    }
}

/// How the roles stand, and what the last answer changed.
fn assess(judge: &Judge, quiz: &QuizState, labels: &Labels) -> (AssessmentRef, Option<AttrValue>) {
    let now = judge.assess(quiz);
    let before = judge.assess_before(quiz);
    let change = before.and_then(|before| standing::change(judge, &before, &now, labels));
    (AssessmentRef(Rc::new(now)), change.map(AttrValue::from))
}

/// What the tab says: never what is asked, and never an outcome.
fn title(screen: &Screen, step: u32, labels: &Labels) -> String {
    let page = match screen {
        Screen::Intro => labels.text("quiz-title"),
        Screen::Interest | Screen::Before(_) | Screen::Question(_) => {
            labels.fill("quiz-title-step", &[("step", &step.to_string())])
        }
        Screen::Check => labels.text("quiz-title-check"),
        Screen::Result => labels.text("quiz-title-result"),
    };
    labels.fill("title", &[("page", &page), ("product", &labels.text("product"))])
}
