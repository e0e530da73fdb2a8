//! Adding and counting calendar months, and what happens to days that a month lacks.
//!
//! An anniversary of 29 February (or "three months after 30 November") may fall
//! on a day that does not exist. The content says once what then holds: the
//! first day of the next month, or the last day of the same. Days beyond the
//! calendar's years are clamped, so that nothing here can fail.

use model::Date;
use model::date::days_in_month;
use model::rules::Leap;

/// Before every day of the calendar (year 1).
const FIRST_DAY: i32 = -719_162;
/// The last day of the calendar (year 9999).
const LAST_DAY: i32 = 2_932_896;

/// A day of a month counted from January of year 0, clamped to the calendar.
fn day_of(month_number: i64, day: u32) -> i32 {
    let (year, month) = (month_number.div_euclid(12), month_number.rem_euclid(12) as u32 + 1);
    if year < 1 {
        return FIRST_DAY - 1;
    }
    if year > 9999 {
        return LAST_DAY + 1;
    }
    Date::new(year as i32, month, day).map_or(LAST_DAY + 1, Date::days)
}

fn length_of(month_number: i64) -> u32 {
    days_in_month(month_number.div_euclid(12) as i32, month_number.rem_euclid(12) as u32 + 1)
}

fn month_number(day: i32) -> (i64, u32) {
    let (year, month, day) = Date::from_days(day).civil();
    (i64::from(year) * 12 + i64::from(month) - 1, day)
}

/// Completed months from one day to another; negative where `to` comes first.
pub(crate) fn completed_months(from: i32, to: i32, leap: Leap) -> i64 {
    let (from_month, from_day) = month_number(from);
    let (to_month, to_day) = month_number(to);
    let anniversary = match leap {
        Leap::Mar1 => from_day,
        Leap::Feb28 => from_day.min(length_of(to_month)),
    };
    to_month - from_month - i64::from(to_day < anniversary)
}

/// The first day on which `months` are completed since `from`.
pub(crate) fn add_months(from: i32, months: i64, leap: Leap) -> i32 {
    let (month, day) = month_number(from);
    let month = month.saturating_add(months);
    let length = length_of(month.clamp(0, 120_000));
    match leap {
        _ if day <= length => day_of(month, day),
        Leap::Mar1 => day_of(month.saturating_add(1), 1),
        Leap::Feb28 => day_of(month, length),
    }
}

/// The last day from which `months` are completed by `to`.
pub(crate) fn months_before(to: i32, months: i64, leap: Leap) -> i32 {
    let (to_month, to_day) = month_number(to);
    let month = to_month.saturating_sub(months);
    let length = length_of(month.clamp(0, 120_000));
    match leap {
        Leap::Feb28 if to_day == length_of(to_month) => day_of(month, length),
        _ => day_of(month, to_day.min(length)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i32 {
        text.parse::<Date>().map(Date::days).unwrap_or_default()
    }

    #[test]
    fn the_three_functions_agree_on_every_day_of_nine_years() {
        for leap in [Leap::Mar1, Leap::Feb28] {
            for from in day("2019-01-01")..day("2022-01-01") {
                for months in [0, 1, 2, 3, 11, 12, 13, 48] {
                    let on = add_months(from, months, leap);
                    assert_eq!(completed_months(from, on, leap), months);
                    assert_eq!(completed_months(from, on - 1, leap), months - 1);
                }
                for months in [-13, 0, 1, 12, 36] {
                    let since = months_before(from, months, leap);
                    assert!(completed_months(since, from, leap) >= months);
                    assert!(completed_months(since + 1, from, leap) < months);
                }
            }
        }
    }

    #[test]
    fn a_birthday_on_29_february_is_reached_on_1_march_by_default() {
        let born = day("2008-02-29");
        assert_eq!(add_months(born, 12 * 18, Leap::Mar1), day("2026-03-01"));
        assert_eq!(add_months(born, 12 * 18, Leap::Feb28), day("2026-02-28"));
        assert_eq!(add_months(born, 12 * 20, Leap::Mar1), day("2028-02-29"));
        assert_eq!(completed_months(born, day("2026-02-28"), Leap::Mar1) / 12, 17);
        assert_eq!(completed_months(born, day("2026-03-01"), Leap::Mar1) / 12, 18);
    }

    #[test]
    fn three_months_after_30_november_is_1_march() {
        assert_eq!(add_months(day("2025-11-30"), 3, Leap::Mar1), day("2026-03-01"));
        assert_eq!(add_months(day("2025-11-30"), 3, Leap::Feb28), day("2026-02-28"));
    }

    #[test]
    fn absurd_lengths_are_clamped() {
        for months in [i64::MIN, -1_000_000, 1_000_000, i64::MAX] {
            add_months(day("2026-11-21"), months, Leap::Mar1);
            months_before(day("2026-11-21"), months, Leap::Feb28);
        }
    }
}
