//! `cargo xtask evaluate`: answers in; verdicts, reasons, dates and the next question out.

use std::rc::Rc;

use eligibility::{NextStep, Quiz, ReviewPolicy, Ruleset, Scope, check_answer};
use model::Date;
use pack::answers;
use pack::editor::Headline;
use pack::exchange::{AnswersFile, Verdict};

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
    let wrong = |what: &str| Failure::Wrong(format!("{path}: {what}"));
    let file: AnswersFile =
        serde_json::from_str(&text).map_err(|error| wrong(&error.to_string()))?;
    let name = call.pack.as_deref().or(file.pack.as_deref()).unwrap_or("met");
    let pack = packs::english(name)?;
    let given = serde_json::json!(file.answers);
    let answers = answers::read(&pack.rules, &given).map_err(|faults| wrong(&faults.join("\n")))?;
    let rules = Ruleset::new(&pack.rules).map_err(|faults| {
        Failure::Wrong(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })?;
    // Without a day, the day on which the pack was read: the result is the same on every machine.
    let on = call.on.unwrap_or(pack.about.read_on);
    for (question, answer) in answers.iter() {
        check_answer(&rules, question, answer, on)
            .map_err(|error| wrong(&format!("the answer to \"{question}\" {error}")))?;
    }
    let quiz =
        Quiz::new(Rc::new(rules), on, ReviewPolicy { review_by: Some(pack.about.review_by) });
    let assessment = quiz.evaluate(&answers, &Scope::all());
    if let Some(broken) = assessment.broken.first() {
        return Err(wrong(&format!(
            "these answers contradict each other (constraints[{broken}] of rules.json)"
        )));
    }
    let verdicts: Vec<Verdict> =
        assessment.roles.iter().map(|verdict| Verdict::new(&pack, verdict)).collect();
    if call.is_json {
        println!("{}", serde_json::to_string_pretty(&verdicts).unwrap_or_default());
        return Ok(());
    }
    println!("On {on}, by rules {} of the pack {name:?}:\n", pack.rules.version);
    for verdict in &verdicts {
        println!("{}", in_words(verdict));
    }
    match quiz.next_question(&answers, &Scope::all()) {
        NextStep::Ask { question, at_most_left, .. } => {
            println!("\nNext question: {question} (at most {at_most_left} left)")
        }
        NextStep::Done => println!("\nNothing is left to ask."),
    }
    Ok(())
}

/// `pc/pcep   not_yet from 2027-03-14  age-apply`.
fn in_words(verdict: &Verdict) -> String {
    let name = match &verdict.route {
        Some(route) => format!("{}/{route}", verdict.role),
        None => verdict.role.to_string(),
    };
    let mut words = verdict.headline.name().to_owned();
    if verdict.headline == Headline::Open {
        words += &format!(" ({} to {})", verdict.best.name(), verdict.worst.name());
    }
    words += &verdict.from.map(|day| format!(" from {day}")).unwrap_or_default();
    words += &verdict.until.map(|day| format!(" until {day}")).unwrap_or_default();
    let reasons: Vec<&str> = verdict.reasons.iter().map(|reason| reason.as_str()).collect();
    format!("{name:<28}{words}  {}", reasons.join(", ")).trim_end().to_owned()
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
