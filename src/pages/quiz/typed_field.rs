//! Answering by typing: a date, or the times during which something was so.
//!
//! What was typed is kept as it stands beside what could be read from it, so that
//! nothing is lost or rewritten while somebody is still typing.

use eligibility::Answer;
use eligibility::typed_date::{DateFault, DatePart, ReadDateError, TypedDate, read_date};
use eligibility::{Limits, PartialDate};
use model::Date;
use model::rules::{Question, QuestionKind};
use yew::prelude::*;

use super::choices::{Group, choice};
use super::judge::Judge;
use super::question::{Entry, Mistake};
use super::state::Unknown;
use super::{date_field, periods_field};
use crate::context::use_view;
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::document;
use crate::platform::letters;

/// Props of [`TypedField`].
#[derive(Properties, PartialEq)]
pub struct TypedFieldProps {
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
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
    /// A sentence with id `quiz-change` says what the last answer changed.
    pub has_change: bool,
    /// Called with what is entered now.
    pub on_change: Callback<Entry>,
}

/// What stands in the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// One for a date, one for each time.
    pub rows: Vec<Row>,
    /// "At no time".
    pub is_none: bool,
}

/// Four fields in a row, and a tick.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Day, month and year of a date; months and years of beginning and end of a time.
    pub parts: [String; 4],
    /// It still goes on.
    pub is_open: bool,
}

/// What the fields need to be drawn.
pub struct Fields<'a> {
    /// What the interface says.
    pub labels: &'a Labels,
    /// The question, and what is wrong with what was entered.
    pub props: &'a TypedFieldProps,
    /// What stands in them.
    pub typed: &'a UseStateHandle<Typed>,
    /// Called with what stands in the fields now.
    pub set: Callback<Typed>,
}

/// Fields for a date, or for times.
#[component]
pub fn TypedField(props: &TypedFieldProps) -> Html {
    let view = use_view();
    let labels = view.labels();
    let typed = use_state(|| typed(&props.entry));
    let set = {
        let (typed, on_change) = (typed.clone(), props.on_change.clone());
        let (labels, judge, question) =
            (labels.clone(), props.judge.clone(), props.question.clone());
        Callback::from(move |new: Typed| {
            on_change.emit(read(&judge, &question, &new, &labels));
            typed.set(new);
        })
    };
    // A new time takes the focus; when one goes, the focus has to go somewhere.
    let before = use_mut_ref(|| typed.rows.len());
    use_effect_with(typed.rows.len(), move |rows| {
        let before = before.replace(*rows);
        if before < *rows {
            document::focus(&format!("#{}", id(rows - 1, 0)));
        } else if before > *rows {
            document::focus("#periods-add");
        }
    });
    let unknown = |id: &'static str, unknown: Unknown, key: &str| {
        let (set, on_change) = (typed.setter(), props.on_change.clone());
        let is_chosen = props.entry == Entry::Unknown(unknown);
        let onchange = Callback::from(move |_: Event| {
            set.set(Typed::default());
            on_change.emit(if is_chosen { Entry::Empty } else { Entry::Unknown(unknown) });
        });
        choice(id, true, is_chosen, &labels.text(key), "", onchange)
    };
    let fields = Fields { labels, props, typed: &typed, set };
    let is_periods = props.question.kind == QuestionKind::Periods;
    // Times say what is wrong in their own row.
    let error = props.mistakes.first().filter(|(_, field)| !is_periods || field == "answer-1");
    let group = Group {
        title: &props.title,
        hint: &props.hint,
        error: error.map(|(message, _)| message),
        has_change: props.has_change,
    };
    let below = html! {
        <>
            if is_periods { { periods_field::none(&fields) } }
            { unknown("answer-not-sure", Unknown::NotSure, "not-sure") }
            { unknown("answer-rather-not", Unknown::RatherNotSay, "rather-not-say") }
        </>
    };
    let fields =
        if is_periods { periods_field::periods(&fields) } else { date_field::date(&fields) };
    group.view(labels, fields, below)
}

impl Default for Typed {
    fn default() -> Self {
        Self { rows: vec![Row::default()], is_none: false }
    }
}

/// How an answer is typed.
fn typed(entry: &Entry) -> Typed {
    let text = |part: Option<u32>| part.map_or_else(String::new, |part| part.to_string());
    let parts = |date: PartialDate| {
        let (year, month, day) = date.parts();
        [text(day), text(month), year.to_string()]
    };
    match entry {
        Entry::Answer(Answer::Date(date)) => {
            let [day, month, year] = parts(*date);
            let row = Row { parts: [day, month, year, String::new()], is_open: false };
            Typed { rows: vec![row], is_none: false }
        }
        Entry::Answer(Answer::Periods(periods)) if periods.is_empty() => {
            Typed { is_none: true, ..Typed::default() }
        }
        Entry::Answer(Answer::Periods(periods)) => {
            let row = |period: &eligibility::Period| {
                let [_, from_month, from_year] = parts(period.from);
                let [_, to_month, to_year] = period.to.map(parts).unwrap_or_default();
                Row {
                    parts: [from_month, from_year, to_month, to_year],
                    is_open: period.to.is_none(),
                }
            };
            Typed { rows: periods.iter().map(row).collect(), is_none: false }
        }
        _ => Typed::default(),
    }
}

fn read(judge: &Judge, question: &Question, typed: &Typed, labels: &Labels) -> Entry {
    if question.kind == QuestionKind::Periods {
        periods_field::read(judge, question, typed, labels)
    } else {
        date_field::read(judge.limits(&question.id).as_ref(), typed, labels)
    }
}

/// Reads a date as it was typed, with months by number or name.
pub fn date(
    [day, month, year]: [&str; 3],
    limits: Option<&Limits>,
    labels: &Labels,
) -> Result<PartialDate, ReadDateError> {
    let months: Vec<String> = (1..=12).map(|month| letters::lower(&labels.month(month))).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    read_date(TypedDate { day, month: &letters::lower(month), year }, &months, limits)
}

/// The id of a field: `answer-1` is the first.
pub fn id(row: usize, part: usize) -> String {
    format!("answer-{}", row * 4 + part + 1)
}

/// One field.
pub fn field(
    fields: &Fields<'_>,
    (row, part): (usize, usize),
    label: &str,
    class: &'static str,
) -> Html {
    let id = id(row, part);
    let oninput = {
        let (typed, set) = (fields.typed.clone(), fields.set.clone());
        Callback::from(move |event: InputEvent| {
            let mut new = (*typed).clone();
            new.is_none = false;
            new.rows[row].parts[part] = document::value_of(&event);
            set.emit(new);
        })
    };
    let inputmode = if label == "date-field-month" { "text" } else { "numeric" };
    let is_wrong = fields.props.mistakes.iter().any(|(_, field)| *field == id);
    let error = (is_wrong && fields.props.question.kind == QuestionKind::Periods)
        .then(|| format!("{id}-error"));
    html! {
        <div class="rx-date-field__part">
            <label for={id.clone()}>{ fields.labels.text(label) }</label>
            <input {id} type="text" {inputmode} autocomplete="off" class={classes!("rx-date-field__input", class)}
                value={fields.typed.rows[row].parts[part].clone()} {oninput}
                aria-invalid={is_wrong.then_some("true")} aria-describedby={error} />
        </div>
    }
}

/// What is wrong with a date, and how to mend it.
pub fn message(error: ReadDateError, labels: &Labels) -> String {
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
