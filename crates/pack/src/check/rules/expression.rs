//! Expressions: one thing each, over names that exist, with values of the right type.

use std::collections::BTreeMap;

use model::rules::{Expression, Literal, Operand, Parameter, Question, QuestionKind, Rules};

use crate::fault::Faults;
use crate::nearest::hint;
use crate::tree::Spot;

use super::questions::kind;
use super::uses::Uses;

/// What can be compared, and with what.
#[derive(Clone, Copy)]
enum Subject<'r> {
    Question(&'r Question),
    Fact(&'r str),
}

impl Subject<'_> {
    fn kind(self) -> QuestionKind {
        match self {
            Self::Question(question) => question.kind,
            Self::Fact(_) => QuestionKind::Int,
        }
    }

    fn name(self) -> String {
        match self {
            Self::Question(question) => format!("the question \"{}\"", question.id),
            Self::Fact(name) => format!("the fact \"{name}\""),
        }
    }
}

/// Checks expressions against the names of a rule set.
pub struct Checker<'r> {
    rules: &'r Rules,
    questions: BTreeMap<&'r str, &'r Question>,
}

impl<'r> Checker<'r> {
    /// For one rule set.
    pub fn new(rules: &'r Rules) -> Self {
        let questions = rules.questions.iter().map(|question| (question.id.as_str(), question));
        Self { rules, questions: questions.collect() }
    }

    /// Checks an expression and all within it; notes what it uses.
    pub fn expression(&self, e: &Expression, at: Spot<'_>, uses: &mut Uses, faults: &mut Faults) {
        let logic: Vec<&str> = [
            ("all", e.all.is_some()),
            ("any", e.any.is_some()),
            ("not", e.not.is_some()),
            ("ref", e.reference.is_some()),
            ("q", e.q.is_some()),
            ("fact", e.fact.is_some()),
        ]
        .into_iter()
        .filter_map(|(key, is_set)| is_set.then_some(key))
        .collect();
        if logic.len() != 1 {
            let found =
                if logic.is_empty() { "none of them".to_owned() } else { logic.join(" and ") };
            let message =
                format!("found {found}; a condition is exactly one of all, any, not, ref, q, fact");
            faults.error(at, message);
        }
        for (key, list) in [("all", &e.all), ("any", &e.any)] {
            let Some(list) = list else { continue };
            if list.is_empty() {
                faults.error(
                    at.key(key),
                    format!("\"{key}\" is empty; at least one condition is needed"),
                );
            }
            for (index, inner) in list.iter().enumerate() {
                self.expression(inner, at.key(key).index(index), uses, faults);
            }
        }
        if let Some(inner) = &e.not {
            self.expression(inner, at.key("not"), uses, faults);
        }
        if let Some(name) = &e.reference {
            uses.conditions.insert(name.clone());
            let names = self.rules.conditions.keys().map(String::as_str);
            known("condition", name, names, at.key("ref"), faults);
        }
        self.comparison(e, at, uses, faults);
    }

    fn comparison(&self, e: &Expression, at: Spot<'_>, uses: &mut Uses, faults: &mut Faults) {
        let operators: Vec<&str> = [
            ("is", e.is.is_some()),
            ("one_of", e.one_of.is_some()),
            ("has", e.has.is_some()),
            ("at_least", e.at_least.is_some()),
            ("at_most", e.at_most.is_some()),
            ("between", e.between.is_some()),
        ]
        .into_iter()
        .filter_map(|(key, is_set)| is_set.then_some(key))
        .collect();
        let subject = match (&e.q, &e.fact) {
            (Some(id), _) => {
                uses.questions.insert(id.to_string());
                // An unknown question is told with the other names.
                self.questions.get(id.as_str()).copied().map(Subject::Question)
            }
            (None, Some(name)) => {
                uses.facts.insert(name.clone());
                let names = self.rules.facts.keys().map(String::as_str);
                known("fact", name, names, at.key("fact"), faults)
                    .then_some(Subject::Fact(name.as_str()))
            }
            (None, None) => {
                for operator in operators {
                    let message = format!(
                        "\"{operator}\" compares a question (q) or a fact, and there is none"
                    );
                    faults.error(at.at_key(operator), message);
                }
                return;
            }
        };
        if operators.len() != 1 {
            let found = if operators.is_empty() {
                "none of them".to_owned()
            } else {
                operators.join(" and ")
            };
            let message = format!(
                "found {found}; a comparison is exactly one of is, one_of, has, at_least, at_most, between"
            );
            faults.error(at, message);
        }
        let Some(subject) = subject else { return };
        let allowed: &[&str] = match subject.kind() {
            QuestionKind::Bool => &["is"],
            QuestionKind::One => &["is", "one_of"],
            QuestionKind::Many => &["has"],
            QuestionKind::Int => &["is", "one_of", "at_least", "at_most", "between"],
            QuestionKind::Date => &["is", "one_of", "at_least", "at_most", "between"],
            QuestionKind::Periods => &[],
        };
        for operator in operators.iter().filter(|operator| !allowed.contains(operator)) {
            let allowed =
                if allowed.is_empty() { "a fact over it".to_owned() } else { allowed.join(", ") };
            let message = format!(
                "\"{operator}\" does not fit {}, which is {}; allowed: {allowed}",
                subject.name(),
                kind(subject.kind())
            );
            faults.error(at.at_key(operator), message);
        }
        let may = |operator: &str| allowed.contains(&operator);
        if let Some(value) = e.is.as_ref().filter(|_| may("is")) {
            self.literal(subject, value, at.key("is"), faults);
        }
        for (index, value) in e.one_of.iter().flatten().enumerate().filter(|_| may("one_of")) {
            self.literal(subject, value, at.key("one_of").index(index), faults);
        }
        if e.one_of.as_ref().is_some_and(Vec::is_empty) {
            faults.error(at.key("one_of"), "\"one_of\" is empty");
        }
        if let Some(option) = e.has.as_ref().filter(|_| may("has")) {
            self.literal(subject, &Literal::Option(option.clone()), at.key("has"), faults);
        }
        for (key, operand) in [("at_least", &e.at_least), ("at_most", &e.at_most)] {
            if let Some(operand) = operand.as_ref().filter(|_| may(key)) {
                self.operand(subject, operand, at.key(key), uses, faults);
            }
        }
        if let Some((first, last)) = e.between.as_ref().filter(|_| may("between")) {
            let at = at.key("between");
            self.operand(subject, first, at.index(0), uses, faults);
            self.operand(subject, last, at.index(1), uses, faults);
            let turned = match (first, last) {
                (Operand::Literal(Literal::Int(a)), Operand::Literal(Literal::Int(b))) => a > b,
                (Operand::Literal(Literal::Date(a)), Operand::Literal(Literal::Date(b))) => a > b,
                _ => false,
            };
            if turned {
                faults.error(at, "the second value is less than the first");
            }
        }
    }

    fn operand(
        &self,
        subject: Subject<'_>,
        operand: &Operand,
        at: Spot<'_>,
        uses: &mut Uses,
        faults: &mut Faults,
    ) {
        match operand {
            Operand::Literal(value) => self.literal(subject, value, at, faults),
            Operand::Parameter(Parameter { param }) => {
                uses.parameters.insert(param.clone());
                let names = self.rules.parameters.keys().map(String::as_str);
                if known("parameter", param, names, at.key("param"), faults) {
                    let versions = self.rules.parameters.get(param).into_iter().flatten();
                    let wrong = versions
                        .map(|version| &version.value)
                        .find(|value| !fits(subject.kind(), value));
                    if let Some(value) = wrong {
                        let message = format!(
                            "the parameter \"{param}\" is {}, but {} is {}",
                            super::literal(value),
                            subject.name(),
                            kind(subject.kind())
                        );
                        faults.error(at, message);
                    }
                }
            }
        }
    }

    fn literal(&self, subject: Subject<'_>, value: &Literal, at: Spot<'_>, faults: &mut Faults) {
        let options = match subject {
            Subject::Question(question) => question.options.as_slice(),
            Subject::Fact(_) => &[],
        };
        match value {
            Literal::Option(option) if !options.is_empty() && !options.contains(option) => {
                let hint = hint(option, options.iter().map(String::as_str));
                let message = format!("{} has no option \"{option}\"{hint}", subject.name());
                faults.error(at, message);
            }
            value if !fits(subject.kind(), value) => {
                let allowed = match subject.kind() {
                    QuestionKind::Bool => "true or false".to_owned(),
                    QuestionKind::One | QuestionKind::Many => options.join(", "),
                    QuestionKind::Int => "a whole number".to_owned(),
                    QuestionKind::Date | QuestionKind::Periods => {
                        "a day like 2026-11-21".to_owned()
                    }
                };
                let message = format!(
                    "found {} for {}, allowed: {allowed}",
                    super::literal(value),
                    subject.name()
                );
                faults.error(at, message);
            }
            _ => {}
        }
    }
}

fn fits(kind: QuestionKind, value: &Literal) -> bool {
    match kind {
        QuestionKind::Bool => matches!(value, Literal::Bool(_)),
        QuestionKind::One | QuestionKind::Many => matches!(value, Literal::Option(_)),
        QuestionKind::Int => matches!(value, Literal::Int(_)),
        QuestionKind::Date | QuestionKind::Periods => matches!(value, Literal::Date(_)),
    }
}

/// Whether a name is known; says so if not.
fn known<'a>(
    what: &str,
    name: &str,
    names: impl Iterator<Item = &'a str> + Clone,
    at: Spot<'_>,
    faults: &mut Faults,
) -> bool {
    let is_known = names.clone().any(|other| other == name);
    if !is_known {
        faults.error(at, format!("unknown {what} \"{name}\"{}", hint(name, names)));
    }
    is_known
}
