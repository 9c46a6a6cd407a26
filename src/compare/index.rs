//! What comparing the claims of a story found, pair by pair, and which pairs are worth comparing.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use imbl::OrdMap;
use rayon::prelude::*;

use super::{
    ArticleId, Story,
    keys::{Key, Keys, keys},
    member::ClaimId,
    postings::Postings,
    rules::{Finding, compare},
};

/// A claim of one article of the story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClaimRef {
    pub article: ArticleId,
    pub claim: ClaimId,
}

impl ClaimRef {
    /// The first and the last in order.
    const ENDS: (ClaimRef, ClaimRef) = (
        ClaimRef { article: ArticleId(0), claim: ClaimId::ENDS.0 },
        ClaimRef { article: ArticleId(u32::MAX), claim: ClaimId::ENDS.1 },
    );
}

/// So many pairs are compared on one core; fewer are not worth handing to another.
const TOGETHER: usize = 64;

/// How much more than any others two sentences share that are the most alike, in tenths.
const BY_FAR: u32 = 6;

/// Claims by key, and what comparing found, pair by pair.
///
/// Invariant: `findings` holds what [`compare`] gives for every two claims of different articles of which one is posted where
/// the other [asks](Keys::asks), if it gives something; each pair from both its ends, so that what touches an article stands
/// together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimIndex {
    postings: OrdMap<ArticleId, Arc<Postings>>,
    findings: OrdMap<(ClaimRef, ClaimRef), Found>,
}

/// What comparing two claims found, seen from one of them.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    finding: Arc<Finding>,
    /// Seen from the second of the two.
    turned: bool,
}

impl ClaimIndex {
    /// Takes claims out, with all that was found about them, and takes claims in, comparing each with those of other articles that
    /// it shares a key with.
    pub fn change(&mut self, story: &Story, gone: &BTreeSet<ClaimRef>, come: &BTreeSet<ClaimRef>) {
        for &claim in gone {
            let others: Vec<ClaimRef> = self.about(claim, None).map(|((_, other), _)| *other).collect();
            for other in others {
                self.findings.remove(&(claim, other));
                self.findings.remove(&(other, claim));
            }
        }
        let told = |&claim: &ClaimRef| story.told(claim).map(|told| (claim, keys(story, told)));
        let claims: Vec<&ClaimRef> = come.iter().collect();
        let keyed: Vec<(ClaimRef, Keys)> = claims.into_par_iter().with_min_len(TOGETHER).filter_map(told).collect();
        self.post(gone, &keyed);
        let mut pairs: Vec<(ClaimRef, ClaimRef)> = Vec::new();
        let mut others: Vec<ClaimRef> = Vec::new();
        for (claim, keys) in keyed {
            others.clear();
            for (&article, postings) in self.postings.iter().filter(|(article, _)| **article != claim.article) {
                let there = keys.asks.iter().flat_map(|&key| postings.under(key));
                others.extend(there.map(|claim| ClaimRef { article, claim }));
            }
            others.sort_unstable();
            others.dedup();
            // Two that both are new are compared once.
            others.retain(|other| claim < *other || !come.contains(other));
            pairs.extend(others.iter().map(|other| (claim, *other)));
        }
        let name = |claim: ClaimRef| story.account(claim.article).map(|account| &account.name);
        let find = |&(a, b): &(ClaimRef, ClaimRef)| {
            let (first, second) = if (name(a), a) <= (name(b), b) { (a, b) } else { (b, a) };
            let (x, y) = story.told(first).zip(story.told(second))?;
            Some((first, second, Arc::new(compare(story, x, y)?)))
        };
        let found: Vec<_> = pairs.par_iter().with_min_len(TOGETHER).filter_map(find).collect();
        for (first, second, finding) in found {
            self.findings.insert((first, second), Found { finding: finding.clone(), turned: false });
            self.findings.insert((second, first), Found { finding, turned: true });
        }
    }

    /// Makes anew the postings of every article of which a claim goes or comes.
    fn post(&mut self, gone: &BTreeSet<ClaimRef>, come: &[(ClaimRef, Keys)]) {
        let mut changed: BTreeMap<ArticleId, BTreeMap<ClaimId, Arc<[Key]>>> = BTreeMap::new();
        for article in gone.iter().chain(come.iter().map(|(claim, _)| claim)).map(|claim| claim.article) {
            let was = || self.postings.get(&article).map(|postings| postings.posted()).unwrap_or_default();
            changed.entry(article).or_insert_with(was);
        }
        for claim in gone {
            changed.get_mut(&claim.article).and_then(|posted| posted.remove(&claim.claim));
        }
        for (claim, keys) in come {
            changed.entry(claim.article).or_default().insert(claim.claim, keys.posts.as_slice().into());
        }
        for (article, posted) in changed {
            match posted.is_empty() {
                true => self.postings.remove(&article),
                false => self.postings.insert(article, Arc::new(Postings::new(posted))),
            };
        }
    }

    /// What was found about a claim, in one article or in all.
    fn about(
        &self,
        claim: ClaimRef,
        article: Option<ArticleId>,
    ) -> impl Iterator<Item = (&(ClaimRef, ClaimRef), &Found)> {
        let (from, to) = article.map_or((ArticleId(0), ArticleId(u32::MAX)), |article| (article, article));
        let (first, last) = ClaimId::ENDS;
        let end = |article, claim| ClaimRef { article, claim };
        self.findings.range((claim, end(from, first))..=(claim, end(to, last)))
    }

    /// Whether an article says somewhere what a claim does.
    pub fn is_confirmed(&self, claim: ClaimRef, by: ArticleId) -> bool {
        self.about(claim, Some(by)).any(|(_, found)| *found.finding == Finding::Agree)
    }

    /// Whether neither of two sentences that share this much is nearly as like another one of the other article.
    pub fn are_most_alike(&self, a: ClaimRef, b: ClaimRef, weight: u32) -> bool {
        let others = |claim: ClaimRef, but: ClaimRef| {
            self.about(claim, Some(but.article)).filter(move |((_, other), _)| *other != but)
        };
        let likeness = |(_, found): (_, &Found)| match &*found.finding {
            Finding::Alike { likeness, .. } | Finding::Opposed { likeness, .. } => Some(likeness.weight),
            _ => None,
        };
        others(a, b).chain(others(b, a)).filter_map(likeness).all(|other| other + BY_FAR <= weight)
    }

    /// What was found, each pair of claims once: that of the article whose name sorts first in front.
    pub fn findings(&self) -> impl Iterator<Item = (ClaimRef, ClaimRef, &Finding)> + Clone {
        let once = self.findings.iter().filter(|(_, found)| !found.turned);
        once.map(|((first, second), found)| (*first, *second, &*found.finding))
    }

    /// The same, of what touches an article.
    pub fn findings_of(&self, article: ArticleId) -> impl Iterator<Item = (ClaimRef, ClaimRef, &Finding)> + Clone {
        let (first, last) = ClaimId::ENDS;
        let end = |claim| ClaimRef { article, claim };
        let (least, most) = ClaimRef::ENDS;
        self.findings.range((end(first), least)..=(end(last), most)).map(|((here, there), found)| {
            let (first, second) = if found.turned { (*there, *here) } else { (*here, *there) };
            (first, second, &*found.finding)
        })
    }
}
