//! Points over time. They are not joined, because sources differ in whom they count.

use crate::markup::html;

use super::scale::{Area, text_width, ticks_from_zero, wrap, year_ticks};
use super::{ChartData, Drawing, LINE, WIDTH, line, text, unit};

const RIGHT: f64 = WIDTH - 14.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 234.0;
const HEIGHT: f64 = 262.0;
const RADIUS: f64 = 5.0;

/// Draws points over time, with the line to compare with.
pub fn draw(data: &ChartData, number: &dyn Fn(f64) -> String) -> Drawing {
    let values = data.points.iter().map(|point| point.value);
    let values = values.chain(data.compare.iter().map(|compare| compare.value));
    let ticks = ticks_from_zero(values.fold(0.0, f64::max));
    let top = ticks.last().copied().unwrap_or(1.0);
    let tick_width = ticks.iter().map(|tick| text_width(&number(*tick))).fold(0.0, f64::max);
    let left = tick_width + 12.0;
    let years = data.points.iter().map(|point| point.year);
    let first = years.clone().fold(f64::MAX, f64::min).floor();
    let last = years.fold(f64::MIN, f64::max).ceil().max(first + 1.0);

    let x = |year: f64| left + (year - first) / (last - first) * (RIGHT - left);
    let y = |value: f64| BOTTOM - value / top * (BOTTOM - TOP);
    let places: Vec<(f64, f64)> =
        data.points.iter().map(|point| (x(point.year), y(point.value))).collect();

    let compare = data.compare.as_ref().map(|compare| {
        let lines = wrap(&compare.name, RIGHT - left);
        let height = lines.len() as f64 * LINE;
        let at = y(compare.value);
        let above = if at - height - 6.0 > 0.0 { at - height } else { at + LINE + 2.0 };
        (at, above, lines)
    });
    let mut taken: Vec<Area> = places.iter().map(|at| around(*at, RADIUS)).collect();
    taken.extend(compare.iter().map(|(at, above, lines)| {
        let height = lines.len() as f64 * LINE;
        Area(left, above.min(*at) - LINE, RIGHT, (above + height - LINE + 4.0).max(*at))
    }));
    let shown = place_labels(data, &places, left, &mut taken);

    let marks = html! {
        <>
            { for ticks.iter().enumerate().map(|(i, tick)| html! {
                <g key={format!("tick{i}")}>
                    { line(if *tick == 0.0 { "rx-chart__base" } else { "rx-chart__grid" }, (left, y(*tick)), (RIGHT, y(*tick))) }
                    { text("rx-chart__tick rx-chart__tick--end", (left - 7.0, y(*tick) + 5.0), &number(*tick)) }
                </g>
            }) }
            { for year_ticks(first as i32, last as i32).into_iter().map(|year| html! {
                <g key={format!("year{year}")}>
                    { line("rx-chart__base", (x(f64::from(year)), BOTTOM), (x(f64::from(year)), BOTTOM + 5.0)) }
                    { text("rx-chart__tick rx-chart__tick--middle", (x(f64::from(year)), BOTTOM + 21.0), &year.to_string()) }
                </g>
            }) }
            if let Some((at, above, lines)) = &compare {
                { line("rx-chart__compare", (left, *at), (RIGHT, *at)) }
                { for lines.iter().enumerate().map(|(i, words)| {
                    text("rx-chart__label", (left + 4.0, above + i as f64 * LINE + 10.0), words)
                }) }
            }
            { for data.points.iter().zip(&places).map(|(point, at)| {
                let class = if point.is_exact { "rx-chart__point" } else { "rx-chart__point rx-chart__point--inexact" };
                html! { <circle {class} cx={unit(at.0)} cy={unit(at.1)} r={unit(RADIUS)} /> }
            }) }
            { for shown.iter().map(|(at, words)| text("rx-chart__value rx-chart__tick--middle", *at, words)) }
        </>
    };
    Drawing { height: HEIGHT, marks }
}

/// Where numbers stand beside their points: the first and the last before all others, above or
/// below, and only where there is room. The table has every one.
fn place_labels<'a>(
    data: &'a ChartData,
    places: &[(f64, f64)],
    left: f64,
    taken: &mut Vec<Area>,
) -> Vec<((f64, f64), &'a str)> {
    let last = places.len().saturating_sub(1);
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|i| (*i != 0 && *i != last, *i));
    let mut shown = vec![];
    for i in order {
        let (Some((px, py)), Some(point)) = (places.get(i).copied(), data.points.get(i)) else {
            continue;
        };
        let half = text_width(&point.shown) / 2.0 + 5.0;
        let at_x = px.clamp(left + half, WIDTH + 5.0 - half);
        for at_y in [py - RADIUS - 5.0, py + RADIUS + 15.0] {
            let area = Area(at_x - half, at_y - 13.0, at_x + half, at_y + 3.0);
            let is_inside = area.1 > 0.0 && area.3 < BOTTOM;
            if is_inside && !taken.iter().any(|other| other.meets(&area)) {
                taken.push(area);
                shown.push(((at_x, at_y), point.shown.as_str()));
                break;
            }
        }
    }
    shown
}

fn around((x, y): (f64, f64), radius: f64) -> Area {
    Area(x - radius, y - radius, x + radius, y + radius)
}
