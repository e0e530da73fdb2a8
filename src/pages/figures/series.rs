//! A series: what one sees, drawn where it can be, and the numbers behind it.

use model::date::{Published, PublishedOn};
use model::figure::{Chart as Drawn, Figure, FigureKind, Precision, Series};
use model::id::FigureId;
use yew::prelude::*;

use super::table;
use crate::components::chart::{self, ChartData, ChartKind, ChartLine, ChartPoint};
use crate::components::looks_wrong;
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;

/// A table of at most so many rows stands open where there is no chart.
const ROWS_SHOWN: usize = 5;

/// A series under its heading.
pub fn view(view: &View, series: &Series) -> Html {
    let labels = view.labels();
    let figures = &view.pack().figures.figures;
    let find = |id: &FigureId| figures.iter().find(|figure| figure.id == *id);
    let rows: Vec<&Figure> = series.points.iter().filter_map(find).collect();
    let compare = series.compare.as_ref().and_then(find);
    let count = rows.len() + usize::from(compare.is_some());
    let are_aims = !rows.is_empty() && rows.iter().all(|figure| figure.kind == FigureKind::Aim);
    let data = data(series, &rows, compare, labels);
    let table = table::view(view, &series.title, &rows, compare);
    let id = series.id.to_string();
    html! {
        <section key={id.clone()} class="rx-section rx-figures__series" aria-labelledby={id.clone()}>
            <h2 id={id.clone()}>{ &series.title }</h2>
            if are_aims { <p class="rx-figures__aim">{ labels.text("figures-aims") }</p> }
            <p>{ &series.summary }</p>
            if let Some(data) = &data {
                <figure class="rx-figures__chart">
                    { chart::chart(labels, &format!("chart-{id}"), &series.title, &description(data, labels), data) }
                    if data.kind == ChartKind::Points && data.points.iter().any(|point| !point.is_exact) {
                        <figcaption class="rx-muted">{ labels.text("figures-inexact") }</figcaption>
                    }
                </figure>
            }
            if data.is_none() && count <= ROWS_SHOWN {
                { table }
            } else {
                <details class="rx-figures__fold">
                    <summary>{ labels.count("figures-table", count) }</summary>
                    { table }
                </details>
            }
            { looks_wrong(view, &["figures/", &id].concat(), &id) }
        </section>
    }
}

/// The numbers as a chart draws them; nothing where the series is a table, or nothing can be placed.
fn data(
    series: &Series,
    rows: &[&Figure],
    compare: Option<&Figure>,
    labels: &Labels,
) -> Option<ChartData> {
    let kind = match series.chart {
        Drawn::Points => ChartKind::Points,
        Drawn::Bars => ChartKind::Bars,
        Drawn::Table => return None,
    };
    let point = |figure: &&Figure| {
        let year = year(&figure.as_of).or((kind == ChartKind::Bars).then_some(0.0))?;
        let is_exact = figure.precision == Precision::Exact;
        let shown = match kind {
            ChartKind::Points => labels.quantity(figure.unit, figure.value),
            ChartKind::Bars => labels.figure(figure),
        };
        Some(ChartPoint { year, value: figure.value, shown, name: figure.what.clone(), is_exact })
    };
    let points: Vec<ChartPoint> = rows.iter().filter_map(point).collect();
    let unit = rows.first()?.unit;
    let compare = compare.map(|figure| ChartLine {
        value: figure.value,
        name: labels
            .fill("figures-compare", &[("what", &figure.what), ("amount", &labels.figure(figure))]),
    });
    (!points.is_empty()).then_some(ChartData { kind, unit, points, compare })
}

/// What one sees in a chart, in a sentence.
fn description(data: &ChartData, labels: &Labels) -> String {
    let compare = data.compare.as_ref().map(|line| line.name.clone());
    let text = match data.kind {
        ChartKind::Bars => {
            let bars = data.points.iter();
            let bars: Vec<String> =
                bars.map(|point| format!("{}: {}", point.name, point.shown)).collect();
            bars.join("; ")
        }
        ChartKind::Points => {
            let first = data.points.iter().min_by(|a, b| a.year.total_cmp(&b.year));
            let last = data.points.iter().max_by(|a, b| a.year.total_cmp(&b.year));
            let end = |point: Option<&ChartPoint>| {
                point.map_or_else(Default::default, |point| {
                    ((point.year.floor() as i32).to_string(), point.shown.clone())
                })
            };
            let ((first_year, first), (last_year, last)) = (end(first), end(last));
            let values = [
                ("count", data.points.len().to_string()),
                ("first", first),
                ("first-year", first_year),
                ("last", last),
                ("last-year", last_year),
            ];
            labels.fill(
                "figures-points-text",
                &values.each_ref().map(|(name, value)| (*name, value.as_str())),
            )
        }
    };
    [Some(text), compare].into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// When a number holds, as a year with its fraction; nothing where no year is known.
fn year(as_of: &Published) -> Option<f64> {
    let middle = |year: i32, month: Option<u32>| {
        f64::from(year) + month.map_or(0.5, |month| (f64::from(month) - 0.5) / 12.0)
    };
    Some(match as_of.on()? {
        PublishedOn::Day(day) => {
            let (year, month, day) = day.civil();
            f64::from(year) + (f64::from(month - 1) + f64::from(day) / 31.0) / 12.0
        }
        PublishedOn::Month(year, month) => middle(year, Some(month)),
        PublishedOn::Year(year) | PublishedOn::About(year, None) => middle(year, None),
        PublishedOn::About(first, Some(last)) => f64::from(first + last + 1) / 2.0,
        PublishedOn::After(year, month) | PublishedOn::Before(year, month) => middle(year, month),
        PublishedOn::Undated => return None,
    })
}
