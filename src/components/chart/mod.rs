//! A small chart as SVG: points over time, or bars. Both begin at zero.
//!
//! Drawn from numbers in a space 360 units wide, without script and without
//! colours of its own, so that it is right in dark, print and forced colours.
//! Time runs from left to right in every language.

mod bars;
mod points;
mod scale;

use model::figure::Unit;
use yew::prelude::*;

use crate::labels::Labels;
use crate::markup::html;

/// Width of every chart in its own units.
const WIDTH: f64 = 360.0;

/// Height of a line of text in these units.
const LINE: f64 = 17.0;

/// How the numbers are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Points over time, unjoined.
    Points,
    /// Bars below each other.
    Bars,
}

/// A number on a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartPoint {
    /// When, as a year with its fraction. Bars leave it aside.
    pub year: f64,
    /// The number. Never negative.
    pub value: f64,
    /// What stands beside it: "over 43%".
    pub shown: String,
    /// What a bar counts. Points leave it aside.
    pub name: String,
    /// Whether it is exactly as counted; if not, its point is drawn hollow.
    pub is_exact: bool,
}

/// A number to compare with, drawn as a line.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartLine {
    /// The number. Never negative.
    pub value: f64,
    /// What stands beside it.
    pub name: String,
}

/// What a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartData {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What the numbers are counted in.
    pub unit: Unit,
    /// In the order of the table. Never empty.
    pub points: Vec<ChartPoint>,
    /// A number to compare with.
    pub compare: Option<ChartLine>,
}

/// A small chart; nothing if there is nothing to draw.
///
/// `id` is the beginning of the ids inside, one of its own on the page; `name` and `description`
/// are for those who do not see it: what it shows, and what one sees in it.
pub fn chart(labels: &Labels, id: &str, name: &str, description: &str, data: &ChartData) -> Html {
    if data.points.is_empty() {
        return html! {};
    }
    let number = |value: f64| labels.quantity(data.unit, value);
    let drawing = match data.kind {
        ChartKind::Points => points::draw(data, &number),
        ChartKind::Bars => bars::draw(data, &number),
    };
    let (title, text) = (format!("{id}-title"), format!("{id}-text"));
    html! {
        <svg class="rx-chart" viewBox={format!("0 0 {} {}", unit(WIDTH), unit(drawing.height))} role="img"
            aria-labelledby={format!("{title} {text}")}>
            <title id={title}>{ name }</title>
            <desc id={text}>{ description }</desc>
            { drawing.marks }
        </svg>
    }
}

/// What a kind of chart draws.
struct Drawing {
    height: f64,
    marks: Html,
}

/// A coordinate with one decimal at most: exact enough, and the same on every machine.
fn unit(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    if tenths % 10 == 0 {
        (tenths / 10).to_string()
    } else {
        format!(
            "{}{}.{}",
            if tenths < 0 { "-" } else { "" },
            (tenths / 10).abs(),
            (tenths % 10).abs()
        )
    }
}

/// A line between two places.
fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Html {
    html! { <path {class} d={format!("M{} {}L{} {}", unit(from.0), unit(from.1), unit(to.0), unit(to.1))} /> }
}

/// Text at a place.
fn text(class: &'static str, at: (f64, f64), words: &str) -> Html {
    html! { <text {class} x={unit(at.0)} y={unit(at.1)}>{ words }</text> }
}
