//! Which claims may be about the same: postings by who takes part and by the words that would have to be the same.

use std::{collections::BTreeSet, sync::Arc};

use imbl::{OrdMap, OrdSet};
use smol_str::SmolStr;

use super::{
    ArticleId, ChainRef, EntityId, Story,
    alike::is_telling,
    member::ClaimId,
    rules::{Finding, compare},
};
use crate::facts::{Claim, Content, Gist, Rebuttal};

/// A claim of one article of the story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClaimRef {
    pub article: ArticleId,
    pub claim: ClaimId,
}

/// What a claim is about; claims about different things are never compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Topic {
    Quantity,
    Age,
    Time,
    Reason,
    Name,
    Deed,
    Attribute,
}

/// What two claims must share to be compared: the gate lets no other pair pass.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ClaimKey {
    /// Somebody known takes part.
    Entity(Topic, EntityId),
    /// A thing of this name takes part.
    Noun(Topic, SmolStr),
    /// This is done, or will not be called so.
    Deed(SmolStr),
    /// The same four words in a row, of what is quoted.
    Words([SmolStr; 4]),
    /// The same attribute is given in a text of a few sentences.
    Slot(SmolStr),
    /// The same word, of what is reported or denied as a whole.
    Word(SmolStr),
}

/// Claims by key, and what comparing found, pair by pair.
///
/// Invariant: `findings` holds what [`compare`] gives for every two claims of different articles that share a key, if it
/// gives something; each pair from both its ends, so that what touches an article stands together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimIndex {
    postings: OrdMap<ClaimKey, OrdSet<ClaimRef>>,
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
    /// Takes claims out, with all that was found about them. `story` is the one in which they were [learned](Self::learn).
    pub fn forget(&mut self, story: &Story, claims: &BTreeSet<ClaimRef>) {
        for &claim in claims {
            let Some(told) = story.told(claim) else { continue };
            for key in claim_keys(story, told.article, told.claim) {
                if let Some(posting) = self.postings.get_mut(&key) {
                    posting.remove(&claim);
                    if posting.is_empty() {
                        self.postings.remove(&key);
                    }
                }
            }
            let others: Vec<ClaimRef> = self.about(claim, None).map(|((_, other), _)| *other).collect();
            for other in others {
                self.findings.remove(&(claim, other));
                self.findings.remove(&(other, claim));
            }
        }
    }

    /// Takes claims in and compares each with those of other articles that it shares a key with.
    pub fn learn(&mut self, story: &Story, claims: &BTreeSet<ClaimRef>) {
        let keys: Vec<(ClaimRef, BTreeSet<ClaimKey>)> = claims
            .iter()
            .filter_map(|&claim| story.told(claim).map(|told| (claim, claim_keys(story, told.article, told.claim))))
            .collect();
        for (claim, keys) in &keys {
            for key in keys {
                self.postings.entry(key.clone()).or_default().insert(*claim);
            }
        }
        for (claim, keys) in keys {
            // Two that both are new are compared once.
            let met = |other: &&ClaimRef| other.article == claim.article || **other < claim && claims.contains(*other);
            let sharing = keys.iter().filter_map(|key| self.postings.get(key)).flatten();
            let others: BTreeSet<ClaimRef> = sharing.filter(|other| !met(other)).copied().collect();
            for other in others {
                self.find(story, claim, other);
            }
        }
    }

    fn find(&mut self, story: &Story, a: ClaimRef, b: ClaimRef) {
        let name = |claim: ClaimRef| story.account(claim.article).map(|account| &account.name);
        let (first, second) = if (name(a), a) <= (name(b), b) { (a, b) } else { (b, a) };
        let (Some(x), Some(y)) = (story.told(first), story.told(second)) else { return };
        if let Some(finding) = compare(story, x, y) {
            let finding = Arc::new(finding);
            self.findings.insert((first, second), Found { finding: finding.clone(), turned: false });
            self.findings.insert((second, first), Found { finding, turned: true });
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

    /// What was found, each pair of claims once: that of the article whose name sorts first in front.
    pub fn findings(&self) -> impl Iterator<Item = (ClaimRef, ClaimRef, &Finding)> {
        let once = self.findings.iter().filter(|(_, found)| !found.turned);
        once.map(|((first, second), found)| (*first, *second, &*found.finding))
    }

    /// The same, of what touches an article.
    pub fn findings_of(&self, article: ArticleId) -> impl Iterator<Item = (ClaimRef, ClaimRef, &Finding)> {
        let (first, last) = ClaimId::ENDS;
        let end = |claim| ClaimRef { article, claim };
        let least = ClaimRef { article: ArticleId(0), claim: first };
        let most = ClaimRef { article: ArticleId(u32::MAX), claim: last };
        self.findings.range((end(first), least)..=(end(last), most)).map(|((here, there), found)| {
            let (first, second) = if found.turned { (*there, *here) } else { (*here, *there) };
            (first, second, &*found.finding)
        })
    }
}

/// A quotation is found again by its first words.
const MOST_KEYS: usize = 16;

/// The keys of a claim, given who its chains are in the story.
pub fn claim_keys(story: &Story, article: ArticleId, claim: &Claim) -> BTreeSet<ClaimKey> {
    if let Content::Utterance(words) = &claim.content {
        return words
            .windows(4)
            .take(MOST_KEYS)
            .map(|w| ClaimKey::Words(std::array::from_fn(|i| w[i].clone())))
            .collect();
    }
    if let Content::Gist(Gist { words, brief, .. }) = &claim.content {
        return told_words(words.iter(), *brief);
    }
    if let Content::Rebuttal(Rebuttal { denied, by, brief, .. }) = &claim.content {
        return told_words(denied.iter().chain(by.iter()), *brief);
    }
    let topic = match claim.content {
        Content::Quantity { .. } => Topic::Quantity,
        Content::Age(_) => Topic::Age,
        Content::Time(_) => Topic::Time,
        Content::Reason(_) => Topic::Reason,
        Content::Called(_) => Topic::Name,
        Content::Attribute(_) => Topic::Attribute,
        _ => Topic::Deed,
    };
    let chains = claim.event.parties.iter().filter_map(|p| p.chain);
    let entities = chains.filter_map(|chain| story.entity_of(ChainRef { article, chain }));
    let mut keys: BTreeSet<ClaimKey> = entities.map(|e| ClaimKey::Entity(topic, e)).collect();
    if let Content::Attribute(attribute) = &claim.content {
        // A slot alone makes two claims comparable only in texts that are about one thing.
        keys.extend(attribute.subject.brief.then(|| ClaimKey::Slot(attribute.trait_.slot().into())));
        return keys;
    }
    if topic == Topic::Deed && !claim.event.usual {
        keys.insert(ClaimKey::Deed(claim.event.predicate.clone()));
    }
    keys.extend(claim.event.parties.iter().map(|p| ClaimKey::Noun(topic, p.noun.clone())));
    keys
}

/// Words under which a report is found again: all of a text of a few sentences, of an article those that tell what it is about.
fn told_words<'a>(words: impl Iterator<Item = &'a SmolStr>, brief: bool) -> BTreeSet<ClaimKey> {
    words.filter(|w| brief || is_telling(w)).map(|w| ClaimKey::Word(w.clone())).collect()
}
