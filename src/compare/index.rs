//! Which claims may be about the same: postings by who takes part and by the words that would have to be the same.

use std::collections::BTreeSet;

use imbl::{OrdMap, OrdSet};
use smol_str::SmolStr;

use super::{
    ArticleId, ChainRef, EntityId, Story,
    alike::is_telling,
    gate::Told,
    rules::{Finding, compare},
};
use crate::facts::{Claim, Content, Gist, Rebuttal};

/// A claim of one article of the story: an index into its facts' claims.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClaimRef {
    pub article: ArticleId,
    pub claim: u32,
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

/// Claims by key, and what comparing those of each key found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimIndex {
    postings: OrdMap<ClaimKey, OrdSet<ClaimRef>>,
    findings: OrdMap<ClaimKey, Vec<(ClaimRef, ClaimRef, Finding)>>,
}

impl ClaimIndex {
    /// Replaces what the claims of an article are posted under, and returns the keys that this touches. `changed` tells
    /// which claims are not as they were.
    pub fn repost(
        &mut self,
        article: ArticleId,
        was: &[BTreeSet<ClaimKey>],
        is: &[BTreeSet<ClaimKey>],
        changed: &dyn Fn(usize) -> bool,
    ) -> BTreeSet<ClaimKey> {
        let mut touched = BTreeSet::new();
        let none = BTreeSet::new();
        for i in 0..was.len().max(is.len()) {
            let (before, after) = (was.get(i).unwrap_or(&none), is.get(i).unwrap_or(&none));
            let reference = ClaimRef { article, claim: i as u32 };
            for key in before.difference(after) {
                if let Some(posting) = self.postings.get_mut(key) {
                    posting.remove(&reference);
                    if posting.is_empty() {
                        self.postings.remove(key);
                    }
                }
                touched.insert(key.clone());
            }
            for key in after.difference(before) {
                self.postings.entry(key.clone()).or_default().insert(reference);
                touched.insert(key.clone());
            }
            if changed(i) {
                touched.extend(after.iter().cloned());
            }
        }
        touched
    }

    /// Compares anew the claims under these keys.
    pub fn recompare(&mut self, story: &Story, keys: BTreeSet<ClaimKey>) {
        for key in keys {
            let found = self.postings.get(&key).map(|posting| pairs(story, posting)).unwrap_or_default();
            if found.is_empty() {
                self.findings.remove(&key)
            } else {
                self.findings.insert(key, found)
            };
        }
    }

    /// Everything found, each pair of claims once.
    pub fn findings(&self) -> impl Iterator<Item = &(ClaimRef, ClaimRef, Finding)> {
        self.findings.values().flatten()
    }
}

fn pairs(story: &Story, posting: &OrdSet<ClaimRef>) -> Vec<(ClaimRef, ClaimRef, Finding)> {
    let told: Vec<(ClaimRef, Told)> = posting.iter().filter_map(|r| Some((*r, story.told(*r)?))).collect();
    // The posting is in the order of the articles: claims of one article stand together.
    let by_article: Vec<_> = told.chunk_by(|(a, _), (b, _)| a.article == b.article).collect();
    let mut found = Vec::new();
    for (i, ours) in by_article.iter().enumerate() {
        for theirs in &by_article[i + 1..] {
            for (first, a) in *ours {
                for (second, b) in *theirs {
                    if let Some(finding) = compare(story, *a, *b) {
                        found.push((*first, *second, finding));
                    }
                }
            }
        }
    }
    found
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
