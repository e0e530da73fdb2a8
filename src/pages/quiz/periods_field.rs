//! The times during which something was so: from a month to a month, or still so.
//!
//! A row of squares beside them shows which of the months that the rules look at
//! count, so that a slip is seen while it can be mended.

use eligibility::typed_date::{DateFault, DatePart, ReadDateError};
use eligibility::{Answer, MonthCovered, Period, months_covered};
use model::Date;
use model::rules::Question;
use yew::prelude::*;

use super::choices::choice;
use super::judge::Judge;
use super::question::{Entry, Mistake};
use super::typed_field::{self, Fields, Row, Typed, field, message};
use super::words::question_text;
use crate::labels::Labels;
use crate::markup::html;

/// The most times that can be entered where a question does not say.
const MOST: usize = 12;

/// The rows, a way to add one, and what they come to.
pub fn periods(fields: &Fields<'_>) -> Html {
    let Fields { labels, props, typed, set } = fields;
    let most = props.question.max_items.map_or(MOST, |most| most as usize);
    let change = |change: fn(&mut Typed, usize), row: usize| {
        let (typed, set) = ((*typed).clone(), set.clone());
        Callback::from(move |_: MouseEvent| {
            let mut new = (*typed).clone();
            change(&mut new, row);
            set.emit(new);
        })
    };
    let remove = |row| change(|typed, row| drop(typed.rows.remove(row)), row);
    let add = change(|typed, _| typed.rows.push(Row::default()), 0);
    let (given, _) = read_rows(&props.judge, &props.question, typed, labels);
    html! {
        <>
            { for (0..typed.rows.len()).map(|row| view_row(fields, row, remove(row))) }
            if typed.rows.len() < most {
                <p><button id="periods-add" type="button" class="rx-button rx-button--quiet" onclick={add}>
                    { labels.text("periods-add") }
                </button></p>
            }
            { bar(&props.judge, &props.question, &given, labels) }
        </>
    }
}

fn view_row(fields: &Fields<'_>, row: usize, remove: Callback<MouseEvent>) -> Html {
    let Fields { labels, props, typed, set } = fields;
    let time = labels.fill("periods-time", &[("number", &(row + 1).to_string())]);
    let still = {
        let (typed, set) = ((*typed).clone(), set.clone());
        Callback::from(move |_: Event| {
            let mut new = (*typed).clone();
            new.is_none = false;
            new.rows[row].is_open = !new.rows[row].is_open;
            set.emit(new);
        })
    };
    let still_text = question_text(labels, &props.question.id, "choice.still");
    let is_open = typed.rows[row].is_open;
    let end = |part: usize, key: &str| {
        html! {
            <div class="rx-periods__end" role="group" aria-label={labels.text(key)}>
                <span class="rx-periods__which" aria-hidden="true">{ labels.text(key) }</span>
                { field(fields, (row, part), "date-field-month", "rx-periods__month") }
                { field(fields, (row, part + 1), "date-field-year", "rx-periods__year") }
            </div>
        }
    };
    let own: Vec<String> = (0..4).map(|part| typed_field::id(row, part)).collect();
    // The one at the very beginning stands above all rows.
    let mistakes = props.mistakes.iter().filter(|(_, field)| own.iter().any(|id| id == field));
    html! {
        <fieldset key={row} class="rx-periods__row">
            <legend class="rx-periods__time">{ &time }</legend>
            { for mistakes.map(|(message, field)| html! {
                <p id={format!("{field}-error")} class="rx-error">{ message }</p>
            }) }
            { end(0, "periods-from") }
            { choice(&format!("still-{row}"), true, is_open, &still_text, "", still) }
            if !is_open { { end(2, "periods-to") } }
            if typed.rows.len() > 1 {
                <button type="button" class="rx-link-button" onclick={remove}>
                    { labels.text("periods-remove") }<span class="rx-visually-hidden">{ format!(" {time}") }</span>
                </button>
            }
        </fieldset>
    }
}

/// "At no time."
pub fn none(fields: &Fields<'_>) -> Html {
    let Fields { labels, props, typed, set } = fields;
    let is_none = typed.is_none;
    let set = set.reform(move |_: Event| Typed { is_none: !is_none, ..Typed::default() });
    let text = question_text(labels, &props.question.id, "choice.none");
    choice("answer-none", true, is_none, &text, "", set)
}

/// The times that stand in the rows, or all that is wrong with them.
pub fn read(judge: &Judge, question: &Question, typed: &Typed, labels: &Labels) -> Entry {
    let (periods, mistakes) = read_rows(judge, question, typed, labels);
    if !mistakes.is_empty() {
        Entry::Faulty(mistakes)
    } else if periods.is_empty() && !typed.is_none {
        Entry::Empty
    } else {
        Entry::Answer(Answer::Periods(periods))
    }
}

/// The times that could be read, and what is wrong with the others. An empty row is none.
fn read_rows(
    judge: &Judge,
    question: &Question,
    typed: &Typed,
    labels: &Labels,
) -> (Vec<Period>, Vec<Mistake>) {
    let limits = judge.limits(&question.id);
    let (mut periods, mut mistakes) = (Vec::new(), Vec::new());
    for (row, Row { parts, is_open }) in typed.rows.iter().enumerate() {
        let parts = parts.each_ref().map(String::as_str);
        if parts.iter().all(|part| part.trim().is_empty()) && !is_open {
            continue;
        }
        let mut wrong = |part: usize, key: &str, message: &str| {
            let number = (row + 1).to_string();
            let text = labels.fill(key, &[("number", &number), ("message", message)]);
            mistakes.push((text.into(), typed_field::id(row, part).into()));
        };
        let mut end = |part: usize, missing: &str, key: &str| {
            let typed = ["", parts[part], parts[part + 1]];
            match typed_field::date(typed, limits.as_ref(), labels) {
                Ok(date) => Some(date),
                Err(ReadDateError { part: DatePart::Whole, fault: DateFault::Missing }) => {
                    wrong(part, missing, &question_text(labels, &question.id, "choice.still"));
                    None
                }
                Err(error) => {
                    let year = usize::from(error.part == DatePart::Year);
                    wrong(part + year, key, &message(error, labels));
                    None
                }
            }
        };
        let from = end(0, "periods-error-from-missing", "periods-error-from");
        let to = if *is_open {
            None
        } else {
            match end(2, "periods-error-to-missing", "periods-error-to") {
                None => continue,
                to => to,
            }
        };
        let Some(from) = from else { continue };
        if to.is_some_and(|to| to.last() < from.first()) {
            wrong(2, "periods-error-order", "");
            continue;
        }
        periods.push(Period { from, to });
    }
    (periods, mistakes)
}

/// The months that the rules look at, oldest first; nothing if no rule counts them.
fn months(judge: &Judge, question: &Question, given: &[Period]) -> Vec<(Date, MonthCovered)> {
    let years = judge.window(&question.id);
    months_covered(given, judge.today(), years, judge.pack.rules.leap)
}

/// How many months count, in a sentence; nothing if no rule counts them.
pub fn summary(judge: &Judge, question: &Question, given: &[Period], labels: &Labels) -> String {
    let months = months(judge, question, given);
    let count = |what| months.iter().filter(|(_, covered)| *covered == what).count();
    if months.is_empty() {
        return String::new();
    }
    let (whole, part) = (count(MonthCovered::Whole), count(MonthCovered::Part));
    let all = months.len().to_string();
    let mut text = fill_all(&labels.count("months-count", whole), &all);
    if part > 0 {
        text.push(' ');
        text.push_str(&labels.count("months-part", part));
    }
    text
}

fn fill_all(text: &str, all: &str) -> String {
    crate::labels::fill(text, &[("all", all)])
}

/// The months as squares, a line a year, with the same in words.
fn bar(judge: &Judge, question: &Question, given: &[Period], labels: &Labels) -> Html {
    let months = months(judge, question, given);
    if months.is_empty() {
        return html! {};
    }
    let square = |(_, covered): &(Date, MonthCovered)| {
        let class = match covered {
            MonthCovered::Whole => "rx-months__month rx-months__month--whole",
            MonthCovered::Part => "rx-months__month rx-months__month--part",
            MonthCovered::Not => "rx-months__month",
        };
        html! { <span {class}></span> }
    };
    html! {
        <div class="rx-months">
            <div class="rx-months__years" aria-hidden="true">
                { for months.chunks(12).map(|year| html! {
                    <div class="rx-months__year">
                        <span class="rx-months__from">{ labels.fill("months-from", &[("date", &labels.date(year[0].0))]) }</span>
                        { for year.iter().map(square) }
                    </div>
                }) }
            </div>
            <p class="rx-months__words">{ summary(judge, question, given, labels) }</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    /// Types into rows of four fields; `..` at the end is the tick for "still so".
    fn check(rows: &[&str], expected: Result<&str, &[&str]>, count: &str) {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let Ok(folder) = pack::Folder::read(&root.join("content/met")) else { panic!("no pack") };
        let Ok(labels) = serde_json::from_str(crate::labels::ENGLISH) else { panic!("no labels") };
        let Ok((pack, _)) = pack::compile(&folder, labels, "en") else { panic!("it has faults") };
        let pack = Rc::new(pack);
        let labels = Labels::new(pack.clone());
        let today = "2026-11-21".parse().unwrap_or(Date::from_days(0));
        let judge = Judge::new(&pack, today).unwrap_or_else(|| panic!("the rules cannot be read"));
        let question = judge
            .question(&"uk-home".into())
            .cloned()
            .unwrap_or_else(|| panic!("no such question"));
        let row = |text: &&str| {
            let is_open = text.ends_with("..");
            let mut fields = text.trim_end_matches("..").split('/').map(str::to_owned);
            Row { parts: std::array::from_fn(|_| fields.next().unwrap_or_default()), is_open }
        };
        let typed = Typed { rows: rows.iter().map(row).collect(), is_none: false };
        match (read(&judge, &question, &typed, &labels), expected) {
            (Entry::Answer(Answer::Periods(periods)), Ok(expected)) => {
                let to = |period: &Period| period.to.map_or_else(String::new, |to| to.to_string());
                let said: Vec<String> = periods
                    .iter()
                    .map(|period| format!("{}..{}", period.from, to(period)))
                    .collect();
                assert_eq!(said.join(","), expected);
                assert_eq!(summary(&judge, &question, &periods, &labels), count);
            }
            (Entry::Faulty(mistakes), Err(expected)) => {
                let said: Vec<String> =
                    mistakes.iter().map(|(message, field)| format!("{field} {message}")).collect();
                assert_eq!(said, expected);
            }
            (Entry::Empty, Err([])) => {}
            (entry, _) => panic!("{rows:?} gives {entry:?}"),
        }
    }

    #[test]
    fn rows_are_read_and_counted_by_months() {
        check(&["Jan/2020..", "///"], Ok("2020-01.."), "36 of the 36 months before today count.");
        check(
            &["1/2020/june/2024", "8/2025.."],
            Ok("2020-01..2024-06,2025-08.."),
            "20 of the 36 months before today count. 4 more count in part, or depend on the day.",
        );
        check(&["/2010//2015"], Ok("2010..2015"), "0 of the 36 months before today count.");
        check(&["///"], Err(&[]), "");
    }

    #[test]
    fn every_fault_names_its_row_its_field_and_what_to_do() {
        check(
            &["13/2020/1/24", "/2025//2024", "/..", "1/2020", "1/2031.."],
            Err(&[
                "answer-1 Time 1, from: Check the month. Write a number from 1 to 12, or its name.",
                "answer-4 Time 1, to: Write the year with four digits, like 2007.",
                "answer-7 Time 2 ends before it begins. Check both dates.",
                "answer-9 Time 3: enter when it began. A year alone is fine.",
                "answer-15 Time 4: enter when it ended, or choose “The UK is still my home”.",
                "answer-17 Time 5, from: The date must be today or in the past.",
            ]),
            "",
        );
    }
}
