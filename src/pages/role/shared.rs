//! What several ways into a role have in common, so that it is said once and what
//! differs is seen.
//!
//! Only ways in whose rules are checked are compared: of the others we do not know
//! all that they ask for. First what all of them share, then what those for new
//! people share and those for people who served.

use model::Pack;
use model::claim::Claim;
use model::role::{Door, Role, Route as Way};
use model::rules::{Criterion, JudgedRole};

use super::rules::judged;

/// The same for these ways in: at least two.
pub struct Shared<'a> {
    /// The ways in, in the role's order.
    pub ways: Vec<&'a Way>,
    /// What all of them ask for, in words.
    pub claims: Vec<&'a Claim>,
    /// The rules that are checked for all of them.
    pub rules: Vec<&'a Criterion>,
}

/// The ways into a role: what some share, and what each has for itself.
pub struct Split<'a> {
    judged: Vec<(&'a Way, &'a JudgedRole)>,
    /// What several share, the widest first; nothing stands in two that one way is part of.
    pub groups: Vec<Shared<'a>>,
}

impl<'a> Split<'a> {
    /// Compares the ways into a role.
    pub fn new(pack: &'a Pack, role: &'a Role) -> Self {
        let rules = |way: &'a Way| judged(pack, role).find(|judged| judged.id == way.id.as_str());
        let ways = role.routes.iter();
        let judged: Vec<_> = ways.filter_map(|way| Some((way, rules(way)?))).collect();
        let mut split = Self { judged, groups: vec![] };
        for door in [None, Some(Door::New), Some(Door::Served)] {
            let group = split.shared(door);
            if !group.claims.is_empty() || !group.rules.is_empty() {
                split.groups.push(group);
            }
        }
        split
    }

    /// What all ways through a door share that no wider group has. One way alone shares nothing.
    fn shared(&self, door: Option<Door>) -> Shared<'a> {
        let through = |way: &Way| door.is_none_or(|door| way.door == door);
        let members: Vec<_> = self.judged.iter().filter(|(way, _)| through(way)).collect();
        let (mut claims, mut rules) = (vec![], vec![]);
        if let Some(((way, judged), others)) = members.split_first()
            && !others.is_empty()
        {
            claims = self.own_claims(way);
            claims.retain(|claim| others.iter().all(|(way, _)| way.entry.claims().contains(claim)));
            rules = self.own_rules(way, judged);
            rules.retain(|rule| others.iter().all(|(_, judged)| has(&judged.criteria, rule)));
        }
        Shared { ways: members.into_iter().map(|(way, _)| *way).collect(), claims, rules }
    }

    /// What a way in shares with others, the widest first.
    pub fn groups_of(&self, way: &Way) -> impl Iterator<Item = (usize, &Shared<'a>)> {
        let is_member = move |group: &Shared<'a>| group.ways.iter().any(|one| one.id == way.id);
        self.groups.iter().enumerate().filter(move |(_, group)| is_member(group))
    }

    /// What a way in asks for that it does not share.
    pub fn own_claims(&self, way: &'a Way) -> Vec<&'a Claim> {
        let is_shared =
            |claim: &Claim| self.groups_of(way).any(|(_, group)| group.claims.contains(&claim));
        way.entry.claims().iter().filter(|claim| !is_shared(claim)).collect()
    }

    /// The rules of a way in that it does not share.
    fn own_rules(&self, way: &Way, judged: &'a JudgedRole) -> Vec<&'a Criterion> {
        let is_shared = |rule: &Criterion| {
            self.groups_of(way).any(|(_, group)| group.rules.iter().any(|one| is_same(one, rule)))
        };
        judged.criteria.iter().filter(|rule| !is_shared(rule)).collect()
    }

    /// The rules of a way in that it does not share; nothing where its rules are not checked.
    pub fn rules_of(&self, way: &Way) -> Option<Vec<&'a Criterion>> {
        let (_, judged) = self.judged.iter().find(|(one, _)| one.id == way.id)?;
        Some(self.own_rules(way, judged))
    }
}

fn has(rules: &[Criterion], rule: &Criterion) -> bool {
    rules.iter().any(|other| is_same(rule, other))
}

/// Whether two criteria say the same to a reader: same rule, same consequence, same evidence and life.
fn is_same(one: &Criterion, other: &Criterion) -> bool {
    one.id == other.id
        && one.otherwise == other.otherwise
        && one.cite == other.cite
        && one.valid == other.valid
        && one.published == other.published
}
