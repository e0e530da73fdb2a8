//! Days covered by spans of time within a window.
//!
//! Spans that overlap or touch count once. A span runs from its first day up
//! to, not including, its last, and one without an end goes on with the day
//! looked at. Inexact ends make an interval: the least and the most days that
//! the spans can cover.

use model::rules::Leap;

use crate::answer::Period;
use crate::calendar::add_months;
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

/// The first day of a window of `years` that ends with `end`.
pub(crate) fn window_start(end: i32, years: u32, leap: Leap) -> i32 {
    add_months(end, -12 * i64::from(years), leap)
}

#[cfg(test)]
mod tests {
    use super::*;

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
