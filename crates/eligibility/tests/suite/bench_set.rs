//! The invented rule set of the engine benchmark in our format: 12 roles, 218
//! criteria, and 2,000 answer sets with the verdicts that other engines agree on.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use eligibility::{Answer, Answers, Cell, Headline, Quiz, ReviewPolicy, Ruleset};
use model::Date;
use serde_json::{Value, json};

pub struct BenchSet {
    pub questions: Vec<Value>,
    pub quiz: Quiz,
    pub sets: Vec<Answers>,
    pub expected: Vec<String>,
    pub from: Vec<Vec<Option<Date>>>,
    pub roles: Vec<String>,
}

pub fn data() -> Option<PathBuf> {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../bench/engine/data"));
    let named = std::env::var_os("RX_BENCH_DATA").map(PathBuf::from);
    named.into_iter().chain([beside]).find(|path| path.join("ruleset.json").exists())
}

/// A comparison of the benchmark in our words. An absent fact is -1 there; here nothing holds.
fn comparison(e: &Value, optional: &[String]) -> Value {
    let fact = e["fact"].as_str().unwrap();
    let value = &e["value"];
    let derived = ["age", "resident_months", "degree_months", "record_months", "attempt_months"];
    let subject = if derived.contains(&fact) { "fact" } else { "q" };
    let compare = |key: &str, value: Value| json!({ subject: fact, key: value });
    let absent = json!({"not": compare("at_least", json!(-99_999))});
    let or_absent = |e: Value| {
        if optional.iter().any(|other| other == fact) { json!({"any": [e, absent]}) } else { e }
    };
    let number = || value.as_i64().unwrap();
    match e["op"].as_str().unwrap() {
        "eq" => compare("is", value.clone()),
        "ne" => json!({"not": compare("is", value.clone())}),
        "in" => compare("one_of", value.clone()),
        "has" => compare("has", value.clone()),
        _ if !value.is_number() => compare("at_least", value.clone()),
        "lt" => or_absent(compare("at_most", json!(number() - 1))),
        "le" => or_absent(compare("at_most", json!(number()))),
        "gt" => compare("at_least", json!(number() + 1)),
        "ge" => compare("at_least", json!(number())),
        other => panic!("operator {other}"),
    }
}

fn expression(e: &Value, optional: &[String]) -> Value {
    let all = |key: &str| {
        e[key].as_array().unwrap().iter().map(|e| expression(e, optional)).collect::<Vec<_>>()
    };
    if e.get("all").is_some() {
        json!({"all": all("all")})
    } else if e.get("any").is_some() {
        json!({"any": all("any")})
    } else if e.get("not").is_some() {
        json!({"not": expression(&e["not"], optional)})
    } else if e.get("ref").is_some() {
        json!({"ref": e["ref"]})
    } else {
        comparison(e, optional)
    }
}

/// The rules of the benchmark in our format.
pub fn convert(bench: &Value) -> Value {
    let mut facts = serde_json::Map::new();
    let mut optional = Vec::new();
    let mut questions = Vec::new();
    for question in bench["questions"].as_array().unwrap() {
        let mut read = json!({"id": question["id"], "type": question["type"], "group": "all"});
        for key in ["options", "min", "max", "optional"] {
            if let Some(value) = question.get(key) {
                read[key] = value.clone();
            }
        }
        if let Some(derives) = question.get("derives") {
            let name = derives["fact"].as_str().unwrap();
            let kind = derives["kind"].as_str().unwrap();
            facts.insert(name.to_owned(), json!({ kind: {"from": question["id"]} }));
            if question.get("optional").is_some() {
                optional.push(name.to_owned());
            }
        }
        questions.push(read);
    }
    let conditions = bench["conditions"].as_object().unwrap().iter();
    let conditions: serde_json::Map<_, _> =
        conditions.map(|(name, e)| (name.clone(), expression(e, &optional))).collect();
    let roles = bench["roles"].as_array().unwrap().iter().map(|role| {
        let criteria = role["criteria"].as_array().unwrap().iter().map(|criterion| {
            let kind = match criterion["verdict"].as_str().unwrap() {
                "force" => "people",
                "not_eligible" => "bar",
                kind => kind,
            };
            json!({
                "id": criterion["id"], "else": kind, "cite": ["bench"],
                "must": {"not": expression(&criterion["if"], &optional)},
                "confidence": "H", "published": "undated",
            })
        });
        json!({"id": role["id"], "criteria": criteria.collect::<Vec<_>>()})
    });
    json!({
        "format": "rx-rules/1", "version": "bench", "territory": "Europe/London",
        "groups": [{"id": "all"}], "questions": questions, "facts": facts,
        "conditions": conditions, "roles": roles.collect::<Vec<_>>(),
    })
}

fn answer(question: &Value, value: &Value) -> Answer {
    match (question["type"].as_str().unwrap(), value) {
        (_, Value::Null) => Answer::NotApplicable,
        ("one", value) => Answer::One(value.as_str().unwrap().to_owned()),
        ("int", value) => Answer::Int(value.as_i64().unwrap()),
        ("date", value) => Answer::Date(value.as_str().unwrap().parse().unwrap()),
        ("many", value) => {
            let chosen = value.as_array().unwrap().iter();
            Answer::Many(chosen.map(|option| option.as_str().unwrap().to_owned()).collect())
        }
        (other, _) => panic!("type {other}"),
    }
}

pub fn load() -> Option<BenchSet> {
    let data = data().or_else(|| {
        println!("no benchmark data: skipped");
        None
    })?;
    Some(load_from(&data))
}

pub fn load_from(data: &Path) -> BenchSet {
    let read = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(data.join(name)).unwrap()).unwrap()
    };
    let (bench, answers, expected) =
        (read("ruleset.json"), read("answers.json"), read("expected.json"));
    let rules: model::rules::Rules = serde_json::from_value(convert(&bench)).unwrap();
    let rules = Ruleset::new(&rules).unwrap_or_else(|errors| {
        panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    let today = bench["today"].as_str().unwrap().parse().unwrap();
    let questions = bench["questions"].as_array().unwrap();
    let sets = answers["rows"].as_array().unwrap().iter().map(|row| {
        let row = row.as_array().unwrap().iter().zip(questions);
        row.map(|(value, question)| (question["id"].as_str().unwrap(), answer(question, value)))
            .collect()
    });
    let date = |value: &Value| value.as_str().map(|date| date.parse().unwrap());
    let from = expected["from"].as_array().unwrap().iter();
    let from = from.map(|row| row.as_array().unwrap().iter().map(date).collect()).collect();
    let verdicts = expected["verdicts"].as_array().unwrap().iter();
    BenchSet {
        questions: questions.clone(),
        roles: rules.roles().map(str::to_owned).collect(),
        quiz: Quiz::new(Rc::new(rules), today, ReviewPolicy::default()),
        sets: sets.collect(),
        expected: verdicts.map(|v| v.as_str().unwrap().to_owned()).collect(),
        from,
    }
}

pub fn code(headline: Headline) -> char {
    match headline {
        Headline::Eligible => 'E',
        Headline::People => 'F',
        Headline::NotYet => 'Y',
        Headline::NotEligible => 'N',
    }
}

/// Answers as plain numbers, in the order of the questions.
pub fn cells(set: &BenchSet, answers: &Answers) -> Vec<Cell> {
    let question = |(id, question): (&str, &Value)| match answers.get(&id.into()) {
        None | Some(Answer::DontKnow) | Some(Answer::Periods(_)) => Cell::Open,
        Some(Answer::NotApplicable) => Cell::Absent,
        Some(Answer::Bool(value)) => Cell::Value(i64::from(*value)),
        Some(Answer::Int(value)) => Cell::Value(*value),
        Some(Answer::Date(date)) => Cell::Value(i64::from(date.first().days())),
        Some(Answer::One(chosen)) => {
            let options = question["options"].as_array().unwrap().iter();
            Cell::Value(options.take_while(|option| *option != chosen.as_str()).count() as i64)
        }
        Some(Answer::Many(chosen)) => {
            let options = question["options"].as_array().unwrap().iter().enumerate();
            let chosen = options.filter(|(_, option)| chosen.contains(option.as_str().unwrap()));
            Cell::Chosen(chosen.fold(0, |set, (i, _)| set | 1 << i))
        }
    };
    set.questions.iter().map(|q| question((q["id"].as_str().unwrap(), q))).collect()
}
