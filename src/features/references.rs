//! Find all references: every mention of the entity under the cursor, in every article of the story.

use super::subject::subject;
use crate::{
    compare::{ArticleId, Passage},
    facts::MentionId,
    workspace::Snapshot,
};

/// All mentions, this article's first, then by article name and place. `declaration`: with the introducing ones too.
pub fn references(snapshot: &Snapshot, article: ArticleId, at: usize, declaration: bool) -> Vec<Passage> {
    if let Some(found) = super::story::references(snapshot, article, at) {
        return found;
    }
    let Some(subject) = subject(snapshot, article, at) else { return Vec::new() };
    let mut found = Vec::new();
    for chain in subject.chains() {
        let (Some(account), Some(facts)) = (subject.story.account(chain.article), subject.story.chain(chain)) else {
            continue;
        };
        let kept = |id: &&MentionId| declaration || **id != facts.introduction;
        let mentions = facts.mentions.iter().filter(kept).map(|id| &account.facts.mentions[id.0 as usize]);
        found.extend(mentions.map(|m| Passage { article: chain.article, span: m.span }));
    }
    found
}
