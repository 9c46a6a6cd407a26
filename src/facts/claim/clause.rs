//! A sentence as claims are read from it: its predications, who its words refer to, the times in it.

use smol_str::SmolStr;

use super::{
    Event, Part, Party,
    predication::{Predication, Role},
};
use crate::{
    facts::{ChainId, DateMention, Mention, PlacedSentence, date::ResolvedTime},
    language::{
        Sentence,
        lexicon::{self, Pos},
        model::{Relation, Upos},
    },
    syntax::Prose,
    text::Span,
};

/// A sentence with all that claims need.
pub struct Clauses<'a> {
    pub place: &'a PlacedSentence,
    pub prose: &'a Prose,
    pub predications: &'a [Predication],
    /// Its times, in order.
    pub times: &'a [DateMention],
    /// Who each token refers to.
    chains: Vec<Option<ChainId>>,
}

impl<'a> Clauses<'a> {
    /// `mentions` are those of the sentence.
    pub fn new(
        place: &'a PlacedSentence,
        prose: &'a Prose,
        mentions: &[Mention],
        times: &'a [DateMention],
    ) -> Clauses<'a> {
        let sentence = &place.sentence;
        let mut chains = vec![None; sentence.tokens.len()];
        // The narrowest mention wins: they are written from the widest down.
        let mut by_width: Vec<&Mention> = mentions.iter().collect();
        by_width.sort_by_key(|m| std::cmp::Reverse(m.head.len()));
        if !by_width.is_empty() {
            let spans: Vec<Span> = sentence.tokens.iter().map(|t| place.to_source(prose, t.span)).collect();
            for mention in by_width {
                let first = spans.partition_point(|s| s.end <= mention.head.start);
                let last = spans.partition_point(|s| s.start < mention.head.end);
                chains[first..last.max(first)].fill(Some(mention.chain));
            }
        }
        Clauses { place, prose, predications: &place.predications, times, chains }
    }

    pub fn sentence(&self) -> &'a Sentence {
        &self.place.sentence
    }

    /// Who token `i` refers to.
    pub fn chain(&self, i: usize) -> Option<ChainId> {
        self.chains[i]
    }

    /// The lemma of token `i` as a noun, or its lower-case form.
    pub fn noun(&self, i: usize) -> SmolStr {
        let lower = self.sentence().word(i).to_lowercase();
        lexicon::lemma(&lower, Pos::Noun).unwrap_or_else(|| lower.into())
    }

    /// The place in the file of tokens `from` to `to`, both included.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let tokens = &self.sentence().tokens;
        self.place.to_source(self.prose, tokens[from].span.cover(tokens[to].span))
    }

    /// The place in the file of bytes of the sentence.
    pub fn source(&self, within: Span) -> Span {
        self.place.to_source(self.prose, within)
    }

    /// The tokens that lie in a span of the sentence: first and last.
    pub fn tokens_in(&self, within: Span) -> Option<(usize, usize)> {
        let tokens = &self.sentence().tokens;
        let first = tokens.partition_point(|t| t.span.end <= within.start);
        let end = tokens.partition_point(|t| t.span.start < within.end);
        (first < end).then(|| (first, end - 1))
    }

    /// The predication that a span of the sentence belongs to, and the token of the span that hangs on the rest.
    pub fn governing(&self, within: Span) -> Option<(&'a Predication, usize)> {
        let parse = &self.sentence().parse;
        let (first, last) = self.tokens_in(within)?;
        let inside = |i: usize| (first..=last).contains(&i);
        let root = (first..=last).find(|&i| parse.head(i).is_none_or(|h| !inside(h)))?;
        let found = parse.path(root).find_map(|i| self.predications.iter().find(|p| p.head == i))?;
        Some((found, root))
    }

    /// The child of the predicate on the way down to token `i`: the participant that `i` is in.
    pub fn argument(&self, predicate: usize, i: usize) -> usize {
        self.sentence().parse.path(i).take_while(|&j| j != predicate).last().unwrap_or(i)
    }

    /// The times of a predication.
    pub fn times_of(&self, predication: &Predication) -> Vec<ResolvedTime> {
        let own = |t: &&ResolvedTime| {
            t.expression.is_point()
                && self.governing(t.expression.span).is_some_and(|(p, _)| p.head == predication.head)
        };
        self.times.iter().map(|d| &d.time).filter(own).cloned().collect()
    }

    /// The predicate that completes this one.
    fn complement(&self, predication: &Predication) -> Option<SmolStr> {
        let parse = &self.sentence().parse;
        let completes = |c: &usize| matches!(parse.node(*c).relation, Relation::Ccomp | Relation::Xcomp);
        let verb = parse.children(predication.head).find(completes)?;
        let lower = self.sentence().word(verb).to_lowercase();
        Some(lexicon::lemma(&lower, Pos::Verb).unwrap_or_else(|| lower.into()))
    }

    /// A predication with its words made comparable.
    pub fn event(&self, predication: &Predication) -> Event {
        let lower = self.sentence().word(predication.head).to_lowercase();
        let pos = match self.sentence().parse.node(predication.head).upos {
            Upos::Verb => Pos::Verb,
            Upos::Adj => Pos::Adjective,
            _ => Pos::Noun,
        };
        let part = |role: Role| match role {
            Role::Agent => Part::Agent,
            Role::Patient => Part::Patient,
            Role::Recipient => Part::Recipient,
            Role::Oblique(case) => Part::Oblique(self.sentence().word(case).to_lowercase().into()),
        };
        Event {
            predicate: lexicon::lemma(&lower, pos).unwrap_or_else(|| lower.as_str().into()),
            negated: predication.negated,
            mood: predication.mood,
            complement: self.complement(predication),
            parties: predication
                .participants
                .iter()
                .map(|p| Party { part: part(p.role), noun: self.noun(p.head), chain: self.chain(p.head) })
                .collect(),
        }
    }
}
