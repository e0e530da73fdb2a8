//! Every published rule by topic: how it stands, and for which roles.
//!
//! Can be read without answering anything, by whoever sits beside an applicant.

use model::Pack;
use model::rules::{Rule, Standing};
use yew::prelude::*;

use crate::components::{
    Jump, PageHeading, jump_list, link, notice, outside_link, page_heading, review_note,
    rule_standing,
};
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;
use crate::pages::rule::{self, reach};
use crate::route::Route;

/// The list of rules.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let force = &pack.about.force;
    let topics = topics(pack);
    let jump = |(topic, _): &(&str, Vec<&Rule>)| Jump {
        id: topic_id(topic).into(),
        text: topic_title(labels, topic).into(),
    };
    let jumps: Vec<Jump> = topics.iter().map(jump).collect();
    let reading = html! {
        <>
            { labels.fill("rules-reading-text", &[
                ("force", &force.short), ("date", &labels.date(pack.about.read_on)),
            ]) }{ " " }
            { outside_link(view, &force.careers_url, &labels.fill("careers-link", &[("force", &force.name)])) }
        </>
    };
    html! {
        <div key="rules" class="rx-rules rx-column">
            { page_heading(PageHeading {
                text: labels.text("rules-heading"),
                lead: Some(labels.fill("rules-lead", &[("force", &force.short)])),
                ..PageHeading::default()
            }) }
            { notice(Some(labels.text("rules-reading")), reading) }
            { review_note(view, pack.about.review_by) }
            { key(labels) }
            { jump_list(view, &labels.text("rules-topics"), &jumps) }
            { for topics.iter().map(|(topic, rules)| html! {
                <section class="rx-section" key={*topic} aria-labelledby={topic_id(topic)}>
                    <h2 id={topic_id(topic)}>{ topic_title(labels, topic) }</h2>
                    <ul class="rx-rule-list">
                        { for rules.iter().map(|rule| line(view, rule)) }
                    </ul>
                </section>
            }) }
        </div>
    }
}

/// The rules by topic: topics in the order in which they first appear, rules in the pack's.
pub fn topics(pack: &Pack) -> Vec<(&str, Vec<&Rule>)> {
    let mut topics: Vec<(&str, Vec<&Rule>)> = Vec::new();
    for rule in &pack.rules.rules {
        match topics.iter_mut().find(|(topic, _)| *topic == rule.topic) {
            Some((_, rules)) => rules.push(rule),
            None => topics.push((&rule.topic, vec![rule])),
        }
    }
    topics
}

/// A topic's heading; its id where the pack has no words for it.
pub fn topic_title(labels: &Labels, topic: &str) -> String {
    labels.pack_text(&format!("topic.{topic}.title")).unwrap_or(topic).to_owned()
}

fn topic_id(topic: &str) -> String {
    format!("topic-{topic}")
}

/// What the words for how a rule stands mean.
fn key(labels: &Labels) -> Html {
    let row = |standing: Standing, meaning: &str| {
        html! {
            <div class="rx-rules__key-row">
                <dt>{ rule_standing(labels, standing) }</dt>
                <dd>{ labels.text(meaning) }</dd>
            </div>
        }
    };
    html! {
        <details class="rx-rules__key">
            <summary>{ labels.text("rules-key") }</summary>
            <dl>
                { row(Standing::Published, "standing-published-means") }
                { row(Standing::Lifted, "standing-lifted-means") }
                { row(Standing::Unclear, "standing-unclear-means") }
                { row(Standing::NotSeen, "standing-not-seen-means") }
            </dl>
        </details>
    }
}

/// A rule in the list: its name, how it stands, for which roles.
fn line(view: &View, rule: &Rule) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let roles = reach::words(pack, labels, &reach::roles(pack, &rule.id));
    let roles = match roles {
        Some(roles) => labels.fill("rules-for", &[("roles", &roles)]),
        None => labels.text("rules-for-none"),
    };
    html! {
        <li class="rx-rule-line" key={rule.id.as_str()}>
            { link(view, Route::Rule(rule.id.to_string()), "rx-rule-line__title", rule::title(labels, rule).into()) }
            { rule_standing(labels, rule.standing) }
            <span class="rx-rule-line__roles">{ roles }</span>
        </li>
    }
}
