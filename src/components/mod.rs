//! Reusable pieces of interface: props in, callbacks out.
//!
//! They read the pack and the labels from the context, never the engine, and
//! know no page.

pub mod block;
pub mod glyph;
pub mod link;
pub mod notice;
pub mod outside_link;
pub mod page_heading;
pub mod person_line;
pub mod role_line;
pub mod source_line;
pub mod terms;
pub mod tile_mark;

pub use block::BlockView;
pub use glyph::{GlyphIcon, VerdictIcon, VerdictMark};
pub use link::Link;
pub use notice::Notice;
pub use outside_link::OutsideLink;
pub use page_heading::PageHeading;
pub use person_line::PersonLine;
pub use role_line::RoleLine;
pub use source_line::SourceLine;
pub use terms::Terms;
pub use tile_mark::{TileMark, TileSymbol};
