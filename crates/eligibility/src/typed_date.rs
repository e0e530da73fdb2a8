//! Dates as people type them, in three fields: day, month and year.
//!
//! A month and a year, or a year alone, are taken. What cannot be read names
//! the field it stands in, so that the message can stand beside it. Nothing is
//! guessed: `07` is not 2007, and 31 June is not 1 July.

use std::fmt;

use model::date::days_in_month;

use crate::check::{CheckAnswerError, Limits};
use crate::partial_date::PartialDate;

/// What stands in the three fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypedDate<'t> {
    /// Day of the month; may be empty.
    pub day: &'t str,
    /// Number or name of the month; may be empty.
    pub month: &'t str,
    /// Year, with four digits.
    pub year: &'t str,
}

/// A field of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// The day of the month.
    Day,
    /// The month.
    Month,
    /// The year.
    Year,
    /// All of it together.
    Whole,
}

/// Why a date cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadDateError {
    /// The field at fault.
    pub part: DatePart,
    /// What is wrong with it.
    pub fault: DateFault,
}

/// What is wrong with a typed date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing was typed.
    Missing,
    /// Not a number, and not the name of a month.
    NotANumber,
    /// A number that no day, month or year has.
    NotInCalendar,
    /// The year has fewer than four digits.
    ShortYear,
    /// The month has only so many days.
    NoSuchDay {
        /// How many.
        days: u32,
    },
    /// It lies outside what the question allows.
    TooEarly(model::Date),
    /// It lies outside what the question allows.
    TooLate(model::Date),
    /// It lies after today.
    InFuture,
}

impl fmt::Display for ReadDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part {
            DatePart::Day => "the day",
            DatePart::Month => "the month",
            DatePart::Year => "the year",
            DatePart::Whole => "the date",
        };
        match self.fault {
            DateFault::Missing => write!(f, "{part} is missing"),
            DateFault::NotANumber => write!(f, "{part} cannot be read"),
            DateFault::NotInCalendar => write!(f, "{part} is not in the calendar"),
            DateFault::ShortYear => write!(f, "{part} needs four digits"),
            DateFault::NoSuchDay { days } => write!(f, "the month has {days} days"),
            DateFault::TooEarly(limit) => write!(f, "{part} must be {limit} or later"),
            DateFault::TooLate(limit) => write!(f, "{part} must be {limit} or earlier"),
            DateFault::InFuture => write!(f, "{part} must not be after today"),
        }
    }
}

impl std::error::Error for ReadDateError {}

/// Reads a date.
///
/// `months` are the twelve names in the visitor's language, January first. A
/// beginning of three letters or more is enough if it fits one name only. They and
/// the month typed must be in lower case: what that is in each script, the caller knows.
/// Digits of any common script are read.
///
/// # Errors
///
/// The first field, in the order day, month, year, that cannot be read; then what is wrong
/// with the date as a whole.
pub fn read_date(
    typed: TypedDate<'_>,
    months: &[&str],
    limits: Option<&Limits>,
) -> Result<PartialDate, ReadDateError> {
    let fail = |part, fault| Err(ReadDateError { part, fault });
    let (day, month, year) = (typed.day.trim(), typed.month.trim(), typed.year.trim());
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return fail(DatePart::Whole, DateFault::Missing);
    }
    let day = match day {
        "" => None,
        day => match number(day) {
            None => return fail(DatePart::Day, DateFault::NotANumber),
            Some((day @ 1..=31, _)) => Some(day),
            Some(_) => return fail(DatePart::Day, DateFault::NotInCalendar),
        },
    };
    let month = match month {
        "" if day.is_some() => return fail(DatePart::Month, DateFault::Missing),
        "" => None,
        month => match number(month) {
            Some((month @ 1..=12, _)) => Some(month),
            Some(_) => return fail(DatePart::Month, DateFault::NotInCalendar),
            None => match named(month, months) {
                None => return fail(DatePart::Month, DateFault::NotANumber),
                named => named,
            },
        },
    };
    let year = match number(year) {
        _ if year.is_empty() => return fail(DatePart::Year, DateFault::Missing),
        None => return fail(DatePart::Year, DateFault::NotANumber),
        Some((_, digits)) if digits < 4 => return fail(DatePart::Year, DateFault::ShortYear),
        Some((year @ 1..=9999, 4)) => year as i32,
        Some(_) => return fail(DatePart::Year, DateFault::NotInCalendar),
    };
    let date = match (day, month) {
        (Some(day), Some(month)) => {
            let days = days_in_month(year, month);
            match PartialDate::day(year, month, day) {
                None => return fail(DatePart::Day, DateFault::NoSuchDay { days }),
                date => date,
            }
        }
        (_, Some(month)) => PartialDate::month(year, month),
        (_, None) => PartialDate::year(year),
    };
    let Some(date) = date else {
        return fail(DatePart::Year, DateFault::NotInCalendar);
    };
    let fault = match limits.map(|limits| limits.check(date)) {
        None | Some(Ok(())) => return Ok(date),
        Some(Err(CheckAnswerError::TooEarly(limit))) => DateFault::TooEarly(limit),
        Some(Err(CheckAnswerError::TooLate(limit))) => DateFault::TooLate(limit),
        Some(Err(_)) => DateFault::InFuture,
    };
    fail(DatePart::Whole, fault)
}

/// A whole number and how many digits it was written with. At most nine digits.
fn number(text: &str) -> Option<(u32, usize)> {
    let mut value = 0u32;
    let mut digits = 0;
    for letter in text.chars() {
        value = value.checked_mul(10)?.checked_add(digit(letter)?)?;
        digits += 1;
    }
    (1..=9).contains(&digits).then_some((value, digits))
}

/// The zeros of the scripts whose digits are read; each is followed by its nine others.
const ZEROS: [char; 20] = [
    '0', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}',
    '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}',
    '\u{17e0}', '\u{1810}', '\u{ff10}',
];

fn digit(letter: char) -> Option<u32> {
    let offset = |zero: &char| u32::from(letter).checked_sub(u32::from(*zero));
    ZEROS.iter().filter_map(offset).find(|offset| *offset < 10)
}

/// The number of the month with this name or beginning.
fn named(text: &str, months: &[&str]) -> Option<u32> {
    let text = text.trim_end_matches('.');
    if let Some(exact) = months.iter().position(|month| *month == text) {
        return Some(exact as u32 + 1);
    }
    // "Sept" is more than a beginning of three letters, "Ju" less than any month.
    let mut fitting = months.iter().enumerate().filter(|(_, month)| month.starts_with(text));
    let first = fitting.next().filter(|_| text.chars().count() >= 3)?;
    fitting.next().is_none().then_some(first.0 as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Date;

    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    /// Reads `day/month/year` on 21 November 2026 with limits from 1940.
    fn check(typed: &str, expected: &str) {
        let parts: Vec<&str> = typed.split('/').collect();
        let month = parts[1].to_lowercase();
        let typed_date = TypedDate { day: parts[0], month: &month, year: parts[2] };
        let limits =
            Limits { min: Date::new(1940, 1, 1), max: None, today: Date::new(2026, 11, 21) };
        let read = match read_date(typed_date, &MONTHS, Some(&limits)) {
            Ok(date) => date.to_string(),
            Err(error) => format!("{:?}: {error}", error.part),
        };
        assert_eq!(read, expected, "{typed}");
    }

    #[test]
    fn days_months_and_years_are_read_as_they_are_typed() {
        check("5/7/2009", "2009-07-05");
        check(" 05 / 07 / 2009 ", "2009-07-05");
        check("5/July/2009", "2009-07-05");
        check("5/jul/2009", "2009-07-05");
        check("5/Sept./2009", "2009-09-05");
        check("/7/2009", "2009-07");
        check("//2009", "2009");
        check("29/2/2008", "2008-02-29");
        check("21/11/2026", "2026-11-21");
        check("٢١/٠٧/٢٠٠٩", "2009-07-21");
        check("२१/७/२००९", "2009-07-21");
        check("5/७/2009", "2009-07-05");
        check("/12/2026", "Whole: the date must not be after today");
    }

    #[test]
    fn the_field_at_fault_is_named() {
        check("//", "Whole: the date is missing");
        check("5//2009", "Month: the month is missing");
        check("5/7/", "Year: the year is missing");
        check("5/7/09", "Year: the year needs four digits");
        check("5/7/009", "Year: the year needs four digits");
        check("5/7/20009", "Year: the year is not in the calendar");
        check("5/7/0000", "Year: the year is not in the calendar");
        check("31/6/2009", "Day: the month has 30 days");
        check("29/2/2009", "Day: the month has 28 days");
        check("32/1/2009", "Day: the day is not in the calendar");
        check("0/1/2009", "Day: the day is not in the calendar");
        check("-1/1/2009", "Day: the day cannot be read");
        check("x/1/2009", "Day: the day cannot be read");
        check("1/13/2009", "Month: the month is not in the calendar");
        check("1/Ju/2009", "Month: the month cannot be read");
        check("1/Jux/2009", "Month: the month cannot be read");
        check("1/1/two", "Year: the year cannot be read");
        check("1/1/99999999999999999999", "Year: the year cannot be read");
        check("1/1/1939", "Whole: the date must be 1940-01-01 or later");
        check("22/11/2026", "Whole: the date must not be after today");
    }
}
