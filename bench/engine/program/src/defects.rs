//! The benchmark's seeded mistakes (`rx-bench-defects/1`), and whether our engine names them.

use serde_json::Value;

use crate::convert::{list, text};
use crate::{BenchRules, Fault};

/// The rule set with one of the seeded mistakes made in it.
///
/// # Errors
/// If the mistake is not of the benchmark's format.
pub fn seed(bench: &Value, defect: &Value) -> Result<Value, Fault> {
    let mut bench = bench.clone();
    if let Some(add) = defect.get("addCriterion") {
        let role = list_mut(&mut bench, "roles")?.iter_mut().find(|role| role["id"] == add["role"]);
        let role = role.ok_or("addCriterion: there is no such role")?;
        list_mut(role, "criteria")?.push(add["criterion"].clone());
    }
    if let Some(set) = defect.get("setCondition") {
        bench["conditions"][text(set, "name")?] = set["value"].clone();
    }
    if let Some(fact) = defect.get("dropFact") {
        let fact = fact.to_string();
        let conditions = bench["conditions"].as_object().ok_or("conditions: none")?;
        let reading = conditions.iter().filter(|(_, e)| e.to_string().contains(&fact));
        let mut names: Vec<String> = reading.map(|(name, _)| format!("\"{name}\"")).collect();
        names.push(fact);
        for role in list_mut(&mut bench, "roles")? {
            list_mut(role, "criteria")?.retain(|criterion| {
                let criterion = criterion.to_string();
                !names.iter().any(|name| criterion.contains(name))
            });
        }
    }
    Ok(bench)
}

fn list_mut<'v>(value: &'v mut Value, key: &str) -> Result<&'v mut Vec<Value>, Fault> {
    value[key].as_array_mut().ok_or_else(|| format!("{key}: a list was expected"))
}

/// What our engine finds in a rule set, causes first.
///
/// # Errors
/// If the rule set is not of the benchmark's format.
pub fn findings(bench: &Value) -> Result<Vec<String>, Fault> {
    // What is wrong with single names and values is refused before anything is verified.
    let rules = crate::convert::rules(bench)?;
    if let Err(errors) = eligibility::Ruleset::new(&rules) {
        return Ok(errors.iter().map(ToString::to_string).collect());
    }
    let found = eligibility::verify::verify(&BenchRules::new(bench)?.quiz);
    Ok(found.iter().map(|finding| finding.what.to_string()).collect())
}

/// What a seeded mistake must be called: words of the first finding.
///
/// # Errors
/// If the benchmark expects something that is not known here.
pub fn expected(defect: &Value) -> Result<Vec<&'static str>, Fault> {
    let words = match text(defect, "expect")? {
        "never_true" => vec!["can never fail"],
        "unreachable_verdict" => vec!["fails whatever is answered"],
        "never_matters" => vec!["changes no verdict"],
        "dead_question" => return Ok(vec!["question \"eyesight\"", "no role depends on it"]),
        "unknown_option" => return Ok(vec!["unknown option", "manuel", ".must"]),
        "unknown_name" => return Ok(vec!["unknown condition", "under_81", ".must"]),
        "wrong_type" => return Ok(vec!["expected a whole number", ".must"]),
        "cycle" => return Ok(vec!["conditions.adult", "in a circle"]),
        other => return Err(format!("finding {other} is not known")),
    };
    // The criterion is named.
    Ok([words, vec!["criterion \"x\""]].concat())
}

/// How many of the seeded mistakes are found: each by its cause, at its place, and nothing
/// besides. What is not found stands in the second.
///
/// # Errors
/// If the data are not of the benchmark's format.
pub fn count(bench: &Value, defects: &Value) -> Result<(usize, Vec<String>), Fault> {
    let (mut found, mut missed) = (0, Vec::new());
    for defect in list(defects, "defects")? {
        let findings = findings(&seed(bench, defect)?)?;
        let expected = expected(defect)?;
        match findings.as_slice() {
            [only] if expected.iter().all(|word| only.contains(word)) => found += 1,
            _ => missed.push(format!("{}: {findings:?}", defect["id"])),
        }
    }
    Ok((found, missed))
}
