//! The published rules of a role or a way in: one line each, by what follows.

use model::Pack;
use model::role::Role;
use model::rules::{Criterion, JudgedRole, Kind};
use yew::prelude::*;

use crate::components::{VerdictMark, link, review_note, source_refs, verdict_icon};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// What is judged of a role: itself, or each of its ways in that has rules.
pub fn judged<'a>(pack: &'a Pack, role: &'a Role) -> impl Iterator<Item = &'a JudgedRole> {
    let is_its = |judged: &&JudgedRole| {
        judged.id == role.id.as_str() || role.routes.iter().any(|way| way.id.as_str() == judged.id)
    };
    pack.rules.roles.iter().filter(is_its)
}

/// Rules as a fold, by what follows where one is not met; nothing where there are none.
pub fn view(view: &View, rules: &[&Criterion], title: String) -> Html {
    let labels = view.labels();
    if rules.is_empty() {
        return html! {};
    }
    let kinds = [
        (Kind::Bar, Some(VerdictMark::No), "role-rules-bar"),
        (Kind::NotYet, Some(VerdictMark::NotYet), "role-rules-not-yet"),
        (Kind::People, Some(VerdictMark::People), "role-rules-people"),
        (Kind::Later, None, "role-rules-later"),
    ];
    let review_by = rules.iter().filter_map(|rule| rule.review_by).min();
    let of = |kind: Kind| rules.iter().filter(move |rule| rule.otherwise == kind);
    html! {
        <details class="rx-role-rules">
            <summary class="rx-role-rules__title">
                { title }{ " " }<span class="rx-role-rules__count">{ labels.count("role-rules-count", rules.len()) }</span>
            </summary>
            <dl class="rx-role-rules__kinds">
                { for kinds.into_iter().filter(|(kind, ..)| of(*kind).next().is_some()).map(|(kind, mark, key)| html! {
                    <div key={key} class="rx-role-rules__kind">
                        <dt class="rx-role-rules__name">
                            if let Some(mark) = mark { { verdict_icon(mark) } }
                            { labels.text(key) }
                        </dt>
                        { for of(kind).map(|rule| view_rule(view, rule)) }
                    </div>
                }) }
            </dl>
            { review_note(view, review_by.unwrap_or(view.pack().about.review_by)) }
        </details>
    }
}

fn view_rule(view: &View, rule: &Criterion) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let title = labels.pack_text(&format!("rule.{}.title", rule.id)).unwrap_or(rule.id.as_str());
    let life = [
        rule.valid.from.map(|day| labels.fill("role-rule-from", &[("date", &labels.date(day))])),
        rule.valid.to.map(|day| labels.fill("role-rule-before", &[("date", &labels.date(day))])),
    ];
    let life: Vec<String> = life.into_iter().flatten().collect();
    html! {
        <dd>
            if pack.rule(&rule.id).is_some() {
                { link(view, Route::Rule(rule.id.to_string()), "", title.into()) }
            } else {
                { title }
            }
            if !life.is_empty() { { format!(" ({})", life.join(", ")) } }
            // The best source alone: the rule's own page has them all.
            { " " }
            { source_refs(view, rule.cite.get(..1).unwrap_or_default(), &rule.published, false) }
        </dd>
    }
}
