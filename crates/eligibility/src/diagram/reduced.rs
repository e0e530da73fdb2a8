//! Diagrams with what is known put in and everything superfluous taken out.
//!
//! What is left depends on exactly the questions that still matter, and is
//! usually a fraction of the whole: the next question is chosen on it. Several
//! functions may be put into one [`Reduced`]; equal parts are then one node, so
//! that the same function with and without its constraints can be compared.

use super::{Diagrams, IMPOSSIBLE, Node, VALUES};

#[derive(Clone, Copy, Debug)]
struct Inner {
    variable: u16,
    /// Whether some way from here leads to [`IMPOSSIBLE`].
    is_limited: bool,
    start: u32,
    /// The previous node of the same variable; zero ends the chain.
    previous: Node,
}

/// Reduced diagrams, built anew in the same memory.
#[derive(Debug, Default)]
pub(crate) struct Reduced {
    inner: Vec<Inner>,
    branches: Vec<Node>,
    /// What a node of the full diagram became, and in which round.
    became: Vec<(u32, Node)>,
    round: u32,
    newest: Vec<Node>,
    buffer: Vec<Node>,
}

impl Reduced {
    /// Forgets what was built.
    pub(crate) fn clear(&mut self, variables: usize) {
        self.inner.clear();
        self.branches.clear();
        self.newest.clear();
        self.newest.resize(variables, 0);
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.became.fill((0, 0));
            self.round = 1;
        }
        self.buffer.clear();
    }

    /// Adds `root`, restricted to the classes in `known`: the same for all since [`Self::clear`].
    pub(crate) fn add(&mut self, diagrams: &Diagrams, root: Node, known: &[u64]) -> Node {
        if self.became.len() < diagrams.len() {
            self.became.resize(diagrams.len(), (0, 0));
        }
        self.reduce(diagrams, root, known)
    }

    fn reduce(&mut self, diagrams: &Diagrams, mut root: Node, known: &[u64]) -> Node {
        loop {
            let Some(variable) = diagrams.variable(root) else { return root };
            let mask = known[variable];
            if mask.is_power_of_two() {
                root = diagrams.branches(root)[mask.trailing_zeros() as usize];
                continue;
            }
            let (round, became) = self.became[root as usize];
            if round == self.round {
                return became;
            }
            let start = self.buffer.len();
            let mut left = mask;
            while left != 0 {
                let class = left.trailing_zeros() as usize;
                left &= left - 1;
                let below = self.reduce(diagrams, diagrams.branches(root)[class], known);
                self.buffer.push(below);
            }
            let became = self.share(variable, start);
            self.buffer.truncate(start);
            self.became[root as usize] = (self.round, became);
            return became;
        }
    }

    fn share(&mut self, variable: usize, start: usize) -> Node {
        let branches = &self.buffer[start..];
        let Some(first) = branches.first() else { return IMPOSSIBLE };
        if branches.iter().all(|branch| branch == first) {
            return *first;
        }
        let mut candidate = self.newest[variable];
        while candidate != 0 {
            let inner = self.inner[candidate as usize - VALUES];
            let start = inner.start as usize;
            if self.branches[start..start + branches.len()] == *branches {
                return candidate;
            }
            candidate = inner.previous;
        }
        let node = (VALUES + self.inner.len()) as Node;
        self.inner.push(Inner {
            variable: variable as u16,
            is_limited: branches.iter().any(|branch| self.is_limited(*branch)),
            start: self.branches.len() as u32,
            previous: self.newest[variable],
        });
        self.branches.extend_from_slice(branches);
        self.newest[variable] = node;
        node
    }

    /// How many nodes there are, values included. Branches come before what branches to them.
    pub(crate) fn len(&self) -> usize {
        VALUES + self.inner.len()
    }

    /// The variable and the branches of an inner node: one per class that is still open.
    pub(crate) fn inner(&self, node: Node) -> Option<(usize, &[Node])> {
        let i = (node as usize).checked_sub(VALUES)?;
        let inner = self.inner[i];
        let end = self.inner.get(i + 1).map_or(self.branches.len(), |next| next.start as usize);
        Some((usize::from(inner.variable), &self.branches[inner.start as usize..end]))
    }

    /// Whether some answers below a node are impossible.
    pub(crate) fn is_limited(&self, node: Node) -> bool {
        match (node as usize).checked_sub(VALUES) {
            None => node == IMPOSSIBLE,
            Some(i) => self.inner[i].is_limited,
        }
    }

    /// Whether something that was added depends on a variable.
    pub(crate) fn depends_on(&self, variable: usize) -> bool {
        self.newest.get(variable).is_some_and(|newest| *newest != 0)
    }

    /// The variables that what was added depends on, in order.
    pub(crate) fn support(&self) -> impl Iterator<Item = usize> {
        self.newest.iter().enumerate().filter(|(_, newest)| **newest != 0).map(|(v, _)| v)
    }
}
