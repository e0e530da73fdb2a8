//! Reusable pieces of interface: functions from the view and what they show to HTML.
//!
//! They read the pack and the labels from the view, never the engine, and know
//! no page. None has state, so none is a Yew component: each of those is a type
//! of its own and costs some four and a half kilobytes of Wasm.

pub mod block;
pub mod chart;
pub mod contact;
pub mod contents;
pub mod error_summary;
pub mod explore_links;
pub mod glyph;
pub mod jump_list;
pub mod keep_button;
pub mod ladder;
pub mod link;
pub mod looks_wrong;
pub mod move_line;
pub mod neighbours;
pub mod notice;
pub mod outside_link;
pub mod page_heading;
pub mod person_line;
pub mod pick_link;
pub mod qr;
pub mod review_note;
pub mod role_line;
pub mod rule_standing;
pub mod source_entry;
pub mod source_line;
pub mod terms;
pub mod tick;
pub mod tile_mark;
pub mod timeline;

pub use block::{block_view, claim_view, claims_view};
pub use chart::chart;
pub use contact::contact;
pub use contents::contents;
pub use error_summary::error_summary;
pub use explore_links::{explore_links, link_item};
pub use glyph::{VerdictMark, glyph_icon, verdict_icon};
pub use jump_list::{Jump, jump_link, jump_list, letter_list};
pub use keep_button::keep_button;
pub use ladder::ladder;
pub use link::{link, link_to};
pub use looks_wrong::looks_wrong;
pub use move_line::{move_line, station_name};
pub use neighbours::{Neighbour, neighbours};
pub use notice::notice;
pub use outside_link::outside_link;
pub use page_heading::{PageHeading, page_heading};
pub use person_line::person_line;
pub use pick_link::{Pick, pick_link};
pub use qr::qr;
pub use review_note::{overdue_mark, overdue_pack, review_note};
pub use role_line::role_line;
pub use rule_standing::rule_standing;
pub use source_entry::{source_entry, source_entry_with_kind};
pub use source_line::{claim_source, source_line, source_refs};
pub use terms::{terms, terms_but};
pub use tick::tick;
pub use tile_mark::{large_tile_mark, tile_mark, tile_symbol};
pub use timeline::{timeline, timeline_of_versions};
