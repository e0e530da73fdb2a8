//! What the quiz is, before the first question; and, for those who cannot or will
//! not answer, what every way in asks for.

use yew::prelude::*;

use super::judge::{Judge, judged_name};
use super::toolbar::ClearAnswers;
use super::{Advance, Screen, use_quiz};
use crate::components::{Link, PageHeading};
use crate::context::{use_explorer, use_labels, use_navigate};
use crate::route::Route;

/// Props of [`Intro`].
#[derive(Properties, PartialEq)]
pub struct IntroProps {
    /// The rules on today's day; nothing while the day is not known.
    #[prop_or_default]
    pub judge: Option<Judge>,
    /// Going on and back.
    pub advance: Advance,
}

/// What the quiz is.
#[component]
pub fn Intro(props: &IntroProps) -> Html {
    let labels = use_labels();
    let explorer = use_explorer();
    let navigate = use_navigate();
    let quiz = use_quiz();
    let pack = &explorer.pack;
    let has_begun = quiz.trail.len() > 1;
    let on_start = props.advance.to.reform(|_: MouseEvent| Screen::Interest);
    let on_resume = {
        let last = quiz.last_step();
        Callback::from(move |_: MouseEvent| navigate.step.emit(last))
    };
    let questions = pack.rules.questions.len();
    html! {
        <div class="rx-quiz">
            <div class="rx-column">
                <PageHeading text={labels.text("quiz-title")}
                    lead={labels.fill("quiz-lead", &[("force", &pack.about.force.short)])} />
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
                { for pack.rules.roles.iter().map(|judged| requirements(pack, judged, &labels)) }
            </section>
        </div>
    }
}

/// What one way in asks for: a line for each rule, with a link to it.
fn requirements(
    pack: &model::Pack,
    judged: &model::rules::JudgedRole,
    labels: &crate::labels::Labels,
) -> Html {
    let rules: Vec<_> = judged
        .criteria
        .iter()
        .filter(|criterion| criterion.otherwise != model::rules::Kind::Later)
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
                    <li><Link to={Route::Rule(id)}>{ title }</Link></li>
                }) }
            </ul>
        </details>
    }
}
