//! Checks a `rules.json` as a whole and says what makes no sense.
//!
//! `cargo run --release -p eligibility --example verify [RULES.json]`
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a tool for editors of the engine")]

use std::rc::Rc;
use std::time::Instant;

use eligibility::verify::{suggest_scenarios, verify};
use eligibility::{Quiz, ReviewPolicy, Ruleset};

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/met/rules.json").to_owned()
    });
    let text = std::fs::read_to_string(path).expect("a rules.json");
    let rules: model::rules::Rules = serde_json::from_str(&text).expect("rules in our shape");
    let rules = match Ruleset::new(&rules) {
        Ok(rules) => Rc::new(rules),
        Err(errors) => {
            errors.iter().for_each(|error| println!("{error}"));
            std::process::exit(1);
        }
    };
    let start = Instant::now();
    let quiz = Quiz::new(rules, "2026-11-21".parse().unwrap(), ReviewPolicy::default());
    let findings = verify(&quiz);
    println!("{} findings in {:?}", findings.len(), start.elapsed());
    for finding in findings {
        let doubt = if finding.what.is_doubt() { " (may be meant)" } else { "" };
        println!("{}: {}{doubt}", finding.on, finding.what);
    }
    let start = Instant::now();
    let pairs = suggest_scenarios(&quiz);
    println!("{} scenario pairs in {:?}", pairs.len(), start.elapsed());
}
