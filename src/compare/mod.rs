//! Across the articles of a story: who is the same, where the accounts differ, where they agree.

mod alike;
mod cluster;
mod count;
mod difference;
mod edit;
mod found;
mod gate;
mod index;
mod judgement;
mod keys;
mod link;
mod member;
mod occasion;
mod postings;
mod rules;
mod set_apart;
mod story;
mod told;
mod within;
mod wording;

pub use difference::{Agreement, Difference, DifferenceKind, Level, Passage, Side};
pub use judgement::{Judged, Judgement, Located, Opinion, Standing, are_on, fingerprint, judge, wording};
pub use story::{Account, ArticleId, ChainRef, Entity, EntityId, Story};
pub use wording::{headline, message, passage};
