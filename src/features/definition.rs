//! Go to definition: the mentions that introduce the entity under the cursor.

use super::{Config, DefinitionMode, declaration::entry, subject::subject};
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
    /// This article's introduction first, then the other articles' by name, then the story file's entry.
    pub targets: Vec<Passage>,
}

/// The introducing mentions of what the mention at byte `at` refers to; `None` when no mention is there.
pub fn definition(snapshot: &Snapshot, article: ArticleId, at: usize, config: &Config) -> Option<Definitions> {
    if let Some(doc) = snapshot.doc_with_id(article) {
        return super::story::places(snapshot, doc, at);
    }
    let subject = subject(snapshot, article, at)?;
    let origin = subject.mention.span;
    let mut targets: Vec<Passage> = subject.chains().into_iter().filter_map(|c| subject.introduction(c)).collect();
    match config.definition {
        DefinitionMode::All => {
            let declared = subject.entity().and_then(|entity| entity.declared.clone());
            targets.extend(declared.and_then(|id| entry(snapshot, article, &id)));
        }
        DefinitionMode::Here => targets.truncate(1),
        DefinitionMode::Alternate => {
            let on_it = targets.first().is_some_and(|t| t.article == article && t.span.overlaps(origin));
            let pick = if on_it && targets.len() > 1 { 1 } else { 0 };
            targets = targets.into_iter().skip(pick).take(1).collect();
        }
    }
    Some(Definitions { origin, targets })
}
