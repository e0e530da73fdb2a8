//! To which roles a rule applies and what follows there, read from the criteria that carry it.

use std::collections::BTreeMap;
use std::rc::Rc;

use model::Pack;
use model::id::RuleId;
use model::role::Role;
use model::rules::{Confidence, Criterion, JudgedRole, Kind, Validity};

use crate::labels::Labels;

/// A role that a rule applies to.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached {
    /// The role.
    pub role: Rc<Role>,
    /// What people call the routes it applies to; empty where it applies to the whole role.
    pub routes: Vec<String>,
}

/// What follows from a rule for some roles, and how sure we are of it there.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// What follows where the rule is not met.
    pub kind: Kind,
    /// How sure we are that it is published so.
    pub confidence: Confidence,
    /// When it holds.
    pub valid: Validity,
    /// For whom, in the order of the list of roles.
    pub roles: Vec<Reached>,
}

/// Every effect of a rule: the firmest kind first, then what we are surest of.
pub fn effects(pack: &Pack, rule: &RuleId) -> Vec<Effect> {
    let mut judged: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for (role, criterion) in criteria(pack, rule) {
        let valid = (criterion.valid.from, criterion.valid.to);
        let key = (criterion.otherwise, criterion.confidence, valid);
        judged.entry(key).or_default().push(&role.id);
    }
    let effect = |((kind, confidence, (from, to)), judged): (_, Vec<&str>)| Effect {
        kind,
        confidence,
        valid: Validity { from, to },
        roles: group(pack, &judged),
    };
    judged.into_iter().map(effect).collect()
}

/// Every role that a rule applies to, in the order of the list of roles.
pub fn roles(pack: &Pack, rule: &RuleId) -> Vec<Reached> {
    let judged: Vec<&str> = criteria(pack, rule).map(|(role, _)| role.id.as_str()).collect();
    group(pack, &judged)
}

/// The criteria that carry a rule, with the judged roles they stand in.
pub fn criteria<'p>(
    pack: &'p Pack,
    rule: &'p RuleId,
) -> impl Iterator<Item = (&'p JudgedRole, &'p Criterion)> {
    let of_role = move |role: &'p JudgedRole| {
        let carries = move |criterion: &&Criterion| criterion.id == *rule;
        role.criteria.iter().filter(carries).map(move |criterion| (role, criterion))
    };
    pack.rules.roles.iter().flat_map(of_role)
}

/// Roles in a few words for a list: "PC (PCEP, PCDA), DC", "All roles except Cadet". Nothing where there is none.
pub fn words(pack: &Pack, labels: &Labels, reached: &[Reached]) -> Option<String> {
    /// More exceptions than these would be longer than the list itself.
    const MOST_EXCEPTIONS: usize = 2;

    if reached.is_empty() {
        return None;
    }
    let is_reached = |role: &&Rc<Role>| reached.iter().any(|reached| reached.role.id == role.id);
    let judged = pack.roles.iter().filter(|role| !judged_ids(pack, role).is_empty());
    let others: Vec<&str> =
        judged.filter(|role| !is_reached(role)).map(|role| role.short.as_str()).collect();
    let are_whole = reached.iter().all(|reached| reached.routes.is_empty());
    if are_whole && others.is_empty() {
        return Some(labels.text("rules-all-roles"));
    }
    if are_whole && others.len() <= MOST_EXCEPTIONS && reached.len() > 2 * MOST_EXCEPTIONS {
        return Some(labels.fill("rules-all-roles-except", &[("roles", &others.join(", "))]));
    }
    let name = |reached: &Reached| match reached.routes.as_slice() {
        [] => reached.role.short.clone(),
        routes => format!("{} ({})", reached.role.short, routes.join(", ")),
    };
    Some(reached.iter().map(name).collect::<Vec<_>>().join(", "))
}

/// Judged roles and routes by the role they belong to.
fn group(pack: &Pack, judged: &[&str]) -> Vec<Reached> {
    let reached = |role: &Rc<Role>| {
        let all = judged_ids(pack, role);
        let hit: Vec<&str> = all.iter().copied().filter(|id| judged.contains(id)).collect();
        if hit.is_empty() {
            return None;
        }
        let is_hit = |route: &&model::role::Route| hit.contains(&route.id.as_str());
        let routes = role.routes.iter().filter(is_hit).map(|route| route.short.clone());
        let routes = if hit.len() == all.len() { Vec::new() } else { routes.collect() };
        Some(Reached { role: role.clone(), routes })
    };
    pack.roles.iter().filter_map(reached).collect()
}

/// What is judged of a role: itself, or its routes.
fn judged_ids<'p>(pack: &'p Pack, role: &Role) -> Vec<&'p str> {
    let is_of = |judged: &&JudgedRole| {
        pack.role_of_judged(&judged.id).is_some_and(|owner| owner.id == role.id)
    };
    pack.rules.roles.iter().filter(is_of).map(|judged| judged.id.as_str()).collect()
}
