//! Drawn marks: of roles, and of verdicts. Each is decoration beside words.

use model::role::Glyph;
use yew::prelude::*;

use crate::markup::html;

/// The mark of a role, 24 units wide.
pub fn glyph_icon(glyph: Glyph) -> Html {
    html! {
        <svg class="rx-glyph-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d={path(glyph)} />
        </svg>
    }
}

/// The outline of a role's mark, in a square of 24 units, drawn as a stroke.
pub fn path(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Lamp => "M12 3v2M8 7h8l1.5 9h-11zM9 20h6M10 16v4M14 16v4M3 12h1.5M19.5 12H21",
        Glyph::Lens => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21",
        Glyph::Star => "m12 3 2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6L3.3 9.3l6.1-.7z",
        Glyph::Houses => "M3 20v-8l5-5 5 5v8zM13 20h8v-9l-4-4-3 3M7 20v-4h2v4",
        Glyph::Key => "M8 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM11.5 12H21v3M17 12v3",
        Glyph::Headset => {
            "M4 14v-2a8 8 0 0 1 16 0v2M4 14h3v5H5a1 1 0 0 1-1-1zM20 14h-3v5h2a1 1 0 0 0 1-1zM17 19a5 5 0 0 1-4 2"
        }
        Glyph::Trace => {
            "M12 20c0-4 .5-6-.2-8M8.5 19c.8-3 .6-5 .3-6.5a3.2 3.2 0 0 1 6.4-.5c.3 2.5.2 5-.3 7.5M5.5 16c.5-2 .2-3.5.3-5a6.2 6.2 0 0 1 12.4 0c.1 2 .1 4-.2 6M7 5.5a8.5 8.5 0 0 1 10 0"
        }
        Glyph::Links => {
            "M6 6.5a2 2 0 1 0 0 .1M18 5a2 2 0 1 0 0 .1M12 13a2 2 0 1 0 0 .1M6 19a2 2 0 1 0 0 .1M19 18a2 2 0 1 0 0 .1M7.5 7.8l3 3.7M16.6 6.5l-3.4 5M10.7 14.5 7.3 17.6M13.7 14l3.7 3"
        }
        Glyph::Hand => {
            "M7 12V6.5a1.5 1.5 0 0 1 3 0V11 4.5a1.5 1.5 0 0 1 3 0V11 5.5a1.5 1.5 0 0 1 3 0V12 8.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1.5A6 6 0 0 1 7 18l-3-4.5a1.5 1.5 0 0 1 2.5-1.5z"
        }
        Glyph::Sprout => {
            "M12 21v-9M12 14c0-4 2.5-7 8-7 0 5-3 7.5-8 7.5M12 12C12 8 9.5 5.5 4 5.5 4 10 7 12 12 12"
        }
    }
}

/// How a role stands for a visitor, or a criterion; decoration beside words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerdictMark {
    /// A tick.
    Met,
    /// A hand.
    People,
    /// A clock.
    NotYet,
    /// A cross.
    No,
    /// A question mark.
    Open,
}

impl VerdictMark {
    /// As in CSS: `rx-verdict--met`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::People => "people",
            Self::NotYet => "not-yet",
            Self::No => "no",
            Self::Open => "open",
        }
    }
}

/// The mark of a verdict: tick, hand, clock, cross or question mark.
pub fn verdict_icon(mark: VerdictMark) -> Html {
    let outline = match mark {
        VerdictMark::Met => "m5 12.5 4.5 4.5L19 7.5",
        VerdictMark::People => path(Glyph::Hand),
        VerdictMark::NotYet => "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2",
        VerdictMark::No => "m6.5 6.5 11 11M17.5 6.5l-11 11",
        VerdictMark::Open => "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.5v.1",
    };
    html! {
        <svg class={format!("rx-verdict-icon rx-verdict-icon--{}", mark.name())} viewBox="0 0 24 24"
            aria-hidden="true">
            <path d={outline} />
        </svg>
    }
}
