//! `cargo xtask evaluate`: answers in; verdicts, reasons, dates and the next question out.

use std::rc::Rc;

use eligibility::{NextStep, Quiz, ReviewPolicy, RoleVerdict, Ruleset, Scope};
use model::{Date, Pack};
use serde_json::{Value, json};

use crate::answers;
use crate::build::packs;
use crate::failure::Failure;
use crate::tool;

/// What was asked for.
#[derive(Default)]
struct Call {
    answers: Option<String>,
    on: Option<Date>,
    pack: Option<String>,
    is_json: bool,
}

/// Judges a file of answers.
///
/// # Errors
/// If the call, the file or the pack is wrong.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let call = read_call(arguments)?;
    let path = call.answers.as_deref().ok_or_else(|| Failure::Call(USAGE.into()))?;
    let text = tool::read(std::path::Path::new(path))?;
    let file: Value =
        serde_json::from_str(&text).map_err(|error| Failure::Wrong(format!("{path}: {error}")))?;
    let wrong = |what: &str| Failure::Wrong(format!("{path}: {what}"));
    let name =
        call.pack.as_deref().or_else(|| file.get("pack").and_then(Value::as_str)).unwrap_or("met");
    let pack = packs::english(name)?;
    let answers = file.get("answers").ok_or_else(|| wrong("\"answers\" is missing"))?;
    let answers =
        answers::read(&pack.rules, answers).map_err(|faults| wrong(&faults.join("\n")))?;
    let rules = Ruleset::new(&pack.rules).map_err(|faults| {
        Failure::Wrong(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })?;
    // Without a day, the day on which the pack was read: the result is the same on every machine.
    let on = call.on.unwrap_or(pack.about.read_on);
    let quiz =
        Quiz::new(Rc::new(rules), on, ReviewPolicy { review_by: Some(pack.about.review_by) });
    let assessment = quiz.evaluate(&answers, &Scope::all());
    let verdicts: Vec<Value> =
        assessment.roles.iter().map(|verdict| to_json(&pack, verdict)).collect();
    let next = match quiz.next_question(&answers, &Scope::all()) {
        NextStep::Ask { question, at_most_left, .. } => {
            json!({ "question": question.as_str(), "at_most_left": at_most_left })
        }
        NextStep::Done => Value::Null,
    };
    if call.is_json {
        println!("{}", serde_json::to_string_pretty(&verdicts).unwrap_or_default());
        return Ok(());
    }
    println!("On {on}, by rules {} of the pack {name:?}:\n", pack.rules.version);
    for verdict in &verdicts {
        let text = |key: &str| verdict[key].as_str().unwrap_or_default().to_owned();
        let name = if text("route").is_empty() {
            text("role")
        } else {
            format!("{}/{}", text("role"), text("route"))
        };
        let headline = match text("headline").as_str() {
            "open" => format!("open ({} to {})", text("best"), text("worst")),
            headline => headline.to_owned(),
        };
        let from = verdict["from"].as_str().map(|from| format!(" from {from}")).unwrap_or_default();
        let reasons: Vec<&str> =
            verdict["reasons"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        println!("{name:<28}{headline}{from}  {}", reasons.join(", "));
    }
    match next["question"].as_str() {
        Some(question) => {
            println!("\nNext question: {question} (at most {} left)", next["at_most_left"])
        }
        None => println!("\nNothing is left to ask."),
    }
    Ok(())
}

const USAGE: &str = "Usage: cargo xtask evaluate --answers FILE [--on DATE] [--pack PACK] [--json]";

fn read_call(arguments: &[String]) -> Result<Call, Failure> {
    let mut call = Call::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || {
            rest.next()
                .cloned()
                .ok_or_else(|| Failure::Call(format!("{argument} needs a value. {USAGE}")))
        };
        match argument.as_str() {
            "--answers" => call.answers = Some(value()?),
            "--on" => {
                let day = value()?;
                let fault = |error| Failure::Call(format!("--on {day:?}: {error}"));
                call.on = Some(day.parse().map_err(fault)?);
            }
            "--pack" => call.pack = Some(value()?),
            "--json" => call.is_json = true,
            other => return Err(Failure::Call(format!("evaluate knows no {other:?}. {USAGE}"))),
        }
    }
    Ok(call)
}

fn to_json(pack: &Pack, verdict: &RoleVerdict) -> Value {
    let role = pack.role_of_judged(&verdict.role).map(|role| role.id.as_str());
    let route = (role != Some(verdict.role.as_str())).then_some(verdict.role.as_str());
    let reasons: Vec<&str> = verdict.reasons().iter().map(|reason| reason.rule.as_str()).collect();
    json!({
        "role": role,
        "route": route,
        "headline": verdict.decided().map_or("open", |headline| headline.name()),
        "best": verdict.best.name(),
        "worst": verdict.worst.name(),
        "from": verdict.from.and_then(|from| from.exact()).map(|day| day.to_string()),
        "until": verdict.until.map(|until| until.day.to_string()),
        "reasons": reasons,
    })
}
