//! The benchmark's answer sets (`rx-bench-answers/1`) as answers and as plain numbers.

use eligibility::{Answer, Answers, Cell};
use model::Date;
use model::compact::Value as Text;
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

/// How answers given as JSON text become plain numbers, without answers of our own between.
#[derive(Debug)]
pub struct Columns(Vec<Column>);

#[derive(Debug)]
struct Column {
    id: String,
    is_date: bool,
    options: Vec<String>,
}

impl Columns {
    /// Prepares the benchmark's questions.
    pub fn new(questions: &[Value]) -> Self {
        let column = |question: &Value| Column {
            id: question["id"].as_str().unwrap_or_default().to_owned(),
            is_date: question["type"] == "date",
            options: question["options"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|option| option.as_str().map(str::to_owned))
                .collect(),
        };
        Self(questions.iter().map(column).collect())
    }

    /// Answers by question as plain numbers, in the order of the questions. What is missing or
    /// does not fit is open.
    pub fn row(&self, text: &str) -> Result<Vec<Cell>, Fault> {
        let Text::Map(given) = Text::parse(text).map_err(|error| error.to_string())? else {
            return Err("answers by question were expected".to_owned());
        };
        let mut row = vec![Cell::Open; self.0.len()];
        for (place, (key, value)) in given.iter().enumerate() {
            let key = key.as_text().unwrap_or_default();
            // Mostly they come in the order of the questions.
            let is_next = self.0.get(place).is_some_and(|column| column.id == key);
            let found = || self.0.iter().position(|column| column.id == key);
            if let Some(place) = if is_next { Some(place) } else { found() } {
                row[place] = self.0[place].cell(value);
            }
        }
        Ok(row)
    }
}

impl Column {
    fn cell(&self, value: &Text) -> Cell {
        let place = |text: &str| self.options.iter().position(|option| option == text);
        match value {
            Text::Null => Cell::Absent,
            Text::Number(number, 0) => Cell::Value(*number),
            Text::Text(text) if self.is_date => {
                text.parse::<Date>().map_or(Cell::Open, |date| Cell::Value(i64::from(date.days())))
            }
            Text::Text(text) => place(text).map_or(Cell::Open, |place| Cell::Value(place as i64)),
            Text::List(chosen) => {
                let chosen = chosen.iter().filter_map(|option| place(option.as_text()?));
                Cell::Chosen(chosen.fold(0, |set, option| set | 1 << option))
            }
            _ => Cell::Open,
        }
    }
}
