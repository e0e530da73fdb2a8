//! Bars below each other, each with its name above and its number beside it, which also says how
//! exact it is.

use crate::markup::html;

use super::scale::{text_width, ticks_from_zero, wrap};
use super::{ChartData, Drawing, LINE, WIDTH, line, text, unit};

const THICK: f64 = 22.0;
const GAP: f64 = 20.0;
const INDENT: f64 = 8.0;

/// A bar's name in lines, and where they begin.
struct Row {
    names: Vec<String>,
    top: f64,
}

/// Draws bars from zero, with the line to compare with.
pub fn draw(data: &ChartData, number: &dyn Fn(f64) -> String) -> Drawing {
    let values = data.points.iter().map(|point| point.value);
    let values = values.chain(data.compare.iter().map(|compare| compare.value));
    let ticks = ticks_from_zero(values.fold(0.0, f64::max));
    let most = ticks.last().copied().unwrap_or(1.0);
    // The longest number stands beside its bar, so the bars leave room for it.
    let beside = data.points.iter().map(|point| text_width(&point.shown)).fold(0.0, f64::max);
    let longest = (WIDTH - beside - 12.0).max(WIDTH / 3.0);
    let length = |value: f64| value / most * longest;

    let mut y = 0.0;
    let mut rows = vec![];
    for point in &data.points {
        let names = wrap(&point.name, WIDTH - INDENT);
        let top = y;
        y += names.len() as f64 * LINE + THICK + GAP;
        rows.push(Row { names, top });
    }
    let bottom = y - GAP + 8.0;
    let compare_lines = data.compare.iter().flat_map(|compare| wrap(&compare.name, WIDTH));
    let compare_lines: Vec<String> = compare_lines.collect();
    let zero = number(0.0);
    let scale_at = bottom + 16.0;
    let height = scale_at + 6.0 + compare_lines.len() as f64 * LINE;

    let marks = html! {
        <>
            { for data.points.iter().zip(&rows).map(|(point, row)| {
                let bar = row.top + row.names.len() as f64 * LINE + 2.0;
                let end = length(point.value);
                html! {
                    <>
                        { for row.names.iter().enumerate().map(|(i, words)| {
                            text("rx-chart__label", (INDENT, row.top + i as f64 * LINE + 13.0), words)
                        }) }
                        <path class="rx-chart__bar" d={format!("M1 {}h{}v{}H1z", unit(bar), unit(end - 1.0), unit(THICK))} />
                        { text("rx-chart__value", (end + 6.0, bar + 16.0), &point.shown) }
                    </>
                }
            }) }
            { line("rx-chart__base", (1.0, 0.0), (1.0, bottom)) }
            { line("rx-chart__base", (1.0, bottom), (longest, bottom)) }
            { text("rx-chart__tick", (0.0, scale_at), &zero) }
            { text("rx-chart__tick rx-chart__tick--end", (longest, scale_at), &number(most)) }
            if let Some(compare) = &data.compare {
                { line("rx-chart__compare", (length(compare.value), 0.0), (length(compare.value), bottom)) }
                { for compare_lines.iter().enumerate().map(|(i, words)| {
                    text("rx-chart__label", (0.0, scale_at + (i as f64 + 1.0) * LINE), words)
                }) }
            }
        </>
    };
    Drawing { height, marks }
}
