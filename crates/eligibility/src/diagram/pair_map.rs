//! A map from pairs of nodes to a node, hashed in a few instructions: no visitor chooses the
//! keys. One type for all uses, since each would be code of its own.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Node;

/// A map from pairs of nodes to a node.
pub(crate) type PairMap = HashMap<(Node, Node), Node, BuildHasherDefault<NodeHasher>>;

/// Multiplies and turns.
#[derive(Debug, Default)]
pub(crate) struct NodeHasher(u64);

impl Hasher for NodeHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, part: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(part)).wrapping_mul(super::FACTOR);
    }
}
