//! Answers as JSON: `{"dob": "2009-07", "degree": "uk", "tattoos": {"unknown": true}}`.
//!
//! The form of scenarios, of `cargo xtask evaluate`, and of what is suggested.

use eligibility::{Answer, Answers, Period};
use model::id::QuestionId;
use model::rules::{Question, QuestionKind, Rules};
use serde_json::{Map, Value, json};

/// Reads a JSON object of answers.
///
/// # Errors
/// A sentence for every answer that does not fit its question.
pub fn read(rules: &Rules, json: &Value) -> Result<Answers, Vec<String>> {
    let Some(entries) = json.as_object() else {
        return Err(vec!["answers must be an object like {\"dob\": \"2009-07\"}".into()]);
    };
    let mut answers = Answers::new();
    let mut faults = Vec::new();
    for (id, value) in entries {
        match rules.questions.iter().find(|question| question.id.as_str() == id) {
            None => {
                let known: Vec<&str> =
                    rules.questions.iter().map(|question| question.id.as_str()).collect();
                faults.push(format!("unknown question {id:?}; there is {}", known.join(", ")));
            }
            Some(question) => match read_one(question, value) {
                Some(answer) => answers.set(QuestionId::new(id.as_str()), answer),
                None => faults.push(format!(
                    "{id}: {value} is no answer; write {}, or {{\"unknown\": true}}",
                    wanted(question)
                )),
            },
        }
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

/// Reads one answer; nothing if it does not fit the question.
pub fn read_one(question: &Question, value: &Value) -> Option<Answer> {
    if let Value::Object(members) = value {
        let (key, value) = members.iter().next().filter(|_| members.len() == 1)?;
        return match key.as_str() {
            "unknown" if *value == true => Some(Answer::DontKnow),
            "not_applicable" if *value == true && question.optional => Some(Answer::NotApplicable),
            _ => None,
        };
    }
    let option = |value: &Value| {
        let name = value.as_str()?;
        question.options.iter().any(|option| option == name).then(|| name.to_owned())
    };
    match question.kind {
        QuestionKind::Bool => value.as_bool().map(Answer::Bool),
        QuestionKind::One => option(value).map(Answer::One),
        QuestionKind::Many => {
            let chosen: Option<_> = value.as_array()?.iter().map(option).collect();
            chosen.map(Answer::Many)
        }
        QuestionKind::Int => value.as_i64().map(Answer::Int),
        QuestionKind::Date => value.as_str()?.parse().ok().map(Answer::Date),
        QuestionKind::Periods => {
            let period = |value: &Value| {
                let from = value.get("from")?.as_str()?.parse().ok()?;
                let to = match value.get("to") {
                    None | Some(Value::Null) => None,
                    Some(to) => Some(to.as_str()?.parse().ok()?),
                };
                Some(Period { from, to })
            };
            value.as_array()?.iter().map(period).collect::<Option<_>>().map(Answer::Periods)
        }
    }
}

/// What answers a question takes, in words.
pub fn wanted(question: &Question) -> String {
    match question.kind {
        QuestionKind::Bool => "true or false".to_owned(),
        QuestionKind::One => format!("one of {}", question.options.join(", ")),
        QuestionKind::Many => format!("a list of {}", question.options.join(", ")),
        QuestionKind::Int => "a whole number".to_owned(),
        QuestionKind::Date => "a date like \"2009\", \"2009-07\" or \"2009-07-05\"".to_owned(),
        QuestionKind::Periods => {
            "a list like [{\"from\": \"2020-01\", \"to\": \"2022\"}]".to_owned()
        }
    }
}

/// Answers in the form they are read in.
pub fn to_json(answers: &Answers) -> Value {
    let one = |answer: &Answer| match answer {
        Answer::DontKnow => json!({ "unknown": true }),
        Answer::NotApplicable => json!({ "not_applicable": true }),
        Answer::Bool(value) => json!(value),
        Answer::One(option) => json!(option),
        Answer::Many(options) => json!(**options),
        Answer::Int(value) => json!(value),
        Answer::Date(date) => json!(date.to_string()),
        Answer::Periods(periods) => {
            let period = |period: &Period| match period.to {
                Some(to) => json!({ "from": period.from.to_string(), "to": to.to_string() }),
                None => json!({ "from": period.from.to_string() }),
            };
            periods.iter().map(period).collect()
        }
    };
    let members = answers.iter().map(|(id, answer)| (id.to_string(), one(answer)));
    Value::Object(members.collect::<Map<_, _>>())
}
