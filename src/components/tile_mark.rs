//! The mark of a story: London as small squares, where somebody worked lit, the
//! role's glyph inside. Nobody's face is drawn or guessed.

use model::area::Area;
use model::person::Place;
use model::role::Glyph;
use yew::prelude::*;

use crate::components::glyph;
use crate::context::use_pack;

/// Props of [`TileMark`].
#[derive(Properties, PartialEq)]
pub struct TileMarkProps {
    /// Where.
    pub place: Place,
    /// As what. None by default.
    #[prop_or_default]
    pub glyph: Option<Glyph>,
    /// Large, at the top of a page. Small by default.
    #[prop_or_default]
    pub large: bool,
}

/// The mark of a story. Decoration: the words beside it say the same.
#[component]
pub fn TileMark(props: &TileMarkProps) -> Html {
    let pack = use_pack();
    let size = if props.large { "rx-tile-mark rx-tile-mark--large" } else { "rx-tile-mark" };
    let is_stated =
        props.place.everywhere || !props.place.areas.is_empty() || props.place.unit.is_some();
    html! {
        <svg class={size} viewBox="-1 -1 82 72" aria-hidden="true" focusable="false">
            if is_stated {
                <use href="#rx-tiles" class="rx-tile-mark__faint" />
                <path class="rx-tile-mark__lit" d={tiles(&pack.areas.areas, |area| is_lit(area, &props.place))} />
            }
            if let Some(glyph) = props.glyph {
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
#[component]
pub fn TileSymbol() -> Html {
    let pack = use_pack();
    html! {
        <svg class="rx-tile-symbol" width="0" height="0" aria-hidden="true" focusable="false">
            <symbol id="rx-tiles" viewBox="-1 -1 82 72" overflow="visible">
                <path d={tiles(&pack.areas.areas, |_| true)} />
            </symbol>
        </svg>
    }
}
