//! Roles side by side: which ones stands in the address, the table follows from it.
//!
//! The first statement of each part is shown, with its source; the role's own page
//! has the rest. What differs is said in words.

use std::rc::Rc;

use model::Date;
use model::career::Station;
use model::claim::Block;
use model::date::Published;
use model::id::SourceId;
use model::role::Role;
use model::rules::Kind;
use yew::prelude::*;

use crate::components::{
    PageHeading, link, link_to, overdue_mark, page_heading, source_line, station_name, tick,
};
use crate::context::{Destination, View};
use crate::markup::html;
use crate::pages::role::{glance::status_words, rules::judged};
use crate::platform::document;
use crate::route::{Query, Route};

/// The key of the address.
const KEY: &str = "roles";
/// How many roles stand side by side at most.
const MOST: usize = 4;

/// The table of these roles; of the first, where there are too many.
pub fn side_by_side(roles: &[&str]) -> Destination {
    let mut query = Query::default();
    query.set(KEY, roles.get(..MOST).unwrap_or(roles));
    Destination::with_query(Route::Compare, query)
}

/// What a role says in a row: sentences, and where they come from.
#[derive(Default)]
struct Cell {
    lines: Vec<String>,
    source: Html,
}

/// A row: the key of its name, and how to find what a role says in it.
type Part<'a> = (&'static str, &'a dyn Fn(&Role) -> Cell);

/// Roles side by side.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let mut chosen: Vec<&Rc<Role>> = Vec::new();
    let mut left_out = 0;
    for id in view.place.query.values(KEY) {
        match pack.role(&id.into()) {
            Some(role) if chosen.iter().any(|other| other.id == role.id) => {}
            Some(role) if chosen.len() < MOST => chosen.push(role),
            _ => left_out += 1,
        }
    }
    html! {
        <div key="compare" class="rx-compare rx-wide">
            { page_heading(PageHeading {
                text: labels.text("nav-compare"),
                lead: Some(labels.text("compare-lead")),
                ..PageHeading::default()
            }) }
            { view_choice(view, &chosen) }
            <div role="status">
                if left_out > 0 { <p>{ labels.count("compare-left-out", left_out) }</p> }
                if chosen.len() < 2 { <p>{ labels.text("compare-too-few") }</p> }
            </div>
            if chosen.len() > 1 {
                { view_table(view, &chosen) }
                if view.policy().can_print {
                    <p><button type="button" class="rx-button rx-button--quiet" onclick={|_: MouseEvent| document::print()}>
                        { labels.text("print") }
                    </button></p>
                }
            }
        </div>
    }
}

/// A box for every role; where four are chosen the others take no click.
fn view_choice(view: &View, chosen: &[&Rc<Role>]) -> Html {
    let labels = view.labels();
    let is_chosen = |role: &Role| chosen.iter().any(|other| other.id == role.id);
    let choice = |role: &Rc<Role>| {
        let is_chosen = is_chosen(role);
        let is_dead = !is_chosen && chosen.len() == MOST;
        let mut ids: Vec<&str> = chosen.iter().map(|role| role.id.as_str()).collect();
        if is_chosen {
            ids.retain(|id| *id != role.id.as_str());
        } else {
            ids.push(role.id.as_str());
        }
        let mut query = view.place.query.clone();
        query.set(KEY, &ids);
        let on_change = view.navigate.refine.reform(move |_: Event| query.clone());
        tick(&role.name, is_chosen, is_dead, html! {}, on_change)
    };
    html! {
        <fieldset class="rx-compare__choice">
            <legend>{ labels.text("compare-choose") }</legend>
            { for view.pack().roles.iter().map(choice) }
        </fieldset>
    }
}

/// A row for each part. On a narrow screen each row is a list; `role` keeps it a table for those who
/// do not see it.
fn view_table(view: &View, chosen: &[&Rc<Role>]) -> Html {
    let labels = view.labels();
    let parts: [Part<'_>; 8] = [
        ("role-work", &|role| block_cell(view, &role.work)),
        ("role-pay", &|role| pay_cell(view, role)),
        ("role-hours", &|role| block_cell(view, &role.hours)),
        ("role-powers", &|role| block_cell(view, &role.powers)),
        ("role-routes", &|role| ways_cell(view, role)),
        ("role-open", &|role| {
            let status = &role.status;
            let words = status_words(status, labels);
            let own = cell(view, words, &status.sources, &status.published, false);
            dated(view, own, status.review_by)
        }),
        ("compare-rules", &|role| rules_cell(view, role)),
        ("role-moves-on", &|role| moves_cell(view, role)),
    ];
    html! {
        <table class="rx-compare__table" role="table">
            <caption>{ labels.text("compare-caption") }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{ labels.text("compare-part") }</th>
                    { for chosen.iter().map(|role| html! {
                        <th key={role.id.as_str()} scope="col" role="columnheader">
                            { link(view, Route::Role(role.id.to_string()), "", html! { &role.name }) }
                        </th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for parts.iter().map(|(key, part)| {
                    let cells = chosen.iter().map(|role| (*role, part(role))).collect();
                    view_row(view, key, cells)
                }) }
            </tbody>
        </table>
    }
}

fn view_row(view: &View, key: &'static str, cells: Vec<(&Rc<Role>, Cell)>) -> Html {
    let labels = view.labels();
    let differs = cells.windows(2).any(|pair| pair[0].1.lines != pair[1].1.lines);
    let verdict = if differs { "compare-differs" } else { "compare-same" };
    html! {
        <tr {key} role="row">
            <th scope="row" role="rowheader">
                { labels.text(key) }{ " " }
                <span class="rx-compare__verdict">{ labels.text(verdict) }</span>
            </th>
            { for cells.into_iter().map(|(role, cell)| html! {
                <td key={role.id.as_str()} role="cell">
                    // On a narrow screen the heads of the columns are out of sight.
                    <span class="rx-compare__role" aria-hidden="true">{ &role.name }</span>
                    { for cell.lines.into_iter().map(|line| html! { <p>{ line }</p> }) }
                    { cell.source }
                </td>
            }) }
        </tr>
    }
}

/// One sentence with its best source.
fn cell(
    view: &View,
    line: String,
    sources: &[SourceId],
    published: &Published,
    our_reading: bool,
) -> Cell {
    let best = sources.get(..1).unwrap_or_default();
    Cell { lines: vec![line], source: source_line(view, best, Some(published), our_reading) }
}

/// What must be read again by a day of its own, and says so when it has passed.
fn dated(view: &View, cell: Cell, review_by: Option<Date>) -> Cell {
    let mark = overdue_mark(view, review_by);
    Cell { source: html! { <>{ cell.source }{ " " }{ mark }</> }, ..cell }
}

fn block_cell(view: &View, block: &Block) -> Cell {
    let labels = view.labels();
    match block {
        Block::NotPublished(checked) => {
            let line = labels.fill("not-published", &[("date", &labels.date(*checked))]);
            Cell { lines: vec![line], ..Cell::default() }
        }
        Block::Claims(claims) => claims.first().map_or_else(Cell::default, |claim| {
            cell(view, claim.text.clone(), &claim.sources, &claim.published, claim.our_reading)
        }),
    }
}

/// The newest amount, with its date; what stands in its place where there is none.
fn pay_cell(view: &View, role: &Role) -> Cell {
    match role.pay.first() {
        Some(pay) => {
            let line = [pay.what.as_str(), &view.labels().pay(pay)].join(": ");
            dated(view, cell(view, line, &pay.sources, &pay.published, false), pay.review_by)
        }
        None => block_cell(view, &role.pay_note),
    }
}

fn ways_cell(view: &View, role: &Role) -> Cell {
    let mut lines: Vec<String> = role.routes.iter().map(|way| way.name.clone()).collect();
    if lines.is_empty() {
        lines.push(view.labels().text("role-one-way"));
    }
    Cell { lines, ..Cell::default() }
}

/// How many rules of each kind the role has, all its ways in together, and where they stand.
fn rules_cell(view: &View, role: &Role) -> Cell {
    let labels = view.labels();
    let kinds = [
        (Kind::Bar, "role-rules-bar"),
        (Kind::NotYet, "role-rules-not-yet"),
        (Kind::People, "role-rules-people"),
    ];
    let lines = kinds.into_iter().map(|(kind, key)| {
        let mut ids: Vec<&str> = judged(view.pack(), role)
            .flat_map(|judged| &judged.criteria)
            .filter(|rule| rule.otherwise == kind)
            .map(|rule| rule.id.as_str())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        [labels.text(key), labels.count("role-rules-count", ids.len())].join(": ")
    });
    let to = Destination::at(Route::Role(role.id.to_string()), "routes");
    let text = labels.fill("compare-rules-link", &[("role", &role.short)]);
    Cell { lines: lines.collect(), source: link_to(view, to, "", text.into()) }
}

fn moves_cell(view: &View, role: &Role) -> Cell {
    let pack = view.pack();
    let here = Station::Role(role.id.clone());
    let onward = pack.career.moves.iter().filter(|step| step.from == here);
    let mut lines: Vec<String> =
        onward.map(|step| station_name(pack, &step.to).to_owned()).collect();
    if lines.is_empty() {
        lines.push(view.labels().text("role-moves-none"));
    }
    let to = Destination::at(Route::Role(role.id.to_string()), "moves");
    let text = view.labels().fill("compare-moves-link", &[("role", &role.short)]);
    Cell { lines, source: link_to(view, to, "", text.into()) }
}
