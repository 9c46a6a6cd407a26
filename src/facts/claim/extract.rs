//! The claims of an article, sentence by sentence.

use std::{collections::HashSet, ops::Range};

use rayon::prelude::*;

use super::{
    Attribution, Claim, Content, age, attribute, called, clause::Clauses, denial, doubt, gist, holding, initiative,
    initiator, kin, manner, office, outline, post, presence, quantity, reason, rebuttal, slot, statement, surety,
    topic, utterance, when,
};
use crate::{
    facts::{
        Chain, ChainId, DateMention, Mention, MentionKind, PlacedSentence, Quotation, QuotationKind, model::around,
    },
    syntax::{BlockKind, Prose},
};

/// How many sentences back "that way" may point.
const REACH: usize = 3;

/// So many sentences are read on one core; fewer are not worth handing to another.
const TOGETHER: usize = 16;

/// The claims of an article, in the order of its sentences. `dates` and `mentions` are those of all sentences, in order.
pub fn claims(
    prose: &Prose,
    sentences: &[PlacedSentence],
    mentions: &[Mention],
    chains: &[Chain],
    dates: &[DateMention],
    quotations: &[Quotation],
) -> Vec<Claim> {
    let named = mentions.iter().filter(|m| m.kind == MentionKind::Name).map(|m| m.chain).collect();
    let told = |number: &usize| !is_note(prose, &sentences[*number]);
    let opening = (0..sentences.len()).filter(told).find(|&number| !sentences[number].heading);
    let article = Article {
        prose,
        sentences,
        mentions,
        chains,
        dates,
        quotations,
        brief: topic::is_brief(prose, sentences),
        opening: opening.unwrap_or(sentences.len()),
        named,
        often: outline::Frequencies::of(sentences, mentions),
    };
    let starts: Vec<usize> = (0..sentences.len()).step_by(TOGETHER).collect();
    let stretches = starts.par_iter().map(|&first| article.claims(first..sentences.len().min(first + TOGETHER)));
    let mut found: Vec<Claim> = stretches.collect::<Vec<_>>().into_iter().flatten().collect();
    called::claims(chains, mentions, &mut found);
    found.sort_by_key(|claim| claim.sentence);
    found
}

/// Whether a sentence stands in a source note, which speaks about the draft and is no account of its own.
fn is_note(prose: &Prose, place: &PlacedSentence) -> bool {
    matches!(prose.blocks[place.block as usize].kind, BlockKind::FootnoteDefinition(_))
}

/// An article as its sentences need it.
struct Article<'a> {
    prose: &'a Prose,
    sentences: &'a [PlacedSentence],
    mentions: &'a [Mention],
    chains: &'a [Chain],
    dates: &'a [DateMention],
    quotations: &'a [Quotation],
    brief: bool,
    /// The first sentence that is no headline.
    opening: usize,
    named: HashSet<ChainId>,
    often: outline::Frequencies<'a>,
}

impl<'a> Article<'a> {
    fn mentions_in(&self, number: usize) -> &'a [Mention] {
        let first = self.mentions.partition_point(|m| (m.sentence as usize) < number);
        let last = self.mentions.partition_point(|m| m.sentence as usize <= number);
        &self.mentions[first..last]
    }

    fn clauses(&self, number: usize) -> Clauses<'a> {
        let first = self.dates.partition_point(|d| (d.sentence as usize) < number);
        let last = self.dates.partition_point(|d| d.sentence as usize <= number);
        Clauses::new(&self.sentences[number], self.prose, self.mentions_in(number), &self.dates[first..last])
    }

    /// The claims of a stretch of sentences.
    fn claims(&self, numbers: Range<usize>) -> Vec<Claim> {
        let told = |number: &usize| !is_note(self.prose, &self.sentences[*number]);
        let mut before: Vec<Clauses> =
            (0..numbers.start).rev().filter(told).take(REACH).map(|number| self.clauses(number)).collect();
        before.reverse();
        let mut found = Vec::new();
        for number in numbers.filter(told) {
            let clauses = self.clauses(number);
            self.read(&clauses, &before, number, &mut found);
            if before.len() == REACH {
                before.remove(0);
            }
            before.push(clauses);
        }
        found
    }

    /// The claims of one sentence. `before` are the sentences before it.
    fn read(&self, clauses: &Clauses, before: &[Clauses], number: usize, found: &mut Vec<Claim>) {
        let (chains, quotations, here, first) = (self.chains, self.quotations, self.mentions_in(number), found.len());
        let (brief, place, at) = (self.brief, &self.sentences[number], number as u32);
        quantity::claims(clauses, at, found);
        holding::claims(clauses, at, found);
        when::claims(clauses, before, at, found);
        age::claims(clauses, at, found);
        statement::claims(clauses, at, found);
        denial::claims(clauses, before, at, found);
        doubt::claims(clauses, at, found);
        surety::claims(clauses, here, chains, quotations, at, found);
        reason::claims(clauses, before, at, found);
        initiative::claims(clauses, at, found);
        initiator::claims(clauses, before, at, found);
        presence::claims(clauses, before, at, found);
        office::claims(clauses, here, at, found);
        post::claims(clauses, here, chains, at, found);
        kin::claims(clauses, here, chains, at, found);
        manner::claims(clauses, before, at, found);
        let told = utterance::Around { before, mentions: here, chains, quotations };
        utterance::claims(clauses, at, &told, found);
        // What a text is about stands in its headline and its first sentence.
        let tells = brief || place.heading || number <= self.opening;
        let unnamed = brief && topic::is_unnamed(clauses, &self.named);
        if tells {
            gist::claims(clauses, brief, unnamed, at, found);
        }
        attribute::claims(clauses, brief, &self.named, at, found);
        rebuttal::claims(clauses, tells, brief, unnamed, at, found);
        outline::claims(clauses, chains, &self.often, at, found);
        let outline = found[first..].last().filter(|claim| matches!(claim.content, Content::Outline(_))).cloned();
        if let Some(outline) = outline {
            slot::claims(clauses, &outline, found);
        }
        for claim in &mut found[first..] {
            // Who is quoted where no reporting clause says so is known already.
            claim.attribution = claim.attribution.take().or_else(|| attribution(claim, quotations));
        }
    }
}

/// Who says so: the speaker of the narrowest quotation that the claim stands in.
fn attribution(claim: &Claim, quotations: &[Quotation]) -> Option<Attribution> {
    around(quotations, claim.span)
        .filter(|q| q.kind != QuotationKind::Phrase && q.span.contains(claim.span))
        .min_by_key(|q| q.span.len())
        .and_then(|q| Some(Attribution { span: q.speaker?, chain: q.chain }))
}
