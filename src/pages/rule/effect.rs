//! What follows from a rule, for which roles, and how sure we are of it.

use model::rules::{Confidence, Kind, Rule, Standing, Validity};
use yew::prelude::*;

use crate::components::{VerdictMark, link, verdict_icon};
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;
use crate::pages::rule::reach::{self, Effect, Reached};
use crate::route::Route;

/// What follows from a rule, one part for each kind of consequence.
pub fn view(view: &View, rule: &Rule) -> Html {
    let labels = view.labels();
    let effects = reach::effects(view.pack(), &rule.id);
    html! {
        <section class="rx-section" aria-labelledby="rule-effects">
            <h2 id="rule-effects">{ labels.text("rule-effects") }</h2>
            if effects.is_empty() { <p>{ labels.text("rule-effects-none") }</p> }
            { for effects.chunk_by(|a, b| a.kind == b.kind).map(|effects| kind(view, effects, rule)) }
        </section>
    }
}

/// One kind of consequence, with the roles it has for each degree of confidence.
fn kind(view: &View, effects: &[Effect], rule: &Rule) -> Html {
    let labels = view.labels();
    let Some(kind) = effects.first().map(|effect| effect.kind) else { return html! {} };
    let (mark, name, meaning) = match kind {
        Kind::Bar => (VerdictMark::No, labels.text("kind-bar"), labels.text("kind-bar-means")),
        Kind::NotYet => {
            (VerdictMark::NotYet, labels.text("kind-not-yet"), labels.text("kind-not-yet-means"))
        }
        Kind::People => {
            (VerdictMark::People, labels.text("kind-people"), labels.text("kind-people-means"))
        }
        Kind::Later => {
            (VerdictMark::Open, labels.text("kind-later"), labels.text("kind-later-means"))
        }
    };
    let later =
        labels.pack_text(&format!("rule.{}.later", rule.id)).filter(|_| kind == Kind::Later);
    html! {
        <div class="rx-rule-effect">
            <h3 class="rx-rule-effect__kind">
                if kind != Kind::Later { { verdict_icon(mark) } }
                { name }
            </h3>
            <p>{ meaning }</p>
            if let Some(later) = later { <p>{ later }</p> }
            <ul class="rx-rule-effect__roles">
                { for effects.iter().enumerate().map(|(i, effect)| html! {
                    <li key={i}>
                        { roles(view, &effect.roles) }
                        { validity(effect.valid, labels) }
                        { confidence(effect.confidence, rule.standing, labels) }
                    </li>
                }) }
            </ul>
        </div>
    }
}

/// Roles as links, with the routes it is about where it is not the whole role.
fn roles(view: &View, roles: &[Reached]) -> Html {
    let link = |(i, reached): (usize, &Reached)| {
        let routes = match reached.routes.as_slice() {
            [] => String::new(),
            routes => format!(" ({})", routes.join(", ")),
        };
        html! {
            <>
                if i > 0 { { ", " } }
                { link(view, Route::Role(reached.role.id.to_string()), "", html! { &reached.role.name }) }{ routes }
            </>
        }
    };
    roles.iter().enumerate().map(link).collect()
}

/// From when until when, where it is bounded.
fn validity(valid: Validity, labels: &Labels) -> Html {
    let bound = |key: &str, day: model::Date| labels.fill(key, &[("date", &labels.date(day))]);
    let from = valid.from.map(|day| bound("rule-valid-from", day));
    let to = valid.to.map(|day| bound("rule-valid-to", day));
    let words: Vec<String> = [from, to].into_iter().flatten().collect();
    if words.is_empty() {
        return html! {};
    }
    html! { <span class="rx-rule-effect__note">{ words.join(" ") }</span> }
}

/// How sure we are. Nothing where the rule was lifted or never seen: there is nothing to be sure of.
fn confidence(confidence: Confidence, standing: Standing, labels: &Labels) -> Html {
    if matches!(standing, Standing::Lifted | Standing::NotSeen) {
        return html! {};
    }
    let words = match confidence {
        Confidence::H => labels.text("confidence-high"),
        Confidence::M => labels.text("confidence-medium"),
        Confidence::L => labels.text("confidence-low"),
    };
    html! { <span class="rx-rule-effect__note">{ words }</span> }
}
