//! The mark of a story: London as small squares, where somebody worked lit, the
//! role's glyph inside. Nobody's face is drawn or guessed.

use model::area::Area;
use model::person::Place;
use model::role::Glyph;
use yew::prelude::*;

use crate::components::glyph;
use crate::context::View;
use crate::markup::html;

/// The mark of a story, small, as in a list: where, and as what if that is known.
///
/// Decoration: the words beside it say the same.
pub fn tile_mark(view: &View, place: &Place, glyph: Option<Glyph>) -> Html {
    view_mark(view, "rx-tile-mark", place, glyph)
}

/// The same large, at the top of a page.
pub fn large_tile_mark(view: &View, place: &Place, glyph: Option<Glyph>) -> Html {
    view_mark(view, "rx-tile-mark rx-tile-mark--large", place, glyph)
}

fn view_mark(view: &View, class: &'static str, place: &Place, glyph: Option<Glyph>) -> Html {
    let areas = &view.pack().areas.areas;
    let is_stated = place.everywhere || !place.areas.is_empty() || place.unit.is_some();
    html! {
        <svg {class} viewBox="-1 -1 82 72" aria-hidden="true">
            if is_stated {
                <use href="#rx-tiles" class="rx-tile-mark__faint" />
                <path class="rx-tile-mark__lit" d={tiles(areas, |area| is_lit(area, place))} />
            }
            if let Some(glyph) = glyph {
                <g class={if is_stated { "rx-tile-mark__badge" } else { "rx-tile-mark__badge rx-tile-mark__badge--alone" }}>
                    <circle cx="12" cy="12" r="15" />
                    <path d={glyph::path(glyph)} />
                </g>
            }
        </svg>
    }
}

/// Whether somebody's place includes an area.
fn is_lit(area: &Area, place: &Place) -> bool {
    place.everywhere
        || if place.areas.is_empty() {
            place.unit.as_ref() == Some(&area.unit)
        } else {
            place.areas.contains(&area.id)
        }
}

/// Squares of nine units on a grid of ten, as one outline.
pub fn tiles(areas: &[Area], is_in: impl Fn(&Area) -> bool) -> String {
    let mut outline = String::new();
    for area in areas.iter().filter(|area| is_in(area)) {
        outline.push_str(&format!(
            "M{} {}h9v9h-9z",
            u32::from(area.column) * 10,
            u32::from(area.row) * 10
        ));
    }
    outline
}

/// The faint map, once per document, for every mark to use.
pub fn tile_symbol(view: &View) -> Html {
    let areas = &view.pack().areas.areas;
    html! {
        <svg class="rx-tile-symbol" width="0" height="0" aria-hidden="true">
            <symbol id="rx-tiles" viewBox="-1 -1 82 72" overflow="visible">
                <path d={tiles(areas, |_| true)} />
            </symbol>
        </svg>
    }
}
