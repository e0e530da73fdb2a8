//! Where the visitor stands: a plain sentence, what to do next, then every role by
//! its headline. No dead end: there is always something to do and somebody to ask.

use eligibility::{Headline, RoleVerdict};
use yew::prelude::*;

use super::judge::{Judge, is_for_people_who_served, judged_name};
use super::result_role::ResultRole;
use super::standing::AssessmentRef;
use super::toolbar::{BackLink, ClearAnswers};
use super::words;
use super::{Advance, Screen, use_quiz};
use crate::components::{Link, Notice, OutsideLink, PageHeading, SourceLine};
use crate::context::{use_explorer, use_labels, use_policy};
use crate::labels::Labels;
use crate::platform::document;
use crate::route::Route;

/// Props of [`ResultScreen`].
#[derive(Properties, PartialEq)]
pub struct ResultScreenProps {
    /// The rules on today's day.
    pub judge: Judge,
    /// Going on and back.
    pub advance: Advance,
}

/// The order in which headlines are shown; nothing is "cannot tell yet".
const ORDER: [Option<Headline>; 5] = [
    Some(Headline::Eligible),
    Some(Headline::People),
    None,
    Some(Headline::NotYet),
    Some(Headline::NotEligible),
];

/// Where the visitor stands.
#[component]
pub fn ResultScreen(props: &ResultScreenProps) -> Html {
    let labels = use_labels();
    let explorer = use_explorer();
    let policy = use_policy();
    let quiz = use_quiz();
    let judge = &props.judge;
    let pack = &judge.pack;
    let force = &pack.about.force;
    let assessment = judge.assess(&quiz);
    let (served, roles): (Vec<&RoleVerdict>, Vec<&RoleVerdict>) =
        assessment.roles.iter().partition(|verdict| is_for_people_who_served(pack, &verdict.role));
    let whole = AssessmentRef(std::rc::Rc::new(assessment.clone()));
    let role = |verdict: &RoleVerdict| {
        html! { <ResultRole key={verdict.role.clone()} judge={judge.clone()} assessment={whole.clone()} role={verdict.role.clone()} /> }
    };
    let is_print = policy.can_print;
    html! {
        <div class="rx-quiz rx-result">
            <BackLink advance={props.advance.clone()} />
            <div class="rx-column">
                <PageHeading text={labels.text("result-heading")} lead={situation(judge, &roles, &labels)} />
                <p class="rx-result__limits">
                    { labels.fill("result-as-of", &[("date", &labels.date(judge.today())), ("version", &pack.rules.version)]) }{ " " }
                    { labels.fill("result-limits", &[("force", &force.short), ("date", &labels.date(pack.about.read_on))]) }{ " " }
                    <OutsideLink href={force.careers_url.clone()} text={labels.fill("careers-link", &[("force", &force.name)])} />
                </p>
                if pack.about.review_by < judge.today() {
                    <Notice>{ labels.fill("result-stale", &[("date", &labels.date(pack.about.review_by))]) }</Notice>
                }
                { next_steps(judge, &roles, &labels) }
            </div>
            { for ORDER.into_iter().map(|headline| {
                let mut of_headline: Vec<_> = roles.iter().filter(|verdict| verdict.decided() == headline).collect();
                of_headline.sort_by_key(|verdict| verdict.from.map(|from| from.earliest));
                group(headline, of_headline.into_iter().map(|verdict| role(verdict)).collect(), &labels)
            }) }
            if !served.is_empty() {
                <section class="rx-section" aria-labelledby="result-served">
                    <h2 id="result-served">{ labels.text("result-served") }</h2>
                    { for served.iter().map(|verdict| role(verdict)) }
                </section>
            }
            <section class="rx-section rx-column" aria-labelledby="result-ask">
                <h2 id="result-ask">{ labels.text("result-ask") }</h2>
                { contacts(pack) }
                <p><OutsideLink href={force.careers_url.clone()} text={labels.fill("careers-link", &[("force", &force.name)])} /></p>
            </section>
            <div class="rx-quiz__buttons">
                <button type="button" class="rx-button rx-button--quiet"
                    onclick={props.advance.to.reform(|_: MouseEvent| Screen::Check)}>{ labels.text("result-change") }</button>
                if is_print {
                    <button type="button" class="rx-button rx-button--quiet" onclick={|_: MouseEvent| document::print()}>
                        { labels.text("print") }
                    </button>
                }
            </div>
            <ClearAnswers />
            if explorer.config.demonstration { <p class="rx-muted">{ labels.text("demonstration") }</p> }
        </div>
    }
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
fn next_steps(judge: &Judge, roles: &[&RoleVerdict], labels: &Labels) -> Html {
    let mut nearest: Vec<&&RoleVerdict> = roles.iter().collect();
    nearest.sort_by_key(|verdict| {
        (verdict.best, verdict.worst, verdict.from.map(|from| from.earliest))
    });
    let mut shown = Vec::new();
    for verdict in nearest {
        if let Some(role) = judge.pack.role_of_judged(&verdict.role)
            && !shown.contains(&role)
            && shown.len() < 3
        {
            shown.push(role);
        }
    }
    html! {
        <section class="rx-result__next" aria-labelledby="result-next">
            <h2 id="result-next">{ labels.text("result-next") }</h2>
            <ol class="rx-numbers">
                { for shown.into_iter().map(|role| html! {
                    <li key={role.id.as_str()}>
                        { labels.text("next-read") }{ " " }
                        <Link to={Route::Role(role.id.to_string())}>{ &role.name }</Link>{ ". " }
                        <OutsideLink href={role.next_step.url.clone()} text={role.next_step.text.clone()} />
                    </li>
                }) }
                <li>{ labels.text("next-ask") }</li>
            </ol>
        </section>
    }
}

/// Ways to ask a person.
fn contacts(pack: &model::Pack) -> Html {
    html! {
        <ul class="rx-bullets">
            { for pack.about.contacts.iter().map(|contact| html! {
                <li key={contact.name.clone()}>
                    <strong>{ &contact.name }</strong>{ ": " }{ &contact.how.text }{ " " }
                    if let Some(url) = &contact.url {
                        <OutsideLink href={url.clone()} text={contact.name.clone()} />{ " " }
                    }
                    <SourceLine sources={contact.how.sources.clone()} published={contact.how.published.clone()} />
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
