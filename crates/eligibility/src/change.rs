//! What would change a verdict: the cheapest changes of answers, with or without waiting.
//!
//! Only answers that a person can change by doing something are changed; birth
//! and history stay, and time passes by itself. For today and for each later
//! day on which something changes, the cheapest set of changes that leads to
//! `people` or better is read off the role's diagram in one pass. Up to three
//! are shown, none of which another beats in both what it asks for and when;
//! each is tried out before it is promised.

use model::Date;
use model::id::QuestionId;
use model::rules::{Change, QuestionKind};

use crate::answer::{Answer, Answers};
use crate::diagram::{Diagrams, Node, VALUES};
use crate::partial_date::PartialDate;
use crate::quiz::{Moment, Quiz, Scope};
use crate::reading::{Reading, Readings};
use crate::ruleset::{Question, VariableKind};
use crate::timeline::Timeline;
use crate::verdict::{Headline, Headlines};

/// More ways than this are not shown.
const MOST: usize = 3;

/// A way to a better verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// The answers that would have to be different. Empty where waiting is enough.
    pub changes: Vec<ChangedAnswer>,
    /// The day on which it then works: today, or a later day to wait for.
    pub on: Date,
    /// The effort of all changes together.
    pub effort: u32,
    /// What can then come out.
    pub headlines: Headlines,
    /// The questions that would then still be open.
    pub still_open: Vec<QuestionId>,
}

/// An answer that would have to be different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedAnswer {
    /// The question.
    pub question: QuestionId,
    /// What the answer would have to be.
    pub to: Target,
}

/// What an answer would have to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Yes or no.
    Bool(bool),
    /// One of these options.
    OneOf(Vec<String>),
    /// These options chosen, and those not.
    Many {
        /// To be chosen.
        with: Vec<String>,
        /// Not to be chosen.
        without: Vec<String>,
    },
    /// A number from the first to the second.
    Int(i64, i64),
    /// A day from the first to the second.
    Date(Date, Date),
    /// The question would have to not apply.
    NotApplicable,
}

impl Target {
    /// The answer closest to `now` that reaches it.
    pub fn apply(&self, now: Option<&Answer>) -> Answer {
        match self {
            Self::Bool(value) => Answer::Bool(*value),
            Self::OneOf(options) => Answer::One(options.first().cloned().unwrap_or_default()),
            Self::Many { with, without } => {
                let mut chosen = match now {
                    Some(Answer::Many(chosen)) => chosen.clone(),
                    _ => Default::default(),
                };
                for option in without {
                    chosen.remove(option);
                }
                for option in with {
                    chosen.insert(option.clone());
                }
                Answer::Many(chosen)
            }
            Self::Int(least, greatest) => Answer::Int(match now {
                Some(Answer::Int(now)) => (*now).clamp(*least, *greatest),
                _ => *least,
            }),
            Self::Date(first, last) => Answer::Date(PartialDate::from(match now {
                Some(Answer::Date(now)) => now.first().clamp(*first, *last),
                _ => *last,
            })),
            Self::NotApplicable => Answer::NotApplicable,
        }
    }
}

impl Quiz {
    /// Ways from a verdict of `not_yet` or `not_eligible` to `people` or better: the cheapest
    /// first. Empty if the role is that good already, or nothing a person can do leads there.
    pub fn prospects(&self, answers: &Answers, role: &str) -> Vec<Prospect> {
        let Some(index) = self.rules.role_index(role) else { return Vec::new() };
        if !self.rules.roles[index].valid.contains(self.today) {
            return Vec::new();
        }
        let readings = self.read(answers);
        let timeline = Timeline::new(self, &readings);
        let today = self.moment(&readings, self.today.days());
        if self.outcome(index, &today).best() <= Headline::People {
            return Vec::new();
        }
        let mut ways: Vec<Way> = Vec::new();
        let mut days = vec![self.today.days()];
        days.extend(timeline.days_of_role(index));
        let mut cheapest = u32::MAX;
        for day in days {
            if !self.rules.roles[index].valid.contains(Date::from_days(day)) {
                continue;
            }
            let moment = timeline.moment(day);
            let Some(way) = self.way(index, &moment, &readings, &[]) else { continue };
            if way.cost < cheapest {
                cheapest = way.cost;
                // Another way for each answer that had better stay.
                for (question, _) in &way.classes {
                    ways.extend(self.way(index, &moment, &readings, &[*question]));
                }
                ways.push(way);
            }
            if cheapest == 0 {
                break;
            }
        }
        let mut kept: Vec<Way> = Vec::new();
        while let Some(i) = (0..ways.len()).min_by_key(|i| (ways[*i].cost, ways[*i].day)) {
            let way = ways.remove(i);
            let beaten = kept.iter().any(|other| {
                other.day <= way.day
                    && other.classes.iter().all(|(q, _)| way.classes.iter().any(|(o, _)| o == q))
            });
            if !beaten {
                kept.push(way);
            }
        }
        let prospects = kept.iter().filter_map(|way| {
            self.prospect(role, answers, &timeline.moment(way.day), &readings, way)
        });
        prospects.take(MOST).collect()
    }

    /// The cheapest changes with which a role can be `people` or better at a moment.
    fn way(
        &self,
        role: usize,
        moment: &Moment,
        readings: &Readings,
        fixed: &[usize],
    ) -> Option<Way> {
        let shape = &moment.view.shape;
        let rules = &*self.rules;
        let open = self.reachable(moment, readings);
        let price = |v: usize| {
            let variable = &rules.variables[v];
            let [q] = variable.questions.as_slice() else { return None };
            let question = &rules.questions[*q];
            let can_change = question.change == Change::Act
                && question.kind != QuestionKind::Periods
                && readings.of[*q].is_known()
                && !fixed.contains(q);
            can_change.then_some((*q, question.effort))
        };
        let costs =
            Costs::new(&shape.diagrams, shape.roles[role].headline.guarded, moment, &open, &price);
        let (cost, path) = costs.cheapest()?;
        let mut classes: Vec<(usize, Vec<(usize, u64)>)> = Vec::new();
        for (v, equal) in path {
            // A step that stays within what is known changes nothing.
            if moment.known.masks[v] & equal != 0 {
                continue;
            }
            let equal = equal & open[v];
            let q = rules.variables[v].questions[0];
            match classes.last_mut() {
                Some((last, changed)) if *last == q => changed.push((v, equal)),
                _ => classes.push((q, vec![(v, equal)])),
            }
        }
        Some(Way { day: moment.view.day, cost, classes })
    }

    /// By variable, the classes an answer can be changed to.
    fn reachable(&self, moment: &Moment, readings: &Readings) -> Vec<u64> {
        let mut open = moment.known.open.clone();
        for (q, question) in self.rules.questions.iter().enumerate() {
            let &[v] = question.variables.as_slice() else { continue };
            if !question.becomes.is_empty() {
                let ahead = ahead(question, &readings.of[q]).iter();
                open[v] &=
                    ahead.fold(0, |set, i| set | moment.view.classes(v, *i as i64, *i as i64));
            }
        }
        open
    }

    /// Tries a way out, and says what it leads to.
    fn prospect(
        &self,
        role: &str,
        answers: &Answers,
        moment: &Moment,
        readings: &Readings,
        way: &Way,
    ) -> Option<Prospect> {
        let rules = &*self.rules;
        let mut changed = answers.clone();
        let mut changes = Vec::with_capacity(way.classes.len());
        for (q, classes) in &way.classes {
            let question = &rules.questions[*q];
            let to = self.target(*q, classes, moment, readings)?;
            changed.set(question.id.clone(), to.apply(answers.get(&question.id)));
            changes.push(ChangedAnswer { question: question.id.clone(), to });
        }
        let readings = &self.read(&changed);
        let after = self.moment(readings, way.day);
        let headlines = self.outcome(rules.role_index(role)?, &after);
        if headlines.best() > Headline::People {
            return None;
        }
        let still_open = self.open_questions(readings, &after, &Scope::of([role]));
        Some(Prospect {
            changes,
            on: Date::from_days(way.day),
            effort: way.cost,
            headlines,
            still_open: still_open.iter().map(|q| rules.questions[*q].id.clone()).collect(),
        })
    }

    /// What an answer would have to be to fall into one of the classes in every set.
    fn target(
        &self,
        q: usize,
        classes: &[(usize, u64)],
        moment: &Moment,
        readings: &Readings,
    ) -> Option<Target> {
        let rules = &*self.rules;
        let question = &rules.questions[q];
        if question.kind == QuestionKind::Many {
            let (mut with, mut without) = (Vec::new(), Vec::new());
            for (v, class) in classes {
                let VariableKind::Option(option) = rules.variables[*v].kind else { return None };
                let option = question.options[option].clone();
                if *class == 0b10 { with.push(option) } else { without.push(option) }
            }
            return Some(Target::Many { with, without });
        }
        let (v, set) = *classes.first()?;
        let cuts = &moment.view.cuts[v];
        let first = set.trailing_zeros() as usize;
        if first > cuts.len() {
            return Some(Target::NotApplicable);
        }
        let (low, high) = crate::reading::domain(question, self.today);
        let least = |class: usize| class.checked_sub(1).map_or(low, |c| cuts[c].max(low));
        let greatest = |class: usize| cuts.get(class).map_or(high, |next| (next - 1).min(high));
        // For numbers and days one unbroken range is enough.
        let last = first + (set >> first).trailing_ones() as usize - 1;
        let (from, to) = (least(first), greatest(last.min(cuts.len())));
        let day = |value: i64| Date::from_days(crate::axis::clamp(value));
        match question.kind {
            QuestionKind::Bool => Some(Target::Bool(from == 1)),
            QuestionKind::One => {
                let ahead = ahead(question, &readings.of[q]);
                let options = (0..).zip(&question.options).filter(|(i, _)| {
                    (question.becomes.is_empty() || ahead.contains(i))
                        && moment.view.classes(v, *i as i64, *i as i64) & set != 0
                });
                Some(Target::OneOf(options.map(|(_, option)| option.clone()).collect()))
            }
            QuestionKind::Int => Some(Target::Int(from, to)),
            QuestionKind::Date => Some(Target::Date(day(from), day(to))),
            QuestionKind::Many | QuestionKind::Periods => None,
        }
    }
}

/// The options that somebody can still come to: those after where they are.
fn ahead<'q>(question: &'q Question, now: &Reading) -> &'q [usize] {
    let is_now = |option: &usize| *now == Reading::Between(*option as i64, *option as i64);
    let passed = question.becomes.iter().position(is_now).map_or(0, |at| at + 1);
    &question.becomes[passed..]
}

/// Sets of classes to change to, by question and variable.
struct Way {
    day: i32,
    cost: u32,
    classes: Vec<(usize, Vec<(usize, u64)>)>,
}

/// From every node of a diagram, the cheapest way to a good headline.
///
/// Several variables may belong to one question, which is paid for once: each
/// node has a price with its question not yet paid for, and one with it paid.
struct Costs<'c> {
    diagrams: &'c Diagrams,
    moment: &'c Moment,
    /// By variable, the classes an answer can be changed to.
    open: &'c [u64],
    price: &'c dyn Fn(usize) -> Option<(usize, u32)>,
    nodes: Vec<Node>,
    /// Cost and class, not paid and paid.
    best: Vec<[(u32, usize); 2]>,
}

impl<'c> Costs<'c> {
    fn new(
        diagrams: &'c Diagrams,
        root: Node,
        moment: &'c Moment,
        open: &'c [u64],
        price: &'c dyn Fn(usize) -> Option<(usize, u32)>,
    ) -> Self {
        let nodes = diagrams.below(root);
        let mut costs =
            Self { diagrams, moment, open, price, best: Vec::with_capacity(nodes.len()), nodes };
        for i in 0..costs.nodes.len() {
            let best = [costs.find(costs.nodes[i], false), costs.find(costs.nodes[i], true)];
            costs.best.push(best);
        }
        costs
    }

    fn find(&self, node: Node, paid: bool) -> (u32, usize) {
        let Some(variable) = self.diagrams.variable(node) else {
            let is_good = node as usize <= Headline::People as usize;
            return (if is_good { 0 } else { u32::MAX }, 0);
        };
        let known = self.moment.known.masks[variable];
        let open = self.open[variable];
        let price = (self.price)(variable);
        let mut best = (u32::MAX, 0);
        for (class, below) in self.diagrams.branches(node).iter().enumerate() {
            let (step, paid) = if known >> class & 1 == 1 {
                (0, paid)
            } else if let Some((_, effort)) = price.filter(|_| open >> class & 1 == 1) {
                (if paid { 0 } else { effort }, true)
            } else {
                continue;
            };
            let rest = self.best_of(*below, paid && self.is_same_question(variable, *below)).0;
            let cost = rest.saturating_add(step);
            if cost < best.0 {
                best = (cost, class);
            }
        }
        best
    }

    fn is_same_question(&self, variable: usize, below: Node) -> bool {
        let question = |v: usize| (self.price)(v).map(|(question, _)| question);
        let below = self.diagrams.variable(below).and_then(question);
        below.is_some() && below == question(variable)
    }

    fn best_of(&self, node: Node, paid: bool) -> (u32, usize) {
        let i = self.nodes.partition_point(|other| *other < node);
        self.best.get(i).map_or((u32::MAX, 0), |best| best[usize::from(paid)])
    }

    /// The cheapest cost and the variables on the way, each with the classes that go that way.
    fn cheapest(&self) -> Option<(u32, Vec<(usize, u64)>)> {
        let mut node = *self.nodes.last()?;
        let (cost, _) = self.best_of(node, false);
        if cost == u32::MAX {
            return None;
        }
        let (mut paid, mut path) = (false, Vec::new());
        while (node as usize) >= VALUES {
            let variable = self.diagrams.variable(node)?;
            let (_, class) = self.best_of(node, paid);
            let stays = self.moment.known.masks[variable] >> class & 1 == 1;
            let below = self.diagrams.branch(node, variable, class);
            let branches = self.diagrams.branches(node).iter().enumerate();
            let equal = branches.filter(|(_, other)| **other == below);
            path.push((variable, equal.fold(0, |set, (class, _)| set | 1 << class)));
            paid = (paid || !stays) && self.is_same_question(variable, below);
            node = below;
        }
        Some((cost, path))
    }
}
