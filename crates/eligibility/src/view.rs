//! The rules and the answers as of one day: which classes every variable can have.

use std::rc::Rc;

use crate::axis::{clamp, elapsed};
use crate::diagram::{FALSE, Reach, TRUE};
use crate::epoch::Epoch;
use crate::ordered::sort_distinct;
use crate::periods::{Spans, window_start};
use crate::reading::{Reading, Readings, domain};
use crate::ruleset::{Fact, Ruleset, VariableKind};
use crate::shape::{Shape, has_absent};

/// The rules on one day.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) day: i32,
    pub(crate) epoch: Rc<Epoch>,
    pub(crate) shape: Rc<Shape>,
    /// By variable: where its axis is cut.
    pub(crate) cuts: Rc<Vec<Vec<i64>>>,
}

/// What the answers leave open: bit sets of classes by variable.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// Given the answers.
    pub(crate) masks: Vec<u64>,
    /// If nothing were answered.
    pub(crate) open: Vec<u64>,
}

/// Where every axis is cut on a day.
pub(crate) fn cuts(rules: &Ruleset, epoch: &Epoch, day: i32) -> Vec<Vec<i64>> {
    let cut = epoch.limits.iter().map(|limits| {
        let mut cuts: Vec<i64> =
            limits.iter().map(|limit| limit.position(day, rules.leap)).collect();
        sort_distinct(&mut cuts);
        cuts
    });
    cut.collect()
}

/// How the limits that move are ordered: two days with equal order share a shape.
pub(crate) fn order(rules: &Ruleset, epoch: &Epoch, cuts: &[Vec<i64>], day: i32) -> Vec<u8> {
    let mut order = Vec::new();
    for (limits, cuts) in epoch.limits.iter().zip(cuts) {
        if limits.len() < 2 || !limits.iter().any(|limit| limit.moves()) {
            continue;
        }
        order.extend(limits.iter().map(|limit| {
            let position = limit.position(day, rules.leap);
            cuts.partition_point(|cut| *cut < position) as u8
        }));
    }
    order
}

impl View {
    /// The classes of values between `low` and `high`.
    pub(crate) fn classes(&self, variable: usize, low: i64, high: i64) -> u64 {
        let cuts = &self.cuts[variable];
        let first = cuts.partition_point(|cut| *cut <= low).min(63);
        let last = cuts.partition_point(|cut| *cut <= high).min(63);
        (u64::MAX >> (63 - last)) & (u64::MAX << first)
    }

    pub(crate) fn absent(&self, variable: usize) -> u64 {
        1 << (self.cuts[variable].len() + 1).min(63)
    }

    /// What the answers leave open on this day.
    pub(crate) fn known(
        &self,
        rules: &Ruleset,
        readings: &Readings,
        today: model::Date,
        reach: &mut Reach,
    ) -> Known {
        let nothing = vec![Reading::Open; rules.questions.len()];
        let mask = |v: usize, of: &[Reading], hidden: &mut dyn FnMut(usize) -> bool| {
            let mut mask = match self.range(rules, v, of, today, hidden) {
                Some((low, high)) => self.classes(v, low, high),
                None => 0,
            };
            if has_absent(rules, v) && may_be_absent(rules, v, of) {
                mask |= self.absent(v);
            }
            mask
        };
        let variables = 0..rules.variables.len();
        let open: Vec<u64> = variables.clone().map(|v| mask(v, &nothing, &mut |_| false)).collect();
        let mut masks = open.clone();
        for v in variables {
            let variable = &rules.variables[v];
            if variable.questions.iter().all(|q| !readings.of[*q].is_known()) {
                continue;
            }
            let so_far = masks.clone();
            let mut hidden = |q: usize| {
                let applies = self.shape.applies[q];
                applies != TRUE
                    && reach.values(&self.shape.diagrams, applies, &so_far) & 0b11 == 1 << FALSE
            };
            masks[v] = mask(v, &readings.of, &mut hidden);
        }
        Known { masks, open }
    }

    /// Between which values a variable lies. Nothing if it does not apply.
    fn range(
        &self,
        rules: &Ruleset,
        variable: usize,
        of: &[Reading],
        today: model::Date,
        hidden: &mut dyn FnMut(usize) -> bool,
    ) -> Option<(i64, i64)> {
        let variable = &rules.variables[variable];
        match variable.kind {
            VariableKind::Value => value_range(rules, variable.questions[0], of, today),
            VariableKind::Option(option) => match &of[variable.questions[0]] {
                Reading::Chosen(chosen) => {
                    let chosen = i64::from(chosen.get(option).copied().unwrap_or_default());
                    Some((chosen, chosen))
                }
                _ => Some((0, 1)),
            },
            VariableKind::Between(fact) => self.fact_range(rules, fact, 0, of, today, hidden),
            VariableKind::Covered { fact, lead } => {
                let lead = self.epoch.leads[lead].unwrap_or_default();
                self.fact_range(rules, fact, lead, of, today, hidden)
            }
        }
    }

    /// Between which values a fact lies, looked at `lead` days after the application.
    pub(crate) fn fact_range(
        &self,
        rules: &Ruleset,
        fact: usize,
        lead: i32,
        of: &[Reading],
        today: model::Date,
        hidden: &mut dyn FnMut(usize) -> bool,
    ) -> Option<(i64, i64)> {
        let look = self.day.saturating_add(lead);
        match &rules.facts[fact] {
            Fact::Since { from, unit, .. } => {
                let (first, last) = value_range(rules, *from, of, today)?;
                let least = elapsed(*unit, clamp(last), look, rules.leap);
                Some((least, elapsed(*unit, clamp(first), look, rules.leap)))
            }
            Fact::Between { from, to, unit, .. } => {
                let from = value_range(rules, *from, of, today)?;
                let to = value_range(rules, *to, of, today)?;
                let least = elapsed(*unit, clamp(from.1), clamp(to.0), rules.leap);
                Some((least, elapsed(*unit, clamp(from.0), clamp(to.1), rules.leap)))
            }
            Fact::Covered { of: lists, years, missing, .. } => {
                let start = window_start(look, *years, rules.leap);
                let (mut least, mut most) = (Spans::default(), Some(Spans::default()));
                for q in lists {
                    match &of[*q] {
                        // A list that is not asked is empty.
                        Reading::Spans { .. } if lists.len() > 1 && hidden(*q) => {}
                        Reading::Spans { least: l, most: m } => {
                            least = least.and(l);
                            most = most.map(|most| most.and(m));
                        }
                        _ if lists.len() > 1 && hidden(*q) => {}
                        _ => most = None,
                    }
                }
                let whole = i64::from(look) - i64::from(start);
                let least = least.covered(start, look);
                let most = most.map_or(whole, |most| most.covered(start, look));
                Some(if *missing { (whole - most, whole - least) } else { (least, most) })
            }
            Fact::Count { of: q, .. } => match &of[*q] {
                Reading::Chosen(chosen) => {
                    let count = chosen.iter().filter(|chosen| **chosen).count() as i64;
                    Some((count, count))
                }
                _ => Some((0, rules.questions[*q].options.len() as i64)),
            },
        }
    }
}

fn value_range(
    rules: &Ruleset,
    question: usize,
    of: &[Reading],
    today: model::Date,
) -> Option<(i64, i64)> {
    match &of[question] {
        Reading::Between(low, high) => Some((*low, *high)),
        Reading::Absent => None,
        _ => Some(domain(&rules.questions[question], today)),
    }
}

fn may_be_absent(rules: &Ruleset, variable: usize, of: &[Reading]) -> bool {
    let may = |q: &usize| match &of[*q] {
        Reading::Absent => true,
        Reading::Between(..) => false,
        _ => rules.questions[*q].optional,
    };
    rules.variables[variable].questions.iter().any(may)
}
