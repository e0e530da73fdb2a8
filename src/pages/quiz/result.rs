//! Where the visitor stands: a plain sentence, what to do next, then every role by
//! its headline. No dead end: there is always something to do and somebody to ask.

use std::rc::Rc;

use eligibility::{Headline, RoleVerdict};
use model::Pack;
use model::role::Role;
use yew::prelude::*;

use super::judge::{Judge, is_for_people_who_served, judged_name};
use super::result_role::{Case, result_role};
use super::toolbar::{ClearAnswers, back_link};
use super::words;
use super::{Advance, QuizHandle, Screen, paper};
use crate::components::{PageHeading, link, notice, outside_link, page_heading, source_line};
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;
use crate::route::Route;

/// The order in which headlines are shown; nothing is "cannot tell yet".
const ORDER: [Option<Headline>; 5] = [
    Some(Headline::Eligible),
    Some(Headline::People),
    None,
    Some(Headline::NotYet),
    Some(Headline::NotEligible),
];

/// Where the visitor stands.
pub fn result(view: &View, judge: &Judge, quiz: &QuizHandle, advance: &Advance) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let force = &pack.about.force;
    let assessment = judge.assess(quiz);
    let (served, roles): (Vec<&RoleVerdict>, Vec<&RoleVerdict>) =
        assessment.roles.iter().partition(|verdict| is_for_people_who_served(pack, &verdict.role));
    let role = |verdict: &RoleVerdict| result_role(Case { view, judge, quiz, verdict });
    let careers = || {
        let text = labels.fill("careers-link", &[("force", &force.name)]);
        outside_link(view, &force.careers_url, &text)
    };
    html! {
        <div key="result" class={paper::classes("rx-quiz rx-result", quiz)}>
            { back_link(labels, advance) }
            <div class="rx-column">
                { page_heading(PageHeading {
                    text: labels.text("result-heading"),
                    lead: Some(situation(judge, &roles, labels)),
                    ..PageHeading::default()
                }) }
                <p class="rx-result__limits">
                    { limits(view, judge) }{ " " }
                    { careers() }
                </p>
                if !assessment.broken.is_empty() || !assessment.ignored.is_empty() {
                    { notice(None, html! {
                        <>
                            { labels.text("result-broken") }{ " " }
                            <button type="button" class="rx-link-button"
                                onclick={advance.to.reform(|_: MouseEvent| Screen::Check)}>{ labels.text("result-change") }</button>
                        </>
                    }) }
                }
                if pack.about.review_by < judge.today() {
                    { notice(None, labels.fill("result-stale", &[("date", &labels.date(pack.about.review_by))]).into()) }
                }
                { next_steps(view, &roles) }
            </div>
            { for ORDER.into_iter().map(|headline| {
                let mut of_headline: Vec<_> = roles.iter().filter(|verdict| verdict.decided() == headline).collect();
                // Those with a day first: they are nearer.
                of_headline.sort_by_key(|verdict| (verdict.from.is_none(), verdict.from.map(|from| from.earliest)));
                group(headline, of_headline.into_iter().map(|verdict| role(verdict)).collect(), labels)
            }) }
            if !served.is_empty() {
                <section class="rx-section" aria-labelledby="result-served">
                    <h2 id="result-served">{ labels.text("result-served") }</h2>
                    { for served.iter().map(|verdict| role(verdict)) }
                </section>
            }
            <section class="rx-section rx-column" aria-labelledby="result-ask">
                <h2 id="result-ask">{ labels.text("result-ask") }</h2>
                { contacts(view) }
                <p>{ careers() }</p>
            </section>
            <div class="rx-quiz__buttons">
                <button type="button" class="rx-button rx-button--quiet"
                    onclick={advance.to.reform(|_: MouseEvent| Screen::Check)}>{ labels.text("result-change") }</button>
            </div>
            if view.policy().can_print { { paper::view_print(labels, quiz) } }
            <ClearAnswers />
            if view.explorer.config.demonstration { <p class="rx-muted">{ labels.text("demonstration") }</p> }
        </div>
    }
}

/// On which day and by which rules it was worked out, and what it is not.
pub fn limits(view: &View, judge: &Judge) -> String {
    let (about, labels) = (&view.pack().about, view.labels());
    let version = view.pack().rules.version.as_str();
    let (today, read_on) = (labels.date(judge.today()), labels.date(about.read_on));
    let as_of = labels.fill("result-as-of", &[("date", &today), ("version", version)]);
    let values = [("force", about.force.short.as_str()), ("date", &read_on)];
    [as_of, labels.fill("result-limits", &values)].join(" ")
}

fn group(headline: Option<Headline>, roles: Vec<Html>, labels: &Labels) -> Html {
    if roles.is_empty() {
        return html! {};
    }
    let (mark, text) = words::headline(headline, labels);
    let id = format!("result-{}", mark.name());
    html! {
        <section class={format!("rx-section rx-result__group rx-result__group--{}", mark.name())} aria-labelledby={id.clone()}>
            <h2 {id}>{ text }</h2>
            { for roles }
        </section>
    }
}

/// The visitor's situation in a plain sentence or two.
fn situation(judge: &Judge, roles: &[&RoleVerdict], labels: &Labels) -> String {
    let count = |headline| roles.iter().filter(|verdict| verdict.decided() == headline).count();
    let mut parts = Vec::new();
    for (headline, key) in [
        (Some(Headline::Eligible), "situation-eligible"),
        (Some(Headline::People), "situation-people"),
        (None, "situation-open"),
        (Some(Headline::NotYet), "situation-not-yet"),
        (Some(Headline::NotEligible), "situation-not-eligible"),
    ] {
        let count = count(headline);
        if count > 0 {
            parts.push(labels.count(key, count));
        }
    }
    let mut text = labels.count("situation-looked-at", roles.len());
    text.push(' ');
    text.push_str(&parts.join(" "));
    let first = roles
        .iter()
        .filter_map(|verdict| Some((verdict.from?.exact()?, verdict)))
        .min_by_key(|(day, _)| *day);
    if let Some((day, verdict)) = first {
        let name = judged_name(&judge.pack, &verdict.role);
        text.push(' ');
        text.push_str(
            &labels.fill("situation-first", &[("date", &labels.date(day)), ("role", &name)]),
        );
    }
    text
}

/// What to do next: the roles nearest to hand, with the force's own page and ours.
fn next_steps(view: &View, roles: &[&RoleVerdict]) -> Html {
    let labels = view.labels();
    let shown = nearest_roles(view.pack(), roles);
    html! {
        <section class="rx-result__next" aria-labelledby="result-next">
            <h2 id="result-next">{ labels.text("result-next") }</h2>
            <ol class="rx-numbers">
                { for shown.into_iter().map(|role| html! {
                    <li key={role.id.as_str()}>
                        { labels.text("next-read") }{ " " }
                        { link(view, Route::Role(role.id.to_string()), "", html! { &role.name }) }{ ". " }
                        { outside_link(view, &role.next_step.url, &role.next_step.text) }
                    </li>
                }) }
                <li>{ labels.text("next-ask") }</li>
            </ol>
        </section>
    }
}

/// The three roles nearest to hand.
pub fn nearest_roles<'a>(pack: &'a Pack, verdicts: &[&RoleVerdict]) -> Vec<&'a Rc<Role>> {
    let mut nearest: Vec<&&RoleVerdict> = verdicts.iter().collect();
    nearest.sort_by_key(|verdict| {
        (verdict.best, verdict.worst, verdict.from.map(|from| from.earliest))
    });
    let mut shown = Vec::new();
    for verdict in nearest {
        if let Some(role) = pack.role_of_judged(&verdict.role)
            && !shown.contains(&role)
            && shown.len() < 3
        {
            shown.push(role);
        }
    }
    shown
}

/// Ways to ask a person.
pub fn contacts(view: &View) -> Html {
    html! {
        <ul class="rx-bullets">
            { for view.pack().about.contacts.iter().map(|contact| html! {
                <li key={contact.name.clone()}>
                    <strong>{ &contact.name }</strong>{ ": " }{ &contact.how.text }{ " " }
                    if let Some(url) = &contact.url {
                        { outside_link(view, url, &contact.name) }{ " " }
                    }
                    { source_line(view, &contact.how.sources, Some(&contact.how.published), false) }
                </li>
            }) }
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_headline_has_its_place_in_the_result() {
        for headline in Headline::ALL {
            assert!(ORDER.contains(&Some(headline)));
        }
        assert!(ORDER.contains(&None));
    }
}
