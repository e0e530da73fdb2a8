//! The benchmark's answer sets (`rx-bench-answers/1`) as answers and as plain numbers.

use eligibility::{Answer, Answers, Cell};
use serde_json::Value;

use crate::Fault;
use crate::convert::{list, text};

/// All answer sets.
pub(crate) fn sets(questions: &[Value], bench: &Value) -> Result<Vec<Answers>, Fault> {
    let columns = list(bench, "columns")?.iter().map(|column| {
        let is_it = |question: &&Value| question["id"] == *column;
        questions.iter().find(is_it).ok_or_else(|| format!("there is no question {column}"))
    });
    let columns: Vec<&Value> = columns.collect::<Result<_, Fault>>()?;
    let rows = list(bench, "rows")?.iter().map(|row| {
        let row = row.as_array().ok_or("rows: a list of lists was expected")?;
        let row = row.iter().zip(&columns);
        row.map(|(value, question)| Ok((text(question, "id")?, answer(question, value)?))).collect()
    });
    rows.collect()
}

/// One answer, as the benchmark writes it; `null` is "does not apply".
///
/// # Errors
/// If it does not fit the question's type.
pub fn answer(question: &Value, value: &Value) -> Result<Answer, Fault> {
    let fault = || format!("question {}: {value} is no answer", question["id"]);
    let word = || value.as_str().ok_or_else(fault);
    match (text(question, "type")?, value) {
        (_, Value::Null) => Ok(Answer::NotApplicable),
        ("one", _) => Ok(Answer::One(word()?.to_owned())),
        ("int", _) => Ok(Answer::Int(value.as_i64().ok_or_else(fault)?)),
        ("date", _) => Ok(Answer::Date(word()?.parse().map_err(|_| fault())?)),
        ("many", _) => {
            let chosen = value.as_array().ok_or_else(fault)?.iter();
            let chosen = chosen.map(|option| option.as_str().map(str::to_owned));
            Ok(Answer::Many(chosen.collect::<Option<_>>().ok_or_else(fault)?))
        }
        (other, _) => Err(format!("type {other} is not known")),
    }
}

/// Answers as plain numbers, in the order of the questions.
pub(crate) fn cells(questions: &[Value], answers: &Answers) -> Vec<Cell> {
    let cell = |question: &Value| {
        let id = question["id"].as_str().unwrap_or_default();
        let options: &[Value] = question["options"].as_array().map_or(&[], Vec::as_slice);
        match answers.get(&id.into()) {
            None | Some(Answer::DontKnow | Answer::Periods(_)) => Cell::Open,
            Some(Answer::NotApplicable) => Cell::Absent,
            Some(Answer::Bool(value)) => Cell::Value(i64::from(*value)),
            Some(Answer::Int(value)) => Cell::Value(*value),
            Some(Answer::Date(date)) => Cell::Value(i64::from(date.first().days())),
            Some(Answer::One(chosen)) => {
                let place = options.iter().position(|option| option == chosen.as_str());
                place.map_or(Cell::Open, |place| Cell::Value(place as i64))
            }
            Some(Answer::Many(chosen)) => {
                let options = options.iter().enumerate();
                let chosen =
                    options.filter(|(_, o)| o.as_str().is_some_and(|o| chosen.contains(o)));
                Cell::Chosen(chosen.fold(0, |set, (i, _)| set | 1 << i))
            }
        }
    };
    questions.iter().map(cell).collect()
}
