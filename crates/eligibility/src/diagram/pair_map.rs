//! A map from pairs of nodes to a node, in little code: the standard library's is several
//! kilobytes, and no visitor chooses the keys.

use super::{Node, hash};

/// A pair that nothing is known of. No node has this number.
const FREE: Node = Node::MAX;

/// A map from pairs of nodes to a node.
#[derive(Debug, Default)]
pub(crate) struct PairMap {
    /// Open addressing; a power of two of places, at most half of them taken.
    places: Vec<(Node, Node, Node)>,
    taken: usize,
}

impl PairMap {
    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.places.fill((FREE, FREE, FREE));
        self.taken = 0;
    }

    /// What a pair leads to.
    pub(crate) fn get(&self, one: Node, other: Node) -> Option<Node> {
        let (a, _, node) = self.places.get(self.place(one, other))?;
        (*a != FREE).then_some(*node)
    }

    /// Notes what a pair leads to, and says whether it is the first time.
    pub(crate) fn insert(&mut self, one: Node, other: Node, node: Node) -> bool {
        if self.taken * 2 >= self.places.len() {
            self.grow();
        }
        let place = self.place(one, other);
        let is_new = self.places[place].0 == FREE;
        self.places[place] = (one, other, node);
        self.taken += usize::from(is_new);
        is_new
    }

    /// Where a pair stands, or would stand.
    fn place(&self, one: Node, other: Node) -> usize {
        let mask = self.places.len().wrapping_sub(1);
        let mut place = hash(0, &[one, other]) & mask;
        while let Some((a, b, _)) = self.places.get(place) {
            if *a == FREE || (*a, *b) == (one, other) {
                break;
            }
            place = (place + 1) & mask;
        }
        place
    }

    fn grow(&mut self) {
        let more = (self.places.len() * 2).max(16);
        let before = std::mem::replace(&mut self.places, vec![(FREE, FREE, FREE); more]);
        for (one, other, node) in before.into_iter().filter(|(one, ..)| *one != FREE) {
            let place = self.place(one, other);
            self.places[place] = (one, other, node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_found() {
        let mut map = PairMap::default();
        assert_eq!(map.get(1, 2), None);
        for i in 0..1000 {
            assert!(map.insert(i, i * 7 % 13, i + 1));
        }
        assert!((0..1000).all(|i| map.get(i, i * 7 % 13) == Some(i + 1)));
        assert!(!map.insert(5, 35 % 13, 9));
        assert_eq!((map.get(5, 35 % 13), map.get(5, 5)), (Some(9), None));
        map.clear();
        assert_eq!(map.get(5, 35 % 13), None);
    }
}
