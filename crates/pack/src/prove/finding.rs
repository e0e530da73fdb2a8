//! What the engine finds odd about rules: its name, its place, what to do about it.

use eligibility::Quiz;
use eligibility::verify::{Finding, Sense, verify};
use model::Date;
use model::rules::Rules;

use super::meant;
use crate::answers;
use crate::draft::{Draft, Typed};
use crate::fault::Faults;
use crate::tree::Spot;

/// Tells what is not said to be meant, and what is said to be meant and not found.
/// Gives how many findings are not explained.
pub fn check(
    draft: &Draft<'_>,
    rules: &Typed<'_, Rules>,
    quiz: &Quiz,
    faults: &mut Faults,
) -> usize {
    let mut waived: Vec<(usize, usize, &str)> = draft.scenarios.iter().flat_map(meant).collect();
    let known = waived.clone();
    let mut count = 0;
    for finding in verify(quiz) {
        let name = name(&finding.what);
        waived.retain(|(.., meant)| *meant != name);
        if known.iter().any(|(.., meant)| *meant == name) {
            continue;
        }
        count += 1;
        let message = told(&finding, quiz.today(), &name);
        let at = place(&rules.value, rules.spot, &finding);
        if finding.what.is_doubt() {
            faults.warning(at, message);
        } else {
            faults.error(at, message);
        }
    }
    for (i, k, name) in waived {
        let Some(scenarios) = &draft.scenarios else { continue };
        let at = scenarios.spot.key("meant").index(i).key("findings").index(k);
        let message =
            format!("\"{name}\" is said to be meant, but is not found (any more); take it out");
        faults.error(at, message);
    }
    count
}

fn told(finding: &Finding, today: Date, name: &str) -> String {
    let mut message = finding.what.to_string();
    if finding.on != today {
        message += &format!(" from {} on", finding.on);
    }
    if let Some(witness) = finding.witness.as_ref().filter(|witness| !witness.is_empty()) {
        message += &format!("; see for example {}", answers::to_json(witness));
    }
    message += &format!(". {}", remedy(&finding.what));
    if is_waivable(&finding.what) {
        message += &format!(
            ". If it is meant, say so in scenarios.json: \"meant\": [{{\"findings\": [\"{name}\"], \"because\": \"...\"}}]"
        );
    }
    message
}

/// Whether somebody can mean it so.
fn is_waivable(what: &Sense) -> bool {
    !matches!(
        what,
        Sense::EvaluatorsDisagree { .. } | Sense::TooComplex { .. } | Sense::Contradiction
    )
}

/// The name by which a finding can be said to be meant.
fn name(what: &Sense) -> String {
    match what {
        Sense::ParameterGap { parameter } => format!("parameter-gap/{parameter}"),
        Sense::CriterionGap { role, rule, .. } => format!("criterion-gap/{role}/{rule}"),
        Sense::NeverOpen { role } => format!("never-open/{role}"),
        Sense::AlwaysFails { role, rule } => format!("always-fails/{role}/{rule}"),
        Sense::NeverFails { role, rule } => format!("never-fails/{role}/{rule}"),
        Sense::Covered { role, rule, .. } => format!("covered/{role}/{rule}"),
        Sense::Unreachable { role, headline } => format!("unreachable/{role}/{headline}"),
        Sense::UnusedQuestion { question } => format!("unused-question/{question}"),
        Sense::NeverAsked { question } => format!("never-asked/{question}"),
        Sense::UnusedOption { question, option } => format!("unused-option/{question}/{option}"),
        Sense::NumberBetween { subject, number } => format!("number-between/{subject}/{number}"),
        Sense::SameRole { one, other } => format!("same-role/{one}/{other}"),
        other => other.to_string(),
    }
}

/// What to do about it.
fn remedy(what: &Sense) -> &'static str {
    match what {
        Sense::Contradiction => "Take a constraint out, or weaken it",
        Sense::ParameterGap { .. } => "Add a version for these days",
        Sense::CriterionGap { .. } => "Let one version begin where the other ends",
        Sense::NeverOpen { .. } => "Take the role out of the rules, or give it a later end",
        Sense::AlwaysFails { .. } => "Mend what must hold: nobody can meet it",
        Sense::NeverFails { .. } => "Mend what must hold, or take the criterion out",
        Sense::Covered { .. } => {
            "Take it out, or mend what must hold or what follows if it does not"
        }
        Sense::Unreachable { .. } => "Mend the criteria that rule this out",
        Sense::UnusedQuestion { .. } => "Take the question out, or use it in a criterion",
        Sense::NeverAsked { .. } => "Mend its ask_if, or take the question out",
        Sense::UnusedOption { .. } => "Use the option in a criterion, or take it out",
        Sense::NumberBetween { .. } => "Move one of the limits by one",
        Sense::SameRole { .. } => "See whether a criterion is missing from one of them",
        Sense::TooComplex { .. } => "Split the role, or use fewer questions together",
        // A fault of the engine, and what it may come to find.
        _ => "See what it says, and mend the rules",
    }
}

/// Where in `rules.json` it is to be mended.
fn place<'d>(rules: &Rules, spot: Spot<'d>, finding: &Finding) -> Spot<'d> {
    let role_index = |id: &str| rules.roles.iter().position(|role| role.id == id);
    let role = |id: &str| {
        let index = role_index(id).unwrap_or_default();
        spot.key("roles").index(index).key("id")
    };
    let criterion = |id: &str, rule: &str| {
        let index = role_index(id).unwrap_or_default();
        let criteria = rules.roles.get(index).map(|role| role.criteria.as_slice());
        let all = || criteria.unwrap_or_default().iter().enumerate();
        let mut of_rule = all().filter(|(_, criterion)| criterion.id.as_str() == rule);
        let place = of_rule.clone().find(|(_, criterion)| criterion.valid.contains(finding.on));
        let place = place.or_else(|| of_rule.next()).map_or(0, |(place, _)| place);
        spot.key("roles").index(index).key("criteria").index(place)
    };
    let question = |id: &str| {
        let index = rules.questions.iter().position(|one| one.id.as_str() == id);
        spot.key("questions").index(index.unwrap_or_default())
    };
    match &finding.what {
        Sense::TooComplex { role: id }
        | Sense::NeverOpen { role: id }
        | Sense::Unreachable { role: id, .. }
        | Sense::SameRole { other: id, .. } => role(id),
        Sense::CriterionGap { role, rule, .. }
        | Sense::AlwaysFails { role, rule }
        | Sense::NeverFails { role, rule }
        | Sense::Covered { role, rule, .. } => criterion(role, rule.as_str()).key("id"),
        Sense::Contradiction => spot.at_key("constraints"),
        Sense::ParameterGap { parameter } => spot.key("parameters").at_key(parameter),
        Sense::UnusedQuestion { question: id } => question(id.as_str()).key("id"),
        Sense::NeverAsked { question: id } => question(id.as_str()).at_key("ask_if"),
        Sense::UnusedOption { question: id, .. } => question(id.as_str()).at_key("options"),
        Sense::NumberBetween { subject, .. } if rules.facts.contains_key(subject) => {
            spot.key("facts").at_key(subject)
        }
        Sense::NumberBetween { subject, .. } => question(subject).key("id"),
        // A fault of the engine, and what it may come to find.
        _ => spot,
    }
}
