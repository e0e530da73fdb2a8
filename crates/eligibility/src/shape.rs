//! Everything the rules say in one epoch, as diagrams.
//!
//! A shape holds for all days of an epoch on which the limits on every axis
//! stand in the same order; only where they stand moves. A question that is not
//! asked does not apply: what `ask_if` says is built into every comparison with
//! it, so that an answer to a hidden question has no influence.

use model::rules::Kind;

use crate::diagram::{Diagrams, FALSE, IMPOSSIBLE, Join, Node, Reach, TRUE, UNDECIDABLE};
use crate::epoch::{Epoch, Target};
use crate::ruleset::{Expression, ExpressionId, Fact, Ruleset, Subject, VariableKind};

/// A criterion that takes part in a verdict, or is listed apart.
#[derive(Debug)]
pub(crate) struct CriterionShape {
    /// Index in the role.
    pub(crate) index: usize,
    /// Whether it is met. Nothing where it cannot be told by asking.
    pub(crate) met: Option<Function>,
}

/// A function with what constraints say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Function {
    /// As the rules say.
    pub(crate) plain: Node,
    /// The constraints that bear on it.
    pub(crate) guard: Node,
    /// `plain` where `guard` holds.
    pub(crate) guarded: Node,
}

#[derive(Debug)]
pub(crate) struct RoleShape {
    /// The headline of all criteria that can be asked about.
    pub(crate) headline: Function,
    pub(crate) criteria: Vec<CriterionShape>,
    /// What cannot be told by asking, in a role's verdict (`later` left out).
    pub(crate) suspended: Vec<Kind>,
}

#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) diagrams: Diagrams,
    pub(crate) roles: Vec<RoleShape>,
    /// By question: whether it applies.
    pub(crate) applies: Vec<Node>,
    /// By constraint: what it allows.
    pub(crate) constraints: Vec<Node>,
    /// What those in force allow together.
    pub(crate) allowed: Node,
}

/// What a shape is built from besides the rules.
pub(crate) struct Site<'s> {
    pub(crate) rules: &'s Ruleset,
    pub(crate) epoch: &'s Epoch,
    /// By role and criterion: whether it must be read again and counts as open.
    pub(crate) expired: &'s [Vec<bool>],
    /// By variable, where its axis is cut on `day`.
    pub(crate) cuts: &'s [Vec<i64>],
    pub(crate) day: i32,
    /// Bit set of the constraints in force.
    pub(crate) in_force: u64,
}

impl Shape {
    pub(crate) fn new(site: &Site<'_>) -> Self {
        let rules = site.rules;
        let classes = (0..rules.variables.len()).map(|v| {
            let absent = usize::from(has_absent(rules, v));
            (site.cuts[v].len() + 1 + absent).min(64) as u8
        });
        let mut builder = Builder {
            site,
            diagrams: Diagrams::new(classes.collect()),
            expressions: vec![None; rules.expressions.len() * rules.leads.len()],
            applies: vec![None; rules.questions.len()],
        };
        let applies = (0..rules.questions.len()).map(|q| builder.applies(q)).collect();
        let constraints: Vec<Node> =
            (0..rules.constraints.len()).map(|c| builder.constraint(c)).collect();
        let mut guards = Guards::new(&mut builder.diagrams, &constraints, site.in_force);
        let allowed = guards.all(&mut builder.diagrams);
        let roles = (0..rules.roles.len()).map(|role| builder.role(role, &mut guards)).collect();
        Self { diagrams: builder.diagrams, roles, applies, constraints, allowed }
    }

    /// The constraints that the answers do not break, each seen by itself.
    pub(crate) fn each_unbroken(&self, reach: &mut Reach, known: &[u64]) -> u64 {
        let constraints = self.constraints.iter().enumerate();
        let unbroken = constraints.filter(|(_, constraint)| {
            reach.values(&self.diagrams, **constraint, known) & 1 << TRUE != 0
        });
        unbroken.fold(0, |set, (c, _)| set | 1 << c)
    }

    /// Those of `constraints` that the answers do not break together: of two that contradict
    /// each other the first.
    pub(crate) fn together_unbroken(
        &self,
        reach: &mut Reach,
        known: &[u64],
        constraints: u64,
    ) -> u64 {
        let mut diagrams = self.diagrams.clone();
        let (mut kept, mut together) = (0, TRUE);
        for (c, constraint) in self.constraints.iter().enumerate() {
            let with = diagrams.join(Join::And, together, *constraint);
            let is_wanted = constraints >> c & 1 == 1;
            if is_wanted && reach.values(&diagrams, with, known) & 1 << TRUE != 0 {
                together = with;
                kept |= 1 << c;
            }
        }
        kept
    }
}

/// Whether "does not apply" is a class of its own for a variable: its last.
pub(crate) fn has_absent(rules: &Ruleset, variable: usize) -> bool {
    let variable = &rules.variables[variable];
    matches!(variable.kind, VariableKind::Value | VariableKind::Between(_))
        && variable.questions.iter().any(|q| rules.questions[*q].optional)
}

struct Builder<'s> {
    site: &'s Site<'s>,
    diagrams: Diagrams,
    /// By expression and lead. Nothing where a parameter has no value.
    expressions: Vec<Option<Option<Node>>>,
    applies: Vec<Option<Node>>,
}

impl Builder<'_> {
    /// Whether a question applies. `ask_if` always looks at the day of applying.
    fn applies(&mut self, question: usize) -> Node {
        if let Some(known) = self.applies[question] {
            return known;
        }
        let ask_if = self.site.rules.questions[question].ask_if;
        let applies = ask_if.and_then(|ask_if| self.expression(ask_if, 0)).unwrap_or(TRUE);
        self.applies[question] = Some(applies);
        applies
    }

    fn constraint(&mut self, constraint: usize) -> Node {
        let constraint = &self.site.rules.constraints[constraint];
        let premise = self.expression(constraint.premise, 0);
        let then = self.expression(constraint.then, 0);
        let (Some(premise), Some(then)) = (premise, then) else { return TRUE };
        let not = self.diagrams.not(premise);
        self.diagrams.join(Join::Or, not, then)
    }

    fn expression(&mut self, expression: ExpressionId, lead: usize) -> Option<Node> {
        let rules = self.site.rules;
        let place = expression * rules.leads.len() + lead;
        if let Some(known) = self.expressions[place] {
            return known;
        }
        let built = match &rules.expressions[expression] {
            Expression::Not(member) => {
                self.expression(*member, lead).map(|member| self.diagrams.not(member))
            }
            Expression::All(members) => self.fold(members, lead, Join::And, TRUE),
            Expression::Any(members) => self.fold(members, lead, Join::Or, FALSE),
            Expression::Test(test) => self.test(*test, lead),
        };
        self.expressions[place] = Some(built);
        built
    }

    fn fold(
        &mut self,
        members: &[ExpressionId],
        lead: usize,
        join: Join,
        neutral: Node,
    ) -> Option<Node> {
        let mut all = neutral;
        for member in members {
            let member = self.expression(*member, lead)?;
            all = self.diagrams.join(join, all, member);
        }
        Some(all)
    }

    fn test(&mut self, test: usize, lead: usize) -> Option<Node> {
        let rules = self.site.rules;
        let comparison = self.site.epoch.comparison(test, lead)?;
        let applying = match &comparison.target {
            Target::Variable(variable) => {
                let variable = *variable;
                let mask = self.mask(variable, |number| comparison.holds(number), comparison.gauge);
                self.diagrams.test(variable, mask)
            }
            Target::Count(variables) => self.count(variables, |number| comparison.holds(number)),
        };
        // Where the question is not asked: an empty list, or a comparison that does not hold.
        let number = match rules.tests[test].subject {
            Subject::Fact(fact) => rules.facts[fact].of_empty_list(),
            _ => 0,
        };
        let empty = if comparison.holds(number) { TRUE } else { FALSE };
        let (applies, otherwise) = match rules.tests[test].subject {
            Subject::Value(q) => (self.applies(q), FALSE),
            Subject::Has(q, _) => (self.applies(q), empty),
            Subject::Fact(fact) => match &rules.facts[fact] {
                Fact::Since { from, .. } => (self.applies(*from), FALSE),
                Fact::Between { from, to, .. } => {
                    let (from, to) = (self.applies(*from), self.applies(*to));
                    (self.diagrams.join(Join::And, from, to), FALSE)
                }
                Fact::Covered { of, .. } => {
                    let mut any = FALSE;
                    for q in of {
                        let applies = self.applies(*q);
                        any = self.diagrams.join(Join::Or, any, applies);
                    }
                    (any, empty)
                }
                Fact::Count { of, .. } => (self.applies(*of), empty),
            },
        };
        Some(self.diagrams.choose(applies, applying, otherwise))
    }

    /// The classes of a variable for whose answers something holds.
    fn mask(&self, variable: usize, holds: impl Fn(i64) -> bool, gauge: crate::axis::Gauge) -> u64 {
        let cuts = &self.site.cuts[variable];
        let leap = self.site.rules.leap;
        let mut mask = 0;
        for class in 0..=cuts.len().min(63) {
            // The least value of a class stands for it; the lowest class may have none.
            let value = match class.checked_sub(1) {
                Some(before) => cuts[before],
                None if self.site.epoch.least[variable] > i64::MIN => {
                    self.site.epoch.least[variable]
                }
                None => cuts.first().map_or(0, |first| first - 1),
            };
            if holds(gauge.read(value, self.site.day, leap)) {
                mask |= 1 << class;
            }
        }
        mask
    }

    /// Whether something holds for the number of chosen options.
    fn count(&mut self, variables: &[usize], holds: impl Fn(i64) -> bool) -> Node {
        let value = |number: usize| if holds(number as i64) { TRUE } else { FALSE };
        let mut by_number: Vec<Node> = (0..=variables.len()).map(value).collect();
        for variable in variables.iter().rev() {
            for number in 0..by_number.len() - 1 {
                let branches = [by_number[number], by_number[number + 1]];
                by_number[number] = self.diagrams.node(*variable, &branches);
            }
            by_number.pop();
        }
        by_number[0]
    }

    fn role(&mut self, role: usize, guards: &mut Guards) -> RoleShape {
        let site = self.site;
        let shaped = &site.rules.roles[role];
        let mut criteria = Vec::with_capacity(shaped.criteria.len());
        let mut suspended = Vec::new();
        let mut headline = FALSE;
        for (index, criterion) in shaped.criteria.iter().enumerate() {
            if !site.epoch.exists[role][index] {
                continue;
            }
            let met = match criterion.must {
                Some(must) if !site.expired[role][index] => self.expression(must, shaped.lead),
                _ => None,
            };
            let failed = match criterion.kind {
                Kind::Bar => Some(3),
                Kind::NotYet => Some(2),
                Kind::People => Some(1),
                Kind::Later => None,
            };
            match (met, failed) {
                (Some(met), Some(failed)) => {
                    let values = [failed, 0, 2, 3, IMPOSSIBLE, UNDECIDABLE];
                    let outcome = self.diagrams.map(met, values);
                    headline = self.diagrams.join(Join::Worst, headline, outcome);
                }
                (None, Some(_)) => suspended.push(criterion.kind),
                (_, None) => {}
            }
            let met = met.map(|met| guards.function(&mut self.diagrams, met));
            criteria.push(CriterionShape { index, met });
        }
        RoleShape { headline: guards.function(&mut self.diagrams, headline), criteria, suspended }
    }
}

/// Finds the constraints that bear on a function: those that share variables with it, and
/// those that share variables with these. The others cannot exclude any of its values.
struct Guards {
    /// Condition and the variables it reads.
    constraints: Vec<(Node, Vec<usize>)>,
    made: Vec<(u64, Node)>,
}

impl Guards {
    fn new(diagrams: &mut Diagrams, constraints: &[Node], in_force: u64) -> Self {
        let in_force = |c: usize| in_force >> c & 1 == 1;
        let constraints = constraints.iter().enumerate().map(|(c, constraint)| {
            let constraint = if in_force(c) { *constraint } else { TRUE };
            (constraint, diagrams.support(constraint))
        });
        Self { constraints: constraints.collect(), made: Vec::new() }
    }

    fn all(&mut self, diagrams: &mut Diagrams) -> Node {
        let every = (0..self.constraints.len()).fold(0, |set, c| set | 1 << c);
        self.together(diagrams, every)
    }

    fn together(&mut self, diagrams: &mut Diagrams, set: u64) -> Node {
        if let Some((_, made)) = self.made.iter().find(|(known, _)| *known == set) {
            return *made;
        }
        let mut together = TRUE;
        for (c, (constraint, _)) in self.constraints.iter().enumerate() {
            if set >> c & 1 == 1 {
                together = diagrams.join(Join::And, together, *constraint);
            }
        }
        self.made.push((set, together));
        together
    }

    fn function(&mut self, diagrams: &mut Diagrams, plain: Node) -> Function {
        let mut variables = diagrams.support(plain);
        let mut set = 0;
        loop {
            let before = set;
            for (c, (_, support)) in self.constraints.iter().enumerate() {
                if set >> c & 1 == 0 && support.iter().any(|v| variables.contains(v)) {
                    set |= 1 << c;
                    variables.extend(support);
                }
            }
            if set == before {
                break;
            }
        }
        let guard = self.together(diagrams, set);
        let guarded = diagrams.join(Join::Where, guard, plain);
        Function { plain, guard, guarded }
    }
}
