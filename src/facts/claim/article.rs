//! An article as its claims are read: what is known of it before, and what of it counts for every sentence.

use std::collections::HashSet;

use super::{outline::Frequencies, topic};
use crate::facts::{Chain, ChainId, DateMention, Mention, MentionKind, PlacedSentence, Quotation};

/// What is known of an article before its claims are. Dates, mentions and quotations are in the order of the sentences.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub sentences: &'a [PlacedSentence],
    pub mentions: &'a [Mention],
    pub chains: &'a [Chain],
    pub dates: &'a [DateMention],
    pub quotations: &'a [Quotation],
}

/// An article with what its sentences need of the whole.
pub struct Article<'a> {
    pub known: Known<'a>,
    /// It has so few sentences that all of them are about one thing.
    pub brief: bool,
    /// The first sentence that is no headline.
    opening: usize,
    /// Those who have a name.
    pub named: HashSet<ChainId>,
    pub often: Frequencies<'a>,
}

impl<'a> Article<'a> {
    pub fn new(known: Known<'a>) -> Article<'a> {
        let Known { sentences, mentions, .. } = known;
        let opening = sentences.iter().position(|sentence| !sentence.note && !sentence.heading);
        Article {
            known,
            brief: topic::is_brief(sentences),
            opening: opening.unwrap_or(sentences.len()),
            named: mentions.iter().filter(|m| m.kind == MentionKind::Name).map(|m| m.chain).collect(),
            often: Frequencies::of(sentences, mentions),
        }
    }

    /// The mentions of a sentence.
    pub fn mentions_in(&self, number: usize) -> &'a [Mention] {
        let mentions = self.known.mentions;
        let first = mentions.partition_point(|m| (m.sentence as usize) < number);
        &mentions[first..first + mentions[first..].partition_point(|m| m.sentence as usize == number)]
    }

    /// The times of a sentence.
    pub fn dates_in(&self, number: usize) -> &'a [DateMention] {
        let dates = self.known.dates;
        let first = dates.partition_point(|d| (d.sentence as usize) < number);
        &dates[first..first + dates[first..].partition_point(|d| d.sentence as usize == number)]
    }

    /// Whether a sentence tells what the article is about: a headline, or the first sentence.
    pub fn is_topic(&self, number: usize) -> bool {
        self.brief || self.known.sentences[number].heading || number <= self.opening
    }
}
