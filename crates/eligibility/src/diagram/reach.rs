//! Which values a diagram can still end in, given what is known.

use super::{Diagrams, Node, VALUES};

/// Marks which nodes were seen. Kept between calls, so that a call allocates nothing.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    round: u32,
    seen: Vec<u32>,
    open: Vec<Node>,
}

impl Reach {
    /// Bit set of the values reachable when each variable may take the classes in `known`.
    ///
    /// Zero where the constraints leave nothing.
    pub(crate) fn values(&mut self, diagrams: &Diagrams, root: Node, known: &[u64]) -> u8 {
        let Some(mut node) = self.descend(diagrams, root, known) else {
            return diagrams.values(root);
        };
        if self.seen.len() < diagrams.len() {
            self.seen.resize(diagrams.len(), 0);
        }
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.seen.fill(0);
            self.round = 1;
        }
        let mut found = 0;
        loop {
            // `node` is an inner node with several open branches, or a value.
            if (node as usize) < VALUES {
                found |= diagrams.values(node);
            } else {
                let inner = diagrams.inner[node as usize - VALUES];
                let mut mask = known[usize::from(inner.variable)];
                while mask != 0 {
                    let class = mask.trailing_zeros();
                    mask &= mask - 1;
                    let below = diagrams.branches[(inner.branches + class) as usize];
                    // Nothing below could add to what was found.
                    if diagrams.values(below) & !found == 0 {
                        continue;
                    }
                    if (below as usize) < VALUES {
                        found |= diagrams.values(below);
                    } else if self.seen[below as usize] != self.round {
                        self.seen[below as usize] = self.round;
                        self.open.push(below);
                    }
                }
            }
            loop {
                match self.open.pop() {
                    None => return found,
                    Some(next) if diagrams.values(next) & !found == 0 => {}
                    Some(next) => {
                        node = next;
                        break;
                    }
                }
            }
        }
    }

    /// Follows single classes as far as they lead. Nothing if the root is a value.
    fn descend(&self, diagrams: &Diagrams, root: Node, known: &[u64]) -> Option<Node> {
        let mut node = root;
        if (node as usize) < VALUES {
            return None;
        }
        while (node as usize) >= VALUES {
            let inner = diagrams.inner[node as usize - VALUES];
            let mask = known[usize::from(inner.variable)];
            if !mask.is_power_of_two() {
                break;
            }
            node = diagrams.branches[(inner.branches + mask.trailing_zeros()) as usize];
        }
        Some(node)
    }
}
