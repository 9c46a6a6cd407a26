//! An article of a story, with names for its chains and claims that outlast edits elsewhere in it.
//!
//! Facts number chains and claims in the order of the text, so that a new name at the top gives all of them other
//! numbers. The story's maps are kept under what stays: a chain by what tells it from others, a claim by the words of its
//! sentence.

use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use rustc_hash::FxHashMap;

use super::{Account, count::toll, occasion::stretch, rules::is_alternative};
use crate::{
    facts::{Attribute, Chain, ChainId, Claim, Content, Facts, Filler, Part, Party, Trait, VOTE},
    language::lexicon::{self, Stance, done_once},
};

/// A chain within its article: stands for its name, of people the surname, and for its number among those of that name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ChainKey {
    name: u64,
    nth: u32,
}

/// A claim within its article: stands for the words of its sentence, which of the sentences of these words it is, and which
/// claim of the sentence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClaimId {
    sentence: u64,
    nth_sentence: u32,
    nth: u32,
}

impl ClaimId {
    /// The first and the last in order.
    pub const ENDS: (ClaimId, ClaimId) = (
        ClaimId { sentence: 0, nth_sentence: 0, nth: 0 },
        ClaimId { sentence: u64::MAX, nth_sentence: u32::MAX, nth: u32::MAX },
    );
}

/// One article of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub account: Account,
    chains: Vec<ChainKey>,
    /// Chain by chain what stands for all that linking looks at: equal for those that link alike.
    shapes: Vec<u64>,
    claims: Vec<ClaimId>,
    chain_numbers: FxHashMap<ChainKey, u32>,
    claim_numbers: FxHashMap<ClaimId, u32>,
    /// Everybody known who is told to deny something.
    deniers: BTreeSet<ChainKey>,
}

impl Member {
    pub fn new(account: Account) -> Member {
        let facts = &account.facts;
        let mut alike: FxHashMap<u64, u32> = FxHashMap::default();
        let mut count = |of: u64| -> u32 {
            let seen = alike.entry(of).or_default();
            *seen += 1;
            *seen - 1
        };
        let key = |chain: &Chain| {
            let name = stable(chain.identity.person.as_ref().map_or(&chain.name, |person| &person.surname));
            ChainKey { name, nth: count(name) }
        };
        let chains: Vec<ChainKey> = facts.chains.iter().map(key).collect();
        let shapes = facts.chains.iter().map(|chain| stable(&(chain.kind, &chain.name, &chain.identity))).collect();
        let mut of_these_words: FxHashMap<u64, u32> = FxHashMap::default();
        let mut claims: Vec<ClaimId> = Vec::with_capacity(facts.claims.len());
        let mut before: Option<(u32, ClaimId)> = None;
        for claim in &facts.claims {
            let id = match before {
                Some((sentence, id)) if sentence == claim.sentence => ClaimId { nth: id.nth + 1, ..id },
                _ => {
                    let sentence = facts.sentences.get(claim.sentence as usize).map_or(0, |s| s.fingerprint);
                    let seen = of_these_words.entry(sentence).or_default();
                    *seen += 1;
                    ClaimId { sentence, nth_sentence: *seen - 1, nth: 0 }
                }
            };
            before = Some((claim.sentence, id));
            claims.push(id);
        }
        let denials = facts.claims.iter().filter(|claim| denies(claim));
        let by = denials.flat_map(|claim| claim.event.parties(&Part::Agent));
        let deniers = by.filter_map(|party| chains.get(party.chain?.0 as usize).copied()).collect();
        let chain_numbers = chains.iter().copied().zip(0..).collect();
        let claim_numbers = claims.iter().copied().zip(0..).collect();
        Member { account, chains, shapes, claims, chain_numbers, claim_numbers, deniers }
    }

    /// The keys of its chains, in the order of the facts.
    pub fn chain_keys(&self) -> &[ChainKey] {
        &self.chains
    }

    pub fn key_of(&self, chain: ChainId) -> Option<ChainKey> {
        self.chains.get(chain.0 as usize).copied()
    }

    pub fn number_of(&self, chain: ChainKey) -> Option<ChainId> {
        self.chain_numbers.get(&chain).map(|number| ChainId(*number))
    }

    /// What stands for all of a chain that linking looks at.
    pub fn shape_of(&self, chain: ChainKey) -> Option<u64> {
        self.shapes.get(self.number_of(chain)?.0 as usize).copied()
    }

    pub fn chain(&self, key: ChainKey) -> Option<&Chain> {
        self.account.facts.chains.get(self.number_of(key)?.0 as usize)
    }

    /// The ids of its claims, in the order of the facts.
    pub fn claim_ids(&self) -> &[ClaimId] {
        &self.claims
    }

    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.account.facts.claims.get(*self.claim_numbers.get(&id)? as usize)
    }

    /// The claims that are compared as ones in which one of these chains takes part or speaks.
    pub fn claims_of(&self, chains: &BTreeSet<ChainId>) -> Vec<ClaimId> {
        self.claims_where(|claim| chains_of(claim).any(|chain| chains.contains(&chain)))
    }

    /// What one of these chains is quoted with.
    pub fn utterances_of(&self, chains: &BTreeSet<ChainId>) -> Vec<ClaimId> {
        let by = |claim: &Claim| claim.attribution.as_ref().and_then(|by| by.chain);
        self.claims_where(|claim| {
            matches!(claim.content, Content::Utterance(_)) && by(claim).is_some_and(|by| chains.contains(&by))
        })
    }

    fn claims_where(&self, wanted: impl Fn(&Claim) -> bool) -> Vec<ClaimId> {
        let claims = self.account.facts.claims.iter().zip(&self.claims);
        claims.filter(|(claim, _)| wanted(claim)).map(|(_, id)| *id).collect()
    }

    /// The claims that cannot be taken for what they were in an earlier version of the article: those of sentences that
    /// are new or say something else now, and what rules read beside them.
    pub fn changed_since(&self, old: &Member) -> BTreeSet<ClaimId> {
        let facts = &self.account.facts;
        let mut changed: BTreeSet<ClaimId> = BTreeSet::new();
        let sentence = |id: &ClaimId| (id.sentence, id.nth_sentence);
        let mut sentences: BTreeSet<(u64, u32)> = BTreeSet::new();
        for (number, id) in self.claims.iter().enumerate() {
            let was = old.claim_numbers.get(id).map(|was| *was as usize);
            if was.is_some_and(|was| self.says_the_same(number, old, was)) {
                continue;
            }
            // How much words tell changes with how often the article has them; no rule reads it beside another claim.
            let outlines = |was: usize| is_outline(&facts.claims[number]) && is_outline(&old.account.facts.claims[was]);
            if was.is_some_and(outlines) {
                changed.insert(*id);
            } else {
                sentences.insert(sentence(id));
            }
        }
        sentences.extend(old.claims.iter().filter(|id| !self.claim_numbers.contains_key(id)).map(sentence));
        changed.extend(self.claims.iter().filter(|id| sentences.contains(&sentence(id))));
        if sentences.is_empty() {
            return changed;
        }
        // What the sentences before tell counts, of some kinds of claims.
        let context = |member: &Member, number: usize| -> Vec<u64> {
            let facts = &member.account.facts;
            facts.sentences[stretch(facts, &facts.claims[number])].iter().map(|s| s.fingerprint).collect()
        };
        for (number, id) in self.claims.iter().enumerate().filter(|(i, _)| reads_before(&facts.claims[*i])) {
            let was = old.claim_numbers.get(id).map(|was| *was as usize);
            if was.is_some_and(|was| context(self, number) != context(old, was)) {
                changed.insert(*id);
            }
        }
        // Deeds between two: whether they are told in both directions counts.
        let is_touched = |id: &ClaimId| sentences.contains(&sentence(id));
        let mut pairs: BTreeMap<(ChainKey, ChainKey), bool> = BTreeMap::new();
        for (member, ids) in [(old, &old.claims), (self, &self.claims)] {
            for (claim, id) in member.account.facts.claims.iter().zip(ids) {
                for pair in member.pairs(claim) {
                    *pairs.entry(pair).or_default() |= is_touched(id);
                }
            }
        }
        let near = self.account.facts.claims.iter().zip(&self.claims);
        let near = near.filter(|(claim, _)| self.pairs(claim).any(|pair| pairs.get(&pair) == Some(&true)));
        changed.extend(near.map(|(_, id)| *id));
        // Votes and tolls: whether there is only one counts.
        let count = |facts: &Facts| {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            facts
                .claims
                .iter()
                .filter_map(|c| counted(facts, c))
                .for_each(|what| *counts.entry(what).or_default() += 1);
            counts
        };
        let (now, then) = (count(facts), count(&old.account.facts));
        if now != then {
            let turned = |what: &str| now.get(what) != then.get(what);
            changed.extend(self.claims_where(|claim| counted(facts, claim).is_some_and(turned)));
        }
        // Denials: who reports one is not held against it.
        let turned: BTreeSet<ChainKey> = self.deniers.symmetric_difference(&old.deniers).copied().collect();
        if !turned.is_empty() {
            let of_them =
                |p: &Party| p.chain.and_then(|chain| self.key_of(chain)).is_some_and(|key| turned.contains(&key));
            changed.extend(self.claims_where(|claim| is_outline(claim) && claim.event.parties.iter().any(of_them)));
        }
        // Of some kinds of claims it counts what else the article tells.
        for (told, weighed) in TOLD_ELSEWHERE {
            let touched = |member: &Member| {
                let claims = member.account.facts.claims.iter().zip(&member.claims);
                claims.filter(|(_, id)| is_touched(id)).any(|(claim, _)| told(claim))
            };
            if touched(old) || touched(self) {
                changed.extend(self.claims_where(weighed));
            }
        }
        changed
    }

    /// The pairs of chains between which a plain deed is told.
    fn pairs<'m>(&'m self, claim: &'m Claim) -> impl Iterator<Item = (ChainKey, ChainKey)> + 'm {
        let parties = if claim.content == Content::Statement { &claim.event.parties[..] } else { &[] };
        let keys = move || parties.iter().filter_map(|p| self.key_of(p.chain?));
        keys().flat_map(move |a| keys().filter(move |b| a < *b).map(move |b| (a, b)))
    }

    /// Whether a claim says what another version's does, of the same, given by the same.
    fn says_the_same(&self, number: usize, old: &Member, was: usize) -> bool {
        let (is, was) = (&self.account.facts.claims[number], &old.account.facts.claims[was]);
        let chain =
            |a: Option<ChainId>, b: Option<ChainId>| a.and_then(|a| self.key_of(a)) == b.and_then(|b| old.key_of(b));
        let attributed = match (&is.attribution, &was.attribution) {
            (None, None) => true,
            (Some(a), Some(b)) => {
                let beside = |member: &Member, claim: &Claim, at: crate::text::Span| {
                    member.account.facts.sentences.get(claim.sentence as usize).is_some_and(|s| s.span.contains(at))
                };
                chain(a.chain, b.chain)
                    && a.span.of(&self.account.text) == b.span.of(&old.account.text)
                    && beside(self, is, a.span) == beside(old, was, b.span)
            }
            _ => false,
        };
        let (ours, theirs) = (&is.event.parties, &was.event.parties);
        if !attributed || ours.len() != theirs.len() || !ours.iter().zip(theirs).all(|(a, b)| chain(a.chain, b.chain)) {
            return false;
        }
        if ours.iter().zip(theirs).all(|(a, b)| a.chain == b.chain) {
            return is.same_content(was);
        }
        let mut was = was.clone();
        was.event.parties.iter_mut().zip(ours).for_each(|(b, a)| b.chain = a.chain);
        is.same_content(&was)
    }
}

/// Whether a claim is of a kind.
type Wanted = fn(&Claim) -> bool;

/// What rules look for in the whole article, and the claims for which they do: the other posts of somebody, other figures,
/// times or places of the same, how else it ended, others of the same surname, where else somebody was, who else wanted to see
/// whom, deeds that nobody does before birth.
const TOLD_ELSEWHERE: [(Wanted, Wanted); 18] = [
    (is_one_way, is_one_way),
    (|claim| matches!(claim.content, Content::Initiator(_)), |claim| matches!(claim.content, Content::Initiator(_))),
    (|claim| matches!(claim.content, Content::Reason(_)), |claim| matches!(claim.content, Content::Reason(_))),
    (|claim| matches!(claim.content, Content::Manner(_)), |claim| matches!(claim.content, Content::Manner(_))),
    (|claim| matches!(claim.content, Content::Surety(_)), |claim| matches!(claim.content, Content::Surety(_))),
    (is_done_once, is_done_once),
    (|claim| matches!(claim.content, Content::Bearing(_)), |claim| matches!(claim.content, Content::Bearing(_))),
    (|claim| matches!(claim.content, Content::Site(_)), |claim| matches!(claim.content, Content::Site(_))),
    (|claim| matches!(claim.content, Content::Summons(_)), |claim| matches!(claim.content, Content::Summons(_))),
    (
        |claim| matches!(claim.content, Content::Post(_)),
        |claim| matches!(claim.content, Content::Post(_) | Content::Called(_)),
    ),
    (|claim| matches!(claim.content, Content::Figure(_)), |claim| matches!(claim.content, Content::Figure(_))),
    (|claim| matches!(claim.content, Content::Moment(_)), |claim| matches!(claim.content, Content::Moment(_))),
    (|claim| matches!(claim.content, Content::Statement), |claim| matches!(claim.content, Content::Doing(_))),
    (|claim| matches!(claim.content, Content::Time(_)), |claim| matches!(claim.content, Content::Moment(_))),
    (|claim| matches!(claim.content, Content::Trend(_)), |claim| matches!(claim.content, Content::Trend(_))),
    (|claim| matches!(claim.content, Content::Called(_)), |claim| matches!(claim.content, Content::Called(_))),
    (|claim| matches!(claim.content, Content::Presence(_)), |claim| matches!(claim.content, Content::Presence(_))),
    (
        |claim| matches!(claim.content, Content::Attribute(Attribute { trait_: Trait::Deed { .. }, .. })),
        |claim| matches!(claim.content, Content::Attribute(_)),
    ),
];

/// Whether it tells who did what only one does.
fn is_done_once(claim: &Claim) -> bool {
    let Content::Slot(slot) = &claim.content else { return false };
    matches!(&slot.filler, Filler::Doer { predicate, .. } if done_once(predicate).is_some())
}

/// Whether it tells in which of two ways a matter ended.
fn is_one_way(claim: &Claim) -> bool {
    claim.content == Content::Statement && is_alternative(&claim.event.predicate)
}

/// Whether rules read what the sentences before such a claim tell.
fn reads_before(claim: &Claim) -> bool {
    let any = matches!(
        claim.content,
        Content::Statement | Content::Initiator(_) | Content::Reason(_) | Content::Manner(_) | Content::Surety(_)
    );
    any || is_done_once(claim)
}

/// What a claim counts of which it matters whether the article counts it once.
fn counted(facts: &Facts, claim: &Claim) -> Option<&'static str> {
    match &claim.content {
        Content::Quantity { noun, .. } if noun == VOTE => Some(VOTE),
        _ => toll(facts, claim),
    }
}

fn is_outline(claim: &Claim) -> bool {
    matches!(claim.content, Content::Outline(_))
}

/// Everybody who takes part in a claim or gives it. Reports and rebuttals are compared by their words alone.
fn chains_of(claim: &Claim) -> impl Iterator<Item = ChainId> {
    let by_words = matches!(claim.content, Content::Gist(_) | Content::Rebuttal(_));
    let parties = if by_words { &[][..] } else { &claim.event.parties };
    let speaker = claim.attribution.as_ref().and_then(|a| a.chain).filter(|_| !by_words);
    parties.iter().filter_map(|p| p.chain).chain(speaker)
}

/// A hash that is the same in every run.
fn stable(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Whether a claim tells that somebody denies something.
pub fn denies(claim: &Claim) -> bool {
    claim.content == Content::Statement && lexicon::stances(&claim.event.predicate).first() == Some(&Stance::Denies)
}
