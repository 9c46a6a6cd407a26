//! What a sentence tells beside what a claim compares: by that another account of the same occasion is recognised.

use std::{ops::Range, sync::Arc};

use smol_str::SmolStr;

use super::{Part, Party, Word, clause::Clauses};

/// The words of the sentence that say something, but those in `but`.
pub fn words_but(clauses: &Clauses, but: &[Range<usize>]) -> Arc<[Word]> {
    let within = |word: &&Word| !but.iter().any(|range| range.contains(&(word.token as usize)));
    clauses.place.words.iter().filter(within).cloned().collect()
}

/// The words of the sentence in `range` that say something.
pub fn words_in(clauses: &Clauses, range: Range<usize>) -> Arc<[Word]> {
    clauses.place.words.iter().filter(|word| range.contains(&(word.token as usize))).cloned().collect()
}

/// The preposition that stands for being spoken of in the same sentence.
pub const NEAR: &str = "near";

/// Everybody and everything known that the sentence speaks of, once each.
pub fn near(clauses: &Clauses) -> impl Iterator<Item = Party> {
    let mut chains: Vec<_> = clauses.everybody().collect();
    chains.sort_unstable();
    chains.dedup();
    let party = |chain| Party { part: Part::Oblique(NEAR.into()), noun: SmolStr::default(), chain: Some(chain) };
    chains.into_iter().map(party)
}

/// Whether token `i` is one of these words, whatever its case.
pub fn is(clauses: &Clauses, i: usize, words: &[&str]) -> bool {
    clauses.sentence().is_any(i, words)
}
