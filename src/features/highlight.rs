//! Highlight: every mention, in this article, of the entity under the cursor.

use super::subject::subject;
use crate::{compare::ArticleId, text::Span, workspace::Snapshot};

/// The spans of all mentions in the order of the file; the flag is set on the introducing one.
pub fn highlight(snapshot: &Snapshot, article: ArticleId, at: usize) -> Vec<(Span, bool)> {
    let Some(subject) = subject(snapshot, article, at) else { return Vec::new() };
    let Some(account) = subject.story.account(article) else { return Vec::new() };
    let mut spans: Vec<(Span, bool)> = subject
        .chains()
        .into_iter()
        .filter(|c| c.article == article)
        .filter_map(|c| subject.story.chain(c))
        .flat_map(|chain| chain.mentions.iter().map(|id| (*id, *id == chain.introduction)))
        .map(|(id, introduces)| (account.facts.mentions[id.0 as usize].span, introduces))
        .collect();
    spans.sort();
    spans
}
