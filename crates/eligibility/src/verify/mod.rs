//! Checks rules as a whole: not whether they can be read, but whether they make sense.
//!
//! Every role is one diagram, so what follows is exact over all combinations of
//! answers, not sampled: an outcome that nothing leads to, a criterion that can
//! never fail or always does, one whose removal would change nothing, a
//! question no role depends on. It is checked as the rules stand on the day and
//! after each announced change. Causes come before what merely follows from
//! them.

mod scenario;
mod witness;

pub use scenario::{ScenarioPair, suggest_scenarios};

use std::collections::BTreeSet;
use std::fmt;

use model::Date;
use model::id::{QuestionId, RuleId};
use model::rules::{Kind, QuestionKind};

use crate::answer::Answers;
use crate::diagram::{FALSE, IMPOSSIBLE, Join, Node, Reduced, TRUE, UNDECIDABLE};
use crate::quiz::{Quiz, Scope};
use crate::ruleset::{Ruleset, VariableKind};
use crate::shape::Shape;
use crate::verdict::Headline;
use crate::view::{Known, View};

/// How far ahead announced changes are looked at: 20 years.
const HORIZON: i32 = 7305;

/// Something that does not make sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The first day on which it is so.
    pub on: Date,
    /// What.
    pub what: Sense,
    /// Answers that show it, where there are any.
    pub witness: Option<Answers>,
}

/// What does not make sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sense {
    /// The two evaluators disagree: a fault of the engine, not of the rules.
    EvaluatorsDisagree {
        /// The role.
        role: String,
    },
    /// Too many combinations to be checked.
    TooComplex {
        /// The role.
        role: String,
    },
    /// No answers satisfy all constraints.
    Contradiction,
    /// A parameter has no value on the day, though it has one on others.
    ParameterGap {
        /// Its name.
        parameter: String,
    },
    /// A criterion's versions leave days without any between them.
    CriterionGap {
        /// The role.
        role: String,
        /// The criterion.
        rule: RuleId,
        /// First day without.
        from: Date,
        /// First day with it again.
        to: Date,
    },
    /// The role exists on no day from now on.
    NeverOpen {
        /// The role.
        role: String,
    },
    /// The criterion fails whatever is answered.
    AlwaysFails {
        /// The role.
        role: String,
        /// The criterion.
        rule: RuleId,
    },
    /// The criterion is met whatever is answered.
    NeverFails {
        /// The role.
        role: String,
        /// The criterion.
        rule: RuleId,
    },
    /// Without the criterion no verdict would differ.
    Covered {
        /// The role.
        role: String,
        /// The criterion.
        rule: RuleId,
        /// Criteria that say as much together.
        by: Vec<RuleId>,
    },
    /// There are criteria of this kind, or none at all, but nothing leads to the headline.
    Unreachable {
        /// The role.
        role: String,
        /// The headline.
        headline: Headline,
    },
    /// No role depends on the question.
    UnusedQuestion {
        /// The question.
        question: QuestionId,
    },
    /// The question's `ask_if` can never hold.
    NeverAsked {
        /// The question.
        question: QuestionId,
    },
    /// No role depends on whether the option is chosen.
    UnusedOption {
        /// A `many` question.
        question: QuestionId,
        /// The option.
        option: String,
    },
    /// Between an upper and a lower limit lies one number that neither has.
    NumberBetween {
        /// The question or fact.
        subject: String,
        /// The number.
        number: i64,
    },
    /// Two roles have the same headline for all answers.
    SameRole {
        /// One.
        one: String,
        /// The other.
        other: String,
    },
}

impl Sense {
    /// Whether another says the same about the same place, perhaps on another day.
    fn is_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Covered { role, rule, .. },
                Self::Covered { role: other_role, rule: other_rule, .. },
            ) => role == other_role && rule == other_rule,
            _ => self == other,
        }
    }

    /// Whether it may be meant: worth a look, no more.
    pub fn is_doubt(&self) -> bool {
        matches!(
            self,
            Self::SameRole { .. } | Self::NumberBetween { .. } | Self::UnusedOption { .. }
        )
    }
}

impl fmt::Display for Sense {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EvaluatorsDisagree { role } => {
                write!(f, "role \"{role}\": the two evaluators disagree (a fault of the engine)")
            }
            Self::TooComplex { role } => {
                write!(f, "role \"{role}\": too many combinations to be checked")
            }
            Self::Contradiction => f.write_str("no answers satisfy all constraints"),
            Self::ParameterGap { parameter } => {
                write!(f, "parameter \"{parameter}\" has no value on this day")
            }
            Self::CriterionGap { role, rule, from, to } => {
                write!(
                    f,
                    "role \"{role}\", criterion \"{rule}\": no version holds from {from} until before {to}"
                )
            }
            Self::NeverOpen { role } => write!(f, "role \"{role}\" exists on no day from now on"),
            Self::AlwaysFails { role, rule } => {
                write!(f, "role \"{role}\", criterion \"{rule}\": fails whatever is answered")
            }
            Self::NeverFails { role, rule } => {
                write!(f, "role \"{role}\", criterion \"{rule}\": can never fail")
            }
            Self::Covered { role, rule, by } => {
                let by: Vec<&str> = by.iter().map(RuleId::as_str).collect();
                let by = by.join(", ");
                write!(
                    f,
                    "role \"{role}\", criterion \"{rule}\": changes no verdict, covered by {by}"
                )
            }
            Self::Unreachable { role, headline } => {
                write!(f, "role \"{role}\": no answers lead to \"{headline}\"")
            }
            Self::UnusedQuestion { question } => {
                write!(f, "question \"{question}\": no role depends on it")
            }
            Self::NeverAsked { question } => {
                write!(f, "question \"{question}\": its ask_if can never hold")
            }
            Self::UnusedOption { question, option } => {
                write!(f, "question \"{question}\", option \"{option}\": no role depends on it")
            }
            Self::NumberBetween { subject, number } => {
                write!(
                    f,
                    "\"{subject}\": {number} lies between two limits; is one of them off by one?"
                )
            }
            Self::SameRole { one, other } => {
                write!(f, "roles \"{one}\" and \"{other}\" have the same verdict for all answers")
            }
        }
    }
}

/// Checks the rules of a quiz as a whole, from its day on.
pub fn verify(quiz: &Quiz) -> Vec<Finding> {
    let rules = &*quiz.rules;
    let today = quiz.today.days();
    let mut findings: Vec<Finding> = Vec::new();
    let mut days = vec![today];
    days.extend(quiz.epochs.changes(today, today.saturating_add(HORIZON)));
    check_validity(rules, quiz.today, &mut findings);
    for day in days {
        let on = Date::from_days(day);
        let mut found = Vec::new();
        check_day(quiz, day, &mut found);
        for (what, witness) in found {
            if !findings.iter().any(|known| known.what.is_same_as(&what)) {
                findings.push(Finding { on, what, witness });
            }
        }
    }
    findings
}

type Found = Vec<(Sense, Option<Answers>)>;

fn check_validity(rules: &Ruleset, today: Date, findings: &mut Vec<Finding>) {
    let mut find = |what| findings.push(Finding { on: today, what, witness: None });
    for role in &rules.roles {
        if role.valid.to.is_some_and(|to| to <= today) {
            find(Sense::NeverOpen { role: role.id.clone() });
        }
        for (i, criterion) in role.criteria.iter().enumerate() {
            let Some(to) = criterion.valid.to else { continue };
            // The next version of the same criterion, if there is one.
            let others = role.criteria.iter().enumerate();
            let others = others.filter(|(k, other)| *k != i && other.id == criterion.id);
            let later = others.filter_map(|(_, other)| other.valid.from).filter(|from| *from >= to);
            if let Some(from) = later.min().filter(|from| *from > to) {
                find(Sense::CriterionGap {
                    role: role.id.clone(),
                    rule: criterion.id.clone(),
                    from: to,
                    to: from,
                });
            }
        }
    }
}

/// Everything about the rules as they stand on one day.
fn check_day(quiz: &Quiz, day: i32, found: &mut Found) {
    let rules = &*quiz.rules;
    let view = quiz.view(day, quiz.every_constraint());
    for parameter in &rules.parameters {
        if parameter.on(day).is_none() {
            found.push((Sense::ParameterGap { parameter: parameter.name.clone() }, None));
        }
    }
    let open = view.known(
        rules,
        &quiz.read(&Answers::new()),
        quiz.today,
        &mut quiz.memory.borrow_mut().reach,
    );
    let possible =
        |root: Node| quiz.memory.borrow_mut().reach.values(&view.shape.diagrams, root, &open.masks);
    if possible(view.shape.allowed) & 1 << TRUE == 0 {
        found.push((Sense::Contradiction, None));
        return;
    }
    for role in 0..rules.roles.len() {
        if rules.roles[role].valid.contains(Date::from_days(day)) {
            check_role(quiz, &view, role, &open, &possible, found);
            cross_check(quiz, &view, role, found);
        }
    }
    check_questions(quiz, &view, &open, &possible, found);
    check_limits(rules, &view, found);
    check_same(rules, &view, &open, found);
}

fn check_role(
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
    for headline in kinds.into_iter().filter(|headline| reached >> *headline as u8 & 1 == 0) {
        found.push((Sense::Unreachable { role: judged.id.clone(), headline }, None));
    }
    // Below the best that can come out, no criterion can matter: the cause is named above.
    let best = reached.trailing_zeros() as u8;
    let weak = shape.criteria.iter().map(|criterion| criterion.index).filter(|index| {
        let failed = Headline::of(judged.criteria[*index].kind);
        best > 0 && failed.is_some_and(|failed| failed as u8 <= best)
    });
    never.extend(weak);
    check_covered(quiz, view, role, &open.masks, &never, found);
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
fn cross_check(quiz: &Quiz, view: &View, role: usize, found: &mut Found) {
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

fn check_questions(
    quiz: &Quiz,
    view: &View,
    open: &Known,
    possible: &dyn Fn(Node) -> u8,
    found: &mut Found,
) {
    let rules = &*quiz.rules;
    let shape: &Shape = &view.shape;
    let on = Date::from_days(view.day);
    let mut used = vec![false; rules.variables.len()];
    let mut reduced = Reduced::default();
    for (role, shaped) in shape.roles.iter().enumerate() {
        // What an expired criterion reads is not unused.
        let expired = rules.roles[role].criteria.iter().zip(&quiz.expired[role]);
        let is_open = rules.roles[role].valid.contains(on);
        if !is_open || expired.into_iter().any(|(_, expired)| *expired) {
            quiz.variables_of_role[role].iter().for_each(|v| used[*v] = true);
        }
        reduced.clear(used.len());
        reduced.add(&shape.diagrams, shaped.headline.plain, &open.masks);
        reduced.support().for_each(|v| used[v] = true);
    }
    for (q, question) in rules.questions.iter().enumerate() {
        let id = || question.id.clone();
        if possible(shape.applies[q]) & 1 << TRUE == 0 {
            found.push((Sense::NeverAsked { question: id() }, None));
        } else if !question.variables.iter().any(|v| used[*v]) {
            found.push((Sense::UnusedQuestion { question: id() }, None));
        } else if question.kind == QuestionKind::Many {
            for v in question.variables.iter().filter(|v| !used[**v]) {
                if let VariableKind::Option(option) = rules.variables[*v].kind {
                    let option = question.options[option].clone();
                    found.push((Sense::UnusedOption { question: id(), option }, None));
                }
            }
        }
    }
}

/// "17 or less" beside "19 or more" leaves 18 out.
fn check_limits(rules: &Ruleset, view: &View, found: &mut Found) {
    let leads = view.epoch.leads.len();
    let of = |test: usize, lead: usize| view.epoch.comparison(test, lead);
    for (i, test) in rules.tests.iter().enumerate() {
        for lead in 0..leads {
            let Some(comparison) = of(i, lead) else { continue };
            let [(i64::MIN, high)] = comparison.ranges[..] else { continue };
            let Some(number) = high.checked_add(1) else { continue };
            let same = (0..rules.tests.len()).filter_map(|other| of(other, lead)).filter(|other| {
                other.target == comparison.target && other.gauge == comparison.gauge
            });
            let mut is_between = false;
            let mut is_named = false;
            for (low, high) in same.flat_map(|other| &other.ranges) {
                is_between |= *low == number + 1 && *high == i64::MAX;
                is_named |= *low == number || *high == number;
            }
            if is_between && !is_named {
                let subject = rules.name_of(test.subject);
                found.push((Sense::NumberBetween { subject, number }, None));
            }
        }
    }
}

fn check_same(rules: &Ruleset, view: &View, known: &Known, found: &mut Found) {
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
