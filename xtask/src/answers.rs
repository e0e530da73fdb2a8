//! Answers as JSON: `{"dob": "2009-07", "degree": "uk", "tattoos": {"unknown": true}}`.

use eligibility::{Answer, Answers, Period};
use model::id::QuestionId;
use model::rules::{Question, QuestionKind, Rules};
use serde_json::Value;

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
            Some(question) => match answer(question, value) {
                Some(answer) => answers.set(QuestionId::new(id.as_str()), answer),
                None => faults.push(format!("{id}: {value} is no answer; {}", wanted(question))),
            },
        }
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

fn answer(question: &Question, value: &Value) -> Option<Answer> {
    if value.get("unknown").and_then(Value::as_bool) == Some(true) {
        return Some(Answer::DontKnow);
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

fn wanted(question: &Question) -> String {
    let form = match question.kind {
        QuestionKind::Bool => "true or false".to_owned(),
        QuestionKind::One => format!("one of {}", question.options.join(", ")),
        QuestionKind::Many => format!("a list of any of {}", question.options.join(", ")),
        QuestionKind::Int => "a whole number".to_owned(),
        QuestionKind::Date => "a date like \"2009\", \"2009-07\" or \"2009-07-05\"".to_owned(),
        QuestionKind::Periods => {
            "a list like [{\"from\": \"2020-01\", \"to\": \"2022\"}]".to_owned()
        }
    };
    format!("write {form}, or {{\"unknown\": true}}")
}
