//! Across the articles of a story: who is the same, where the accounts differ, where they agree.

mod story;

pub use story::{
    Account, Agreement, ArticleId, ChainRef, Difference, DifferenceKind, Entity, EntityId, Level,
    Passage, Story,
};
