//! How much an answer would tell: the expected drop of entropy of a function's value.
//!
//! Every class of answers that is still open counts as equally likely (every
//! option, where several share a class): nothing is known about who asks. One
//! pass down and one up a reduced diagram give all questions' gains at once.

use crate::diagram::{IMPOSSIBLE, Node, Reduced, UNDECIDABLE, VALUES};

/// Joint answers to a question with more than this many are judged one variable at a time.
const MAX_JOINT: usize = 64;

/// Likelihoods of the four values and, last, of no value at all.
type Spread = [f64; 5];

/// Works out gains in the same memory, function by function.
#[derive(Debug, Default)]
pub(crate) struct Gains {
    /// Likelihoods of the open classes of all variables, and where each variable's begin.
    weights: Vec<f64>,
    starts: Vec<usize>,
    root: Node,
    /// By node, what the value will be below it.
    below: Vec<Spread>,
    /// By node, how likely it is to be passed.
    passed: Vec<f64>,
    /// By joint answer to the question being looked at, what the value will be.
    given: Vec<Spread>,
    entries: Vec<(Node, f64)>,
}

impl Gains {
    /// Forgets all likelihoods.
    pub(crate) fn forget(&mut self) {
        self.weights.clear();
        self.starts.clear();
        self.starts.push(0);
    }

    /// Notes the likelihoods of the next variable's open classes, up to a common factor.
    pub(crate) fn weigh(&mut self, weights: impl Iterator<Item = f64>) {
        let start = self.weights.len();
        self.weights.extend(weights);
        let total: f64 = self.weights[start..].iter().sum();
        self.weights[start..].iter_mut().for_each(|weight| *weight /= total);
        self.starts.push(self.weights.len());
    }

    fn weights(&self, variable: usize) -> &[f64] {
        &self.weights[self.starts[variable]..self.starts[variable + 1]]
    }

    /// Prepares a function.
    pub(crate) fn build(&mut self, reduced: &Reduced, root: Node) {
        self.root = root;
        let mut below = std::mem::take(&mut self.below);
        below.clear();
        below.resize(reduced.len(), [0.0; 5]);
        for (value, spread) in below.iter_mut().enumerate().take(4) {
            spread[value] = 1.0;
        }
        below[IMPOSSIBLE as usize] = [0.0, 0.0, 0.0, 0.0, 1.0];
        below[UNDECIDABLE as usize] = [0.25, 0.25, 0.25, 0.25, 0.0];
        for node in VALUES..=root as usize {
            let Some((variable, branches)) = reduced.inner(node as Node) else { continue };
            let mut spread = [0.0; 5];
            for (branch, weight) in branches.iter().zip(self.weights(variable)) {
                add(&mut spread, &below[*branch as usize], *weight);
            }
            below[node] = spread;
        }
        self.below = below;
        let mut passed = std::mem::take(&mut self.passed);
        passed.clear();
        passed.resize(reduced.len(), 0.0);
        passed[root as usize] = 1.0;
        for node in (VALUES..=root as usize).rev() {
            let here = passed[node];
            let Some((variable, branches)) = reduced.inner(node as Node) else { continue };
            if here > 0.0 {
                for (branch, weight) in branches.iter().zip(self.weights(variable)) {
                    passed[*branch as usize] += here * weight;
                }
            }
        }
        self.passed = passed;
    }

    /// What knowing all of `variables` would tell. Those the function does not read tell nothing.
    pub(crate) fn of(&mut self, reduced: &Reduced, variables: &[usize]) -> f64 {
        let read: Vec<usize> =
            variables.iter().copied().filter(|v| reduced.depends_on(*v)).collect();
        let joint = read.iter().try_fold(1usize, |all, v| {
            all.checked_mul(self.weights(*v).len()).filter(|all| *all <= MAX_JOINT)
        });
        match (read.as_slice(), joint) {
            ([], _) => 0.0,
            (_, Some(joint)) => self.joint(reduced, &read, joint),
            (_, None) => {
                read.iter().map(|v| self.joint(reduced, &[*v], self.weights(*v).len())).sum()
            }
        }
    }

    /// Goes through all joint answers to neighbouring variables.
    fn joint(&mut self, reduced: &Reduced, variables: &[usize], joint: usize) -> f64 {
        let base = self.below[self.root as usize];
        self.find_entries(reduced, variables);
        self.given.clear();
        self.given.resize(joint, base);
        let (mut after, mut total) = (0.0, 0.0);
        for answer in 0..joint {
            for (entry, passed) in &self.entries {
                let exit = self.follow(reduced, *entry, variables, answer);
                let given = &mut self.given[answer];
                add(given, &self.below[exit as usize], *passed);
                add(given, &self.below[*entry as usize], -passed);
            }
            let mut likelihood = 1.0;
            let mut rest = answer;
            for v in variables {
                let weights = self.weights(*v);
                likelihood *= weights[rest % weights.len()];
                rest /= weights.len();
            }
            let (entropy, possible) = entropy(&self.given[answer]);
            after += likelihood * possible * entropy;
            total += likelihood * possible;
        }
        if total <= 0.0 { 0.0 } else { (entropy(&base).0 - after / total).max(0.0) }
    }

    /// The nodes of `variables` that are reached from other variables, and how likely.
    fn find_entries(&mut self, reduced: &Reduced, variables: &[usize]) {
        self.entries.clear();
        let asks = |node: Node| {
            reduced.inner(node).is_some_and(|(variable, _)| variables.contains(&variable))
        };
        for node in VALUES as Node..=self.root {
            if asks(node) {
                self.entries.push((node, 0.0));
            }
        }
        if let [_] = variables {
            for (node, passed) in &mut self.entries {
                *passed = self.passed[*node as usize];
            }
            return;
        }
        let mut entries = std::mem::take(&mut self.entries);
        let mut note = |node: Node, passed: f64| {
            if let Ok(i) = entries.binary_search_by_key(&node, |(node, _)| *node) {
                entries[i].1 += passed;
            }
        };
        note(self.root, 1.0);
        for node in VALUES as Node..=self.root {
            let Some((variable, branches)) = reduced.inner(node) else { continue };
            if variables.contains(&variable) {
                continue;
            }
            for (branch, weight) in branches.iter().zip(self.weights(variable)) {
                note(*branch, self.passed[node as usize] * weight);
            }
        }
        entries.retain(|(_, passed)| *passed > 0.0);
        self.entries = entries;
    }

    /// Where a joint answer leads from a node.
    fn follow(
        &self,
        reduced: &Reduced,
        mut node: Node,
        variables: &[usize],
        answer: usize,
    ) -> Node {
        let mut rest = answer;
        for v in variables {
            let classes = self.weights(*v).len();
            if let Some((variable, branches)) = reduced.inner(node)
                && variable == *v
            {
                node = branches[rest % classes];
            }
            rest /= classes;
        }
        node
    }
}

fn add(sum: &mut Spread, spread: &Spread, weight: f64) {
    for (sum, part) in sum.iter_mut().zip(spread) {
        *sum += weight * part;
    }
}

/// The entropy among what is possible, and how likely that is.
fn entropy(spread: &Spread) -> (f64, f64) {
    let possible: f64 = spread[..4].iter().map(|part| part.max(0.0)).sum();
    if possible <= 0.0 {
        return (0.0, 0.0);
    }
    let share = |part: &f64| {
        let p = part / possible;
        if p > 0.0 { -p * p.log2() } else { 0.0 }
    };
    (spread[..4].iter().map(share).sum(), possible)
}
