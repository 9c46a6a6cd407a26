//! On what occasion words are said: what a sentence tells beside a quotation, "told reporters in Lindow after the vote".

use std::sync::Arc;

use smol_str::SmolStr;

use super::{clause::Clauses, utterance::Around};
use crate::{
    facts::{ChainId, Quotation, date::ResolvedTime},
    language::{
        lexicon,
        model::{Relation, Upos},
    },
    text::Span,
};

/// When, where, to whom and about what something is said, as far as it is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Occasion {
    /// The content words beside the quotation, but for those that name and describe the speaker.
    pub words: Arc<[SmolStr]>,
    /// The same, and those of the sentence before.
    pub near: Arc<[SmolStr]>,
    /// Before or after something that the sentence tells of.
    pub phase: Option<Phase>,
    /// It is told as another occasion than one told of before, or the words as said before.
    pub another: bool,
}

/// Which side of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Before,
    After,
}

const BEFORE: &[&str] = &["ahead", "before", "beginning", "eve", "start"];
const AFTER: &[&str] = &["after", "end", "over", "since"];
const ANOTHER: &[&str] = &[
    "again",
    "ago",
    "also",
    "another",
    "earlier",
    "echo",
    "echoed",
    "echoing",
    "following",
    "later",
    "next",
    "previous",
    "previously",
    "repeated",
    "repeating",
    "same",
    "too",
];

/// The occasion on which `speaker` says what a sentence quotes.
pub fn of(clauses: &Clauses, speaker: Option<ChainId>, around: &Around) -> Occasion {
    let told = told(clauses, speaker, around.quotations);
    let has = |list: &[&str]| beside(clauses, around.quotations).any(|i| list.contains(&lower(clauses, i).as_str()));
    let words: Arc<[SmolStr]> = told.into();
    let before = around.before.last().filter(|b| b.place.block == clauses.place.block);
    let before = before.map(|before| self::told(before, speaker, around.quotations)).unwrap_or_default();
    let near = words.iter().cloned().chain(before).collect();
    let phase = match (has(BEFORE), has(AFTER)) {
        (true, false) => Some(Phase::Before),
        (false, true) => Some(Phase::After),
        _ => None,
    };
    Occasion { words, near, phase, another: has(ANOTHER) }
}

/// The times beside the quotations of a sentence.
pub fn times(clauses: &Clauses, quotations: &[Quotation]) -> Vec<ResolvedTime> {
    let quoted = quoted(quotations, clauses.place.span);
    let beside = |span: Span| !quoted.iter().any(|stretch| stretch.contains(span));
    let times = clauses.times.iter().map(|date| &date.time).filter(|time| time.expression.is_point());
    times.filter(|time| beside(clauses.source(time.expression.span))).cloned().collect()
}

/// The quotations that reach into a span. `quotations` are all of the article, in order.
pub fn quotations_in(quotations: &[Quotation], span: Span) -> impl Iterator<Item = &Quotation> {
    let first = quotations.partition_point(|q| q.span.end <= span.start);
    quotations[first..].iter().take_while(move |q| q.span.start < span.end)
}

fn quoted(quotations: &[Quotation], sentence: Span) -> Vec<Span> {
    quotations_in(quotations, sentence).flat_map(|q| q.quoted.iter().copied()).collect()
}

/// The tokens of a sentence that stand in no quotation marks.
pub fn beside<'a>(clauses: &'a Clauses, quotations: &[Quotation]) -> impl Iterator<Item = usize> + 'a {
    let quoted = quoted(quotations, clauses.place.span);
    let free = move |&i: &usize| !quoted.iter().any(|stretch| stretch.contains(clauses.span(i, i)));
    (0..clauses.sentence().tokens.len()).filter(free)
}

fn lower(clauses: &Clauses, i: usize) -> SmolStr {
    clauses.sentence().lower(i)
}

/// The content words beside the quotations, each once: no times, nothing of the speaker, no verbs of speech.
fn told(clauses: &Clauses, speaker: Option<ChainId>, quotations: &[Quotation]) -> Vec<SmolStr> {
    let sentence = clauses.sentence();
    let speaking = description(clauses, speaker);
    let timed: Vec<(usize, usize)> =
        clauses.times.iter().filter_map(|date| clauses.tokens_in(date.time.expression.span)).collect();
    let mut words: Vec<SmolStr> = Vec::new();
    for i in beside(clauses, quotations) {
        let speech = sentence.parse.node(i).upos == Upos::Verb && !lexicon::stances(&lower(clauses, i)).is_empty();
        let time = timed.iter().any(|&(first, last)| (first..=last).contains(&i));
        if speech || time || speaking.contains(&i) {
            continue;
        }
        for (_, word) in clauses.place.content_at(i) {
            if !words.contains(word) {
                words.push(word.clone());
            }
        }
    }
    words
}

/// The tokens that name and describe the speaker: "the chairman of the mill, Ann Lee".
fn description(clauses: &Clauses, speaker: Option<ChainId>) -> Vec<usize> {
    let parse = &clauses.sentence().parse;
    let of = |i: usize| speaker.is_some() && clauses.chain(i) == speaker;
    let mut found = Vec::new();
    for i in (0..clauses.sentence().tokens.len()).filter(|&i| of(i)) {
        found.extend(parse.subtree(described_by(clauses, i)));
    }
    found
}

/// The head of the noun phrase that a name is part of or in apposition to.
pub fn described_by(clauses: &Clauses, name: usize) -> usize {
    let parse = &clauses.sentence().parse;
    let names = |i: usize| {
        let naming = [Relation::Appos, Relation::Flat, Relation::Compound, Relation::NmodDesc];
        parse.head(i).filter(|_| naming.contains(&parse.node(i).relation))
    };
    std::iter::successors(Some(name), |&i| names(i)).last().unwrap_or(name)
}
