//! Rebuttals: that a report is not so, or that somebody says it is not. "Mill owner denies closure plans", "The rumour of her
//! death is untrue", "The merger never happened", "Calder not charged".

mod denial;
mod negation;
mod untrue;

use std::{ops::Range, sync::Arc};

use smol_str::SmolStr;

use super::{
    Claim, Content,
    clause::Clauses,
    gist::{event, is_negator},
    predication::Predication,
};
use crate::language::{Sentence, TokenKind};
use denial::denial;
pub(super) use negation::negating;
use negation::negation;
use untrue::untrue;

/// What is said not to be so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rebuttal {
    /// The content words of it, each once.
    pub denied: Arc<[SmolStr]>,
    /// The content words of who says so, or of the subject where the sentence merely negates.
    pub by: Arc<[SmolStr]>,
    /// The word that is negated, where the sentence merely negates; none where a report is denied.
    pub head: Option<SmolStr>,
    /// The subject is a pronoun or a description that nothing in the article explains.
    pub unnamed: bool,
    /// The whole text has a few sentences only.
    pub brief: bool,
}

/// How many tokens in front of a colon may name a speaker.
const LONGEST_SPEAKER: usize = 5;

/// A stretch of a sentence that rebuts something, whatever stands around the sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Rebutting {
    rebuttal: Rebuttal,
    /// The tokens that say so.
    tokens: Range<usize>,
}

/// The rebuttals of a sentence. `negations` tells whether plain negations count: in a headline, a first sentence and a text
/// of a few sentences they tell what the text is about.
pub fn claims(clauses: &Clauses, negations: bool, brief: bool, unnamed: bool, number: u32, found: &mut Vec<Claim>) {
    let counts = |rebutting: &&Rebutting| negations || rebutting.rebuttal.head.is_none();
    for Rebutting { rebuttal, tokens } in clauses.place.rebuttals.iter().filter(counts) {
        let unnamed = unnamed && rebuttal.head.is_some();
        found.push(Claim {
            span: clauses.span(tokens.start, tokens.end - 1),
            sentence: number,
            event: event("rebut", true),
            content: Content::Rebuttal(Rebuttal { unnamed, brief, ..rebuttal.clone() }),
            attribution: None,
            times: Vec::new(),
        });
    }
}

/// What a sentence rebuts, read on its own.
pub fn rebuttals(sentence: &Sentence, predications: &[Predication]) -> Vec<Rebutting> {
    let segments = segments(sentence);
    let rebut = |(number, segment): (usize, &Range<usize>)| {
        // "Calder: The merger never happened"
        let speaker = number.checked_sub(1).map(|n| segments[n].clone());
        let speaker = speaker.filter(|s| s.len() <= LONGEST_SPEAKER && sentence.word(s.end) == ":").unwrap_or_default();
        let (rebuttal, tokens) = denial(sentence, segment.clone())
            .or_else(|| untrue(sentence, segment.clone(), speaker))
            .or_else(|| negation(sentence, predications, segment.clone()))?;
        (!rebuttal.denied.is_empty() && !tokens.is_empty()).then_some(Rebutting { rebuttal, tokens })
    };
    segments.iter().enumerate().filter_map(rebut).collect()
}

/// The stretches of a sentence between colons, semicolons, dashes and quotation marks.
fn segments(sentence: &Sentence) -> Vec<Range<usize>> {
    let parts = |i: usize| {
        let token = &sentence.tokens[i];
        let word = sentence.word(i);
        token.kind == TokenKind::Quote && word != "'" && word != "’"
            || token.kind == TokenKind::Mark
                && matches!(word, ":" | ";" | "-" | "–" | "—" | "--" | "?" | "!" | "(" | ")")
    };
    let mut found = Vec::new();
    let mut start = 0;
    for i in 0..=sentence.tokens.len() {
        if i == sentence.tokens.len() || parts(i) {
            if i > start {
                found.push(start..i);
            }
            start = i + 1;
        }
    }
    found
}

fn lower(sentence: &Sentence, i: usize) -> SmolStr {
    sentence.lower(i)
}

fn is_comma(sentence: &Sentence, i: usize) -> bool {
    sentence.word(i) == ","
}

fn is_be(lower: &str) -> bool {
    matches!(lower, "is" | "are" | "was" | "were" | "'s" | "’s" | "be" | "been" | "being" | "'re" | "’re")
}

fn negated_before(sentence: &Sentence, range: Range<usize>) -> bool {
    range.into_iter().any(|i| is_negator(&lower(sentence, i)) || lower(sentence, i) == "cannot")
}
