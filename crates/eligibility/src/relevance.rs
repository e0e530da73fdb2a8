//! Which variables an open function still depends on, given the answers.
//!
//! Without constraints that is read off the reduced diagram. With constraints a
//! variable matters if some allowed completion has another outcome once this
//! one variable is changed to another class that it can have: then two answers
//! lead to different outcomes, and the function itself (not only what the
//! constraints infer) depends on it.

use crate::diagram::{Diagrams, FALSE, IMPOSSIBLE, Node, PairMap, Reach, Reduced, TRUE};
use crate::shape::Function;

/// A function reduced to what is still open.
#[derive(Debug, Default)]
pub(crate) struct Remainder {
    pub(crate) reduced: Reduced,
    /// The function where constraints allow it.
    pub(crate) guarded: Node,
    /// The variables it depends on, in order.
    pub(crate) variables: Vec<usize>,
    /// Pairs that were gone through.
    seen: PairMap,
    /// Pairs of which it is known whether they differ.
    different: PairMap,
}

impl Remainder {
    /// Reduces a function to what the answers leave open.
    pub(crate) fn build(
        &mut self,
        diagrams: &Diagrams,
        function: Function,
        known: &[u64],
        reach: &mut Reach,
    ) {
        self.reduced.clear(known.len());
        self.variables.clear();
        let plain = self.reduced.add(diagrams, function.plain, known);
        self.variables.extend(self.reduced.support());
        self.guarded = plain;
        if function.guard == TRUE {
            return;
        }
        self.guarded = self.reduced.add(diagrams, function.guarded, known);
        if self.guarded == plain {
            return;
        }
        let possible = self.possible(diagrams, function, known, reach);
        self.seen.clear();
        self.different.clear();
        let mut search = Search {
            reduced: &self.reduced,
            possible,
            matters: vec![false; known.len()],
            seen: &mut self.seen,
            different: &mut self.different,
        };
        search.visit(self.guarded, plain);
        let matters = search.matters;
        // Only where several answers must change together does no single one matter.
        if matters.contains(&true) {
            self.variables.retain(|v| matters[*v]);
        }
    }

    /// By variable the classes it can have, as a bit set over its open branches.
    fn possible(
        &self,
        diagrams: &Diagrams,
        function: Function,
        known: &[u64],
        reach: &mut Reach,
    ) -> Vec<u64> {
        let mut possible = vec![u64::MAX; known.len()];
        let mut masks = known.to_vec();
        let guard = diagrams.support(function.guard);
        for v in guard.into_iter().filter(|v| self.variables.contains(v)) {
            possible[v] = 0;
            let classes = (0..64).filter(|class| known[v] >> class & 1 == 1);
            for (branch, class) in classes.enumerate() {
                masks[v] = 1 << class;
                if reach.values(diagrams, function.guard, &masks) & 1 << TRUE != 0 {
                    possible[v] |= 1 << branch;
                }
            }
            masks[v] = known[v];
        }
        possible
    }
}

struct Search<'r> {
    reduced: &'r Reduced,
    possible: Vec<u64>,
    matters: Vec<bool>,
    seen: &'r mut PairMap,
    different: &'r mut PairMap,
}

impl Search<'_> {
    /// Goes through the allowed completions; `allowed` and `plain` stand at the same place.
    fn visit(&mut self, allowed: Node, plain: Node) {
        let Some((variable, _)) = self.reduced.inner(plain) else { return };
        if allowed == IMPOSSIBLE || !self.seen.insert(allowed, plain, TRUE) {
            return;
        }
        let variable = match self.reduced.inner(allowed) {
            Some((other, _)) => variable.min(other),
            None => variable,
        };
        let count = self.branches(plain, variable).max(self.branches(allowed, variable));
        if self.asks(plain, variable) && !self.matters[variable] {
            self.matters[variable] = self.has_difference(allowed, plain, variable, count);
        }
        for branch in 0..count {
            let allowed = self.branch(allowed, variable, branch);
            let plain = self.branch(plain, variable, branch);
            self.visit(allowed, plain);
        }
    }

    fn has_difference(
        &mut self,
        allowed: Node,
        plain: Node,
        variable: usize,
        count: usize,
    ) -> bool {
        let possible = self.possible[variable];
        for a in 0..count {
            let here = self.branch(allowed, variable, a);
            for b in (0..count).filter(|b| *b != a && possible >> b & 1 == 1) {
                let there = self.branch(plain, variable, b);
                if self.differs(here, there) {
                    return true;
                }
            }
        }
        false
    }

    /// Whether some allowed completion of `allowed` has another outcome in `plain`.
    fn differs(&mut self, allowed: Node, plain: Node) -> bool {
        if allowed == plain || allowed == IMPOSSIBLE {
            return false;
        }
        // Equal functions are one node, so without limits different nodes differ somewhere.
        if !self.reduced.is_limited(allowed) {
            return true;
        }
        if let Some(known) = self.different.get(allowed, plain) {
            return known == TRUE;
        }
        let variables = [allowed, plain].map(|node| self.reduced.inner(node).map(|(v, _)| v));
        let variable = match variables {
            [Some(one), Some(other)] => one.min(other),
            [one, other] => match one.or(other) {
                Some(variable) => variable,
                None => return true,
            },
        };
        let count = self.branches(plain, variable).max(self.branches(allowed, variable));
        let differs = (0..count).any(|branch| {
            let allowed = self.branch(allowed, variable, branch);
            let plain = self.branch(plain, variable, branch);
            self.differs(allowed, plain)
        });
        self.different.insert(allowed, plain, if differs { TRUE } else { FALSE });
        differs
    }

    fn asks(&self, node: Node, variable: usize) -> bool {
        self.reduced.inner(node).is_some_and(|(v, _)| v == variable)
    }

    fn branches(&self, node: Node, variable: usize) -> usize {
        match self.reduced.inner(node) {
            Some((v, branches)) if v == variable => branches.len(),
            _ => 0,
        }
    }

    fn branch(&self, node: Node, variable: usize, branch: usize) -> Node {
        match self.reduced.inner(node) {
            Some((v, branches)) if v == variable => branches[branch],
            _ => node,
        }
    }
}
