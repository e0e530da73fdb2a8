//! The roles by what was said, with the reasons in words; then those that the visitor's own
//! quiz answers put off or rule out.

use model::fit::Speaks;
use model::id::RoleId;
use model::role::Role;
use yew::prelude::*;

use super::CHOICES;
use crate::components::{glyph_icon, link, notice};
use crate::context::View;
use crate::markup::html;
use crate::pages::quiz::{QuizState, Reach, reach};
use crate::route::Route;

/// The roles by what was said.
pub fn view_ranking(view: &View, quiz: &QuizState) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    if quiz.liking.iter().all(|answer| *answer == 0) {
        return html! {
            <section class="rx-section" aria-labelledby="fit-ranking">
                <h2 id="fit-ranking">{ labels.text("fit-ranking") }</h2>
                <p class="rx-fit__none">{ labels.text("fit-no-ranking") }</p>
            </section>
        };
    }
    let weighed = pack.fit.roles();
    let reached = reach(view, quiz);
    let of = |wanted: Reach| {
        let is_so = |role: &&Role| {
            weighed.contains(&&role.id)
                && reached.iter().any(|(id, reach)| *id == role.id && *reach == wanted)
        };
        let roles = pack.roles.iter().map(|role| &**role);
        roles.filter(is_so).map(|role| &role.id).collect::<Vec<_>>()
    };
    let places = |reach| pack.fit.ranking(&of(reach), &quiz.liking);
    let (now, later, never) = (places(Reach::Open), places(Reach::Later), of(Reach::RuledOut));
    html! {
        <>
            <section class="rx-section" aria-labelledby="fit-ranking">
                <h2 id="fit-ranking">{ labels.text("fit-ranking") }</h2>
                <p>{ labels.text("fit-ranking-text") }</p>
                { view_places(view, quiz, &now) }
                if now.is_empty() { <p>{ labels.text("fit-none-open") }</p> }
            </section>
            if !later.is_empty() {
                <section class="rx-section" aria-labelledby="fit-later">
                    <h2 id="fit-later">{ labels.text("fit-later") }</h2>
                    <p>{ labels.text("fit-later-text") }{ " " }{ to_result(view) }</p>
                    { view_places(view, quiz, &later) }
                </section>
            }
            if !never.is_empty() {
                { notice(None, html! {
                    <>
                        { labels.count("fit-ruled-out", never.len()) }{ " " }
                        { names(view, &never) }{ ". " }{ to_result(view) }
                    </>
                }) }
            }
        </>
    }
}

/// Where the quiz says why.
fn to_result(view: &View) -> Html {
    link(view, Route::Quiz, "", view.labels().text("fit-to-result").into())
}

fn names(view: &View, roles: &[&RoleId]) -> String {
    let names = roles.iter().filter_map(|id| view.pack().role(id));
    names.map(|role| role.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Places in order; roles that share one stand together.
fn view_places(view: &View, quiz: &QuizState, places: &[Vec<&RoleId>]) -> Html {
    let mut number = 1;
    html! {
        <ol class="rx-fit__places">
            { for places.iter().map(|place| {
                let labels = view.labels();
                let first = number;
                number += place.len();
                let key = if place.len() > 1 { "fit-place-tied" } else { "fit-place" };
                html! {
                    <li key={first.to_string()} class="rx-fit__place">
                        <h3 class="rx-fit__number">{ labels.fill(key, &[("place", &first.to_string())]) }</h3>
                        { for place.iter().map(|id| view_role(view, quiz, id, first == 1)) }
                    </li>
                }
            }) }
        </ol>
    }
}

/// A role, how far it was pointed to, and why.
fn view_role(view: &View, quiz: &QuizState, id: &RoleId, is_first: bool) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let Some(role) = pack.role(id) else { return html! {} };
    let points = f64::from(pack.fit.score(id, &quiz.liking) / 100);
    let against = pack.fit.statements.iter().enumerate().find(|(index, statement)| {
        let answer = quiz.liking.get(*index).copied().unwrap_or_default();
        statement.is_condition && statement.weight(id) * i32::from(answer) < 0
    });
    html! {
        <details key={id.as_str()} class="rx-result-role" open={is_first}>
            <summary class="rx-result-role__summary">
                { glyph_icon(role.glyph) }
                <span class="rx-result-role__words">
                    <span class="rx-result-role__name">{ &role.name }</span>
                    <span class="rx-result-role__headline">
                        { labels.fill("fit-points", &[("points", &labels.number(points))]) }
                    </span>
                    if let Some((_, condition)) = against {
                        <span class="rx-fit__condition">
                            { labels.fill("fit-condition-against", &[("statement", &condition.text)]) }
                        </span>
                    }
                </span>
            </summary>
            <div class="rx-result-role__body">
                { view_reasons(view, quiz, id, Speaks::For) }
                { view_reasons(view, quiz, id, Speaks::Against) }
                <p>{ link(view, Route::Role(id.to_string()), "", labels.fill("read-role", &[("role", &role.name)]).into()) }</p>
            </div>
        </details>
    }
}

/// What was said that speaks most for a role, or most against it.
fn view_reasons(view: &View, quiz: &QuizState, id: &RoleId, speaks: Speaks) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let reasons = pack.fit.reasons(id, &quiz.liking, speaks);
    let is_for = speaks == Speaks::For;
    html! {
        <>
            <p><strong>{ labels.text(if is_for { "fit-for" } else { "fit-against" }) }</strong></p>
            if reasons.is_empty() {
                <p class="rx-muted">{ labels.text(if is_for { "fit-for-none" } else { "fit-against-none" }) }</p>
            }
            <ul class="rx-bullets">
                { for reasons.into_iter().filter_map(|index| {
                    let statement = pack.fit.statements.get(index)?;
                    let said = quiz.liking.get(index)?;
                    let (_, key) = CHOICES.into_iter().find(|(value, _)| value == said)?;
                    Some(html! { <li>{ &statement.text }{ ": " }<em>{ labels.text(key) }</em></li> })
                }) }
            </ul>
        </>
    }
}
