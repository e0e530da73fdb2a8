//! Reusable pieces of interface: props in, callbacks out.
//!
//! They read the pack and the labels from the context, never the engine, and
//! know no page.

pub mod block;
pub mod chart;
pub mod contents;
pub mod error_summary;
pub mod glyph;
pub mod jump_list;
pub mod ladder;
pub mod link;
pub mod neighbours;
pub mod notice;
pub mod outside_link;
pub mod page_heading;
pub mod person_line;
pub mod review_note;
pub mod role_line;
pub mod rule_standing;
pub mod source_entry;
pub mod source_line;
pub mod terms;
pub mod tile_mark;
pub mod timeline;

pub use block::BlockView;
pub use chart::Chart;
pub use contents::Contents;
pub use error_summary::ErrorSummary;
pub use glyph::{GlyphIcon, VerdictIcon, VerdictMark};
pub use jump_list::{Jump, JumpList};
pub use ladder::Ladder;
pub use link::Link;
pub use neighbours::{Neighbour, Neighbours};
pub use notice::Notice;
pub use outside_link::OutsideLink;
pub use page_heading::PageHeading;
pub use person_line::PersonLine;
pub use review_note::ReviewNote;
pub use role_line::RoleLine;
pub use rule_standing::RuleStanding;
pub use source_entry::SourceEntry;
pub use source_line::SourceLine;
pub use terms::Terms;
pub use tile_mark::{TileMark, TileSymbol};
pub use timeline::Timeline;
