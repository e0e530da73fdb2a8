//! Figures: possible numbers, and charts of what can be compared.

use std::collections::BTreeMap;

use model::figure::{Figure, FigureKind, Figures, Unit};

use crate::draft::{Draft, Typed};
use crate::fault::Faults;
use crate::tree::Spot;

use super::dates::earliest;

/// Checks the figures of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: figures, spot }) = &draft.figures else { return };
    for (index, figure) in figures.figures.iter().enumerate() {
        number(figure, spot.key("figures").index(index), faults);
    }
    series(figures, *spot, faults);
}

fn number(figure: &Figure, at: Spot<'_>, faults: &mut Faults) {
    let value = figure.value;
    let allowed = match figure.unit {
        Unit::Percent if !(0.0..=100.0).contains(&value) => "a share from 0 to 100",
        Unit::People if value < 0.0 || value.fract() != 0.0 => "a whole number of people",
        Unit::Pounds | Unit::Years if value < 0.0 => "0 or more",
        _ => return,
    };
    faults.error(at.key("value"), format!("found {value}, allowed: {allowed}"));
}

fn series(figures: &Figures, spot: Spot<'_>, faults: &mut Faults) {
    let by_id: BTreeMap<&str, &Figure> =
        figures.figures.iter().map(|figure| (figure.id.as_str(), figure)).collect();
    for (index, series) in figures.series.iter().enumerate() {
        let at = spot.key("series").index(index);
        let named = series.points.iter().chain(&series.compare);
        let known: Vec<(usize, &Figure)> = named
            .enumerate()
            .filter_map(|(index, id)| Some((index, *by_id.get(id.as_str())?)))
            .collect();
        let Some((_, first)) = known.first().copied() else { continue };
        let mut before = None;
        for (index, figure) in known {
            let is_point = index < series.points.len();
            let here = if is_point { at.key("points").index(index) } else { at.key("compare") };
            if figure.unit != first.unit {
                let message = format!(
                    "\"{}\" is counted in {}, but \"{}\" in {}; a series has one unit",
                    figure.id,
                    unit(figure.unit),
                    first.id,
                    unit(first.unit)
                );
                faults.error(here, message);
            }
            if is_point && figure.kind != first.kind {
                let aim = if figure.kind == FigureKind::Aim { figure } else { first };
                let message = format!(
                    "\"{}\" is an aim, and facts stand beside it; say so in the summary, or compare with it",
                    aim.id
                );
                faults.warning(here, message);
            }
            let on = figure.as_of.on().and_then(earliest);
            let is_time = series.chart == model::figure::Chart::Points;
            if let (true, true, Some(before), Some(on)) = (is_point, is_time, before, on)
                && on < before
            {
                let message = format!(
                    "\"{}\" is earlier than the point before it; write the earliest first",
                    figure.id
                );
                faults.error(here, message);
            }
            before = on.or(before);
        }
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::People => "people",
        Unit::Percent => "percent",
        Unit::Pounds => "pounds",
        Unit::Years => "years",
    }
}
