//! All moves at once: the places in a row from top to bottom, and beside them a line for each move.
//!
//! A place stands below every place that leads to it, so that lines lead down; among equals the
//! order is that of the pack: roles by family, ranks from the lowest. The places are a list of
//! links, which wraps, mirrors and prints as text does; the lines are stretched beside it.

use model::career::Station;
use yew::prelude::*;

use super::{Place, pick};
use crate::context::View;
use crate::markup::html;

/// Height of a row in the picture's own units; the width of all lines is 100.
const ROW: usize = 100;

/// The picture; `here` is the place that is shown in detail, and its lines stand out.
pub fn view(view: &View, places: &[Place], here: Option<&Place>) -> Html {
    let labels = view.labels();
    let moves = moves(view, places);
    let rows = rows(&moves, places.len());
    let count = rows.len();
    let is_here = |place: usize| here.is_some_and(|here| here.id == places[place].id);
    let row = |place: usize| rows.iter().position(|other| *other == place).unwrap_or_default();
    let span = |(from, to): &(usize, usize)| row(*from).abs_diff(row(*to));
    let longest = moves.iter().map(span).max().unwrap_or(1).max(1);
    let leads_up = |(from, to): &(usize, usize)| row(*from) > row(*to);
    let line = |(from, to): &(usize, usize)| {
        let (begin, end) = (row(*from), row(*to));
        let class = match (is_here(*from) || is_here(*to), begin > end) {
            (true, false) => "rx-ways-picture__line rx-ways-picture__line--here",
            (true, true) => {
                "rx-ways-picture__line rx-ways-picture__line--here rx-ways-picture__line--up"
            }
            (false, false) => "rx-ways-picture__line",
            (false, true) => "rx-ways-picture__line rx-ways-picture__line--up",
        };
        // The further a line leads, the further out it swings.
        let out = 20 + 110 * begin.abs_diff(end) / longest;
        let (begin, end) = (begin * ROW + ROW / 2, end * ROW + ROW / 2);
        html! { <path {class} d={format!("M0 {begin}C{out} {begin} {out} {end} 0 {end}")} /> }
    };
    html! {
        <section class="rx-section" aria-labelledby="ways-picture">
            <h2 id="ways-picture">{ labels.text("ways-picture") }</h2>
            <p>{ labels.text("ways-picture-text") }
                if moves.iter().any(leads_up) { { " " }{ labels.text("ways-picture-up") } }
            </p>
            <div class="rx-ways-picture">
                <ol class="rx-ways-picture__places">
                    { for rows.iter().map(|place| html! { <li class="rx-ways-picture__place">{ pick(view, &places[*place], here) }</li> }) }
                </ol>
                <svg class="rx-ways-picture__lines" viewBox={format!("0 0 100 {}", count * ROW)} preserveAspectRatio="none"
                    role="img" aria-label={labels.count("ways-picture-lines", moves.len())}>
                    { for moves.iter().map(line) }
                </svg>
            </div>
        </section>
    }
}

/// Every move as two places, by their index.
fn moves(view: &View, places: &[Place]) -> Vec<(usize, usize)> {
    let at = |station: &Station| places.iter().position(|place| place.station == *station);
    let moves = view.pack().career.moves.iter();
    moves.filter_map(|step| Some((at(&step.from)?, at(&step.to)?))).collect()
}

/// The places that a move touches, from top to bottom.
fn rows(moves: &[(usize, usize)], count: usize) -> Vec<usize> {
    let mut depths = vec![0; count];
    // Moves in a circle would push each other down for ever.
    for _ in 0..count {
        for (from, to) in moves {
            depths[*to] = depths[*to].max(count.min(depths[*from] + 1));
        }
    }
    let is_touched = |place: &usize| moves.iter().any(|(from, to)| from == place || to == place);
    let mut rows: Vec<usize> = (0..count).filter(is_touched).collect();
    rows.sort_by_key(|place| depths[*place]);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_stands_below_all_that_lead_to_it() {
        assert_eq!(rows(&[(2, 0), (0, 1), (2, 1)], 4), [2, 0, 1]);
        assert_eq!(rows(&[(1, 0), (2, 0)], 3), [1, 2, 0]);
    }

    #[test]
    fn moves_in_a_circle_are_all_there() {
        let mut rows = rows(&[(0, 1), (1, 2), (2, 0)], 3);
        rows.sort_unstable();
        assert_eq!(rows, [0, 1, 2]);
    }
}
