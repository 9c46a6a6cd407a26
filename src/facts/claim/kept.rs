//! Claims taken over from an earlier version of an article: those of the sentences for which nothing has changed that claims are
//! read from, but their place in the file.

use std::{iter::zip, ops::Range, sync::Arc};

use rustc_hash::FxHashMap;

use super::{
    Attribution, Claim, Content,
    article::{Article, Known},
    extract::REACH,
    occasion::quotations_in,
};
use crate::{
    facts::{Basis, ChainId, Facts, Mention, Quotation},
    text::Span,
};

/// How far something has moved since the earlier version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Shift {
    bytes: i64,
    sentences: i64,
    blocks: i64,
}

/// The earlier version, and what of it still stands.
pub struct Kept<'a> {
    claims: &'a [Claim],
    /// Sentence by sentence, how far it has moved; `None` where something in it is not as it was.
    shifts: Vec<Option<Shift>>,
    chains: Renumbered,
}

/// The chains of the earlier version that are the same by all that claims look at, with their numbers now.
///
/// Rising: what is in the order of chains stays so.
type Renumbered = FxHashMap<ChainId, ChainId>;

impl<'a> Kept<'a> {
    pub fn new(article: &Article, previous: &'a Facts) -> Kept<'a> {
        // Names within names are found after the claims.
        let mentions: Vec<Mention> = previous.mentions.iter().filter(|m| m.basis != Basis::Within).cloned().collect();
        let old = Article::new(Known {
            sentences: &previous.sentences,
            mentions: &mentions,
            chains: &previous.chains,
            dates: &previous.dates,
            quotations: &previous.quotations,
        });
        let counterparts = counterparts(article.known, old.known);
        let chains = renumbered(article, &old, &counterparts);
        let same = Same { new: article, old: &old, chains: &chains };
        let shift = |(new, old): (usize, Option<usize>)| same.sentence(new, old?);
        let shifts = if article.brief == old.brief {
            counterparts.into_iter().enumerate().map(shift).collect()
        } else {
            vec![None; article.known.sentences.len()]
        };
        Kept { claims: &previous.claims, shifts, chains }
    }

    /// The claims of a sentence, but for what people are called, where they need not be read anew. `before` are the numbers of
    /// the sentences that are read beside it, from the nearest on.
    pub fn claims(&self, number: usize, before: &[usize]) -> Option<Vec<Claim>> {
        let shift = self.shifts[number]?;
        // With fewer sentences before it than may be read, all that were there must be.
        let whole = before.len() == REACH || shift.sentences == 0;
        if !whole || before.iter().any(|&before| self.shifts[before] != Some(shift)) {
            return None;
        }
        let was = (number as i64 - shift.sentences) as u32;
        let first = self.claims.partition_point(|claim| claim.sentence < was);
        let claims = self.claims[first..].iter().take_while(|claim| claim.sentence == was);
        let claims = claims.filter(|claim| !matches!(claim.content, Content::Called(_)));
        claims.map(|claim| self.moved(claim, number as u32, shift)).collect()
    }

    /// A claim where it stands now; `None` if somebody in it is not known any more.
    fn moved(&self, claim: &Claim, sentence: u32, shift: Shift) -> Option<Claim> {
        let chain = |chain: Option<ChainId>| match chain {
            Some(chain) => self.chains.get(&chain).copied().map(Some),
            None => Some(None),
        };
        let mut claim = Claim { sentence, span: shift.of(claim.span), ..claim.clone() };
        for party in &mut claim.event.parties {
            party.chain = chain(party.chain)?;
        }
        if let Some(by) = claim.attribution {
            claim.attribution = Some(Attribution { span: shift.of(by.span), chain: chain(by.chain)? });
        }
        Some(claim)
    }
}

impl Shift {
    fn of(self, span: Span) -> Span {
        let moved = |at: u32| (i64::from(at) + self.bytes) as u32;
        Span { start: moved(span.start), end: moved(span.end) }
    }
}

/// Which sentence of the old version each of the new one is, seen from both ends of the article.
fn counterparts(new: Known, old: Known) -> Vec<Option<usize>> {
    let (count, was) = (new.sentences.len(), old.sentences.len());
    let same = |new_at: usize, old_at: usize| {
        let (new, old) = (&new.sentences[new_at], &old.sentences[old_at]);
        Arc::ptr_eq(&new.sentence, &old.sentence) && (new.heading, new.note) == (old.heading, old.note)
    };
    let shorter = count.min(was);
    let front = (0..shorter).take_while(|&i| same(i, i)).count();
    let back = (1..=shorter - front).take_while(|&i| same(count - i, was - i)).count();
    let behind: Range<usize> = count - back..count;
    let of = |number: usize| match number {
        _ if number < front => Some(number),
        _ if behind.contains(&number) => Some(was - (count - number)),
        _ => None,
    };
    (0..count).map(of).collect()
}

/// The chains that the same mentions of both versions stand for, as far as claims see no difference between them.
fn renumbered(new: &Article, old: &Article, counterparts: &[Option<usize>]) -> Renumbered {
    let mut is: FxHashMap<ChainId, Option<ChainId>> = FxHashMap::default();
    for (number, counterpart) in counterparts.iter().enumerate() {
        let Some(counterpart) = *counterpart else { continue };
        let (ours, theirs) = (new.mentions_in(number), old.mentions_in(counterpart));
        if ours.len() != theirs.len() {
            continue;
        }
        for (ours, theirs) in zip(ours, theirs) {
            let known = is.entry(theirs.chain).or_insert(Some(ours.chain));
            *known = known.filter(|chain| *chain == ours.chain);
        }
    }
    let same = |(was, is): (ChainId, Option<ChainId>)| {
        let is = is?;
        let (a, b) = (&new.known.chains[is.0 as usize], &old.known.chains[was.0 as usize]);
        let same = (a.kind, &a.name, &a.identity) == (b.kind, &b.name, &b.identity);
        (same && new.named.contains(&is) == old.named.contains(&was)).then_some((was, is))
    };
    let mut pairs: Vec<(ChainId, ChainId)> = is.into_iter().filter_map(same).collect();
    pairs.sort_unstable();
    let rising = pairs.windows(2).all(|pair| pair[0].1 < pair[1].1);
    if rising { pairs.into_iter().collect() } else { Renumbered::default() }
}

/// Two versions of an article, and how their chains correspond.
struct Same<'s, 'a> {
    new: &'s Article<'a>,
    old: &'s Article<'s>,
    chains: &'s Renumbered,
}

impl Same<'_, '_> {
    /// How far a sentence has moved, if all that is known of it is as it was.
    fn sentence(&self, new: usize, old: usize) -> Option<Shift> {
        let (is, was) = (&self.new.known.sentences[new], &self.old.known.sentences[old]);
        let shift = Shift {
            bytes: i64::from(is.span.start) - i64::from(was.span.start),
            sentences: new as i64 - old as i64,
            blocks: i64::from(is.block) - i64::from(was.block),
        };
        let same = is.layout == was.layout
            && self.new.is_topic(new) == self.old.is_topic(old)
            && self.mentions(self.new.mentions_in(new), self.old.mentions_in(old), shift)
            && self.quotations(is.span, was.span, shift)
            && is
                .words
                .iter()
                .all(|word| self.new.often.wear_of_word(&word.lemma) == self.old.often.wear_of_word(&word.lemma))
            && self.times(new, old, shift);
        same.then_some(shift)
    }

    fn mentions(&self, new: &[Mention], old: &[Mention], shift: Shift) -> bool {
        let same = |(is, was): (&Mention, &Mention)| {
            is.kind == was.kind
                && self.is_one(Some(is.chain), Some(was.chain))
                && self.new.often.wear_of_chain(is.chain) == self.old.often.wear_of_chain(was.chain)
                && (is.span, is.head) == (shift.of(was.span), shift.of(was.head))
                && is.role == was.role.map(|role| shift.of(role))
        };
        new.len() == old.len() && zip(new, old).all(same)
    }

    fn times(&self, new: usize, old: usize, shift: Shift) -> bool {
        let (new, old) = (self.new.dates_in(new), self.old.dates_in(old));
        new.len() == old.len() && zip(new, old).all(|(is, was)| is.span == shift.of(was.span) && is.time == was.time)
    }

    fn quotations(&self, new: Span, old: Span, shift: Shift) -> bool {
        let moved = |span: Option<Span>| span.map(|span| shift.of(span));
        let same = |is: &Quotation, was: &Quotation| {
            self.is_one(is.chain, was.chain)
                && *is
                    == Quotation {
                        span: shift.of(was.span),
                        quoted: was.quoted.iter().map(|&span| shift.of(span)).collect(),
                        cue: moved(was.cue),
                        speaker: moved(was.speaker),
                        affiliation: moved(was.affiliation),
                        chain: is.chain,
                        ..was.clone()
                    }
        };
        let (mut new, mut old) =
            (quotations_in(self.new.known.quotations, new), quotations_in(self.old.known.quotations, old));
        loop {
            match (new.next(), old.next()) {
                (None, None) => return true,
                (Some(is), Some(was)) if same(is, was) => {}
                _ => return false,
            }
        }
    }

    fn is_one(&self, new: Option<ChainId>, old: Option<ChainId>) -> bool {
        match (new, old) {
            (None, None) => true,
            (Some(new), Some(old)) => self.chains.get(&old) == Some(&new),
            _ => false,
        }
    }
}
