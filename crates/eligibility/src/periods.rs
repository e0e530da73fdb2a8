//! Days covered by spans of time within a window.
//!
//! Spans that overlap or touch count once. A span runs from its first day up
//! to, not including, its last, and one without an end goes on with the day
//! looked at. Inexact ends make an interval: the least and the most days that
//! the spans can cover.
//!
//! The same counted by months is for showing: a row of squares that a person can check.

use model::Date;
use model::rules::Leap;

use crate::answer::Period;
use crate::calendar::months_before;
use crate::ordered::sort;

/// Spans that neither overlap nor touch, in order, as first day and day after the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spans(Vec<(i32, i32)>);

impl Spans {
    /// Merges spans.
    pub(crate) fn new(mut spans: Vec<(i32, i32)>) -> Self {
        spans.retain(|(from, to)| from < to);
        sort(&mut spans);
        let mut merged: Vec<(i32, i32)> = Vec::with_capacity(spans.len());
        for (from, to) in spans {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        Self(merged)
    }

    /// The days that periods cover for certain.
    pub(crate) fn least(periods: &[Period]) -> Self {
        let span = |period: &Period| {
            let to = period.to.map_or(i32::MAX, |to| to.first().days());
            (period.from.last().days(), to)
        };
        Self::new(periods.iter().map(span).collect())
    }

    /// The days that periods may cover.
    pub(crate) fn most(periods: &[Period]) -> Self {
        let span = |period: &Period| {
            let to = period.to.map_or(i32::MAX, |to| to.last().days());
            (period.from.first().days(), to)
        };
        Self::new(periods.iter().map(span).collect())
    }

    /// Spans of both.
    pub(crate) fn and(&self, other: &Self) -> Self {
        Self::new(self.0.iter().chain(&other.0).copied().collect())
    }

    /// Days covered from `start` up to, not including, `end`.
    pub(crate) fn covered(&self, start: i32, end: i32) -> i64 {
        let within = self
            .0
            .iter()
            .map(|(from, to)| (i64::from((*to).min(end)) - i64::from((*from).max(start))).max(0));
        within.sum()
    }
}

/// The first day of a window of `years` that ends with `end`: the last day from which they are
/// completed by then, so that whoever came on it has been here for all of it.
pub(crate) fn window_start(end: i32, years: u32, leap: Leap) -> i32 {
    months_before(end, 12 * i64::from(years), leap)
}

/// How much of a month periods cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthCovered {
    /// All its days.
    Whole,
    /// Some of its days; or all or none, depending on days that were not given.
    Part,
    /// None.
    Not,
}

/// The months of a window of `years` that ends with `today`, oldest first: each with its first
/// day and how much of it is covered. They run from the day of the month that today is, so that
/// twelve of them are a year.
pub fn months_covered(
    periods: &[Period],
    today: Date,
    years: u32,
    leap: Leap,
) -> Vec<(Date, MonthCovered)> {
    let (least, most) = (Spans::least(periods), Spans::most(periods));
    let first =
        |month: u32| months_before(today.days(), 12 * i64::from(years) - i64::from(month), leap);
    let month = |number: u32| {
        let (start, end) = (first(number), first(number + 1));
        let covered = if least.covered(start, end) == i64::from(end) - i64::from(start) {
            MonthCovered::Whole
        } else if most.covered(start, end) > 0 {
            MonthCovered::Part
        } else {
            MonthCovered::Not
        };
        (Date::from_days(start), covered)
    };
    (0..12 * years).map(month).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_count_whole_in_part_or_not() {
        let day = |text: &str| text.parse().unwrap_or(Date::from_days(0));
        let date = |text: &str| crate::PartialDate::from(day(text));
        let check = |from, to: Option<&str>, today: &str, expected: &str| {
            let periods = [Period { from, to: to.map(date) }];
            let months = months_covered(&periods, day(today), 1, Leap::Mar1);
            let letter = |(_, covered): &(Date, MonthCovered)| match covered {
                MonthCovered::Whole => 'w',
                MonthCovered::Part => 'p',
                MonthCovered::Not => '-',
            };
            assert_eq!(months.iter().map(letter).collect::<String>(), expected);
        };
        check(date("2020-01-01"), None, "2026-11-21", "wwwwwwwwwwww");
        check(date("2026-02-21"), None, "2026-11-21", "---wwwwwwwww");
        check(date("2026-02-20"), Some("2026-10-22"), "2026-11-21", "--pwwwwwwwwp");
        // A year alone may be all of it: nothing of it is certain.
        check(
            crate::PartialDate::year(2026).unwrap_or(date("2026-01-01")),
            None,
            "2026-11-21",
            "-ppppppppppp",
        );
        check(date("2020-01-01"), Some("2024-02-29"), "2024-02-29", "wwwwwwwwwwww");
    }

    #[test]
    fn overlapping_and_touching_spans_count_once() {
        let spans = Spans::new(vec![(10, 20), (15, 25), (25, 30), (40, 40), (50, i32::MAX)]);
        assert_eq!(spans, Spans(vec![(10, 30), (50, i32::MAX)]));
        assert_eq!(spans.covered(0, 60), 30);
        assert_eq!(spans.covered(12, 14), 2);
        assert_eq!(spans.covered(30, 50), 0);
        assert_eq!(spans.covered(55, 70), 15);
    }
}
