//! A published rule: in plain words, how it stands, what follows for whom, how it
//! came to be, and what it rests on.

pub mod effect;
pub mod reach;

use model::date::PublishedOn;
use model::figure::Event;
use model::id::SourceId;
use model::rules::{Rule, RuleEvent, Standing};
use model::{Date, Pack};
use yew::prelude::*;

use crate::components::{
    self, Neighbour, PageHeading, link, outside_link, overdue_mark, page_heading, review_note,
    rule_standing, source_entry_with_kind, terms, timeline_of_versions,
};
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;
use crate::pages::rules;
use crate::route::Route;

/// A rule's page.
pub fn page(view: &View, rule: &Rule) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let force = &pack.about.force;
    let plain = text(labels, rule, "plain");
    html! {
        <article key={format!("rule/{}", rule.id)} class="rx-rule rx-column">
            { page_heading(PageHeading {
                above: Some(rules::topic_title(labels, &rule.topic)),
                text: title(labels, rule),
                lead: plain.clone(),
            }) }
            { standing(view, rule) }
            if let Some(plain) = plain { { terms(view, &plain) } }
            { effect::view(view, rule) }
            { steps(rule, labels) }
            { history(view, rule) }
            <section class="rx-section" aria-labelledby="rule-sources">
                <h2 id="rule-sources">{ labels.text("rule-sources") }</h2>
                <p>{ labels.fill("rule-sources-read", &[("date", &labels.date(pack.about.read_on))]) }</p>
                <ul class="rx-source-list">
                    { for sources(pack, rule).iter().filter_map(|id| pack.sources.get(id)).map(|source| source_entry_with_kind(view, source)) }
                </ul>
                { review_note(view, review_by(pack, rule)) }
                <p>{ labels.text("rules-check-there") }{ " " }
                    { outside_link(view, &force.careers_url, &labels.fill("careers-link", &[("force", &force.name)])) }</p>
            </section>
            { components::looks_wrong(view, &["rule/", rule.id.as_str()].concat(), "") }
            { related(view, rule) }
            { neighbours(view, rule) }
        </article>
    }
}

/// A rule's name; its id where the pack has no words for it.
pub fn title(labels: &Labels, rule: &Rule) -> String {
    text(labels, rule, "title").unwrap_or_else(|| rule.id.to_string())
}

/// One of a rule's texts, if the pack has it.
fn text(labels: &Labels, rule: &Rule, part: &str) -> Option<String> {
    labels.pack_text(&format!("rule.{}.{part}", rule.id)).map(str::to_owned)
}

/// How it stands, what that means, and how new the newest text is.
fn standing(view: &View, rule: &Rule) -> Html {
    let labels = view.labels();
    let meaning = match rule.standing {
        Standing::Published => labels.text("standing-published-means"),
        Standing::Lifted => labels.text("standing-lifted-means"),
        Standing::Unclear => labels.text("standing-unclear-means"),
        Standing::NotSeen => labels.text("standing-not-seen-means"),
    };
    let newest = match rule.published.on() {
        _ if rule.standing == Standing::NotSeen => None,
        Some(PublishedOn::Undated) => Some(labels.text("rule-newest-undated")),
        _ => Some(labels.fill("rule-newest", &[("date", &labels.published(&rule.published))])),
    };
    html! {
        <div class="rx-rule__standing">
            <p>{ rule_standing(labels, rule.standing) }</p>
            <p>{ meaning } if let Some(newest) = newest { { " " }{ newest } }</p>
            { overdue_mark(view, Some(review_by(view.pack(), rule))) }
        </div>
    }
}

/// What one can do about it, where the pack says so.
fn steps(rule: &Rule, labels: &Labels) -> Html {
    // Texts with placeholders belong to verdicts, which know the values.
    let step = |part: &str| text(labels, rule, part).filter(|text| !text.contains('{'));
    let (find_out, change) = (step("find_out"), step("change"));
    if find_out.is_none() && change.is_none() {
        return html! {};
    }
    html! {
        <section class="rx-section" aria-labelledby="rule-steps">
            <h2 id="rule-steps">{ labels.text("rule-steps") }</h2>
            if let Some(find_out) = find_out { <p>{ find_out }</p> }
            if let Some(change) = change { <p>{ change }</p> }
        </section>
    }
}

/// How it came to be.
fn history(view: &View, rule: &Rule) -> Html {
    let labels = view.labels();
    if rule.history.is_empty() {
        return html! {};
    }
    let event = |event: &RuleEvent| Event {
        on: event.on.clone(),
        text: text(labels, rule, &format!("history.{}", event.on.as_str())).unwrap_or_default(),
        sources: event.sources.clone(),
    };
    let events: Vec<Event> = rule.history.iter().map(event).collect();
    html! {
        <section class="rx-section" aria-labelledby="rule-history">
            <h2 id="rule-history">{ labels.text("rule-history") }</h2>
            { timeline_of_versions(view, &events) }
        </section>
    }
}

/// What the rule rests on, best first, then what only a criterion names.
fn sources(pack: &Pack, rule: &Rule) -> Vec<SourceId> {
    let mut sources = rule.sources.clone();
    for (_, criterion) in reach::criteria(pack, &rule.id) {
        for id in &criterion.cite {
            if !sources.contains(id) {
                sources.push(id.clone());
            }
        }
    }
    sources
}

/// From when it must be read again: the first such day of the rule and of the criteria that carry it.
fn review_by(pack: &Pack, rule: &Rule) -> Date {
    let of_criteria =
        reach::criteria(pack, &rule.id).filter_map(|(_, criterion)| criterion.review_by);
    let of_rule = rule.review_by.unwrap_or(pack.about.review_by);
    of_criteria.fold(of_rule, Date::min)
}

/// The other rules of its topic, and the way to all of them.
fn related(view: &View, rule: &Rule) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let of_topic = |other: &&Rule| other.topic == rule.topic && other.id != rule.id;
    let related: Vec<&Rule> = pack.rules.rules.iter().filter(of_topic).collect();
    let topic = rules::topic_title(labels, &rule.topic);
    html! {
        <section class="rx-section" aria-labelledby="rule-related">
            <h2 id="rule-related">{ labels.fill("rule-related", &[("topic", &topic)]) }</h2>
            <ul class="rx-rule__related">
                { for related.iter().map(|other| html! {
                    <li key={other.id.as_str()}>
                        { link(view, Route::Rule(other.id.to_string()), "", title(labels, other).into()) }{ " " }
                        { rule_standing(labels, other.standing) }
                    </li>
                }) }
                <li key="all-rules">{ link(view, Route::Rules, "", labels.text("rule-all").into()) }</li>
            </ul>
        </section>
    }
}

/// The way to the rule before and after on the list of rules.
fn neighbours(view: &View, rule: &Rule) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let all: Vec<&Rule> = rules::topics(pack).into_iter().flat_map(|(_, rules)| rules).collect();
    let Some(at) = all.iter().position(|other| other.id == rule.id) else {
        return html! {};
    };
    let neighbour = |rule: &&Rule| Neighbour {
        to: Route::Rule(rule.id.to_string()),
        name: title(labels, rule).into(),
    };
    let previous = at.checked_sub(1).and_then(|before| all.get(before)).map(neighbour);
    let next = all.get(at + 1).map(neighbour);
    components::neighbours(view, labels.text("rule-neighbours"), previous, next)
}
