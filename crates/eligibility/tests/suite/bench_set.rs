//! The invented rule set of the engine benchmark in our format: 12 roles, 218
//! criteria, and 2,000 answer sets with the verdicts that other engines agree on.

use std::path::Path;

use eligibility::Answers;
use engine_bench::BenchRules;
use serde_json::Value;

pub struct BenchSet {
    pub rules: BenchRules,
    pub sets: Vec<Answers>,
    pub expected: Value,
}

/// A file of the benchmark's data.
pub fn data(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bench/engine/data");
    engine_bench::read(&folder.join(name)).unwrap()
}

pub fn load() -> BenchSet {
    let rules = BenchRules::new(&data("ruleset.json")).unwrap();
    let sets = rules.answers(&data("answers.json")).unwrap();
    BenchSet { rules, sets, expected: data("expected.json") }
}
