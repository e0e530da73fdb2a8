//! One role on the plan: what stands, what to find out, days, and the steps of getting in.

use eligibility::{CriterionResult, CriterionState, Headline, RoleVerdict};
use model::Date;
use model::id::SourceId;
use model::rules::{Criterion, JudgedRole, Kind};
use yew::prelude::*;

use super::calendar::{Event, entry};
use super::{Case, remove_button, verdict_icon};
use crate::components::{link, link_to, outside_link, overdue_mark, source_line};
use crate::context::{Destination, View};
use crate::labels::fill;
use crate::markup::html;
use crate::pages::quiz::{judged_name, start_note, words};
use crate::pages::role::{glance::status_words, rules};
use crate::platform::hand_over;
use crate::route::{Query, Route};

/// A day that matters, and what it rests on.
struct Day<'a> {
    /// Nothing where there is nothing to wait for, or it is not certain.
    day: Option<Date>,
    /// A sentence with the day in it.
    text: String,
    /// The same for a calendar, which others may see.
    entry: String,
    /// What it is about, by the id of what was judged.
    judged: &'a str,
    sources: &'a [SourceId],
}

/// One role on the plan.
pub fn view(case: Case<'_>) -> Html {
    let Case { view, judged, role, code } = case;
    let (pack, labels) = (view.pack(), view.labels());
    let ways: Vec<&JudgedRole> = rules::judged(pack, role).collect();
    let verdicts: Vec<&RoleVerdict> = judged
        .map(|(.., all)| ways.iter().filter_map(|way| all.role(&way.id)).collect())
        .unwrap_or_default();
    let id = format!("plan-{}", role.id);
    let days = days(case, &ways, &verdicts);
    html! {
        <section key={role.id.as_str()} class="rx-section rx-plan__role" aria-labelledby={id.clone()}>
            <h2 {id}>{ link(view, Route::Role(role.id.to_string()), "", html! { &role.name }) }</h2>
            if let Some(code) = code { { remove_button(view, code, &role.name) } }
            <h3>{ labels.text("plan-stands") }</h3>
            { view_standing(case, &ways, &verdicts) }
            <p>{ status_words(&role.status, labels) }{ " " }{ overdue_mark(view, role.status.review_by) }{ " " }
                { outside_link(view, &role.next_step.url, &role.next_step.text) }</p>
            { view_find_out(view, &ways, &verdicts) }
            if judged.is_some() {
                <h3>{ labels.text("plan-days") }</h3>
                if days.is_empty() { <p>{ labels.text("plan-no-date") }</p> }
                <ul class="rx-bullets">{ for days.iter().map(|day| view_day(case, day)) }</ul>
                if view.policy().can_take_away && days.iter().any(|day| day.day.is_some()) {
                    <p class="rx-muted">{ labels.text("plan-calendar-holds") }</p>
                }
            }
            <h3>{ labels.text("role-steps") }</h3>
            if role.stages.is_empty() { <p>{ labels.text("role-no-steps") }</p> }
            <ol class="rx-numbers">
                { for role.stages.iter().map(|stage| html! {
                    <li key={stage.name.as_str()}>
                        <strong>{ &stage.name }</strong>{ ": " }{ &stage.what.text }{ " " }{ source_line(view, &stage.what.sources, Some(&stage.what.published), stage.what.our_reading) }
                    </li>
                }) }
            </ol>
        </section>
    }
}

/// The headline of each way in, or that nothing was answered yet.
fn view_standing(case: Case<'_>, ways: &[&JudgedRole], verdicts: &[&RoleVerdict]) -> Html {
    let Case { view, judged, .. } = case;
    let (pack, labels) = (view.pack(), view.labels());
    if judged.is_none() {
        let ids: Vec<&str> = ways.iter().map(|way| way.id.as_str()).collect();
        let mut query = Query::default();
        query.set("for", &ids);
        let to = Destination::with_query(Route::Quiz, query);
        return html! {
            <p>{ labels.text("plan-no-answers") }{ " " }{ link_to(view, to, "", labels.text("role-check").into()) }</p>
        };
    };
    html! {
        <ul class="rx-plan__standing">
            { for verdicts.iter().map(|verdict| {
                let (mark, headline) = words::headline(verdict.decided(), labels);
                html! {
                    <li key={verdict.role.as_str()} class="rx-plan__verdict">
                        { verdict_icon(mark) }
                        <span>
                            if verdicts.len() > 1 { { judged_name(pack, &verdict.role) }{ ": " } }
                            <strong>{ headline }</strong>{ ". " }
                            { words::main_reason(verdict, labels) }
                        </span>
                    </li>
                }
            }) }
        </ul>
    }
}

/// What is open or not met, with what to find out and what would change it; before the quiz,
/// whatever the rules let one find out.
fn view_find_out(view: &View, ways: &[&JudgedRole], verdicts: &[&RoleVerdict]) -> Html {
    let labels = view.labels();
    let mut told: Vec<&str> = Vec::new();
    let mut items: Vec<Html> = Vec::new();
    for way in ways {
        let verdict = verdicts.iter().find(|verdict| verdict.role == way.id);
        for rule in way.criteria.iter().filter(|rule| rule.otherwise != Kind::Later) {
            let of_rule =
                |result: &&CriterionResult| result.rule == rule.id && result.kind == rule.otherwise;
            let result = verdict.and_then(|verdict| verdict.criteria.iter().find(of_rule));
            let is_met = result.is_some_and(|result| result.state == CriterionState::Met);
            if is_met
                || told.contains(&rule.id.as_str())
                || (result.is_none() && !verdicts.is_empty())
            {
                continue;
            }
            let part = |part: &str| match (verdict, result) {
                (Some(verdict), Some(result)) => {
                    words::criterion_part(verdict, result, part, labels).unwrap_or_default()
                }
                _ => {
                    let text = words::rule_text(labels, &way.id, rule.id.as_str(), part);
                    fill(&text, &[("date", &labels.text("day-unknown"))])
                }
            };
            let fails = result.is_some_and(|result| result.state == CriterionState::Fails);
            let (find_out, change) =
                (part("find_out"), if fails { part("change") } else { String::new() });
            if find_out.is_empty() && change.is_empty() {
                continue;
            }
            told.push(rule.id.as_str());
            items.push(view_item(view, &way.id, rule, find_out, change));
        }
    }
    if items.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ labels.text("plan-find-out") }</h3>
            <ul class="rx-bullets">{ items }</ul>
        </>
    }
}

fn view_item(view: &View, way: &str, rule: &Criterion, find_out: String, change: String) -> Html {
    let labels = view.labels();
    let title = words::rule_text(labels, way, rule.id.as_str(), "title");
    html! {
        <li key={rule.id.as_str()}>
            { link(view, Route::Rule(rule.id.to_string()), "", title.into()) }{ ": " }
            { find_out }{ " " }
            if !change.is_empty() { <strong>{ labels.text("what-would-change") }</strong>{ " " }{ change }{ " " } }
            { source_line(view, rule.cite.get(..1).unwrap_or_default(), Some(&rule.published), false) }
        </li>
    }
}

/// From when one could apply and start by each way in, and until when what holds now does.
fn days<'a>(case: Case<'_>, ways: &[&'a JudgedRole], verdicts: &[&'a RoleVerdict]) -> Vec<Day<'a>> {
    let labels = case.view.labels();
    let mut days = Vec::new();
    for verdict in verdicts {
        let way = ways.iter().find(|way| way.id == verdict.role);
        let first = verdict.reasons().into_iter().next().map(|reason| &reason.rule);
        let criteria = way.map(|way| way.criteria.as_slice()).unwrap_or_default();
        let rule = criteria.iter().find(|rule| Some(&rule.id) == first).or(criteria.first());
        let sources = rule.map(|rule| rule.cite.as_slice()).unwrap_or_default();
        let mut add = |key: &str, day: Option<Date>, note: Option<String>| {
            let date = day.map_or_else(String::new, |day| labels.date(day));
            let entry = labels.fill(key, &[("date", &date)]);
            let text = note.unwrap_or_else(|| entry.clone());
            days.push(Day { day, text, entry, judged: &verdict.role, sources });
        };
        match (verdict.from, verdict.decided()) {
            (Some(from), _) => {
                let key = match from.exact() {
                    None => "reason-not-before",
                    Some(_) if from.headline == Headline::People => "plan-from-then-people",
                    Some(_) => "plan-from",
                };
                add(key, Some(from.earliest), None);
            }
            (None, Some(Headline::Eligible)) => add("plan-now", None, None),
            (None, Some(Headline::People)) => add("plan-now-people", None, None),
            _ => {}
        }
        let start =
            case.judged.and_then(|(judge, quiz, _)| start_note(judge, quiz, verdict, labels));
        if let Some((day, note)) = start {
            add("plan-start", day, Some(note));
        }
        if let Some(until) = verdict.until {
            add("until", Some(until.day), None);
        }
    }
    days
}

/// A day, and the entry for the visitor's own calendar.
fn view_day(case: Case<'_>, day: &Day<'_>) -> Html {
    let Case { view, .. } = case;
    html! {
        <li>
            <strong>{ judged_name(view.pack(), day.judged) }</strong>{ ": " }{ &day.text }{ " " }
            { source_line(view, day.sources.get(..1).unwrap_or_default(), None, false) }{ " " }
            if let Some(date) = day.day.filter(|_| view.policy().can_take_away) { { view_entry(case, day, date) } }
        </li>
    }
}

/// Makes the entry for the visitor's own calendar.
fn view_entry(case: Case<'_>, day: &Day<'_>, date: Date) -> Html {
    let Case { view, judged, .. } = case;
    let (pack, labels) = (view.pack(), view.labels());
    let source = day.sources.first().and_then(|id| pack.sources.get(id));
    let made_on = judged.map_or(date, |(judge, ..)| judge.today());
    let zone = pack.about.territory.as_str();
    let text = labels.fill(
        "calendar-text",
        &[
            ("what", &day.entry),
            ("role", &judged_name(pack, day.judged)),
            ("source", source.map_or("", |source| source.title.as_str())),
            ("date", &labels.date(made_on)),
            ("zone", zone),
        ],
    );
    let file = entry(&Event {
        id: &[day.judged, &date.to_string()].join("-"),
        day: date,
        made_on,
        title: &labels.text("calendar-title"),
        text: &text,
        zone,
        source: source.map_or("", |source| source.url.as_str()),
    });
    let file_name = format!("{date}.ics");
    let onclick =
        Callback::from(move |_: MouseEvent| hand_over::save(&file_name, "text/calendar", &file));
    html! {
        <button type="button" class="rx-link-button" {onclick}>
            { labels.fill("plan-calendar", &[("date", &labels.date(date))]) }
        </button>
    }
}
