//! Headlines of very many sets of answers, as fast as they can be had.
//!
//! For checking whose verdict a change of the rules alters, and for measuring.
//! Answers come as plain numbers in the order of the questions; a set is looked
//! up class by class in the diagrams of one day, without reasons or dates.

use std::collections::{BTreeMap, BTreeSet};

use model::rules::Kind;

use crate::answer::Answers;
use crate::diagram::{Diagrams, UNDECIDABLE, VALUES};
use crate::quiz::{Quiz, Scope};
use crate::ruleset::VariableKind;
use crate::shape::has_absent;
use crate::verdict::Headlines;

/// An answer as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Not answered, or not known.
    Open,
    /// Does not apply.
    Absent,
    /// 0 or 1, the index of an option, a number, or a day as in `model::Date::days`.
    Value(i64),
    /// A bit set of options.
    Chosen(u64),
}

/// Judges sets of answers on a quiz's day. Questions of type `periods` stay open.
#[derive(Debug)]
pub struct Sheet {
    columns: Vec<Column>,
    table: Table,
    /// By role that exists: its root, and what no answer can decide.
    roles: Vec<(u32, Vec<Kind>)>,
    /// By variable, and one more for values: the classes that are open.
    masks: Vec<u64>,
    /// The same where one class is open each.
    classes: Vec<u32>,
    /// Work space: where every role stands, or by node the roles that can stand there.
    places: Vec<u32>,
    standing: Vec<u64>,
}

/// The diagrams of all roles in one list: values first, then the nodes of each variable.
#[derive(Debug, Default)]
struct Table {
    /// Variable and first branch. A value branches to itself.
    nodes: Vec<(u32, u32)>,
    branches: Vec<u32>,
    levels: Vec<Level>,
}

/// The nodes of one variable.
#[derive(Debug, Default)]
struct Level {
    first: usize,
    /// By class, where each of the nodes leads.
    classes: Vec<Vec<u32>>,
    /// From where to where something leads when nothing is known, each once.
    open: Vec<(u32, u32)>,
}

/// How a variable is read from a cell.
#[derive(Debug)]
struct Column {
    question: usize,
    /// The option, where it is one of a `many` question.
    option: Option<u32>,
    /// Whether a single answer says it at all.
    is_read: bool,
    open: u64,
    absent: u64,
    /// Classes of small values, from zero.
    small: Vec<u8>,
    cuts: Vec<i64>,
}

impl Sheet {
    /// Prepares the rules of a quiz.
    ///
    /// No more than 64 roles are judged.
    pub fn new(quiz: &Quiz) -> Self {
        let rules = &*quiz.rules;
        let readings = quiz.read(&Answers::new());
        let moment = quiz.moment(&readings, quiz.today.days());
        let columns = rules.variables.iter().enumerate().map(|(v, variable)| {
            let cuts = moment.view.cuts[v].clone();
            let class = |value: i64| cuts.partition_point(|cut| *cut <= value) as u8;
            Column {
                question: variable.questions[0],
                option: match variable.kind {
                    VariableKind::Option(option) => Some(option as u32),
                    _ => None,
                },
                is_read: matches!(variable.kind, VariableKind::Value | VariableKind::Option(_)),
                open: moment.known.masks[v],
                absent: if has_absent(rules, v) { 1 << (cuts.len() + 1) } else { 0 },
                small: (0..SMALL).map(class).collect(),
                cuts,
            }
        });
        let columns: Vec<Column> = columns.collect();
        let mut table = Table::default();
        let shape = &moment.view.shape;
        let judged = quiz.roles_in(&Scope::all()).into_iter().take(64);
        let judged: Vec<_> = judged.map(|role| &shape.roles[role]).collect();
        let roots: Vec<u32> = judged.iter().map(|role| role.headline.guarded).collect();
        let open: Vec<u64> = columns.iter().map(|column| column.open).collect();
        let roots = table.fill(&shape.diagrams, &roots, &open);
        let suspended = judged.iter().map(|role| role.suspended.clone());
        Self {
            masks: vec![1; columns.len() + 1],
            classes: vec![0; columns.len() + 1],
            places: Vec::new(),
            standing: vec![0; table.nodes.len()],
            roles: roots.into_iter().zip(suspended).collect(),
            columns,
            table,
        }
    }

    /// How many roles are judged: those that exist on the day, in author order.
    pub fn roles(&self) -> usize {
        self.roles.len()
    }

    /// The headlines of every role for one set of answers, in the order of the questions.
    ///
    /// Where answers break a constraint, everything is open. A cell that is missing or does not
    /// fit its question counts as open.
    pub fn judge(&mut self, cells: &[Cell], headlines: &mut Vec<Headlines>) {
        let mut is_complete = true;
        for (v, column) in self.columns.iter().enumerate() {
            let mask = column.mask(cells.get(column.question).copied().unwrap_or(Cell::Open));
            self.masks[v] = mask;
            self.classes[v] = mask.trailing_zeros();
            is_complete &= mask.is_power_of_two();
        }
        headlines.clear();
        if is_complete {
            self.table.follow(&self.roles, &self.classes, &mut self.places);
            let values =
                self.places.iter().map(|place| 1u8.checked_shl(*place).unwrap_or_default());
            headlines.extend(values.map(|values| Headlines::from_values(values & 0b1111)));
        } else {
            self.table.spread(&self.roles, &self.columns, &self.masks, &mut self.standing);
            headlines.extend((0..self.roles.len()).map(|role| {
                let reached = |value: usize| (self.standing[value] >> role & 1) as u8;
                let undecidable = reached(UNDECIDABLE as usize) * 0b1111;
                let values = (0..4).fold(undecidable, |set, value| set | reached(value) << value);
                Headlines::from_values(values)
            }));
        }
        for (headlines, (_, suspended)) in headlines.iter_mut().zip(&self.roles) {
            for kind in suspended {
                *headlines = headlines.or_worse(*kind);
            }
        }
    }
}

/// Values below this are looked up.
const SMALL: i64 = 32;

impl Column {
    fn mask(&self, cell: Cell) -> u64 {
        let mask = match (cell, self.option) {
            _ if !self.is_read => self.open,
            (Cell::Value(value), None) => match self.small.get(value as usize) {
                Some(class) => 1 << class,
                None => 1 << self.cuts.iter().map(|cut| u32::from(*cut <= value)).sum::<u32>(),
            },
            (Cell::Chosen(chosen), Some(option)) => 1 << (chosen >> option & 1),
            (Cell::Absent, None) => self.absent,
            (Cell::Absent, Some(_)) => 1,
            _ => self.open,
        };
        // A value that no answer can have is no answer.
        if mask & self.open == 0 { self.open } else { mask }
    }
}

impl Table {
    /// Copies diagrams, and says where their roots are.
    fn fill(&mut self, diagrams: &Diagrams, roots: &[u32], open: &[u64]) -> Vec<u32> {
        let inner: BTreeSet<u32> = roots.iter().flat_map(|root| diagrams.below(*root)).collect();
        let mut order: Vec<u32> = (0..VALUES as u32).collect();
        order.extend(inner.into_iter().filter(|node| *node as usize >= VALUES));
        order[VALUES..].sort_by_key(|node| diagrams.variable(*node));
        let places: BTreeMap<u32, u32> = order.iter().copied().zip(0..).collect();
        let place = |node: u32| places.get(&node).copied().unwrap_or(UNDECIDABLE);
        self.levels.resize_with(open.len(), Level::default);
        for (here, node) in order.iter().enumerate() {
            let start = self.branches.len() as u32;
            let Some(variable) = diagrams.variable(*node) else {
                self.nodes.push((open.len() as u32, start));
                self.branches.push(*node);
                continue;
            };
            self.nodes.push((variable as u32, start));
            let level = &mut self.levels[variable];
            if level.classes.is_empty() {
                level.first = here;
                level.classes.resize(diagrams.classes(variable), Vec::new());
            }
            let before = level.open.len();
            for (class, below) in diagrams.branches(*node).iter().enumerate() {
                let below = place(*below);
                self.branches.push(below);
                level.classes[class].push(below);
                let way = (here as u32, below);
                if open[variable] >> class & 1 == 1 && !level.open[before..].contains(&way) {
                    level.open.push(way);
                }
            }
        }
        roots.iter().map(|root| place(*root)).collect()
    }

    /// Moves all roles on together until each has arrived at a value: the steps of different
    /// roles do not wait for each other.
    fn follow(&self, roles: &[(u32, Vec<Kind>)], classes: &[u32], places: &mut Vec<u32>) {
        places.clear();
        places.extend(roles.iter().map(|(root, _)| *root));
        loop {
            let mut farthest = 0;
            for place in places.iter_mut() {
                let (variable, start) = self.nodes[*place as usize];
                let next = self.branches[(start + classes[variable as usize]) as usize];
                farthest = farthest.max(next);
                *place = next;
            }
            if farthest < VALUES as u32 {
                return;
            }
        }
    }

    /// Notes at every node which roles can stand there, from the roots down.
    fn spread(
        &self,
        roles: &[(u32, Vec<Kind>)],
        columns: &[Column],
        masks: &[u64],
        standing: &mut [u64],
    ) {
        standing.fill(0);
        for (role, (root, _)) in roles.iter().enumerate() {
            standing[*root as usize] |= 1 << role;
        }
        for ((level, column), mask) in self.levels.iter().zip(columns).zip(masks) {
            let mut mask = *mask;
            if mask == column.open {
                for (from, to) in &level.open {
                    standing[*to as usize] |= standing[*from as usize];
                }
                continue;
            }
            while mask != 0 && !level.classes.is_empty() {
                for (i, to) in level.classes[mask.trailing_zeros() as usize].iter().enumerate() {
                    standing[*to as usize] |= standing[level.first + i];
                }
                mask &= mask - 1;
            }
        }
    }
}
