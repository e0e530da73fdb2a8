//! Reads rules: every name becomes an index, every fault gets a place.
//!
//! Nothing stops at the first fault, so that an editor sees all of them. What
//! could later go round in circles (named conditions, `ask_if`, `after`) or
//! grow without bound is refused here; the engine relies on it.

mod condition;
mod place;
mod question;
mod role;

use model::rules::{self, Literal, QuestionKind, Rules};

use self::place::Place;
use crate::epoch::Epochs;
#[cfg(feature = "faults")]
use crate::error::similar;
use crate::error::{Fault, ReadRulesError};
use crate::ordered::sort_distinct;
use crate::ruleset::{
    Constraint, Expression, ExpressionId, Fact, Group, MAX_LIMITS, Parameter, ParameterVersion,
    Question, Ruleset, Subject, Test, Unit, Variable, VariableKind,
};

/// Whether this build looks for faults that do not hinder reading: what stands twice, overlaps or
/// ends before it begins, and what is too much. Pages rely on the build that read the rules before
/// them and found none; a name that means nothing and a circle are refused by all.
const LOOKS: bool = cfg!(feature = "faults");

/// Resolves all names.
pub(crate) fn resolve(rules: &Rules) -> Result<Ruleset, Vec<ReadRulesError>> {
    let mut reader = Reader::new(rules);
    if rules.format != rules::FORMAT {
        reader.fault(&Place::root("format"), || Fault::Format { found: rules.format.clone() });
    }
    let groups = reader.groups();
    reader.parameters();
    reader.questions(&groups);
    reader.facts();
    reader.conditions();
    reader.asking();
    let constraints = reader.constraints();
    let roles = reader.roles();
    let variables = reader.variables();
    if !reader.errors.is_empty() {
        return Err(reader.errors);
    }
    let read = Ruleset {
        version: rules.version.clone(),
        leap: rules.leap,
        groups,
        questions: reader.questions,
        parameters: reader.parameters,
        facts: reader.facts,
        tests: reader.tests,
        expressions: reader.expressions,
        constraints,
        roles,
        leads: reader.leads,
        variables,
    };
    let mut errors = Vec::new();
    for q in crowded(&read) {
        let fault = Fault::TooMany { what: "limits drawn by rules", limit: MAX_LIMITS };
        note(&mut errors, &Place::root("questions").item(q), || fault);
    }
    if errors.is_empty() { Ok(read) } else { Err(errors) }
}

/// Notes a fault with its place.
#[cfg(feature = "faults")]
fn note(errors: &mut Vec<ReadRulesError>, place: &Place<'_>, fault: impl FnOnce() -> Fault) {
    errors.push(ReadRulesError { path: place.path(), fault: fault() });
}

/// Notes that there is a fault: words and places are code that no page needs.
#[cfg(not(feature = "faults"))]
fn note(errors: &mut Vec<ReadRulesError>, _place: &Place<'_>, _fault: impl FnOnce() -> Fault) {
    note_one(errors);
}

#[cfg(not(feature = "faults"))]
fn note_one(errors: &mut Vec<ReadRulesError>) {
    errors.push(ReadRulesError { path: String::new(), fault: Fault::NotTold });
}

/// Puts versions in order; there are few.
fn sort_versions(versions: &mut [ParameterVersion]) {
    for end in 1..versions.len() {
        for i in (0..end).rev() {
            if versions[i].from > versions[i + 1].from {
                versions.swap(i, i + 1);
            }
        }
    }
}

/// Questions about whose answers too much is told apart on some day.
fn crowded(rules: &Ruleset) -> Vec<usize> {
    if !LOOKS {
        return Vec::new();
    }
    let mut questions: Vec<usize> = Vec::new();
    for epoch in Epochs::new(rules).all(rules) {
        for (variable, limits) in rules.variables.iter().zip(&epoch.limits) {
            if limits.len() > MAX_LIMITS {
                questions.extend(&variable.questions);
            }
        }
    }
    sort_distinct(&mut questions);
    questions
}

/// What has been read so far.
struct Reader<'r> {
    rules: &'r Rules,
    errors: Vec<ReadRulesError>,
    parameters: Vec<Parameter>,
    questions: Vec<Question>,
    facts: Vec<Fact>,
    /// How far each named condition has come, in the order of their names.
    conditions: Vec<condition::Named>,
    tests: Vec<Test>,
    expressions: Vec<Expression>,
    leads: Vec<Option<usize>>,
}

impl<'r> Reader<'r> {
    fn new(rules: &'r Rules) -> Self {
        Self {
            rules,
            errors: Vec::new(),
            parameters: Vec::new(),
            questions: Vec::new(),
            facts: Vec::new(),
            conditions: vec![condition::Named::New; rules.conditions.len()],
            tests: Vec::new(),
            expressions: Vec::new(),
            leads: vec![None],
        }
    }

    fn fault(&mut self, place: &Place<'_>, fault: impl FnOnce() -> Fault) {
        note(&mut self.errors, place, fault);
    }

    fn unknown<'n>(
        &mut self,
        place: &Place<'_>,
        what: &'static str,
        name: &str,
        names: impl Iterator<Item = &'n str>,
    ) {
        #[cfg(feature = "faults")]
        let fault = Fault::Unknown { what, name: name.to_owned(), similar: similar(name, names) };
        #[cfg(not(feature = "faults"))]
        let fault = {
            drop((what, name, names));
            Fault::NotTold
        };
        self.fault(place, || fault);
    }

    /// Sensitive groups come last, whatever the author's order.
    fn groups(&mut self) -> Vec<Group> {
        let rules = self.rules;
        for (i, group) in rules.groups.iter().enumerate() {
            if LOOKS && rules.groups[..i].iter().any(|other| other.id == group.id) {
                self.fault(&Place::root("groups").item(i).at("id"), || Fault::Twice {
                    what: "group",
                    name: group.id.clone(),
                });
            }
        }
        let ordered = rules.groups.iter().filter(|group| !group.sensitive);
        let ordered = ordered.chain(rules.groups.iter().filter(|group| group.sensitive));
        ordered.map(|group| Group { id: group.id.clone() }).collect()
    }

    fn parameters(&mut self) {
        let rules = self.rules;
        for (name, versions) in &rules.parameters {
            let mut read = Vec::with_capacity(versions.len());
            if versions.is_empty() {
                self.fault(&Place::root("parameters").at(name), || Fault::Empty {
                    what: "a parameter",
                });
            }
            for (i, version) in versions.iter().enumerate() {
                let parameters = Place::root("parameters");
                let parameter = parameters.at(name);
                let place = parameter.item(i);
                let value = match &version.value {
                    Literal::Int(value) => *value,
                    Literal::Date(date) => i64::from(date.days()),
                    Literal::Bool(_) | Literal::Option(_) => {
                        let expected = "a whole number or a day";
                        self.fault(&place.at("value"), || Fault::WrongValue { expected });
                        continue;
                    }
                };
                let same = std::mem::discriminant(&version.value);
                if LOOKS && std::mem::discriminant(&versions[0].value) != same {
                    let expected = "the same kind of value in every version";
                    self.fault(&place.at("value"), || Fault::WrongValue { expected });
                }
                let to = version.to.map_or(i32::MAX, |to| to.days());
                if LOOKS && to <= version.from.days() {
                    self.fault(&place, || Fault::Backwards);
                }
                read.push(ParameterVersion {
                    from: version.from.days(),
                    to,
                    value,
                    literal: version.value.clone(),
                    cite: version.cite.clone(),
                });
            }
            sort_versions(&mut read);
            for i in 1..read.len() {
                let from = read[i].from;
                let before = &mut read[i - 1];
                // "Until the next one's `from`" is the rule; an explicit end after it is a fault.
                if LOOKS && (before.from == from || (before.to != i32::MAX && before.to > from)) {
                    let fault = Fault::Overlap { name: name.clone() };
                    self.fault(&Place::root("parameters").at(name), || fault);
                }
                before.to = before.to.min(from);
            }
            self.parameters.push(Parameter { name: name.clone(), versions: read });
        }
    }

    fn facts(&mut self) {
        let rules = self.rules;
        for (name, fact) in &rules.facts {
            let facts = Place::root("facts");
            let place = &facts.at(name);
            let spans = [
                (Unit::Years, "completed_years", &fact.completed_years),
                (Unit::Months, "completed_months", &fact.completed_months),
                (Unit::Days, "days", &fact.days),
            ];
            let forms = spans.iter().filter(|(_, _, span)| span.is_some()).count()
                + usize::from(fact.days_covered.is_some())
                + usize::from(fact.days_missing.is_some())
                + usize::from(fact.count.is_some());
            if LOOKS && forms != 1 {
                self.fault(place, || Fault::Missing {
                    what: "exactly one way of computing the fact",
                });
                continue;
            }
            let read = if let Some(of) = &fact.count {
                self.question_of_kind(&place.at("count"), of.as_str(), QuestionKind::Many)
                    .map(|of| Fact::Count { name: name.clone(), of })
            } else if let Some(covered) = &fact.days_covered {
                self.covered(name, &place.at("days_covered"), covered, false)
            } else if let Some(covered) = &fact.days_missing {
                self.covered(name, &place.at("days_missing"), covered, true)
            } else {
                let span = spans
                    .iter()
                    .find_map(|(unit, key, span)| span.as_ref().map(|span| (*unit, *key, span)));
                span.and_then(|(unit, key, span)| {
                    let from = self.question_of_kind(
                        &place.at(key).at("from"),
                        span.from.as_str(),
                        QuestionKind::Date,
                    )?;
                    let Some(to) = &span.to else {
                        return Some(Fact::Since { name: name.clone(), from, unit });
                    };
                    let here = place.at(key);
                    let to =
                        self.question_of_kind(&here.at("to"), to.as_str(), QuestionKind::Date)?;
                    Some(Fact::Between { name: name.clone(), from, to, unit })
                })
            };
            if let Some(read) = read {
                self.facts.push(read);
            }
        }
    }

    fn covered(
        &mut self,
        name: &str,
        place: &Place<'_>,
        covered: &rules::Coverage,
        missing: bool,
    ) -> Option<Fact> {
        let mut of = Vec::new();
        let (first, count) = (place.at("of"), place.at("count"));
        let further = covered.count.iter().enumerate().map(|(i, id)| (count.item(i), id));
        for (place, id) in std::iter::once((first, &covered.of)).chain(further) {
            let question = self.question_of_kind(&place, id.as_str(), QuestionKind::Periods)?;
            if !of.contains(&question) {
                of.push(question);
            }
        }
        if LOOKS && !(1..=100).contains(&covered.window.years) {
            let expected = "a window of 1 to 100 years";
            self.fault(&place.at("window.years"), || Fault::WrongValue { expected });
            return None;
        }
        Some(Fact::Covered { name: name.to_owned(), of, years: covered.window.years, missing })
    }

    fn constraints(&mut self) -> Vec<Constraint> {
        let rules = self.rules;
        let mut constraints = Vec::with_capacity(rules.constraints.len());
        for (i, constraint) in rules.constraints.iter().enumerate() {
            let premise =
                self.expression(&constraint.premise, &Place::root("constraints").item(i).at("if"));
            let then =
                self.expression(&constraint.then, &Place::root("constraints").item(i).at("then"));
            if let (Some(premise), Some(then)) = (premise, then) {
                constraints.push(Constraint { premise, then });
            }
        }
        if LOOKS && constraints.len() > 64 {
            self.fault(&Place::root("constraints"), || Fault::TooMany {
                what: "constraints",
                limit: 64,
            });
        }
        constraints
    }

    /// What is told apart, in the order of questions: variables of one question stand together.
    fn variables(&mut self) -> Vec<Variable> {
        let mut variables: Vec<Variable> = Vec::new();
        for q in 0..self.questions.len() {
            match self.questions[q].kind {
                QuestionKind::Many => {
                    for option in 0..self.questions[q].options.len() {
                        let kind = VariableKind::Option(option);
                        variables.push(Variable { kind, questions: vec![q] });
                    }
                }
                QuestionKind::Periods => {}
                _ => variables.push(Variable { kind: VariableKind::Value, questions: vec![q] }),
            }
            // A fact of several questions stands with the last of them.
            for (fact, read) in self.facts.iter().enumerate() {
                let questions = read.questions();
                if questions.iter().max() != Some(&q) {
                    continue;
                }
                match read {
                    Fact::Between { .. } => {
                        variables.push(Variable { kind: VariableKind::Between(fact), questions });
                    }
                    Fact::Covered { .. } => {
                        for lead in 0..self.leads.len() {
                            let kind = VariableKind::Covered { fact, lead };
                            variables.push(Variable { kind, questions: questions.clone() });
                        }
                    }
                    Fact::Since { .. } | Fact::Count { .. } => {}
                }
            }
        }
        for (v, variable) in variables.iter().enumerate() {
            for q in &variable.questions {
                self.questions[*q].variables.push(v);
            }
        }
        if LOOKS && variables.len() > usize::from(u16::MAX) / 2 {
            let limit = usize::from(u16::MAX) / 2;
            self.fault(&Place::root("questions"), || Fault::TooMany {
                what: "questions and options",
                limit,
            });
        }
        variables
    }

    /// The questions an expression reads, each once.
    fn questions_of(&self, expression: ExpressionId) -> Vec<usize> {
        let mut questions = Vec::new();
        let mut open = vec![expression];
        while let Some(e) = open.pop() {
            match &self.expressions[e] {
                Expression::All(members) | Expression::Any(members) => open.extend(members),
                Expression::Not(member) => open.push(*member),
                Expression::Test(test) => match self.tests[*test].subject {
                    Subject::Value(q) | Subject::Has(q, _) => questions.push(q),
                    Subject::Fact(fact) => questions.extend(self.facts[fact].questions()),
                },
            }
        }
        sort_distinct(&mut questions);
        questions
    }
}
