//! Dated numbers: history with sources, never news.
//!
//! Numbers that belong together stand as a series, a few as a chart, all as a
//! table. What was only aimed at says so wherever it stands.

mod series;
mod table;

use model::Pack;
use model::figure::{Figure, Figures};
use yew::prelude::*;

use crate::components::{
    Jump, PageHeading, contents, looks_wrong, page_heading, review_note, source_line, terms,
    timeline,
};
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;

/// The page of figures.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let figures = &pack.figures;
    let singles = singles(figures);
    let jumps = jumps(figures, !singles.is_empty(), labels);
    let review_by = figures.figures.iter().filter_map(|figure| figure.review_by).min();
    html! {
        <div key="figures" class="rx-figures rx-column">
            { page_heading(PageHeading {
                text: labels.text("figures-heading"),
                lead: Some(labels.fill("figures-lead", &[("force", &pack.about.force.short)])),
                ..PageHeading::default()
            }) }
            <p>{ labels.fill("figures-history", &[("date", &labels.date(pack.about.read_on))]) }</p>
            { how_to_read(labels) }
            { terms(view, &words(pack)) }
            { contents(view, &jumps) }
            { for figures.series.iter().map(|series| series::view(view, series)) }
            { for figures.timelines.iter().map(|story| html! {
                <section key={story.id.as_str()} class="rx-section" aria-labelledby={story.id.to_string()}>
                    <h2 id={story.id.to_string()}>{ &story.title }</h2>
                    { timeline(view, &story.events) }
                </section>
            }) }
            if !singles.is_empty() {
                <section class="rx-section" aria-labelledby="single-figures">
                    <h2 id="single-figures">{ labels.text("figures-singles") }</h2>
                    <ul class="rx-figures__singles">
                        { for singles.iter().map(|figure| view_single(view, figure)) }
                    </ul>
                </section>
            }
            { looks_wrong(view, "figures", "") }
            { review_note(view, review_by.map_or(pack.about.review_by, |day| day.min(pack.about.review_by))) }
        </div>
    }
}

/// Figures that belong to no series.
fn singles(figures: &Figures) -> Vec<&Figure> {
    let is_in_series = |figure: &&Figure| {
        let id = &figure.id;
        figures
            .series
            .iter()
            .any(|series| series.points.contains(id) || series.compare.as_ref() == Some(id))
    };
    figures.figures.iter().filter(|figure| !is_in_series(figure)).collect()
}

/// The parts of the page.
fn jumps(figures: &Figures, has_singles: bool, labels: &Labels) -> Vec<Jump> {
    let series = figures.series.iter().map(|series| (series.id.to_string(), series.title.clone()));
    let timelines = figures.timelines.iter();
    let timelines = timelines.map(|timeline| (timeline.id.to_string(), timeline.title.clone()));
    let singles = has_singles.then(|| ("single-figures".into(), labels.text("figures-singles")));
    let parts = series.chain(timelines).chain(singles);
    parts.map(|(id, text)| Jump { id: id.into(), text: text.into() }).collect()
}

/// What the words beside a number mean.
fn how_to_read(labels: &Labels) -> Html {
    let words = [
        ("figures-word-over", "figures-word-over-text"),
        ("figures-word-nearly", "figures-word-nearly-text"),
        ("figures-word-about", "figures-word-about-text"),
        ("figures-word-computed", "figures-word-computed-text"),
        ("figures-word-aim", "figures-word-aim-text"),
    ];
    html! {
        <details class="rx-figures__words">
            <summary>{ labels.text("figures-words") }</summary>
            <dl>
                { for words.into_iter().map(|(word, meaning)| html! {
                    <div key={word}>
                        <dt>{ labels.text(word) }</dt>
                        <dd>{ labels.text(meaning) }</dd>
                    </div>
                }) }
            </dl>
        </details>
    }
}

/// The page's own words, for the terms in them.
fn words(pack: &Pack) -> String {
    let series = pack.figures.series.iter().flat_map(|series| [&series.title, &series.summary]);
    let counted = pack.figures.figures.iter().map(|figure| &figure.what);
    let words: Vec<&str> = series.chain(counted).map(String::as_str).collect();
    words.join(" ")
}

fn view_single(view: &View, figure: &Figure) -> Html {
    let labels = view.labels();
    html! {
        <li key={figure.id.as_str()}>
            <strong>{ labels.published(&figure.as_of) }</strong>{ ": " }
            { labels.figure(figure) }{ ", " }{ &figure.what }{ ". " }
            if let Some(note) = &figure.note { { note }{ " " } }
            { table::aim_passed(view, figure) }
            { source_line(view, &figure.sources, Some(&figure.published), false) }
        </li>
    }
}
