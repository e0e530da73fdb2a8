//! Where the rules cut the axis of a question's answers, as of a day.
//!
//! "At least 18 years old" tells dates of birth apart before and after one day.
//! Between two such limits no rule sees a difference, so finitely many classes
//! stand for all answers, and a class is found by looking up where an answer
//! lies between the limits. Limits of time move with the day; how they are
//! ordered hardly ever changes, so that diagrams serve for many days.

use model::rules::Leap;

use crate::calendar::{add_months, completed_months, months_before};
use crate::ruleset::Unit;

/// How the number that is compared is read from the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gauge {
    /// As it is.
    Plain,
    /// Time from that day to the day looked at, which is so many days after the application.
    Since { unit: Unit, lead: i32 },
}

impl Gauge {
    /// The number for an answer `value`, applying on `day`.
    pub(crate) fn read(self, value: i64, day: i32, leap: Leap) -> i64 {
        match self {
            Self::Plain => value,
            Self::Since { unit, lead } => {
                elapsed(unit, clamp(value), day.saturating_add(lead), leap)
            }
        }
    }

    /// The limit below or above which the number is at least `number`.
    pub(crate) fn limit(self, number: i64) -> Limit {
        match self {
            Self::Plain => Limit::Fixed(number),
            Self::Since { unit: Unit::Years, lead } => {
                Limit::Months { months: number.saturating_mul(12), lead }
            }
            Self::Since { unit: Unit::Months, lead } => Limit::Months { months: number, lead },
            Self::Since { unit: Unit::Days, lead } => Limit::Days { days: number, lead },
        }
    }
}

/// Completed units between two days.
pub(crate) fn elapsed(unit: Unit, from: i32, to: i32, leap: Leap) -> i64 {
    match unit {
        Unit::Years => completed_months(from, to, leap).div_euclid(12),
        Unit::Months => completed_months(from, to, leap),
        Unit::Days => i64::from(to) - i64::from(from),
    }
}

/// A place on the axis at which something changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Limit {
    /// At this value.
    Fixed(i64),
    /// At the first day from which fewer months are completed.
    Months { months: i64, lead: i32 },
    /// At the first day from which fewer days have passed.
    Days { days: i64, lead: i32 },
}

impl Limit {
    /// The first value on its far side, applying on `day`.
    pub(crate) fn position(self, day: i32, leap: Leap) -> i64 {
        match self {
            Self::Fixed(value) => value,
            Self::Months { months, lead } => {
                i64::from(months_before(day.saturating_add(lead), months, leap)) + 1
            }
            Self::Days { days, lead } => {
                (i64::from(day) + i64::from(lead)).saturating_sub(days).saturating_add(1)
            }
        }
    }

    /// Whether it moves with the day.
    pub(crate) fn moves(self) -> bool {
        !matches!(self, Self::Fixed(_))
    }

    /// Whether another moving limit can neither overtake it nor be overtaken by it.
    pub(crate) fn keeps_distance(self, other: Self) -> bool {
        match (self, other) {
            (Self::Months { lead: one, .. }, Self::Months { lead: other, .. }) => one == other,
            (Self::Days { .. }, Self::Days { .. }) => true,
            _ => false,
        }
    }

    /// The first day on which `value` lies before the limit.
    pub(crate) fn passed_on(self, value: i64, leap: Leap) -> Option<i32> {
        match self {
            Self::Fixed(_) => None,
            Self::Months { months, lead } => {
                Some(add_months(clamp(value), months, leap).saturating_sub(lead))
            }
            Self::Days { days, lead } => {
                i32::try_from(value.saturating_add(days)).ok().map(|day| day.saturating_sub(lead))
            }
        }
    }
}

/// A day number within reach of the calendar.
pub(crate) fn clamp(value: i64) -> i32 {
    value.clamp(-1_000_000, 4_000_000) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_lies_where_the_number_changes_and_is_passed_on_the_day_it_does() {
        for leap in [Leap::Mar1, Leap::Feb28] {
            for unit in [Unit::Years, Unit::Months, Unit::Days] {
                for (number, lead) in [(0, 0), (1, 0), (3, 180), (18, 0), (-2, 30)] {
                    let gauge = Gauge::Since { unit, lead };
                    for day in 19_000..20_500 {
                        let limit = gauge.limit(number);
                        let at = limit.position(day, leap);
                        assert!(gauge.read(at - 1, day, leap) >= number);
                        assert!(gauge.read(at, day, leap) < number);
                        let passed = limit.passed_on(i64::from(day), leap).unwrap_or_default();
                        assert!(gauge.read(i64::from(day), passed, leap) >= number);
                        assert!(gauge.read(i64::from(day), passed - 1, leap) < number);
                    }
                }
            }
        }
    }
}
