//! A date as exactly as somebody knows it: a day, a month or a year.
//!
//! A month or a year alone is an interval of days. The first of the month is
//! never filled in: a verdict that hangs on the day stays open.

use std::fmt;
use std::str::FromStr;

use model::Date;
use model::date::days_in_month;

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl PartialDate {
    /// A year alone, 1 to 9999.
    pub fn year(year: i32) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self { year, month: None, day: None })
    }

    /// A month, counted from 1.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let known = Self::year(year)?;
        (1..=12).contains(&month).then_some(Self { month: Some(month), ..known })
    }

    /// A day of a month, both counted from 1.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        Date::new(year, month, day).map(Self::from)
    }

    /// Year, and month and day where known.
    pub fn parts(self) -> (i32, Option<u32>, Option<u32>) {
        (self.year, self.month, self.day)
    }

    /// Whether the day is known.
    pub fn is_exact(self) -> bool {
        self.day.is_some()
    }

    /// The earliest day it can be.
    pub fn first(self) -> Date {
        self.limit(self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The latest day it can be.
    pub fn last(self) -> Date {
        let month = self.month.unwrap_or(12);
        self.limit(month, self.day.unwrap_or_else(|| days_in_month(self.year, month)))
    }

    fn limit(self, month: u32, day: u32) -> Date {
        // The constructors let only existing days through.
        Date::new(self.year, month, day).unwrap_or(Date::from_days(0))
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        let (year, month, day) = date.civil();
        Self { year, month: Some(month), day: Some(day) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// Why a text is no day, month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadPartialDateError;

impl fmt::Display for ReadPartialDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day, month or year written like 2026-11-21, 2026-11 or 2026")
    }
}

impl std::error::Error for ReadPartialDateError {}

impl FromStr for PartialDate {
    type Err = ReadPartialDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |range: std::ops::Range<usize>| {
            let digits =
                text.get(range).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
            digits.and_then(|digits| digits.parse::<u32>().ok()).ok_or(ReadPartialDateError)
        };
        let read = match text.len() {
            4 => Self::year(number(0..4)? as i32),
            7 if text.as_bytes()[4] == b'-' => Self::month(number(0..4)? as i32, number(5..7)?),
            _ => text.parse::<Date>().ok().map(Self::from),
        };
        read.ok_or(ReadPartialDateError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_or_a_year_is_an_interval_of_days() {
        let check = |text: &str, expected: &str| {
            let read = text.parse::<PartialDate>().map(|date| {
                assert_eq!(date.to_string(), text);
                format!("{}..{}", date.first(), date.last())
            });
            assert_eq!(read.unwrap_or_default(), expected, "{text}");
        };
        check("2024-02", "2024-02-01..2024-02-29");
        check("2023", "2023-01-01..2023-12-31");
        check("2023-07-05", "2023-07-05..2023-07-05");
        for refused in ["2023-13", "2023-02-29", "0000", "23", "2023-7", "", "abcd", "2023/07"] {
            check(refused, "");
        }
    }
}
