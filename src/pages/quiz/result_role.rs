//! One role in the result: folded to a line that tells the main reason; open, every
//! criterion as met, not met or not known, with the visitor's own answer.

use eligibility::{CriterionResult, CriterionState, Headline, RoleVerdict};
use model::Date;
use model::id::SourceId;
use model::rules::{Criterion, JudgedRole, Kind, Literal};
use yew::prelude::*;

use super::judge::{Judge, judged_name};
use super::prospects::prospects;
use super::state::QuizState;
use super::words;
use crate::components::{VerdictMark, link, outside_link, source_line, verdict_icon};
use crate::context::View;
use crate::labels::{Labels, fill};
use crate::markup::html;
use crate::route::Route;

/// How a role stands for a visitor, with all it was judged by.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// All that a piece of a page may ask for.
    pub view: &'a View,
    /// The rules on today's day.
    pub judge: &'a Judge,
    /// What was answered.
    pub quiz: &'a QuizState,
    /// How the role stands.
    pub verdict: &'a RoleVerdict,
}

/// One role in the result.
pub fn result_role(case: Case<'_>) -> Html {
    let Case { view, judge, quiz, verdict } = case;
    let labels = view.labels();
    let Some(rules) = judge.pack.rules.roles.iter().find(|judged| judged.id == verdict.role) else {
        return html! {};
    };
    let (mark, headline) = words::headline(verdict.decided(), labels);
    let part = |key: &str, is_in: &dyn Fn(&CriterionResult) -> bool| {
        let results: Vec<_> = verdict.criteria.iter().filter(|result| is_in(result)).collect();
        criteria(case, rules, &results, key)
    };
    let fails = |result: &CriterionResult| result.state == CriterionState::Fails;
    let role = judge.pack.role_of_judged(&verdict.role);
    html! {
        <details key={verdict.role.as_str()} class="rx-result-role">
            <summary class="rx-result-role__summary">
                { verdict_icon(mark) }
                <span class="rx-result-role__words">
                    <span class="rx-result-role__name">{ judged_name(&judge.pack, &verdict.role) }</span>
                    <span class="rx-result-role__headline">{ headline }</span>
                    <span class="rx-result-role__reason">{ words::main_reason(verdict, labels) }</span>
                </span>
            </summary>
            <div class="rx-result-role__body">
                if verdict.decided().is_none() {
                    <p>{ labels.fill("open-between", &[
                        ("best", &words::lower_first(&words::headline(Some(verdict.best), labels).1)),
                        ("worst", &words::lower_first(&words::headline(Some(verdict.worst), labels).1)),
                    ]) }</p>
                }
                if let Some((_, note)) = start_note(judge, quiz, verdict, labels) { <p>{ note }</p> }
                if let Some(until) = verdict.until {
                    <p>{ labels.fill("until", &[("date", &labels.date(until.day))]) }</p>
                }
                { part("criteria-not-met", &|result| fails(result) && result.kind != Kind::People) }
                { prospects(case) }
                { part("criteria-people", &|result| fails(result) && result.kind == Kind::People) }
                { part("criteria-open", &|result| !matches!(result.state, CriterionState::Met | CriterionState::Fails)) }
                { part("criteria-met", &|result| result.state == CriterionState::Met) }
                { later(case, rules) }
                if let Some(role) = role {
                    <p class="rx-result-role__links">
                        { link(view, Route::Role(role.id.to_string()), "", labels.fill("read-role", &[("role", &role.name)]).into()) }
                        { outside_link(view, &role.next_step.url, &role.next_step.text) }
                    </p>
                }
            </div>
        </details>
    }
}

/// The criteria that stand alike, under a heading; nothing if there are none.
fn criteria(case: Case<'_>, rules: &JudgedRole, results: &[&CriterionResult], key: &str) -> Html {
    if results.is_empty() {
        return html! {};
    }
    let heading = case.view.labels().text(key);
    let list = html! {
        <ul class="rx-criteria__list">
            { for results.iter().map(|result| {
                let rule = rules.criteria.iter().find(|criterion| criterion.id == result.rule && criterion.otherwise == result.kind);
                criterion(case, rule, result)
            }) }
        </ul>
    };
    // What is open in a role that is decided could change nothing, so it stands back.
    if key == "criteria-open" && case.verdict.decided().is_some() {
        return html! { <details class="rx-fold"><summary>{ heading }</summary>{ list }</details> };
    }
    html! { <section class="rx-criteria"><h3>{ heading }</h3>{ list }</section> }
}

/// One criterion: "you said ... the rule says ...", with source and date.
fn criterion(case: Case<'_>, rule: Option<&Criterion>, result: &CriterionResult) -> Html {
    let Case { view, judge, quiz, verdict } = case;
    let labels = view.labels();
    let mark = match (result.state, result.kind) {
        (CriterionState::Met, _) => VerdictMark::Met,
        (CriterionState::Fails, Kind::Bar) => VerdictMark::No,
        (CriterionState::Fails, Kind::NotYet) => VerdictMark::NotYet,
        (CriterionState::Fails, _) => VerdictMark::People,
        _ => VerdictMark::Open,
    };
    let title = words::rule_text(labels, &verdict.role, result.rule.as_str(), "title");
    let said: Vec<String> = result
        .because
        .iter()
        .map(|question| {
            let subject = words::question_text(labels, question, "subject");
            let answer = words::answer(judge, quiz, question, labels);
            labels.fill(
                "you-said",
                &[("subject", &words::lower_first(&subject)), ("answer", &answer)],
            )
        })
        .collect();
    // Of a rule with a number: which, and since when, so that the sum can be checked.
    let number =
        result.used.first().filter(|_| result.state == CriterionState::Fails).map(|used| {
            let value = words::literal(&used.value, labels);
            labels.fill("reason-number", &[("value", &value), ("date", &labels.date(used.from))])
        });
    let mut so = words::criterion(verdict, result, labels);
    if !said.is_empty() && result.state == CriterionState::Fails {
        so = labels.fill("reason-so", &[("text", &so)]);
    }
    let is_met = result.state == CriterionState::Met;
    let find_out =
        (!is_met).then(|| words::criterion_part(verdict, result, "find_out", labels)).flatten();
    let change = (result.state == CriterionState::Fails)
        .then(|| words::criterion_part(verdict, result, "change", labels))
        .flatten();
    html! {
        <li key={format!("{}-{}", result.rule, mark.name())} class="rx-criteria__criterion">
            { verdict_icon(mark) }
            <div class="rx-criteria__words">
                <p>{ link(view, Route::Rule(result.rule.to_string()), "rx-criteria__title", title.into()) }</p>
                { for said.into_iter().map(|said| html! { <p class="rx-criteria__said">{ said }</p> }) }
                if let Some(number) = number { <p class="rx-muted">{ number }</p> }
                <p>{ so }</p>
                if let Some(change) = change {
                    <p><strong>{ labels.text("what-would-change") }</strong>{ " " }{ change }</p>
                }
                if let Some(find_out) = find_out {
                    <p><strong>{ labels.text("find-out") }</strong>{ " " }{ find_out }</p>
                }
                if let Some(rule) = rule {
                    <p>{ source_line(view, &sources(rule, result), Some(&rule.published), false) }</p>
                }
            </div>
        </li>
    }
}

/// What a rule rests on, and what its number rests on.
fn sources(rule: &Criterion, result: &CriterionResult) -> Vec<SourceId> {
    let mut sources = rule.cite.clone();
    for source in result.used.iter().flat_map(|used| &used.cite) {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    sources
}

/// What happens after applying: told, and never part of a verdict.
fn later(case: Case<'_>, rules: &JudgedRole) -> Html {
    let Case { view, verdict, .. } = case;
    let labels = view.labels();
    let texts: Vec<(&Criterion, String)> = rules
        .criteria
        .iter()
        .filter(|criterion| criterion.otherwise == Kind::Later)
        .map(|criterion| {
            (criterion, words::rule_text(labels, &verdict.role, criterion.id.as_str(), "later"))
        })
        .filter(|(_, text)| !text.is_empty())
        .collect();
    if texts.is_empty() {
        return html! {};
    }
    html! {
        <details class="rx-fold">
            <summary>{ labels.text("criteria-later") }</summary>
            <ul class="rx-bullets">
                { for texts.into_iter().map(|(criterion, text)| html! {
                    <li key={criterion.id.as_str()}>
                        { text }{ " " }
                        { source_line(view, &criterion.cite, Some(&criterion.published), false) }
                    </li>
                }) }
            </ul>
        </details>
    }
}

/// The question whose answer is the day of birth, by convention of the pack.
const BIRTH: &str = "dob";
/// The parameter that holds the least age at start, by convention of the pack.
const START_AGE: &str = "start-age";

/// "You could start from ...", with the day where it is certain: being too young to start never fails
/// an application. Nothing where something has to change first that no day brings, and nothing once the rules
/// are overdue: no day rests on them then.
pub fn start_note(
    judge: &Judge,
    quiz: &QuizState,
    verdict: &RoleVerdict,
    labels: &Labels,
) -> Option<(Option<Date>, String)> {
    let is_closed = matches!(verdict.decided(), Some(Headline::NotYet | Headline::NotEligible));
    if is_closed && verdict.from.is_none() {
        return None;
    }
    let judged = &verdict.role;
    let note = labels.pack_text(&format!("role.{judged}.start_note"))?;
    if judge.today() > judge.pack.about.review_by {
        return None;
    }
    let eligibility::Answer::Date(born) = quiz.answers.get(&BIRTH.into())? else { return None };
    let versions = judge.pack.rules.parameters.get(START_AGE)?;
    let age = versions.iter().rev().find(|version| version.from <= judge.today())?;
    let Literal::Int(age) = age.value else { return None };
    let (year, month, day) = born.first().civil();
    let year = year + i32::try_from(age).ok()?;
    // Born on 29 February, one is of age on 1 March of a common year.
    let birthday = Date::new(year, month, day).or_else(|| Date::new(year, 3, 1))?;
    let is_young = birthday > judge.today();
    let exact = born.is_exact().then_some(birthday);
    let date = exact.map_or_else(|| labels.text("day-unknown"), |day| labels.date(day));
    is_young.then(|| (exact, fill(note, &[("date", &date)])))
}
