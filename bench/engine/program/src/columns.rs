//! Answers as JSON text, read straight into plain numbers: what crosses the boundary to JavaScript.

use std::borrow::Cow;
use std::fmt;

use eligibility::Cell;
use model::Date;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::Fault;

/// How answers given as JSON text become plain numbers, without a tree or a copied text between.
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
    ///
    /// # Errors
    /// If the text is no JSON object.
    pub fn row(&self, text: &str) -> Result<Vec<Cell>, Fault> {
        let mut text = serde_json::Deserializer::from_str(text);
        let row = text.deserialize_map(RowVisitor(&self.0));
        row.and_then(|row| text.end().map(|()| row)).map_err(|error| error.to_string())
    }
}

impl Column {
    fn place(&self, text: &str) -> Option<usize> {
        self.options.iter().position(|option| option == text)
    }
}

/// Reads all answers.
struct RowVisitor<'c>(&'c [Column]);

impl<'de> Visitor<'de> for RowVisitor<'_> {
    type Value = Vec<Cell>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("answers by question")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Vec<Cell>, M::Error> {
        let mut row = vec![Cell::Open; self.0.len()];
        let mut next = 0;
        while let Some(place) = map.next_key_seed(KeySeed { columns: self.0, next })? {
            match place.and_then(|place| self.0.get(place).zip(row.get_mut(place))) {
                Some((column, cell)) => *cell = map.next_value_seed(CellSeed(column))?,
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            next = place.unwrap_or(next) + 1;
        }
        Ok(row)
    }
}

/// Reads the name of a question: its place, if there is one of this name.
struct KeySeed<'c> {
    columns: &'c [Column],
    /// Where it is looked for first: mostly they come in the order of the questions.
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = Option<usize>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a question")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        let is_it = |column: &Column| column.id == key;
        let is_next = self.columns.get(self.next).is_some_and(is_it);
        Ok(if is_next { Some(self.next) } else { self.columns.iter().position(is_it) })
    }
}

/// Reads one answer.
struct CellSeed<'c>(&'c Column);

impl<'de> DeserializeSeed<'de> for CellSeed<'_> {
    type Value = Cell;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Cell, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for CellSeed<'_> {
    type Value = Cell;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an answer")
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Absent)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Cell, E> {
        Ok(Cell::Value(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Cell, E> {
        Ok(i64::try_from(number).map_or(Cell::Open, Cell::Value))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Cell, E> {
        Ok(Cell::Open)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Cell, E> {
        Ok(Cell::Open)
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
        Ok(if self.0.is_date {
            text.parse::<Date>().map_or(Cell::Open, |date| Cell::Value(i64::from(date.days())))
        } else {
            self.0.place(text).map_or(Cell::Open, |place| Cell::Value(place as i64))
        })
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut chosen: S) -> Result<Cell, S::Error> {
        let mut set = 0;
        while let Some(option) = chosen.next_element::<Cow<'de, str>>()? {
            set |= self.0.place(&option).map_or(0, |place| 1 << place);
        }
        Ok(Cell::Chosen(set))
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Cell, M::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Open)
    }
}
