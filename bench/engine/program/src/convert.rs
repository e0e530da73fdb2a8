//! From the benchmark's neutral rule sets (`rx-bench-ruleset/1`) to ours (`rx-rules/1`).
//!
//! They differ in two ways. There a criterion says when a verdict follows, here
//! what must hold. And there a date that does not apply makes its fact a number
//! (-1) that is compared like any other, while here no comparison with it holds.

use model::rules::Rules;
use serde_json::{Map, Value, json};

use crate::Fault;

/// The rule set as our types.
///
/// # Errors
/// What is not of the benchmark's format.
pub fn rules(bench: &Value) -> Result<Rules, Fault> {
    serde_json::from_value(json(bench)?).map_err(|error| error.to_string())
}

/// The rule set as our JSON.
///
/// # Errors
/// What is not of the benchmark's format.
pub fn json(bench: &Value) -> Result<Value, Fault> {
    let mut reader = Reader { derived: Vec::new(), absent: bench["absent"].as_i64().unwrap_or(-1) };
    let (mut facts, mut questions) = (Map::new(), Vec::new());
    for question in list(bench, "questions")? {
        let mut read = json!({"id": question["id"], "type": question["type"], "group": "all"});
        for key in ["options", "min", "max", "optional"] {
            if let Some(value) = question.get(key) {
                read[key] = value.clone();
            }
        }
        questions.push(read);
        if let Some(derives) = question.get("derives") {
            let (name, kind) = (text(derives, "fact")?, text(derives, "kind")?);
            facts.insert(name.to_owned(), json!({ kind: {"from": question["id"]} }));
            reader.derived.push((name.to_owned(), question["optional"] == true));
        }
    }
    let conditions = bench["conditions"].as_object().ok_or("conditions: an object was expected")?;
    let conditions: Map<String, Value> = conditions
        .iter()
        .map(|(name, condition)| Ok((name.clone(), reader.expression(condition)?)))
        .collect::<Result<_, Fault>>()?;
    let roles = list(bench, "roles")?.iter().map(|role| reader.role(role));
    let roles: Vec<Value> = roles.collect::<Result<_, Fault>>()?;
    Ok(json!({
        "format": "rx-rules/1", "version": "bench", "territory": "Europe/London",
        "groups": [{"id": "all"}], "questions": questions, "facts": facts,
        "conditions": conditions, "roles": roles,
    }))
}

/// A key's list.
pub(crate) fn list<'v>(value: &'v Value, key: &str) -> Result<&'v Vec<Value>, Fault> {
    value[key].as_array().ok_or_else(|| format!("{key}: a list was expected"))
}

/// A key's text.
pub(crate) fn text<'v>(value: &'v Value, key: &str) -> Result<&'v str, Fault> {
    value[key].as_str().ok_or_else(|| format!("{key}: a text was expected"))
}

struct Reader {
    /// Facts counted from a date, and whether that date may not apply.
    derived: Vec<(String, bool)>,
    /// What such a fact is where its date does not apply.
    absent: i64,
}

impl Reader {
    fn role(&self, role: &Value) -> Result<Value, Fault> {
        let criteria = list(role, "criteria")?.iter().map(|criterion| {
            let kind = match text(criterion, "verdict")? {
                "force" => "people",
                "not_eligible" => "bar",
                kind => kind,
            };
            Ok(json!({
                "id": criterion["id"], "else": kind, "cite": ["bench"],
                "must": {"not": self.expression(&criterion["if"])?},
                "confidence": "H", "published": "undated",
            }))
        });
        Ok(json!({"id": role["id"], "criteria": criteria.collect::<Result<Vec<_>, Fault>>()?}))
    }

    fn expression(&self, expression: &Value) -> Result<Value, Fault> {
        for key in ["all", "any"] {
            if expression.get(key).is_some() {
                let members = list(expression, key)?.iter().map(|member| self.expression(member));
                return Ok(json!({ key: members.collect::<Result<Vec<_>, Fault>>()? }));
            }
        }
        if let Some(member) = expression.get("not") {
            return Ok(json!({"not": self.expression(member)?}));
        }
        match expression.get("ref") {
            Some(name) => Ok(json!({ "ref": name })),
            None => self.comparison(expression),
        }
    }

    fn comparison(&self, expression: &Value) -> Result<Value, Fault> {
        let (fact, op) = (text(expression, "fact")?, text(expression, "op")?);
        let value = &expression["value"];
        let derived = self.derived.iter().find(|(name, _)| name == fact);
        let subject = if derived.is_some() { "fact" } else { "q" };
        let compare = |key: &str, value: Value| json!({ subject: fact, key: value });
        if op == "ne" {
            let equal = json!({"fact": fact, "op": "eq", "value": value});
            return Ok(json!({"not": self.comparison(&equal)?}));
        }
        let number = value.as_i64();
        let read = match (op, number) {
            ("eq", _) => compare("is", value.clone()),
            ("in", _) => compare("one_of", value.clone()),
            ("has", _) => compare("has", value.clone()),
            ("lt", Some(number)) => compare("at_most", json!(number - 1)),
            ("le", Some(number)) => compare("at_most", json!(number)),
            ("gt", Some(number)) => compare("at_least", json!(number + 1)),
            ("ge", Some(number)) => compare("at_least", json!(number)),
            // The engine says what is wrong with a value that is no number.
            ("lt" | "le" | "gt" | "ge", None) => compare("at_least", value.clone()),
            _ => return Err(format!("operator {op} is not known")),
        };
        let holds_absent = match (op, number) {
            ("eq", number) => number == Some(self.absent),
            ("in", _) => value.as_array().is_some_and(|all| all.contains(&json!(self.absent))),
            ("lt", Some(number)) => self.absent < number,
            ("le", Some(number)) => self.absent <= number,
            ("gt", Some(number)) => self.absent > number,
            ("ge", Some(number)) => self.absent >= number,
            _ => false,
        };
        if holds_absent && derived.is_some_and(|(_, is_optional)| *is_optional) {
            // Every number of months or years is at least this.
            let is_absent = json!({"not": compare("at_least", json!(-99_999))});
            return Ok(json!({"any": [read, is_absent]}));
        }
        Ok(read)
    }
}
