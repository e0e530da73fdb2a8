//! Decision diagrams: what the rules say, as a function of all answers at once.
//!
//! A diagram asks one variable per level and goes on to one node per class of
//! answers, until it ends in a value. Equal parts are one node, so that equal
//! functions have equal numbers: whether something still matters, or can still
//! happen, is read off instead of searched for. Conditions end in false or
//! true, roles in a headline, and both in [`IMPOSSIBLE`] where a constraint
//! excludes the combination.
//!
//! Content that would need more than [`MAX_NODES`] nodes is refused: the part
//! becomes [`UNDECIDABLE`], which counts as every outcome at once, so that a
//! verdict stays open instead of the page hanging.

mod pair_map;
mod reach;
mod reduced;

pub(crate) use pair_map::PairMap;
pub(crate) use reach::Reach;
pub(crate) use reduced::Reduced;

/// Index of a node; the first few are the values themselves.
pub(crate) type Node = u32;

pub(crate) const FALSE: Node = 0;
pub(crate) const TRUE: Node = 1;
/// No answers lead here.
pub(crate) const IMPOSSIBLE: Node = 4;
/// Too large to be computed.
pub(crate) const UNDECIDABLE: Node = 5;
/// How many nodes are values: false and true or the four headlines, and the two above.
pub(crate) const VALUES: usize = 6;

/// More than this is refused.
const MAX_NODES: usize = 200_000;

/// What two functions are joined by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    And,
    Or,
    /// The worse headline.
    Worst,
    /// The second where the first is true, else [`IMPOSSIBLE`].
    Where,
}

#[derive(Clone, Copy, Debug)]
struct Inner {
    variable: u16,
    /// Bit set of the values below, as [`Reach`] counts them.
    values: u8,
    /// Where its branches start.
    branches: u32,
}

/// A set of diagrams that share their nodes.
#[derive(Clone, Debug)]
pub(crate) struct Diagrams {
    classes: Vec<u8>,
    inner: Vec<Inner>,
    branches: Vec<Node>,
    /// Open-addressing table of inner nodes by content; zero is free.
    table: Vec<Node>,
    joined: Vec<Joined>,
}

#[derive(Clone, Copy, Debug)]
struct Joined {
    join: u8,
    one: Node,
    other: Node,
    result: Node,
}

const NOTHING_JOINED: Joined = Joined { join: u8::MAX, one: 0, other: 0, result: 0 };

impl Diagrams {
    /// No diagrams yet, over variables with so many classes each.
    pub(crate) fn new(classes: Vec<u8>) -> Self {
        Self {
            classes,
            inner: Vec::new(),
            branches: Vec::new(),
            table: vec![0; 1 << 10],
            joined: vec![NOTHING_JOINED; 1 << 12],
        }
    }

    pub(crate) fn classes(&self, variable: usize) -> usize {
        usize::from(self.classes[variable])
    }

    /// How many nodes there are, values included.
    pub(crate) fn len(&self) -> usize {
        VALUES + self.inner.len()
    }

    fn inner(&self, node: Node) -> Option<Inner> {
        (node as usize).checked_sub(VALUES).map(|i| self.inner[i])
    }

    /// The variable asked at a node; nothing if it is a value.
    pub(crate) fn variable(&self, node: Node) -> Option<usize> {
        self.inner(node).map(|inner| usize::from(inner.variable))
    }

    /// One node per class. Empty for a value.
    pub(crate) fn branches(&self, node: Node) -> &[Node] {
        match self.inner(node) {
            None => &[],
            Some(inner) => {
                let start = inner.branches as usize;
                &self.branches
                    [start..start + usize::from(self.classes[usize::from(inner.variable)])]
            }
        }
    }

    /// Bit set of the values a node can end in. [`IMPOSSIBLE`] is none.
    pub(crate) fn values(&self, node: Node) -> u8 {
        match node {
            IMPOSSIBLE => 0,
            UNDECIDABLE => 0b1111,
            _ => self.inner(node).map_or_else(|| 1 << node, |inner| inner.values),
        }
    }

    /// The node that asks `variable` and goes on to `branches`.
    pub(crate) fn node(&mut self, variable: usize, branches: &[Node]) -> Node {
        debug_assert_eq!(branches.len(), self.classes(variable));
        if branches.iter().all(|branch| *branch == branches[0]) {
            return branches[0];
        }
        let mask = self.table.len() - 1;
        let mut slot = hash(variable, branches) & mask;
        while self.table[slot] != 0 {
            let node = self.table[slot];
            if self.variable(node) == Some(variable) && self.branches(node) == branches {
                return node;
            }
            slot = (slot + 1) & mask;
        }
        if self.inner.len() >= MAX_NODES {
            return UNDECIDABLE;
        }
        let node = self.len() as Node;
        let values = branches.iter().fold(0, |values, branch| values | self.values(*branch));
        self.inner.push(Inner {
            variable: variable as u16,
            values,
            branches: self.branches.len() as u32,
        });
        self.branches.extend_from_slice(branches);
        self.table[slot] = node;
        if self.inner.len() * 2 > self.table.len() {
            self.grow();
        }
        node
    }

    fn grow(&mut self) {
        let mut table = vec![0; self.table.len() * 2];
        let mask = table.len() - 1;
        for node in VALUES as Node..self.len() as Node {
            let variable = self.variable(node).unwrap_or_default();
            let mut slot = hash(variable, self.branches(node)) & mask;
            while table[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            table[slot] = node;
        }
        self.table = table;
        self.joined = vec![NOTHING_JOINED; self.joined.len() * 2];
    }

    /// The condition that holds for exactly the classes in `mask`.
    pub(crate) fn test(&mut self, variable: usize, mask: u64) -> Node {
        let classes = self.classes(variable);
        let branches: Vec<Node> =
            (0..classes).map(|class| if mask >> class & 1 == 1 { TRUE } else { FALSE }).collect();
        self.node(variable, &branches)
    }

    /// Joins two functions.
    pub(crate) fn join(&mut self, join: Join, one: Node, other: Node) -> Node {
        if let Some(result) = shortcut(join, one, other) {
            return result;
        }
        let (one, other) = match join {
            Join::Where => (one, other),
            _ => (one.min(other), one.max(other)),
        };
        let key = hash(join as usize, &[one, other]) & (self.joined.len() - 1);
        let known = self.joined[key];
        if known.join == join as u8 && known.one == one && known.other == other {
            return known.result;
        }
        let variable = match (self.variable(one), self.variable(other)) {
            (Some(a), Some(b)) => a.min(b),
            (Some(a), None) | (None, Some(a)) => a,
            // Two values always have a shortcut.
            (None, None) => return UNDECIDABLE,
        };
        let mut branches = [FALSE; 64];
        let classes = self.classes(variable);
        for (class, branch) in branches.iter_mut().enumerate().take(classes) {
            let a = self.branch(one, variable, class);
            let b = self.branch(other, variable, class);
            *branch = self.join(join, a, b);
        }
        let result = self.node(variable, &branches[..classes]);
        let key = hash(join as usize, &[one, other]) & (self.joined.len() - 1);
        self.joined[key] = Joined { join: join as u8, one, other, result };
        result
    }

    /// Where a node goes for a class of `variable`, which it may not ask at all.
    pub(crate) fn branch(&self, node: Node, variable: usize, class: usize) -> Node {
        match self.inner(node) {
            Some(inner) if usize::from(inner.variable) == variable => {
                self.branches[inner.branches as usize + class]
            }
            _ => node,
        }
    }

    /// The function with its values replaced.
    pub(crate) fn map(&mut self, root: Node, values: [Node; VALUES]) -> Node {
        self.map_into(root, values, &mut PairMap::default())
    }

    fn map_into(&mut self, node: Node, values: [Node; VALUES], mapped: &mut PairMap) -> Node {
        let Some(variable) = self.variable(node) else { return values[node as usize] };
        if let Some(known) = mapped.get(node, 0) {
            return known;
        }
        let mut branches = [FALSE; 64];
        let classes = self.classes(variable);
        for (class, branch) in branches.iter_mut().enumerate().take(classes) {
            let below = self.branch(node, variable, class);
            *branch = self.map_into(below, values, mapped);
        }
        let result = self.node(variable, &branches[..classes]);
        mapped.insert(node, 0, result);
        result
    }

    /// The condition that holds where `condition` does not.
    pub(crate) fn not(&mut self, condition: Node) -> Node {
        self.map(condition, [TRUE, FALSE, 2, 3, IMPOSSIBLE, UNDECIDABLE])
    }

    /// `then` where `condition` holds, else `otherwise`; all three are conditions.
    pub(crate) fn choose(&mut self, condition: Node, then: Node, otherwise: Node) -> Node {
        let not = self.not(condition);
        let then = self.join(Join::And, condition, then);
        let otherwise = self.join(Join::And, not, otherwise);
        self.join(Join::Or, then, otherwise)
    }

    /// All nodes of a diagram, branches before what branches to them.
    pub(crate) fn below(&self, root: Node) -> Vec<Node> {
        // A node is made after all it branches to, so numbers are in order.
        let mut found = vec![false; root as usize + 1];
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut found[node as usize], true) {
                open.extend_from_slice(self.branches(node));
            }
        }
        (0..=root).filter(|node| found[*node as usize]).collect()
    }

    /// The variables a function depends on, in order.
    pub(crate) fn support(&self, root: Node) -> Vec<usize> {
        let mut reads = vec![false; self.classes.len()];
        for node in self.below(root) {
            if let Some(variable) = self.variable(node) {
                reads[variable] = true;
            }
        }
        (0..reads.len()).filter(|variable| reads[*variable]).collect()
    }
}

/// The result where one of the two decides it, or both are values.
fn shortcut(join: Join, one: Node, other: Node) -> Option<Node> {
    let either = |value: Node| one == value || other == value;
    let pass = |neutral: Node| {
        if one == neutral {
            Some(other)
        } else if other == neutral {
            Some(one)
        } else {
            None
        }
    };
    match join {
        _ if join != Join::Where && one == other => Some(one),
        Join::And if either(FALSE) => Some(FALSE),
        Join::And => pass(TRUE).or_else(|| either(UNDECIDABLE).then_some(UNDECIDABLE)),
        Join::Or if either(TRUE) => Some(TRUE),
        Join::Or => pass(FALSE).or_else(|| either(UNDECIDABLE).then_some(UNDECIDABLE)),
        Join::Worst if either(3) => Some(3),
        Join::Worst if either(UNDECIDABLE) => Some(UNDECIDABLE),
        Join::Worst if one < 4 && other < 4 => Some(one.max(other)),
        Join::Worst => pass(0),
        Join::Where => match one {
            FALSE => Some(IMPOSSIBLE),
            TRUE => Some(other),
            UNDECIDABLE => Some(UNDECIDABLE),
            _ => None,
        },
    }
}

/// Spreads bits over a hash.
const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

fn hash(seed: usize, parts: &[Node]) -> usize {
    let mut hash = (seed as u64).wrapping_add(1).wrapping_mul(FACTOR);
    for part in parts {
        hash = (hash.rotate_left(5) ^ u64::from(*part)).wrapping_mul(FACTOR);
    }
    (hash >> 20) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_functions_are_one_node() {
        let mut d = Diagrams::new(vec![2, 3, 2]);
        let (a, b, c) = (d.test(0, 0b10), d.test(1, 0b101), d.test(2, 0b10));
        let ab = d.join(Join::And, a, b);
        let ac = d.join(Join::And, a, c);
        let left = d.join(Join::Or, ab, ac);
        let bc = d.join(Join::Or, b, c);
        let right = d.join(Join::And, a, bc);
        assert_eq!(left, right);
        let not = d.not(left);
        assert_eq!(d.not(not), left);
        assert_eq!(d.join(Join::And, left, not), FALSE);
        assert_eq!(d.join(Join::Or, left, not), TRUE);
        assert_eq!(d.support(left), [0, 1, 2]);
    }

    #[test]
    fn what_a_constraint_excludes_is_impossible() {
        let mut d = Diagrams::new(vec![2, 2]);
        let (a, b) = (d.test(0, 0b10), d.test(1, 0b10));
        let not_a = d.not(a);
        let allowed = d.join(Join::Or, not_a, b);
        let guarded = d.join(Join::Where, allowed, b);
        assert_eq!(d.values(guarded), 0b11);
        assert_eq!(d.branch(d.branch(guarded, 0, 1), 1, 0), IMPOSSIBLE);
        assert_eq!(d.branch(d.branch(guarded, 0, 1), 1, 1), TRUE);
    }
}
