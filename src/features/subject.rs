//! What the cursor is on: the mention, and the entity it refers to across the story.

use std::sync::Arc;

use crate::{
    compare::{ArticleId, ChainRef, Entity, EntityId, Passage, Story},
    facts::Mention,
    workspace::Snapshot,
};

/// A mention under the cursor and everything needed to speak about what it refers to.
pub struct Subject {
    pub story: Arc<Story>,
    pub entity: EntityId,
    /// The mention itself, of the article that was asked about.
    pub mention: Mention,
    pub at: ChainRef,
}

/// The narrowest mention at byte `at` of an article.
pub fn subject(snapshot: &Snapshot, article: ArticleId, at: usize) -> Option<Subject> {
    let story = snapshot.story_of(article)?;
    let mention = story.account(article)?.facts.mention_at(at)?.clone();
    let chain = ChainRef { article, chain: mention.chain };
    let entity = story.referent_of(chain)?;
    Some(Subject { story, entity, mention, at: chain })
}

impl Subject {
    /// The entity.
    pub fn entity(&self) -> Option<&Entity> {
        self.story.entity(self.entity)
    }

    /// Its chains: those of the article asked about first, then by the articles' names.
    pub fn chains(&self) -> Vec<ChainRef> {
        let mut chains = self.entity().map(|e| e.chains.clone()).unwrap_or_default();
        chains.sort_by_key(|c| c.article != self.at.article);
        chains
    }

    /// Where a chain's entity is introduced in its article.
    pub fn introduction(&self, chain: ChainRef) -> Option<Passage> {
        introduction(&self.story, chain)
    }
}

/// Where a chain's entity is introduced in its article: the name with its title.
pub fn introduction(story: &Story, chain: ChainRef) -> Option<Passage> {
    let facts = &story.account(chain.article)?.facts;
    let introduction = story.chain(chain)?.introduction;
    Some(Passage { article: chain.article, span: facts.mentions.get(introduction.0 as usize)?.span })
}
