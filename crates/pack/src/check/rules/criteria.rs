//! Criteria: which kind the evidence allows, and that versions do not overlap.
//!
//! The four kinds of criterion as code: a machine never refuses what people
//! decide, and evidence decides how firmly we speak.

use std::collections::BTreeMap;

use model::rules::{
    Confidence, Criterion, JudgedRole, Kind, Literal, LookAt, Rules, Standing, Validity,
};
use model::source::SourceKind;

use crate::draft::Draft;
use crate::fault::Faults;
use crate::nearest::hint;
use crate::tree::Spot;

/// Checks judged roles and their criteria.
pub fn check(draft: &Draft<'_>, rules: &Rules, spot: Spot<'_>, faults: &mut Faults) {
    let sources = draft.sources.iter().flat_map(|sources| &sources.value.sources);
    let kinds: BTreeMap<&str, SourceKind> =
        sources.map(|source| (source.id.as_str(), source.kind)).collect();
    let today = draft.about.as_ref().map(|about| about.value.read_on);
    for (index, role) in rules.roles.iter().enumerate() {
        let at = spot.key("roles").index(index);
        super::validity(role.valid, at.key("valid"), faults);
        lead(role, rules, at, faults);
        if role.criteria.is_empty() {
            faults.error(at.at_key("criteria"), format!("\"{}\" has no criterion", role.id));
        }
        for (index, criterion) in role.criteria.iter().enumerate() {
            let at = at.key("criteria").index(index);
            super::validity(criterion.valid, at.key("valid"), faults);
            must(criterion, at, faults);
            evidence(criterion, &kinds, at, faults);
            let is_now = today.is_none_or(|today| criterion.valid.contains(today));
            standing(criterion, rules, is_now, at, faults);
            for before in &role.criteria[..index] {
                if before.id == criterion.id && overlap(before.valid, criterion.valid) {
                    let message = format!(
                        "the criterion \"{}\" stands twice in \"{}\" for the same days",
                        criterion.id, role.id
                    );
                    faults.error(at.key("id"), message);
                }
            }
        }
    }
}

fn lead(role: &JudgedRole, rules: &Rules, at: Spot<'_>, faults: &mut Faults) {
    match (role.on, &role.lead_days) {
        (LookAt::Start, None) => {
            let message = "\"on\": \"start\" needs lead_days, the parameter with the days from applying to starting";
            faults.error(at.at_key("on"), message);
        }
        (LookAt::Application, Some(_)) => {
            faults.error(at.at_key("lead_days"), "lead_days is only for \"on\": \"start\"");
        }
        (LookAt::Start, Some(name)) => match rules.parameters.get(name) {
            None => {
                let hint = hint(name, rules.parameters.keys().map(String::as_str));
                faults.error(at.key("lead_days"), format!("unknown parameter \"{name}\"{hint}"));
            }
            Some(versions)
                if !versions.iter().all(|v| matches!(v.value, Literal::Int(0..=3660))) =>
            {
                let message =
                    format!("the parameter \"{name}\" is no whole number of days from 0 to 3660");
                faults.error(at.key("lead_days"), message);
            }
            Some(_) => {}
        },
        (LookAt::Application, None) => {}
    }
}

fn must(criterion: &Criterion, at: Spot<'_>, faults: &mut Faults) {
    match (&criterion.must, criterion.otherwise) {
        (Some(_), Kind::Later) => {
            let message =
                "\"later\" is checked after applying and asks nothing; leave \"must\" out";
            faults.error(at.at_key("must"), message);
        }
        (None, Kind::Bar | Kind::NotYet | Kind::People) => {
            let message = "a criterion without \"must\"; only \"later\" may stand without";
            faults.error(at, message);
        }
        _ => {}
    }
}

fn evidence(
    criterion: &Criterion,
    kinds: &BTreeMap<&str, SourceKind>,
    at: Spot<'_>,
    faults: &mut Faults,
) {
    let refuses = matches!(criterion.otherwise, Kind::Bar | Kind::NotYet);
    let cited: Vec<SourceKind> =
        criterion.cite.iter().filter_map(|id| kinds.get(id.as_str()).copied()).collect();
    // An unknown source is told elsewhere; what it would be is not known here.
    let all_known = cited.len() == criterion.cite.len() && !cited.is_empty();
    if criterion.confidence == Confidence::L {
        let message = "confidence L is history only; it cannot be a criterion";
        faults.error(at.key("confidence"), message);
    }
    if refuses
        && all_known
        && criterion.confidence == Confidence::M
        && !cited.contains(&SourceKind::National)
    {
        let message = "confidence M may refuse only where a national source is cited as well; make it \"people\", or cite one";
        faults.error(at.key("confidence"), message);
    }
    let is_official = |kind: &SourceKind| {
        matches!(kind, SourceKind::Force | SourceKind::ForceCopy | SourceKind::National)
    };
    if all_known && refuses && !cited.iter().any(is_official) {
        let message = "only the force's own or national sources can refuse; these are press, another force's or weak; make it \"people\", or cite one";
        faults.error(at.key("cite"), message);
    }
    if all_known && cited.iter().all(|kind| *kind == SourceKind::Weak) {
        let message = "weak sources alone never carry a criterion";
        faults.error(at.key("cite"), message);
    }
}

fn standing(criterion: &Criterion, rules: &Rules, is_now: bool, at: Spot<'_>, faults: &mut Faults) {
    let Some(rule) = rules.rules.iter().find(|rule| rule.id == criterion.id) else { return };
    let refuses = matches!(criterion.otherwise, Kind::Bar | Kind::NotYet);
    match rule.standing {
        Standing::Lifted if is_now && criterion.otherwise != Kind::Later => {
            let message = format!(
                "the rule \"{}\" is lifted, but this criterion still decides; end it with \"valid\"",
                rule.id
            );
            faults.error(at.key("id"), message);
        }
        Standing::NotSeen if is_now && refuses => {
            let message = format!(
                "no published rule \"{}\" was seen, but this criterion refuses; only people can decide",
                rule.id
            );
            faults.error(at.key("else"), message);
        }
        Standing::Unclear if is_now && refuses => {
            let message = format!(
                "the rule \"{}\" is unclear, but this criterion refuses; should people decide?",
                rule.id
            );
            faults.warning(at.key("else"), message);
        }
        _ => {}
    }
}

fn overlap(a: Validity, b: Validity) -> bool {
    let before =
        |a: Validity, b: Validity| a.to.is_some_and(|to| b.from.is_some_and(|from| to <= from));
    !before(a, b) && !before(b, a)
}
