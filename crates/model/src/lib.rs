//! What is true: the domain as types, without web, clock or files.
//!
//! Most types here are both what an editor writes in `content/<pack>/` and what
//! a page reads: one word per thing, the same in JSON and in Rust. What exists
//! only for editors (checks of conduct, scenarios) is read by the crate `pack`
//! and never compiled in. The rules of the eligibility quiz stand in [`rules`].

pub mod area;
pub mod career;
pub mod claim;
pub mod compact;
pub mod date;
pub mod figure;
pub mod fit;
pub mod glossary;
pub mod id;
pub mod map;
pub mod pack;
pub mod person;
pub mod role;
pub mod rules;
pub mod set;
pub mod source;
pub mod synonym;
pub mod topic;

pub use claim::{Block, Claim};
pub use date::Date;
pub use map::Map;
pub use pack::Pack;
pub use set::Set;
