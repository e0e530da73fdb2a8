//! Answering by choosing: yes or no, one of several, any of several.
//!
//! "I’m not sure" and "I’d rather not say" stand under every list, apart from it.

use eligibility::Answer;
use model::Set;
use model::rules::{Question, QuestionKind};
use yew::prelude::*;

use super::question::Entry;
use super::state::Unknown;
use super::words::question_text;
use crate::labels::Labels;
use crate::markup::html;

/// What a list of choices shows, and what it does.
pub struct Choices<'a> {
    /// The question.
    pub question: &'a Question,
    /// The question in words: the heading of the page.
    pub title: &'a str,
    /// A hint below it; may be empty.
    pub hint: &'a str,
    /// What was chosen.
    pub entry: &'a Entry,
    /// What is wrong with it.
    pub error: Option<&'a AttrValue>,
    /// A sentence with id `quiz-change` says what the last answer changed.
    pub has_change: bool,
    /// Called with what is chosen now.
    pub on_change: &'a Callback<Entry>,
}

/// A list of choices.
pub fn choices(labels: &Labels, shown: &Choices<'_>) -> Html {
    let Choices { question, title, hint, entry, error, has_change, on_change } = *shown;
    let is_many = question.kind == QuestionKind::Many;
    let options: Vec<String> = match question.kind {
        QuestionKind::Bool => vec!["true".into(), "false".into()],
        _ => question.options.clone(),
    };
    let option = |index: usize, value: &str| {
        let text = question_text(labels, &question.id, &format!("choice.{value}"));
        let more = question_text(labels, &question.id, &format!("choice.{value}.hint"));
        let next = chosen(question.kind, entry, value);
        choice(
            &format!("answer-{}", index + 1),
            is_many && value != "none",
            is_chosen(question.kind, entry, value),
            &text,
            &more,
            on_change.reform(move |_: Event| next.clone()),
        )
    };
    let unknown = |id: &str, unknown: Unknown, key: &str| {
        choice(
            id,
            false,
            *entry == Entry::Unknown(unknown),
            &labels.text(key),
            "",
            on_change.reform(move |_: Event| Entry::Unknown(unknown)),
        )
    };
    let group = Group { title, hint, error, has_change };
    let options = html! {
        <>
            if is_many { <p class="rx-choices__hint">{ labels.text("choose-all") }</p> }
            { for options.iter().enumerate().map(|(i, value)| option(i, value)) }
            if is_many { { option(options.len(), "none") } }
        </>
    };
    let below = html! {
        <>
            { unknown("answer-not-sure", Unknown::NotSure, "not-sure") }
            { unknown("answer-rather-not", Unknown::RatherNotSay, "rather-not-say") }
        </>
    };
    group.view(labels, options, below)
}

/// A question on the page: what stands around the fields, the same for every kind of answer.
pub struct Group<'a> {
    /// The question in words: the heading of the page.
    pub title: &'a str,
    /// A hint below it; may be empty.
    pub hint: &'a str,
    /// What is wrong with the answer.
    pub error: Option<&'a AttrValue>,
    /// A sentence with id `quiz-change` says what the last answer changed.
    pub has_change: bool,
}

impl Group<'_> {
    /// The question, its fields, and below them, apart, what stands for an answer.
    pub fn view(&self, labels: &Labels, fields: Html, below: Html) -> Html {
        let Self { title, hint, error, has_change } = *self;
        let described: Vec<&str> =
            [(!hint.is_empty(), "answer-hint"), (error.is_some(), "answer-error")]
                .into_iter()
                .filter_map(|(is, id)| is.then_some(id))
                .collect();
        html! {
            <fieldset class="rx-choices" aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
                aria-invalid={error.is_some().then_some("true")}>
                <legend><h1 aria-describedby={has_change.then_some("quiz-change")}>{ title }</h1></legend>
                if !hint.is_empty() { <p id="answer-hint" class="rx-choices__hint">{ hint }</p> }
                if let Some(error) = error { <p id="answer-error" class="rx-error">{ error }</p> }
                { fields }
                <p class="rx-choices__divider">{ labels.text("or") }</p>
                { below }
            </fieldset>
        }
    }
}

/// Something to choose: one of several, or a box; `more` explains it and may be empty.
pub fn choice(
    id: &str,
    is_box: bool,
    is_chosen: bool,
    text: &str,
    more: &str,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label key={id.to_owned()} class="rx-choices__choice" for={id.to_owned()}>
            <input id={id.to_owned()} type={if is_box { "checkbox" } else { "radio" }} name={(!is_box).then_some("answer")}
                class="rx-choices__input" checked={is_chosen} {onchange} />
            <span class="rx-choices__words">
                <span class="rx-choices__label">{ text }</span>
                if !more.is_empty() { <span class="rx-choices__more">{ more }</span> }
            </span>
        </label>
    }
}

fn is_chosen(kind: QuestionKind, entry: &Entry, value: &str) -> bool {
    match (kind, entry) {
        (QuestionKind::Bool, Entry::Answer(Answer::Bool(answer))) => answer.to_string() == value,
        (QuestionKind::One, Entry::Answer(Answer::One(answer))) => answer == value,
        (QuestionKind::Many, Entry::Answer(Answer::Many(answers))) => {
            if value == "none" {
                answers.is_empty()
            } else {
                answers.contains(value)
            }
        }
        _ => false,
    }
}

/// What is entered once `value` is pressed.
fn chosen(kind: QuestionKind, entry: &Entry, value: &str) -> Entry {
    match kind {
        QuestionKind::Bool => Entry::Answer(Answer::Bool(value == "true")),
        QuestionKind::Many => {
            let mut answers = match entry {
                Entry::Answer(Answer::Many(answers)) => answers.clone(),
                _ => Set::default(),
            };
            if value == "none" {
                return Entry::Answer(Answer::Many(Set::default()));
            }
            if !answers.remove(value) {
                answers.insert(value.to_owned());
            } else if answers.is_empty() {
                // Taking back the last one is not the same as saying "none of these".
                return Entry::Empty;
            }
            Entry::Answer(Answer::Many(answers))
        }
        _ => Entry::Answer(Answer::One(value.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_back_the_last_choice_is_not_none_of_these() {
        let one = chosen(QuestionKind::Many, &Entry::Empty, "face");
        assert_eq!(chosen(QuestionKind::Many, &one, "face"), Entry::Empty);
        let none = chosen(QuestionKind::Many, &one, "none");
        assert_eq!(none, Entry::Answer(Answer::Many(Set::default())));
    }
}
