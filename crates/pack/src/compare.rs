//! Whose verdict or wording a change of a pack alters.
//!
//! Golden people are judged by both rule sets on their own days. Beyond them,
//! both rule sets are put into one, the earlier roles under other names, and
//! the engine looks for answers for which a role and its earlier self come
//! out differently: exact over all combinations, with an example.

use std::collections::BTreeMap;
use std::rc::Rc;

use eligibility::verify::difference;
use eligibility::{Answers, Assessment, CriterionState, Quiz, ReviewPolicy, Ruleset, Scope};
use model::Date;
use model::pack::About;
use model::rules::{Expression, Operand, Rules};

use crate::answers;
use crate::draft::{self, Draft, Typed};
use crate::editor::{Scenarios, Texts};
use crate::fault::{Fault, Faults};
use crate::folder::Folder;
use crate::prove::{golden, in_words};

/// The words that a visitor reads of a criterion that is not met.
const PARTS: [&str; 4] = ["title", "not_met", "find_out", "change"];

/// What is compared of a pack: its rules and their words. Everything else may have any form.
#[derive(Clone, Debug)]
pub struct Judged {
    /// When it was read.
    pub about: About,
    /// Its rules.
    pub rules: Rules,
    /// Its words, in English.
    pub texts: Texts,
    /// Its golden people.
    pub scenarios: Scenarios,
    ruleset: Rc<Ruleset>,
}

/// A verdict or text that a change alters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// Who: a golden person.
    pub who: String,
    /// The judged roles for which it is altered alike.
    pub roles: Vec<String>,
    /// The verdict, or a text, before.
    pub before: String,
    /// The verdict, or a text, after.
    pub after: String,
}

/// What is altered for golden people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alterations {
    /// The verdict.
    pub verdicts: Vec<Altered>,
    /// Only the words of its reasons.
    pub wordings: Vec<Altered>,
}

/// What a change does to a role over all combinations of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// No headline differs.
    None,
    /// The role is new.
    New,
    /// The role is gone.
    Gone,
    /// For some answers the verdict is another.
    Differs {
        /// The answers, in the form they are read in.
        answers: String,
        /// The verdict before, in words.
        before: String,
        /// The verdict after, in words.
        after: String,
    },
    /// It cannot be told over all combinations, for this reason.
    Unknown(String),
}

impl Judged {
    /// Reads what is compared of a pack.
    ///
    /// # Errors
    /// Why it cannot be read: it has faults, or a form that this program does not read.
    pub fn new(folder: &Folder) -> Result<Self, Vec<Fault>> {
        let wanted = ["pack.json", "rules.json", "texts/en.json", "scenarios.json"];
        let mut folder = folder.clone();
        folder.files.retain(|path, _| wanted.contains(&path.as_str()));
        let mut faults = Faults::default();
        // What is missing or odd about the rest of the pack is nothing to this.
        let documents = draft::documents(&folder, &mut Faults::default());
        let draft = Draft::new(&folder, &documents, &mut faults);
        let (Some(about), Some(rules), Some(texts)) =
            (value(&draft.about), value(&draft.rules), value(&draft.texts.get("en").cloned()))
        else {
            for missing in wanted.iter().take(3).filter(|path| !folder.files.contains_key(**path)) {
                faults.file_error(&folder.name, (1, 1), format!("the file {missing} is missing"));
            }
            return Err(faults.into_sorted());
        };
        let ruleset = match Ruleset::new(&rules) {
            Ok(ruleset) => Rc::new(ruleset),
            Err(errors) => {
                let spot = draft.rules.as_ref().map(|rules| rules.spot);
                for (error, spot) in errors.iter().zip(std::iter::repeat(spot)) {
                    let Some(spot) = spot else { continue };
                    faults.error(spot.follow(&error.path), error.fault.to_string());
                }
                return Err(faults.into_sorted());
            }
        };
        let scenarios = value(&draft.scenarios).unwrap_or_default();
        Ok(Self { about, rules, texts, scenarios, ruleset })
    }

    fn quiz(&self, on: Date) -> Quiz {
        let review = ReviewPolicy { review_by: Some(self.about.review_by) };
        Quiz::new(Rc::clone(&self.ruleset), on, review)
    }

    /// The words of a criterion that is not met, by their keys.
    fn words(&self, role: &str, rule: &str) -> BTreeMap<&'static str, (String, &str)> {
        let part = |part: &'static str| {
            let own = format!("rule.{rule}@{role}.{part}");
            let key =
                if self.texts.contains_key(&own) { own } else { format!("rule.{rule}.{part}") };
            let text = self.texts.get(&key)?;
            Some((part, (key, text.as_str())))
        };
        PARTS.into_iter().filter_map(part).collect()
    }
}

fn value<T: Clone>(typed: &Option<Typed<'_, T>>) -> Option<T> {
    typed.as_ref().map(|typed| typed.value.clone())
}

/// The golden people of the later pack whose verdict or whose reasons' wording a change alters.
///
/// Answers to questions that the earlier rules do not have are left out there.
pub fn people(before: &Judged, after: &Judged) -> Alterations {
    let mut alterations = Alterations::default();
    let mut quizzes: BTreeMap<Date, [Quiz; 2]> = BTreeMap::new();
    for golden in golden(&after.scenarios) {
        let on = golden.scenario.on;
        let quizzes = quizzes.entry(on).or_insert_with(|| [before.quiz(on), after.quiz(on)]);
        let judged = |side: usize, rules: &Rules| {
            quizzes[side].evaluate(&golden.answers_to(rules), &Scope::all())
        };
        let sides = [judged(0, &before.rules), judged(1, &after.rules)];
        for role in roles(before, after) {
            let [was, is] = sides
                .each_ref()
                .map(|side: &Assessment| side.role(role).map_or("-".to_owned(), in_words));
            let who = &golden.scenario.name;
            if was != is {
                note(&mut alterations.verdicts, who, role, was, is);
                continue;
            }
            let criteria = sides[1].role(role).into_iter().flat_map(|verdict| &verdict.criteria);
            for failing in criteria.filter(|one| one.state == CriterionState::Fails) {
                let words = [before, after].map(|side| side.words(role, failing.rule.as_str()));
                for part in PARTS {
                    let [was, is] = words.each_ref().map(|words| words.get(part));
                    if was.map(|(_, text)| text) != is.map(|(_, text)| text) {
                        let [was, is] = [was, is].map(|text| {
                            text.map_or("-".to_owned(), |(key, text)| format!("{key}: {text}"))
                        });
                        note(&mut alterations.wordings, who, role, was, is);
                    }
                }
            }
        }
    }
    alterations
}

/// Notes an alteration beside those of the same person that are alike.
fn note(all: &mut Vec<Altered>, who: &str, role: &str, before: String, after: String) {
    let alike = all.iter_mut().rev().take_while(|one| one.who == who);
    let mut alike = alike.filter(|one| one.before == before && one.after == after);
    if let Some(alike) = alike.next() {
        return alike.roles.push(role.to_owned());
    }
    all.push(Altered { who: who.to_owned(), roles: vec![role.to_owned()], before, after });
}

/// Every judged role of both packs, the later one's first.
fn roles<'p>(before: &'p Judged, after: &'p Judged) -> Vec<&'p str> {
    let ids = |judged: &'p Judged| judged.rules.roles.iter().map(|role| role.id.as_str());
    let gone = ids(before).filter(|id| !ids(after).any(|other| other == *id));
    ids(after).chain(gone).collect()
}

/// What a change does to every role on a day, over all combinations of answers.
pub fn combinations<'p>(before: &'p Judged, after: &'p Judged, on: Date) -> Vec<(&'p str, Change)> {
    let both = both(&before.rules, &after.rules).and_then(|rules| {
        Ruleset::new(&rules)
            .map_err(|errors| errors.first().map(ToString::to_string).unwrap_or_default())
    });
    let review = ReviewPolicy { review_by: Some(after.about.review_by) };
    let both = both.map(|rules| Quiz::new(Rc::new(rules), on, review));
    let sides = [before, after].map(|side| (&side.rules, side.quiz(on)));
    let change = |role: &str| {
        let has = |judged: &Judged| judged.rules.roles.iter().any(|other| other.id == role);
        match (has(before), has(after), &both) {
            (false, ..) => Change::New,
            (_, false, _) => Change::Gone,
            (.., Err(why)) => Change::Unknown(why.clone()),
            (.., Ok(quiz)) => match difference(quiz, &earlier(role), role) {
                None => Change::None,
                Some(answers) => {
                    let [before, after] =
                        sides.each_ref().map(|side| headline(side, role, &answers));
                    Change::Differs {
                        answers: answers::to_json(&answers).to_string(),
                        before,
                        after,
                    }
                }
            },
        }
    };
    roles(before, after).into_iter().map(|role| (role, change(role))).collect()
}

fn headline((rules, quiz): &(&Rules, Quiz), role: &str, answers: &Answers) -> String {
    let known = |id: &str| rules.questions.iter().any(|question| question.id.as_str() == id);
    let answers: Answers = answers
        .iter()
        .filter(|(id, _)| known(id.as_str()))
        .map(|(id, answer)| (id.clone(), answer.clone()))
        .collect();
    let assessment = quiz.evaluate(&answers, &Scope::of([role]));
    assessment.role(role).map_or("-".to_owned(), in_words)
}

/// The name of a role, fact, condition or parameter of the earlier rules among the later ones.
fn earlier(name: &str) -> String {
    format!("{name} before")
}

/// Both rule sets in one: questions shared, all else of the earlier one under other names.
fn both(before: &Rules, after: &Rules) -> Result<Rules, String> {
    let mut both = after.clone();
    for question in &before.questions {
        let Some(now) = both.questions.iter_mut().find(|other| other.id == question.id) else {
            both.questions.push(question.clone());
            continue;
        };
        if now.kind != question.kind || now.ask_if != question.ask_if {
            return Err(format!(
                "the question \"{}\" is asked in another way, so the answers cannot be compared",
                question.id
            ));
        }
        for option in &question.options {
            if !now.options.contains(option) {
                now.options.push(option.clone());
            }
        }
    }
    // A group or an order that is gone must not keep the questions from being read.
    for group in &before.groups {
        if !both.groups.iter().any(|other| other.id == group.id) {
            both.groups.push(group.clone());
        }
    }
    for (name, fact) in &before.facts {
        both.facts.insert(earlier(name), fact.clone());
    }
    for (name, versions) in &before.parameters {
        both.parameters.insert(earlier(name), versions.clone());
    }
    let renamer = Renamer { before, after };
    for (name, condition) in &before.conditions {
        both.conditions.insert(earlier(name), renamer.expression(condition));
    }
    for role in &before.roles {
        let mut role = role.clone();
        role.id = earlier(&role.id);
        role.lead_days = role.lead_days.as_deref().map(earlier);
        for criterion in &mut role.criteria {
            criterion.must = criterion.must.as_ref().map(|must| renamer.expression(must));
        }
        both.roles.push(role);
    }
    Ok(both)
}

struct Renamer<'r> {
    before: &'r Rules,
    after: &'r Rules,
}

impl Renamer<'_> {
    fn expression(&self, expression: &Expression) -> Expression {
        let list = |list: &Option<Vec<Expression>>| {
            list.as_ref().map(|list| list.iter().map(|one| self.expression(one)).collect())
        };
        Expression {
            all: list(&expression.all),
            any: list(&expression.any),
            not: expression.not.as_ref().map(|not| Box::new(self.expression(not))),
            reference: expression.reference.as_deref().map(earlier),
            fact: expression.fact.as_deref().map(|fact| self.fact(fact)),
            at_least: expression.at_least.as_ref().map(operand),
            at_most: expression.at_most.as_ref().map(operand),
            between: expression.between.as_ref().map(|(low, high)| (operand(low), operand(high))),
            ..expression.clone()
        }
    }

    /// A fact that did not change keeps its name, so that both sides read one number.
    fn fact(&self, name: &str) -> String {
        let is_same = self.before.facts.get(name) == self.after.facts.get(name);
        if is_same { name.to_owned() } else { earlier(name) }
    }
}

fn operand(operand: &Operand) -> Operand {
    match operand {
        Operand::Literal(literal) => Operand::Literal(literal.clone()),
        Operand::Parameter(parameter) => {
            let mut parameter = parameter.clone();
            parameter.param = earlier(&parameter.param);
            Operand::Parameter(parameter)
        }
    }
}
