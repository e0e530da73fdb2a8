//! Civil days, and the inexact dates that published pages carry.
//!
//! A day is a number without time or zone, so that no verdict depends on the
//! hour or the place of a device.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::compact::{Compact, Faults, Value};

/// A civil day of the Gregorian calendar, from year 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days since 1970-01-01.
    days: i32,
}

impl Date {
    /// A day of a month, or nothing if there is no such day.
    ///
    /// `month` and `day` count from 1.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        if day < 1 || day > days_in_month(year, month) {
            return None;
        }
        // Years begin in March here, so that the leap day is the last of its year.
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let month_from_march = (month as i32 + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self { days: era * 146_097 + day_of_era - 719_468 })
    }

    /// The day that is `days` after 1970-01-01.
    pub const fn from_days(days: i32) -> Self {
        Self { days }
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.days
    }

    /// Year, month (1 to 12) and day (from 1).
    pub fn civil(self) -> (i32, u32, u32) {
        let days = self.days + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month as u32, day as u32)
    }

    /// The day `days` later (earlier if negative).
    pub const fn plus_days(self, days: i32) -> Self {
        Self { days: self.days + days }
    }
}

/// How many days a month has. `month` counts from 1.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether a year has a 29 February.
pub const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadDateError;

impl fmt::Display for ReadDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day of the calendar written like 2026-11-21")
    }
}

impl FromStr for Date {
    type Err = ReadDateError;

    fn from_str(text: &str) -> Result<Self, ReadDateError> {
        let part = |range: std::ops::Range<usize>| {
            let digits =
                text.get(range).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
            digits.and_then(|digits| digits.parse::<u32>().ok()).ok_or(ReadDateError)
        };
        if text.len() != 10 || text.as_bytes()[4] != b'-' || text.as_bytes()[7] != b'-' {
            return Err(ReadDateError);
        }
        Self::new(part(0..4)? as i32, part(5..7)?, part(8..10)?).ok_or(ReadDateError)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string", "format": "date",
            "description": "A day of the calendar, written like 2026-11-21."
        })
    }
}

/// When something was published, as exactly as is known.
///
/// Written as `2020-11-13`, `2020-11`, `2020`, `c. 2021`, `c. 2021-22`,
/// `after 2020-10`, `before 2020-10` or `undated`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Published(String);

/// What a [`Published`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedOn {
    /// On a day.
    Day(Date),
    /// In a month, 1 to 12.
    Month(i32, u32),
    /// In a year.
    Year(i32),
    /// In about a year, or between two: no day can be given.
    About(i32, Option<i32>),
    /// After a month (or a year).
    After(i32, Option<u32>),
    /// Before a month (or a year).
    Before(i32, Option<u32>),
    /// The page carries no date.
    Undated,
}

impl Published {
    /// Wraps a date as written; [`Published::on`] tells whether it can be read.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it says, or nothing if it is not written in one of the forms above.
    pub fn on(&self) -> Option<PublishedOn> {
        let text = self.0.as_str();
        if text == "undated" {
            return Some(PublishedOn::Undated);
        }
        if let Some(rest) = text.strip_prefix("c. ") {
            return match rest.split_once('-') {
                None => Some(PublishedOn::About(year(rest)?, None)),
                Some((first, last)) if last.len() == 2 => {
                    let first = year(first)?;
                    Some(PublishedOn::About(
                        first,
                        Some(first / 100 * 100 + last.parse::<i32>().ok()?),
                    ))
                }
                Some(_) => None,
            };
        }
        if let Some(rest) = text.strip_prefix("after ") {
            let (year, month) = year_month(rest)?;
            return Some(PublishedOn::After(year, month));
        }
        if let Some(rest) = text.strip_prefix("before ") {
            let (year, month) = year_month(rest)?;
            return Some(PublishedOn::Before(year, month));
        }
        if let Ok(day) = text.parse() {
            return Some(PublishedOn::Day(day));
        }
        match year_month(text)? {
            (year, Some(month)) => Some(PublishedOn::Month(year, month)),
            (year, None) => Some(PublishedOn::Year(year)),
        }
    }

    /// The last day that it can mean: of a month or year its last. Nothing where it has no end
    /// ("after 2020-10") or no day at all.
    pub fn last_day(&self) -> Option<Date> {
        let (year, month) = match self.on()? {
            PublishedOn::Day(day) => return Some(day),
            PublishedOn::Month(year, month) => (year, month),
            PublishedOn::Before(year, month) => (year, month.unwrap_or(12)),
            PublishedOn::Year(year) => (year, 12),
            PublishedOn::About(first, last) => (last.unwrap_or(first), 12),
            PublishedOn::After(..) | PublishedOn::Undated => return None,
        };
        Date::new(year, month, days_in_month(year, month))
    }
}

fn year(text: &str) -> Option<i32> {
    let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| text.parse().ok()).flatten()
}

fn year_month(text: &str) -> Option<(i32, Option<u32>)> {
    match text.split_once('-') {
        None => Some((year(text)?, None)),
        Some((y, month)) if month.len() == 2 => {
            let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
            Some((year(y)?, Some(month)))
        }
        Some(_) => None,
    }
}

impl Compact for Date {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        value.as_text().and_then(|text| text.parse().ok()).unwrap_or_else(|| {
            faults.note("a day was expected");
            Self::from_days(0)
        })
    }
}

impl Compact for Published {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        Self(String::read(value, faults))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_survives_the_round_trip() {
        let first = Date::new(1800, 1, 1).map(Date::days).unwrap_or_default();
        for days in first..first + 146_097 {
            let (year, month, day) = Date::from_days(days).civil();
            assert_eq!(Date::new(year, month, day), Some(Date::from_days(days)));
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2023-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-11-31",
            "26-11-21",
            "2026-1-02",
            "+026-11-21",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn published_dates_are_read_as_exactly_as_they_are_known() {
        let check = |text: &str, on| assert_eq!(Published::new(text).on(), on, "{text}");
        check("2020-11-13", Date::new(2020, 11, 13).map(PublishedOn::Day));
        check("2020-11", Some(PublishedOn::Month(2020, 11)));
        check("2020", Some(PublishedOn::Year(2020)));
        check("c. 2021", Some(PublishedOn::About(2021, None)));
        check("c. 2021-22", Some(PublishedOn::About(2021, Some(2022))));
        check("after 2020-10", Some(PublishedOn::After(2020, Some(10))));
        check("before 2020", Some(PublishedOn::Before(2020, None)));
        check("undated", Some(PublishedOn::Undated));
        check("recently", None);
        check("2020-13", None);
        check("", None);
    }
}
