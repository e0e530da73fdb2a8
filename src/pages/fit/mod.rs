//! What suits me: statements about liking, and the roles they point to.
//!
//! What is said stays where the quiz keeps its answers: in memory. It is about liking
//! alone, so it never says that somebody could or could not do something.

mod ranking;

use model::fit::Statement;
use yew::prelude::*;

use super::quiz::{QuizAction, QuizHandle};
use crate::components::{PageHeading, page_heading, source_line};
use crate::context::View;
use crate::markup::html;
use crate::platform::document;

/// What can be said to a statement, and its label. The last one is what stands at first.
const CHOICES: [(i8, &str); 5] = [
    (2, "fit-very-much"),
    (1, "fit-rather"),
    (-1, "fit-rather-not"),
    (-2, "fit-not-me"),
    (0, "fit-skip"),
];

/// What suits me.
pub fn page(view: &View, quiz: &QuizHandle) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let force = &pack.about.force.short;
    let said = quiz.liking.iter().filter(|answer| **answer != 0).count();
    let on_clear = {
        let quiz = quiz.clone();
        // The button goes with what it clears: the focus moves to what stays.
        Callback::from(move |_: MouseEvent| {
            document::focus("#fit-statements");
            quiz.dispatch(QuizAction::ForgetLiking);
        })
    };
    let statements = |is_condition: bool| {
        let all = pack.fit.statements.iter().enumerate();
        let asked = all.filter(move |(_, statement)| statement.is_condition == is_condition);
        html! { <>{ for asked.map(|(index, statement)| view_statement(view, quiz, index, statement)) }</> }
    };
    let has_condition = pack.fit.statements.iter().any(|statement| statement.is_condition);
    html! {
        <div key="fit" class="rx-fit rx-column">
            { page_heading(PageHeading {
                text: labels.text("fit-heading"),
                lead: Some(labels.fill("fit-lead", &[("force", force)])),
                ..PageHeading::default()
            }) }
            <ul class="rx-bullets">
                <li>{ labels.fill("fit-not-measured", &[("force", force)]) }</li>
                <li>{ labels.text("fit-weights") }</li>
                <li>{ labels.text("quiz-device") }{ " " }{ labels.text("quiz-reload") }</li>
            </ul>
            // A form for its reset alone: it gives every choice back what stood at first.
            <form class="rx-fit__form" autocomplete="off">
                <section class="rx-section" aria-labelledby="fit-statements">
                    <h2 id="fit-statements">{ labels.text("fit-statements") }</h2>
                    <p>{ labels.text("fit-statements-text") }</p>
                    { statements(false) }
                </section>
                if has_condition {
                    <section class="rx-section" aria-labelledby="fit-condition">
                        <h2 id="fit-condition">{ labels.text("fit-condition") }</h2>
                        <p>{ labels.text("fit-condition-text") }</p>
                        { statements(true) }
                    </section>
                }
                <div class="rx-fit__said">
                    <p role="status">{ labels.count("fit-said", said) }</p>
                    if said > 0 {
                        <button type="reset" class="rx-link-button" onclick={on_clear}>{ labels.text("clear-answers") }</button>
                    }
                </div>
            </form>
            { ranking::view_ranking(view, quiz) }
        </div>
    }
}

/// A statement and what can be said to it.
fn view_statement(view: &View, quiz: &QuizHandle, index: usize, statement: &Statement) -> Html {
    let labels = view.labels();
    let now = quiz.liking.get(index).copied().unwrap_or_default();
    let name = format!("fit-{}", statement.id);
    let choice = |(value, key): (i8, &'static str)| {
        let quiz = quiz.clone();
        let onchange =
            Callback::from(move |_: Event| quiz.dispatch(QuizAction::Like(index, value)));
        html! {
            <label key={key} class="rx-choices__choice">
                <input type="radio" name={name.clone()} class="rx-choices__input" checked={value == now} {onchange} />
                <span>{ labels.text(key) }</span>
            </label>
        }
    };
    html! {
        <fieldset key={index.to_string()} class="rx-fit__statement">
            <legend class="rx-fit__text">{ &statement.text }</legend>
            <div class="rx-fit__choices">{ for CHOICES.into_iter().map(choice) }</div>
            <details class="rx-fold">
                <summary>{ labels.text("fit-why") }</summary>
                <p>{ &statement.why }{ " " }{ source_line(view, &statement.sources, None, false) }</p>
            </details>
        </fieldset>
    }
}
