//! Roles: criteria without effect, headlines out of reach, roles that are one.

use std::collections::BTreeSet;

use model::Date;
use model::rules::Kind;

use super::{Found, Sense, witness};
use crate::diagram::{FALSE, IMPOSSIBLE, Join, Node, Reduced, UNDECIDABLE};
use crate::quiz::{Quiz, Scope};
use crate::ruleset::Ruleset;
use crate::verdict::Headline;
use crate::view::{Known, View};

/// One role: what causes much first, what follows from it not at all.
pub(super) fn check(
    quiz: &Quiz,
    view: &View,
    role: usize,
    open: &Known,
    possible: &dyn Fn(Node) -> u8,
    found: &mut Found,
) {
    let rules = &*quiz.rules;
    let judged = &rules.roles[role];
    let shape = &view.shape.roles[role];
    if view.shape.diagrams.below(shape.headline.plain).contains(&UNDECIDABLE) {
        found.push((Sense::TooComplex { role: judged.id.clone() }, None));
        return;
    }
    let (mut always, mut never) = (false, Vec::new());
    for criterion in &shape.criteria {
        let (rule, kind) =
            (&judged.criteria[criterion.index].id, judged.criteria[criterion.index].kind);
        let (Some(met), true) = (criterion.met, kind != Kind::Later) else { continue };
        let (role, rule) = (judged.id.clone(), rule.clone());
        match possible(met.guarded) & 0b11 {
            0b01 => {
                always = true;
                found.push((Sense::AlwaysFails { role, rule }, None));
            }
            0b10 => {
                never.push(criterion.index);
                found.push((Sense::NeverFails { role, rule }, None));
            }
            _ => {}
        }
    }
    // One criterion that always fails makes all others irrelevant: say no more than the cause.
    if always {
        return;
    }
    let reached = possible(shape.headline.guarded);
    let kinds: BTreeSet<Headline> = shape
        .criteria
        .iter()
        .filter(|criterion| criterion.met.is_some() && !never.contains(&criterion.index))
        .filter_map(|criterion| Headline::of(judged.criteria[criterion.index].kind))
        .chain([Headline::Eligible])
        .collect();
    let unreached = kinds.into_iter().filter(|headline| reached >> *headline as u8 & 1 == 0);
    let unreachable = |headline| (Sense::Unreachable { role: judged.id.clone(), headline }, None);
    // That the best cannot come out is a cause; that something worse cannot, only follows from
    // criteria without effect.
    let (better, worse): (Vec<_>, Vec<_>) =
        unreached.partition(|headline| (*headline as u32) < reached.trailing_zeros());
    found.extend(better.into_iter().map(unreachable));
    // Below the best that can come out, no criterion can matter: the cause is named above.
    let best = reached.trailing_zeros() as u8;
    let weak = shape.criteria.iter().map(|criterion| criterion.index).filter(|index| {
        let failed = Headline::of(judged.criteria[*index].kind);
        best > 0 && failed.is_some_and(|failed| failed as u8 <= best)
    });
    never.extend(weak);
    check_covered(quiz, view, role, &open.masks, &never, found);
    found.extend(worse.into_iter().map(unreachable));
}

/// Criteria whose removal would change no verdict, other than those explained already.
fn check_covered(
    quiz: &Quiz,
    view: &View,
    role: usize,
    open: &[u64],
    explained: &[usize],
    found: &mut Found,
) {
    let judged = &quiz.rules.roles[role];
    let shape = &view.shape.roles[role];
    let mut diagrams = view.shape.diagrams.clone();
    let outcomes: Vec<(usize, Node)> = shape
        .criteria
        .iter()
        .filter_map(|criterion| {
            let failed = Headline::of(judged.criteria[criterion.index].kind)? as Node;
            let met = criterion.met?.plain;
            let values = [failed, 0, 2, 3, IMPOSSIBLE, UNDECIDABLE];
            Some((criterion.index, diagrams.map(met, values)))
        })
        .collect();
    let guard = shape.headline.guard;
    let mut reduced = Reduced::default();
    reduced.clear(open.len());
    let mut join = |left_out: &[usize]| {
        let mut all = FALSE;
        for (index, outcome) in &outcomes {
            if !left_out.contains(index) {
                all = diagrams.join(Join::Worst, all, *outcome);
            }
        }
        let all = diagrams.join(Join::Where, guard, all);
        // Only what answers given today can tell apart counts.
        reduced.add(&diagrams, all, open)
    };
    let whole = join(&[]);
    for (index, _) in &outcomes {
        if explained.contains(index) || join(&[*index]) != whole {
            continue;
        }
        // Leave out others as long as what is left still covers it.
        let mut left_out: Vec<usize> = Vec::new();
        for (other, _) in outcomes.iter().filter(|(other, _)| other != index) {
            let mut without = left_out.clone();
            without.push(*other);
            let with_it = join(&without);
            without.push(*index);
            if join(&without) == with_it {
                left_out.push(*other);
            }
        }
        let by = outcomes.iter().filter(|(other, _)| other != index && !left_out.contains(other));
        found.push((
            Sense::Covered {
                role: judged.id.clone(),
                rule: judged.criteria[*index].id.clone(),
                by: by.map(|(other, _)| judged.criteria[*other].id.clone()).collect(),
            },
            None,
        ));
    }
}

/// Both evaluators on answers that go through every branch of a role's diagram.
pub(super) fn cross_check(quiz: &Quiz, view: &View, role: usize, found: &mut Found) {
    let rules = &*quiz.rules;
    let judged = &rules.roles[role];
    let on = Date::from_days(view.day);
    let scope = Scope::of([judged.id.as_str()]);
    for answers in witness::through_every_branch(quiz, view, role) {
        // The other day's readings are the same; what differs is the day they are looked at.
        let readings = quiz.read(&answers);
        let moment = quiz.moment(&readings, view.day);
        let diagram = quiz.outcome(role, &moment);
        let direct = crate::direct::headlines(quiz, &answers, &scope, on);
        if let Some((best, worst)) = direct.first()
            && (diagram.best() < *best || diagram.worst() > *worst)
        {
            let what = Sense::EvaluatorsDisagree { role: judged.id.clone() };
            found.push((what, Some(answers)));
            return;
        }
    }
}

/// Roles that no answers tell apart.
pub(super) fn check_same(rules: &Ruleset, view: &View, known: &Known, found: &mut Found) {
    let on = Date::from_days(view.day);
    let mut reduced = Reduced::default();
    reduced.clear(known.masks.len());
    let headlines = view.shape.roles.iter().map(|role| role.headline.guarded);
    let headlines: Vec<Node> = headlines
        .map(|headline| reduced.add(&view.shape.diagrams, headline, &known.masks))
        .collect();
    let open: Vec<usize> =
        (0..rules.roles.len()).filter(|role| rules.roles[*role].valid.contains(on)).collect();
    for (i, one) in open.iter().enumerate() {
        for other in &open[i + 1..] {
            let [a, b] = [*one, *other].map(|role| &view.shape.roles[role]);
            if headlines[*one] == headlines[*other]
                && !a.criteria.is_empty()
                && a.suspended == b.suspended
            {
                let known = found.iter().any(|(what, _)| {
                    matches!(what, Sense::SameRole { other: known, .. } if *known == rules.roles[*other].id)
                });
                if known {
                    continue;
                }
                let (one, other) = (rules.roles[*one].id.clone(), rules.roles[*other].id.clone());
                found.push((Sense::SameRole { one, other }, None));
            }
        }
    }
}
