//! From when, and until when: the same rules and answers on later days.
//!
//! Nothing can change between two of the days on which a limit passes an
//! answer, a window of time moves past a span, or the rules themselves change.
//! So it is enough to look at these. Announced changes of the rules apply;
//! that sources will have to be read again does not.

use std::cell::RefCell;
use std::rc::Rc;

use model::Date;

use crate::axis::{Limit, clamp};
use crate::diagram::TRUE;
use crate::ordered::sort_distinct;
use crate::quiz::{Moment, Quiz};
use crate::reading::{Reading, Readings, domain};
use crate::ruleset::VariableKind;
use crate::verdict::{EligibleFrom, Headline, Headlines, Until};

/// How far ahead is looked: 20 years.
const HORIZON: i32 = 7305;

/// The same answers on later days.
pub(crate) struct Timeline<'q> {
    quiz: &'q Quiz,
    readings: &'q Readings,
    /// By variable, the days on which its class may change.
    days: RefCell<Vec<Option<Rc<Vec<i32>>>>>,
    /// By day, in order.
    moments: RefCell<Vec<(i32, Rc<Moment>)>>,
}

impl<'q> Timeline<'q> {
    pub(crate) fn new(quiz: &'q Quiz, readings: &'q Readings) -> Self {
        let days = RefCell::new(vec![None; quiz.rules.variables.len()]);
        Self { quiz, readings, days, moments: RefCell::default() }
    }

    /// The rules and answers on a day.
    pub(crate) fn moment(&self, day: i32) -> Rc<Moment> {
        let place = self.moments.borrow().partition_point(|(other, _)| *other < day);
        if let Some((other, known)) = self.moments.borrow().get(place)
            && *other == day
        {
            return Rc::clone(known);
        }
        let moment = Rc::new(self.quiz.moment(self.readings, day));
        self.moments.borrow_mut().insert(place, (day, Rc::clone(&moment)));
        moment
    }

    fn headlines(&self, role: usize, day: i32) -> Option<Headlines> {
        let exists = self.quiz.rules.roles[role].valid.contains(Date::from_days(day));
        exists.then(|| self.quiz.outcome(role, &self.moment(day)))
    }

    /// From when a role is `people` or better, and until when.
    pub(crate) fn passage(
        &self,
        role: usize,
        today: Headlines,
    ) -> (Option<EligibleFrom>, Option<Until>) {
        let good = Headline::People;
        let days = self.days_of_role(role);
        if today.best() > good {
            let at = |is_so: &dyn Fn(Headlines) -> bool| {
                days.iter().find_map(|day| {
                    let headlines = self.headlines(role, *day).filter(|h| is_so(*h))?;
                    Some((*day, headlines))
                })
            };
            let Some((earliest, headlines)) = at(&|headlines| headlines.best() <= good) else {
                return (None, None);
            };
            let latest = at(&|headlines| headlines.worst() <= good).map(|(day, _)| day);
            let from = EligibleFrom {
                earliest: Date::from_days(earliest),
                latest: latest.map(Date::from_days),
                headline: headlines.best(),
            };
            let until = latest.and_then(|latest| self.until(role, &days, latest));
            (Some(from), until)
        } else if today.worst() <= good {
            (None, self.until(role, &days, self.quiz.today.days()))
        } else {
            (None, None)
        }
    }

    fn until(&self, role: usize, days: &[i32], after: i32) -> Option<Until> {
        let mut later = days.iter().filter(|day| **day > after);
        later.find_map(|day| {
            let until = |headline| Until { day: Date::from_days(*day), headline };
            match self.headlines(role, *day) {
                None => Some(until(None)),
                Some(headlines) if headlines.worst() > Headline::People => {
                    Some(until(Some(headlines.worst())))
                }
                Some(_) => None,
            }
        })
    }

    /// The first later day on which a criterion is met for certain.
    pub(crate) fn first_met(&self, role: usize, criterion: usize) -> Option<Date> {
        let days = self.days_of_role(role);
        let met = |day: &&i32| {
            let moment = self.moment(**day);
            let shape = &moment.view.shape;
            let shaped = shape.roles[role].criteria.iter().find(|c| c.index == criterion);
            let Some(met) = shaped.and_then(|shaped| shaped.met) else { return false };
            let reach = &mut self.quiz.memory.borrow_mut().reach;
            let values = reach.values(&shape.diagrams, met.guarded, &moment.known.masks);
            values & 0b11 == 1 << TRUE
        };
        days.iter().find(met).map(|day| Date::from_days(*day))
    }

    /// The days after today on which something can change for a role, in order.
    pub(crate) fn days_of_role(&self, role: usize) -> Vec<i32> {
        let today = self.quiz.today.days();
        let until = today.saturating_add(HORIZON);
        let mut days: Vec<i32> = self.quiz.epochs.changes(today, until).collect();
        let valid = self.quiz.rules.roles[role].valid;
        days.extend([valid.from, valid.to].into_iter().flatten().map(Date::days));
        for variable in &self.quiz.variables_of_role[role] {
            days.extend(self.days_of_variable(*variable).iter());
        }
        days.retain(|day| today < *day && *day <= until);
        sort_distinct(&mut days);
        days
    }

    /// The days on which the class of a variable may change.
    fn days_of_variable(&self, variable: usize) -> Rc<Vec<i32>> {
        if let Some(known) = &self.days.borrow()[variable] {
            return Rc::clone(known);
        }
        let days = Rc::new(self.find_days(variable));
        self.days.borrow_mut()[variable] = Some(Rc::clone(&days));
        days
    }

    fn find_days(&self, variable: usize) -> Vec<i32> {
        let quiz = self.quiz;
        let rules = &*quiz.rules;
        let today = quiz.today.days();
        let until = today.saturating_add(HORIZON);
        let mut days = Vec::new();
        let mut starts = vec![today];
        starts.extend(quiz.epochs.changes(today, until));
        match rules.variables[variable].kind {
            VariableKind::Value => {
                let question = rules.variables[variable].questions[0];
                let (low, high) = match &self.readings.of[question] {
                    Reading::Between(low, high) => (*low, *high),
                    Reading::Absent => return days,
                    _ => domain(&rules.questions[question], quiz.today),
                };
                for (i, start) in starts.iter().enumerate() {
                    let epoch = quiz.epochs.on(rules, *start);
                    let limits = &epoch.limits[variable];
                    for limit in limits {
                        days.extend(limit.passed_on(low, rules.leap));
                        days.extend(limit.passed_on(high, rules.leap));
                    }
                    if low < high {
                        let end = starts.get(i + 1).copied().unwrap_or(until + 1);
                        self.find_overtaking(limits, (*start, end), &mut days);
                    }
                }
            }
            VariableKind::Option(_) | VariableKind::Between(_) => {}
            VariableKind::Covered { fact, lead } => {
                for (i, start) in starts.iter().enumerate() {
                    let end = starts.get(i + 1).copied().unwrap_or(until + 1);
                    self.find_covered(variable, fact, lead, (*start, end), &mut days);
                }
            }
        }
        days.retain(|day| today < *day && *day <= until);
        sort_distinct(&mut days);
        days
    }

    /// The days on which one limit overtakes another: an interval may then lie on both sides of
    /// one of them where it could not before.
    fn find_overtaking(&self, limits: &[Limit], (start, end): (i32, i32), days: &mut Vec<i32>) {
        let leap = self.quiz.rules.leap;
        let moving: Vec<Limit> = limits.iter().copied().filter(|limit| limit.moves()).collect();
        for limit in limits {
            let Limit::Fixed(value) = limit else { continue };
            for moving in &moving {
                for value in [*value, *value - 1] {
                    days.extend(moving.passed_on(value, leap));
                }
            }
        }
        // Months keep their distance, and so do days; months and days do not.
        if moving.windows(2).all(|pair| pair[0].keeps_distance(pair[1])) {
            return;
        }
        let mut before: Option<Vec<std::cmp::Ordering>> = None;
        for day in start..end {
            let at: Vec<i64> = moving.iter().map(|limit| limit.position(day, leap)).collect();
            let mut now = Vec::with_capacity(at.len() * at.len());
            for one in &at {
                now.extend(at.iter().map(|other| one.cmp(other)));
            }
            if before.as_ref().is_some_and(|before| *before != now) {
                days.push(day);
            }
            before = Some(now);
        }
    }

    /// Walks through an epoch, skipping days on which the number of days covered cannot have
    /// reached a limit: it grows by one a day at most, and falls by two (after 28 February).
    fn find_covered(
        &self,
        variable: usize,
        fact: usize,
        lead: usize,
        (start, end): (i32, i32),
        days: &mut Vec<i32>,
    ) {
        let quiz = self.quiz;
        let rules = &*quiz.rules;
        let epoch = quiz.epochs.on(rules, start);
        let limits: Vec<i64> =
            epoch.limits[variable].iter().map(|limit| limit.position(start, rules.leap)).collect();
        let lead = epoch.leads[lead].unwrap_or_default();
        let view = quiz.view(start, quiz.every_constraint());
        let mut view = view;
        let mut before: Option<(usize, usize)> = None;
        let mut day = start;
        while day < end {
            view.day = day;
            let range =
                view.fact_range(rules, fact, lead, &self.readings.of, quiz.today, &mut |_| false);
            let Some((low, high)) = range else { return };
            let class = |value: i64| limits.partition_point(|limit| *limit <= value);
            let now = (class(low), class(high));
            if before.is_some_and(|before| before != now) {
                days.push(day);
            }
            before = Some(now);
            let skip = skip(&limits, low).min(skip(&limits, high));
            day = clamp(i64::from(day).saturating_add(skip.max(1)));
        }
    }
}

/// How many days it takes at least until a number of days covered can cross a limit.
fn skip(limits: &[i64], value: i64) -> i64 {
    let above = limits.iter().filter(|limit| **limit > value).map(|limit| limit - value);
    let below = limits.iter().filter(|limit| **limit <= value).map(|limit| (value - limit) / 2 + 1);
    above.chain(below).min().unwrap_or(i64::from(HORIZON))
}
