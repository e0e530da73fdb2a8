//! Circles among names that refer to each other.

use std::collections::{BTreeMap, BTreeSet};

/// Circles in a graph, as the names on the way round, each once.
///
/// Names that lead nowhere are taken away until none is left or a circle is;
/// there is no recursion, so no chain is too long.
pub fn circles<'a>(edges: &BTreeMap<&'a str, BTreeSet<String>>) -> Vec<Vec<&'a str>> {
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    let mut into: BTreeMap<&str, Vec<&'a str>> = BTreeMap::new();
    for (name, targets) in edges {
        let known = targets.iter().filter(|target| edges.contains_key(target.as_str()));
        open.insert(name, known.clone().count());
        for target in known {
            into.entry(target).or_default().push(name);
        }
    }
    let mut done: Vec<&'a str> =
        edges.keys().copied().filter(|name| open.get(name) == Some(&0)).collect();
    let mut found = Vec::new();
    loop {
        while let Some(name) = done.pop() {
            open.remove(name);
            for before in into.get(name).into_iter().flatten() {
                if let Some(left) = open.get_mut(before) {
                    *left = left.saturating_sub(1);
                    if *left == 0 {
                        done.push(before);
                    }
                }
            }
        }
        let Some(start) = edges.keys().copied().find(|name| open.contains_key(name)) else {
            return found;
        };
        let circle = follow(start, edges, &open);
        done.extend(&circle);
        found.push(circle);
    }
}

/// Goes on from a name, among those that are open, until one comes again.
fn follow<'a>(
    start: &'a str,
    edges: &BTreeMap<&'a str, BTreeSet<String>>,
    open: &BTreeMap<&str, usize>,
) -> Vec<&'a str> {
    let (mut way, mut at) = (Vec::new(), start);
    let mut places = BTreeMap::new();
    loop {
        if let Some(first) = places.insert(at, way.len()) {
            return way.split_off(first);
        }
        way.push(at);
        let targets = edges.get(at).into_iter().flatten();
        let next = targets.filter_map(|target| edges.get_key_value(target.as_str()));
        match next.map(|(name, _)| *name).find(|name| open.contains_key(name)) {
            Some(next) => at = next,
            None => return way,
        }
    }
}

/// `a -> b -> a`
pub fn shown(circle: &[&str]) -> String {
    circle.iter().chain(circle.first()).copied().collect::<Vec<_>>().join(" -> ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edges: &[(&str, &[&str])], wanted: &[&str]) {
        let graph = edges.iter().map(|(name, targets)| {
            (*name, targets.iter().map(|target| (*target).to_owned()).collect())
        });
        let found: Vec<String> =
            circles(&graph.collect()).iter().map(|circle| shown(circle)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn every_circle_is_found_once() {
        check(&[("a", &["b"]), ("b", &["c"]), ("c", &[])], &[]);
        check(&[("a", &["a"])], &["a -> a"]);
        check(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"])], &["b -> c -> b"]);
        check(
            &[("a", &["b"]), ("b", &["a"]), ("c", &["d", "x"]), ("d", &["c"])],
            &["a -> b -> a", "c -> d -> c"],
        );
    }
}
