//! A map from pairs of nodes, hashed in a few instructions: no visitor chooses the keys.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Node;

/// A map from pairs of nodes.
pub(crate) type PairMap<V> = HashMap<(Node, Node), V, BuildHasherDefault<NodeHasher>>;

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
