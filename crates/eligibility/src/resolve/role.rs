//! Roles and their criteria.

use model::rules::{self, Kind, Literal, LookAt, Validity};

use super::place::Place;
use super::{LOOKS, Reader};
use crate::error::Fault;
use crate::ordered::sort_distinct;
use crate::ruleset::{Bound, Criterion, Expression, ExpressionId, Role, Subject};

impl Reader<'_> {
    pub(super) fn roles(&mut self) -> Vec<Role> {
        let rules = self.rules;
        let mut roles: Vec<Role> = Vec::with_capacity(rules.roles.len());
        for (i, role) in rules.roles.iter().enumerate() {
            let roles_place = Place::root("roles");
            let place = &roles_place.item(i);
            if LOOKS && roles.iter().any(|other| other.id == role.id) {
                let name = role.id.clone();
                self.fault(&place.at("id"), || Fault::Twice { what: "role", name });
            }
            self.validity(&place.at("valid"), role.valid);
            let lead = self.lead(role, place);
            let mut criteria: Vec<Criterion> = Vec::with_capacity(role.criteria.len());
            let list = place.at("criteria");
            for (k, criterion) in role.criteria.iter().enumerate() {
                let place = &list.item(k);
                let Some(read) = self.criterion(criterion, place) else { continue };
                let overlaps =
                    |other: &Criterion| other.id == read.id && overlap(other.valid, read.valid);
                if LOOKS && criteria.iter().any(overlaps) {
                    self.fault(place, || Fault::Overlap { name: read.id.to_string() });
                }
                criteria.push(read);
            }
            roles.push(Role {
                id: role.id.clone(),
                parent: role.parent.clone(),
                valid: role.valid,
                lead,
                criteria,
            });
        }
        roles
    }

    fn criterion(&mut self, criterion: &rules::Criterion, place: &Place<'_>) -> Option<Criterion> {
        self.validity(&place.at("valid"), criterion.valid);
        let must = match &criterion.must {
            Some(must) => Some(self.expression(must, &place.at("must"))?),
            None if criterion.otherwise == Kind::Later => None,
            None => {
                self.fault(&place.at("must"), || Fault::Missing { what: "what must hold" });
                return None;
            }
        };
        let (parameters, facts) = must.map(|must| self.reads(must)).unwrap_or_default();
        Some(Criterion {
            id: criterion.id.clone(),
            must,
            kind: criterion.otherwise,
            valid: criterion.valid,
            review_by: criterion.review_by,
            parameters,
            facts,
        })
    }

    /// The parameters and facts an expression reads.
    fn reads(&self, expression: ExpressionId) -> (Vec<usize>, Vec<usize>) {
        let (mut parameters, mut facts, mut open) = (Vec::new(), Vec::new(), vec![expression]);
        while let Some(e) = open.pop() {
            match &self.expressions[e] {
                Expression::All(members) | Expression::Any(members) => open.extend(members),
                Expression::Not(member) => open.push(*member),
                Expression::Test(test) => {
                    let test = &self.tests[*test];
                    let bounds = test.ranges.iter().flat_map(|(low, high)| [low, high]);
                    parameters.extend(bounds.filter_map(|bound| match bound {
                        Bound::Parameter(parameter) => Some(*parameter),
                        Bound::Value(_) => None,
                    }));
                    if let Subject::Fact(fact) = test.subject {
                        facts.push(fact);
                    }
                }
            }
        }
        for list in [&mut parameters, &mut facts] {
            sort_distinct(list);
        }
        (parameters, facts)
    }

    fn lead(&mut self, role: &rules::JudgedRole, place: &Place<'_>) -> usize {
        match (role.on, &role.lead_days) {
            (LookAt::Application, None) => 0,
            (LookAt::Application, Some(_)) => {
                let expected = "\"on\": \"start\" where lead_days is given";
                self.fault(&place.at("lead_days"), || Fault::WrongValue { expected });
                0
            }
            (LookAt::Start, None) => {
                self.fault(&place.at("lead_days"), || Fault::Missing { what: "lead_days" });
                0
            }
            (LookAt::Start, Some(name)) => {
                let place = &place.at("lead_days");
                let Some(parameter) = self.parameter(name, place) else { return 0 };
                let values = self.parameters[parameter].versions.iter();
                let fits = |value: &Literal| matches!(value, Literal::Int(0..=3660));
                if LOOKS && !values.map(|version| &version.literal).all(fits) {
                    self.fault(place, || Fault::WrongValue { expected: "0 to 3660 days" });
                    return 0;
                }
                let known = self.leads.iter().position(|lead| *lead == Some(parameter));
                known.unwrap_or_else(|| {
                    self.leads.push(Some(parameter));
                    self.leads.len() - 1
                })
            }
        }
    }

    fn validity(&mut self, place: &Place<'_>, valid: Validity) {
        if LOOKS
            && let (Some(from), Some(to)) = (valid.from, valid.to)
            && from >= to
        {
            self.fault(place, || Fault::Backwards);
        }
    }
}

fn overlap(one: Validity, other: Validity) -> bool {
    let starts_before_end = |a: Validity, b: Validity| match (a.from, b.to) {
        (Some(from), Some(to)) => from < to,
        _ => true,
    };
    starts_before_end(one, other) && starts_before_end(other, one)
}
