//! Code lenses: how far a draft has come, and how many sources say what its claims say.

use super::{Config, accounts::accounts, source_notes::facts_left};
use crate::{
    compare::{ArticleId, Passage},
    text::Span,
    workspace::Snapshot,
};

/// A line above words of an article.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CodeLens {
    pub at: Span,
    pub title: String,
    /// Where it leads.
    pub next: Option<Passage>,
}

/// The lines above the words of an article, by place.
pub fn code_lenses(snapshot: &Snapshot, article: ArticleId, config: &Config) -> Vec<CodeLens> {
    let Some(article) = snapshot.article(article) else { return Vec::new() };
    let mut found: Vec<CodeLens> = facts_left(snapshot, article).into_iter().collect();
    if config.code_lens.accounts.is_shown(article.metadata().draft) {
        let claims = accounts(snapshot, article.id, config.single_source).into_iter();
        found.extend(claims.filter_map(|claim| {
            let next = claim.differing.first().or(claim.agreeing.first()).copied();
            Some(CodeLens { at: claim.span, title: claim.label(config.single_source)?, next })
        }));
    }
    found
}
