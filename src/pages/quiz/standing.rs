//! "Where you stand": every role after every answer, beside the question when
//! wide, behind a button when narrow.
//!
//! Nothing is shown before an answer bears on it, and nothing unanswered ever
//! becomes a no: a role that is not decided counts as "cannot tell yet".

use eligibility::{Assessment, Headline, RoleVerdict};
use yew::prelude::*;

use super::judge::{Judge, is_for_people_who_served, judged_name};
use super::words;
use crate::components::verdict_icon;
use crate::context::use_view;
use crate::labels::Labels;
use crate::markup::html;

/// Props of [`Standing`].
#[derive(Properties, PartialEq)]
pub struct StandingProps {
    /// The rules on today's day.
    pub judge: Judge,
    /// How the roles stand.
    pub assessment: AssessmentRef,
    /// What the last answer changed, in a sentence. Nothing by default.
    #[prop_or_default]
    pub change: Option<AttrValue>,
}

/// An assessment that can be handed down.
#[derive(Clone)]
pub struct AssessmentRef(pub std::rc::Rc<Assessment>);

impl PartialEq for AssessmentRef {
    /// Each render makes another; what is equal need not be found out.
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Where the visitor stands.
#[component]
pub fn Standing(props: &StandingProps) -> Html {
    let view = use_view();
    let labels = view.labels();
    let is_open = use_state(|| false);
    let roles = &props.assessment.0.roles;
    let pack = &props.judge.pack;
    let (decided, open): (Vec<&RoleVerdict>, Vec<&RoleVerdict>) = roles
        .iter()
        .filter(|verdict| {
            !is_for_people_who_served(pack, &verdict.role) || verdict.best <= Headline::People
        })
        .partition(|verdict| verdict.decided().is_some());
    let on_toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    html! {
        <aside class="rx-standing" aria-label={labels.text("standing")}>
            <button type="button" class="rx-standing__toggle" aria-expanded={is_open.to_string()}
                aria-controls="standing-list" onclick={on_toggle}>
                <span class="rx-standing__title">{ labels.text("standing") }</span>
                <span class="rx-standing__short">{ short(&decided, open.len(), labels) }</span>
            </button>
            <div id="standing-list" class="rx-standing__body" data-open={is_open.to_string()}>
                <h2 class="rx-standing__heading">{ labels.text("standing") }</h2>
                if let Some(change) = &props.change {
                    <p id="quiz-change" class="rx-standing__change">{ change }</p>
                }
                <ul class="rx-standing__list">
                    { for decided.iter().map(|verdict| {
                        let (mark, text) = words::headline(verdict.decided(), labels);
                        html! {
                            <li key={verdict.role.clone()} class="rx-standing__role">
                                { verdict_icon(mark) }
                                <span><span class="rx-standing__name">{ judged_name(pack, &verdict.role) }</span>
                                { " " }<span class="rx-standing__headline">{ text }</span></span>
                            </li>
                        }
                    }) }
                </ul>
                if !open.is_empty() {
                    <p class="rx-standing__open">{ labels.count("standing-open", open.len()) }</p>
                }
                <p class="rx-muted">{ labels.text("standing-note") }</p>
            </div>
        </aside>
    }
}

/// The slim bar: how many stand how.
fn short(decided: &[&RoleVerdict], open: usize, labels: &Labels) -> String {
    let mut parts = Vec::new();
    for headline in Headline::ALL {
        let count = decided.iter().filter(|verdict| verdict.decided() == Some(headline)).count();
        if count > 0 {
            let (_, text) = words::headline(Some(headline), labels);
            parts.push(labels.fill(
                "standing-part",
                &[("count", &count.to_string()), ("headline", &words::lower_first(&text))],
            ));
        }
    }
    if open > 0 {
        let (_, text) = words::headline(None, labels);
        parts.push(labels.fill(
            "standing-part",
            &[("count", &open.to_string()), ("headline", &words::lower_first(&text))],
        ));
    }
    parts.join(", ")
}

/// What the last answer changed, in one sentence; nothing if no role was decided by it.
pub fn change(
    judge: &Judge,
    before: &Assessment,
    now: &Assessment,
    labels: &Labels,
) -> Option<String> {
    let changed: Vec<&RoleVerdict> = now
        .roles
        .iter()
        .filter(|verdict| !is_for_people_who_served(&judge.pack, &verdict.role))
        .filter(|verdict| {
            before.role(&verdict.role).is_some_and(|old| old.decided() != verdict.decided())
        })
        .collect();
    match changed.as_slice() {
        [] => None,
        [one] => {
            let (_, text) = words::headline(one.decided(), labels);
            let name = judged_name(&judge.pack, &one.role);
            Some(labels.fill(
                "standing-change-one",
                &[("role", &name), ("headline", &words::lower_first(&text))],
            ))
        }
        several => Some(labels.count("standing-change", several.len())),
    }
}
