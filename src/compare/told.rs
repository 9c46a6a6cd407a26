//! A claim with the article it stands in, and what stands beside it there.

use super::{ArticleId, Story};
use crate::facts::{Claim, PlacedSentence};

/// A claim and the article it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    pub article: ArticleId,
    pub claim: &'a Claim,
}

impl Told<'_> {
    /// The sentence that tells it.
    pub fn sentence<'s>(&self, story: &'s Story) -> Option<&'s PlacedSentence> {
        story.account(self.article)?.facts.sentences.get(self.claim.sentence as usize)
    }

    /// The claims of its article, in the order of their sentences.
    pub fn article_claims<'s>(&self, story: &'s Story) -> &'s [Claim] {
        story.account(self.article).map(|account| account.facts.claims.as_slice()).unwrap_or_default()
    }

    /// The claims of its sentence, itself among them.
    pub fn sentence_claims<'s>(&self, story: &'s Story) -> &'s [Claim] {
        let claims = self.article_claims(story);
        let first = claims.partition_point(|c| c.sentence < self.claim.sentence);
        let last = claims.partition_point(|c| c.sentence <= self.claim.sentence);
        &claims[first..last]
    }
}
