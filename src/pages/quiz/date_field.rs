//! Answering with a date as people write it: day, month and year, or less.

use eligibility::typed_date::{DateFault, DatePart, ReadDateError, TypedDate, read_date};
use eligibility::{Answer, PartialDate};
use model::Date;
use model::rules::Question;
use yew::prelude::*;

use super::judge::Judge;
use super::question::Entry;
use super::state::Unknown;
use crate::context::use_view;
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::document;
use crate::platform::letters;

/// Props of [`DateField`].
#[derive(Properties, PartialEq)]
pub struct DateFieldProps {
    /// The question.
    pub question: Question,
    /// The rules on today's day.
    pub judge: Judge,
    /// The question in words: the heading of the page.
    pub title: AttrValue,
    /// A hint below it; may be empty.
    pub hint: AttrValue,
    /// What was entered.
    pub entry: Entry,
    /// What is wrong with it. Nothing by default.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// A sentence with id `quiz-change` says what the last answer changed.
    pub has_change: bool,
    /// Called with what is entered now.
    pub on_change: Callback<Entry>,
}

/// Day, month and year, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Typed {
    day: String,
    month: String,
    year: String,
}

/// Three fields for a date.
#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let view = use_view();
    let labels = view.labels();
    let typed = use_state(|| match &props.entry {
        Entry::Answer(Answer::Date(date)) => typed(*date),
        _ => Typed::default(),
    });
    let limits = props.judge.limits(&props.question.id);
    let read = {
        let labels = labels.clone();
        move |typed: &Typed| -> Entry {
            let months: Vec<String> =
                (1..=12).map(|month| letters::lower(&labels.month(month))).collect();
            let months: Vec<&str> = months.iter().map(String::as_str).collect();
            let fields = TypedDate {
                day: &typed.day,
                month: &letters::lower(&typed.month),
                year: &typed.year,
            };
            match read_date(fields, &months, limits.as_ref()) {
                Ok(date) => Entry::Answer(Answer::Date(date)),
                Err(ReadDateError { fault: DateFault::Missing, part: DatePart::Whole }) => {
                    Entry::Empty
                }
                Err(error) => {
                    let field = match error.part {
                        DatePart::Month => "answer-2",
                        DatePart::Year => "answer-3",
                        DatePart::Day | DatePart::Whole => "answer-1",
                    };
                    Entry::Faulty(message(error, &labels).into(), field.into())
                }
            }
        }
    };
    let field = |id: &'static str,
                 label: &str,
                 value: &str,
                 class: &'static str,
                 set: fn(&mut Typed, String)| {
        let (typed, read, on_change) = (typed.clone(), read.clone(), props.on_change.clone());
        let oninput = Callback::from(move |event: InputEvent| {
            let mut new = (*typed).clone();
            set(&mut new, document::value_of(&event));
            on_change.emit(read(&new));
            typed.set(new);
        });
        html! {
            <div class="rx-date-field__part">
                <label for={id}>{ labels.text(label) }</label>
                <input {id} type="text" inputmode={if id == "answer-2" { "text" } else { "numeric" }} autocomplete="off"
                    class={classes!("rx-date-field__input", class)} value={value.to_owned()} {oninput} />
            </div>
        }
    };
    let unknown = |id: &'static str, unknown: Unknown, key: &str| {
        let (typed, on_change) = (typed.clone(), props.on_change.clone());
        let is_chosen = props.entry == Entry::Unknown(unknown);
        let onchange = Callback::from(move |_: Event| {
            typed.set(Typed::default());
            on_change.emit(if is_chosen { Entry::Empty } else { Entry::Unknown(unknown) });
        });
        html! {
            <label class="rx-choices__choice" for={id}>
                <input {id} type="checkbox" class="rx-choices__input" checked={is_chosen} {onchange} />
                <span class="rx-choices__words"><span class="rx-choices__label">{ labels.text(key) }</span></span>
            </label>
        }
    };
    let described: Vec<&str> =
        [(!props.hint.is_empty(), "answer-hint"), (props.error.is_some(), "answer-error")]
            .into_iter()
            .filter_map(|(is, id)| is.then_some(id))
            .collect();
    html! {
        <fieldset class="rx-choices" aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
            aria-invalid={props.error.is_some().then_some("true")}>
            <legend><h1 aria-describedby={props.has_change.then_some("quiz-change")}>{ &props.title }</h1></legend>
            if !props.hint.is_empty() { <p id="answer-hint" class="rx-choices__hint">{ &props.hint }</p> }
            if let Some(error) = &props.error { <p id="answer-error" class="rx-error">{ error }</p> }
            <div class="rx-date-field">
                { field("answer-1", "date-field-day", &typed.day, "rx-date-field__input--short", |t, v| t.day = v) }
                { field("answer-2", "date-field-month", &typed.month, "rx-date-field__input--month", |t, v| t.month = v) }
                { field("answer-3", "date-field-year", &typed.year, "rx-date-field__input--year", |t, v| t.year = v) }
            </div>
            <p class="rx-choices__divider">{ labels.text("or") }</p>
            { unknown("answer-not-sure", Unknown::NotSure, "not-sure") }
            { unknown("answer-rather-not", Unknown::RatherNotSay, "rather-not-say") }
        </fieldset>
    }
}

fn typed(date: PartialDate) -> Typed {
    let (year, month, day) = date.parts();
    let text = |part: Option<u32>| part.map_or_else(String::new, |part| part.to_string());
    Typed { day: text(day), month: text(month), year: year.to_string() }
}

/// What is wrong and how to mend it.
fn message(error: ReadDateError, labels: &Labels) -> String {
    let limit = |key: &str, limit: Date| labels.fill(key, &[("date", &labels.date(limit))]);
    match (error.part, error.fault) {
        (_, DateFault::NoSuchDay { days }) => {
            labels.fill("error-date-no-such-day", &[("days", &days.to_string())])
        }
        (_, DateFault::TooEarly(day)) => limit("error-date-too-early", day),
        (_, DateFault::TooLate(day)) => limit("error-date-too-late", day),
        (_, DateFault::InFuture) => labels.text("error-date-in-future"),
        (_, DateFault::ShortYear) => labels.text("error-date-short-year"),
        (DatePart::Day, _) => labels.text("error-date-day"),
        (DatePart::Month, DateFault::Missing) => labels.text("error-date-month-missing"),
        (DatePart::Month, _) => labels.text("error-date-month"),
        (DatePart::Year, DateFault::Missing) => labels.text("error-date-year-missing"),
        (DatePart::Year, _) => labels.text("error-date-year"),
        (DatePart::Whole, _) => labels.text("error-date-missing"),
    }
}
