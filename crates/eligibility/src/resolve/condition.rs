//! Conditions: trees of names become shared expressions, comparisons become ranges.

use model::rules::{self, Literal, Operand, Parameter, QuestionKind};

use super::place::Place;
use super::{LOOKS, Reader};
use crate::error::Fault;
use crate::ruleset::{Bound, Expression, ExpressionId, Subject, Test};

/// How far the reading of a named condition has come.
#[derive(Clone, Copy)]
pub(super) enum Named {
    /// Not begun.
    New,
    /// Begun; meeting it again means a circle.
    Begun,
    /// Read, or found faulty.
    Read(Option<ExpressionId>),
}

/// What a comparison may compare with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scale {
    Number,
    Day,
}

impl<'r> Reader<'r> {
    pub(super) fn conditions(&mut self) {
        let rules = self.rules;
        for name in rules.conditions.keys() {
            self.named(name, &Place::root("conditions").at(name));
        }
    }

    fn named(&mut self, name: &str, place: &Place<'_>) -> Option<ExpressionId> {
        let rules = self.rules;
        let found = rules.conditions.iter().position(|(known, _)| known == name);
        let condition = rules.conditions.get(name);
        let (Some(index), Some(condition)) = (found, condition) else {
            let names = rules.conditions.keys().map(String::as_str);
            self.unknown(place, "condition", name, names);
            return None;
        };
        match self.conditions[index] {
            Named::Read(read) => return read,
            Named::Begun => {
                let states = rules.conditions.keys().zip(&self.conditions);
                let begun = states.filter(|(_, state)| LOOKS && matches!(state, Named::Begun));
                let names = begun.map(|(name, _)| name.clone()).collect();
                self.fault(place, || Fault::Circle { names });
                return None;
            }
            Named::New => {}
        }
        self.conditions[index] = Named::Begun;
        let read = self.expression(condition, &Place::root("conditions").at(name));
        self.conditions[index] = Named::Read(read);
        read
    }

    /// Reads a condition. Nothing if it has a fault, which is then noted.
    pub(super) fn expression(
        &mut self,
        expression: &rules::Expression,
        place: &Place<'_>,
    ) -> Option<ExpressionId> {
        let e = expression;
        let logic = [e.all.is_some(), e.any.is_some(), e.not.is_some(), e.reference.is_some()];
        let subjects = usize::from(e.q.is_some()) + usize::from(e.fact.is_some());
        let logic = logic.iter().filter(|set| **set).count();
        let comparisons = [
            e.is.is_some(),
            e.one_of.is_some(),
            e.has.is_some(),
            e.at_least.is_some(),
            e.at_most.is_some(),
            e.between.is_some(),
        ];
        let comparisons = comparisons.iter().filter(|set| **set).count();
        if LOOKS && !matches!((logic, subjects, comparisons), (1, 0, 0) | (0, 1, 1)) {
            self.fault(place, || Fault::NotOneForm);
            return None;
        }
        if let Some(name) = &e.reference {
            return self.named(name, &place.at("ref"));
        }
        if let Some(member) = &e.not {
            let member = self.expression(member, &place.at("not"))?;
            return Some(self.share(Expression::Not(member)));
        }
        for (members, key) in [(&e.all, "all"), (&e.any, "any")] {
            let Some(members) = members else { continue };
            if members.is_empty() {
                let what = if key == "all" { "\"all\"" } else { "\"any\"" };
                self.fault(&place.at(key), || Fault::Empty { what });
                return None;
            }
            let read: Vec<_> = members
                .iter()
                .enumerate()
                .map(|(i, member)| self.expression(member, &place.at(key).item(i)))
                .collect();
            let read: Vec<ExpressionId> = read.into_iter().collect::<Option<_>>()?;
            let read = if key == "all" { Expression::All(read) } else { Expression::Any(read) };
            return Some(self.share(read));
        }
        let test = self.test(e, place)?;
        let test = match self.tests.iter().position(|other| *other == test) {
            Some(test) => test,
            None => {
                self.tests.push(test);
                self.tests.len() - 1
            }
        };
        Some(self.share(Expression::Test(test)))
    }

    /// One expression per meaning, so that what many roles ask is computed once.
    fn share(&mut self, expression: Expression) -> ExpressionId {
        if let Some(id) = self.expressions.iter().position(|known| *known == expression) {
            return id;
        }
        self.expressions.push(expression);
        self.expressions.len() - 1
    }

    fn test(&mut self, e: &rules::Expression, place: &Place<'_>) -> Option<Test> {
        if let Some(name) = &e.fact {
            let Some(fact) = self.facts.iter().position(|fact| fact.name() == name) else {
                let rules = self.rules;
                if !rules.facts.contains_key(name) {
                    let names = rules.facts.keys().map(String::as_str);
                    self.unknown(&place.at("fact"), "fact", name, names);
                }
                return None;
            };
            let ranges = self.ranges(e, place, name, Scale::Number)?;
            return Some(Test { subject: Subject::Fact(fact), ranges });
        }
        let id = e.q.as_ref()?;
        let q = self.question(&place.at("q"), id.as_str())?;
        let name = id.as_str();
        match self.questions[q].kind {
            QuestionKind::Int => {
                let ranges = self.ranges(e, place, name, Scale::Number)?;
                Some(Test { subject: Subject::Value(q), ranges })
            }
            QuestionKind::Date => {
                let ranges = self.ranges(e, place, name, Scale::Day)?;
                Some(Test { subject: Subject::Value(q), ranges })
            }
            QuestionKind::Periods => {
                let allowed = "a days_covered or days_missing fact of it";
                self.wrong_comparison(place, name, allowed)
            }
            QuestionKind::Many => {
                let Some(option) = &e.has else {
                    return self.wrong_comparison(place, name, "has, or a count fact of it");
                };
                let option = self.option(q, option, &place.at("has"))?;
                Some(Test { subject: Subject::Has(q, option), ranges: vec![point(1)] })
            }
            QuestionKind::Bool => {
                let Some(value) = &e.is else {
                    return self.wrong_comparison(place, name, "is");
                };
                let Literal::Bool(value) = value else {
                    self.fault(&place.at("is"), || Fault::WrongValue { expected: "true or false" });
                    return None;
                };
                let ranges = vec![point(i64::from(*value))];
                Some(Test { subject: Subject::Value(q), ranges })
            }
            QuestionKind::One => {
                let (is, one_of) = (place.at("is"), place.at("one_of"));
                let values = match (&e.is, &e.one_of) {
                    (Some(value), _) => vec![(is, value)],
                    (_, Some(values)) => {
                        let values = values.iter().enumerate();
                        values.map(|(i, value)| (one_of.item(i), value)).collect()
                    }
                    _ => return self.wrong_comparison(place, name, "is and one_of"),
                };
                let mut ranges = Vec::with_capacity(values.len());
                for (place, value) in values {
                    let Literal::Option(value) = value else {
                        self.fault(&place, || Fault::WrongValue {
                            expected: "an option of the question",
                        });
                        return None;
                    };
                    ranges.push(point(self.option(q, value, &place)? as i64));
                }
                if ranges.is_empty() {
                    self.fault(&place.at("one_of"), || Fault::Empty { what: "\"one_of\"" });
                    return None;
                }
                Some(Test { subject: Subject::Value(q), ranges })
            }
        }
    }

    fn wrong_comparison(
        &mut self,
        place: &Place<'_>,
        name: &str,
        allowed: &'static str,
    ) -> Option<Test> {
        self.fault(place, || Fault::WrongComparison { subject: name.to_owned(), allowed });
        None
    }

    fn option(&mut self, question: usize, name: &str, place: &Place<'_>) -> Option<usize> {
        let rules = self.rules;
        let options = &rules.questions[question].options;
        let found = options.iter().position(|option| option == name);
        if found.is_none() {
            let names = options.iter().map(String::as_str);
            self.unknown(place, "option", name, names);
        }
        found
    }

    fn ranges(
        &mut self,
        e: &rules::Expression,
        place: &Place<'_>,
        name: &str,
        scale: Scale,
    ) -> Option<Vec<(Bound, Bound)>> {
        let (least, greatest) = (Bound::Value(i64::MIN), Bound::Value(i64::MAX));
        if let Some(value) = &e.is {
            let value = self.literal(value, &place.at("is"), scale)?;
            return Some(vec![(value, value)]);
        }
        if let Some(values) = &e.one_of {
            if values.is_empty() {
                self.fault(&place.at("one_of"), || Fault::Empty { what: "\"one_of\"" });
                return None;
            }
            let mut ranges = Vec::with_capacity(values.len());
            for (i, value) in values.iter().enumerate() {
                let value = self.literal(value, &place.at("one_of").item(i), scale)?;
                ranges.push((value, value));
            }
            return Some(ranges);
        }
        if let Some(low) = &e.at_least {
            return Some(vec![(self.operand(low, &place.at("at_least"), scale)?, greatest)]);
        }
        if let Some(high) = &e.at_most {
            return Some(vec![(least, self.operand(high, &place.at("at_most"), scale)?)]);
        }
        if let Some((low, high)) = &e.between {
            let low = self.operand(low, &place.at("between[0]"), scale)?;
            let high = self.operand(high, &place.at("between[1]"), scale)?;
            if LOOKS
                && let (Bound::Value(low), Bound::Value(high)) = (low, high)
                && low > high
            {
                self.fault(&place.at("between"), || Fault::Backwards);
                return None;
            }
            return Some(vec![(low, high)]);
        }
        let allowed = "is, one_of, at_least, at_most and between";
        self.wrong_comparison(place, name, allowed)?;
        None
    }

    fn literal(&mut self, value: &Literal, place: &Place<'_>, scale: Scale) -> Option<Bound> {
        match (scale, value) {
            (Scale::Number, Literal::Int(value)) => Some(Bound::Value(*value)),
            (Scale::Day, Literal::Date(date)) => Some(Bound::Value(i64::from(date.days()))),
            (Scale::Number, _) => {
                self.fault(place, || Fault::WrongValue { expected: "a whole number" });
                None
            }
            (Scale::Day, _) => {
                self.fault(place, || Fault::WrongValue { expected: "a day like 2026-11-21" });
                None
            }
        }
    }

    fn operand(&mut self, operand: &Operand, place: &Place<'_>, scale: Scale) -> Option<Bound> {
        match operand {
            Operand::Literal(value) => self.literal(value, place, scale),
            Operand::Parameter(Parameter { param }) => {
                let found = self.parameter(param, &place.at("param"))?;
                let literal = self.parameters[found].versions.first().map(|v| v.literal.clone());
                self.literal(&literal?, place, scale)?;
                Some(Bound::Parameter(found))
            }
        }
    }

    pub(super) fn parameter(&mut self, name: &str, place: &Place<'_>) -> Option<usize> {
        let found = self.parameters.iter().position(|parameter| parameter.name == name);
        if found.is_none() {
            let rules = self.rules;
            let names = rules.parameters.keys().map(String::as_str);
            self.unknown(place, "parameter", name, names);
        }
        found
    }
}

fn point(value: i64) -> (Bound, Bound) {
    (Bound::Value(value), Bound::Value(value))
}
