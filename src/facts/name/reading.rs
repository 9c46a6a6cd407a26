//! What the finder of names sees in one sentence on its own: a pure function of its words, kept from edit to edit.

use super::{
    candidate::{Candidate, candidates},
    inner::{Inner, inner},
    word::{Word, words},
};
use crate::language::{Sentence, TokenKind};

/// The words of a sentence and the candidates for names among them.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    pub words: Vec<Word>,
    pub candidates: Vec<Candidate>,
    /// Names within names and words.
    pub inner: Vec<Inner>,
    /// Capitals prove nothing in the whole sentence: a headline with every word capitalised, or all in capitals.
    pub headline: bool,
}

impl Reading {
    /// Reads a sentence; `heading` when it stands in one.
    pub fn new(sentence: &Sentence, heading: bool) -> Reading {
        let words = words(sentence);
        let headline = is_headline(&words, heading);
        let mut candidates = if headline { Vec::new() } else { candidates(&words) };
        for candidate in &mut candidates {
            for tagged in sentence.parse.names().filter(|n| n.tokens.end == candidate.name.end) {
                candidate.evidence.tagged(tagged.kind, tagged.margin);
            }
        }
        let inner = inner(&words, &candidates);
        Reading { words, candidates, inner, headline }
    }
}

/// Whether capitals prove nothing: nearly every longer word has one, or all letters are capitals.
fn is_headline(words: &[Word], heading: bool) -> bool {
    let ordinary = || words.iter().filter(|w| w.kind == TokenKind::Word && w.text.len() > 3);
    let capitals = ordinary().filter(|w| w.capital).count();
    let common = ordinary().filter(|w| w.capital && w.common && !w.initial).count();
    let all = ordinary().count();
    if heading {
        all > 0 && capitals * 10 >= all * 8 && common > 0
    } else {
        // "Ann Lee is Mayor of Halvik." is a sentence.
        let ends = words.iter().rev().find(|w| w.kind != TokenKind::Quote).is_some_and(|w| w.text == ".");
        let shouted = || ordinary().all(|w| w.shouted);
        all > 3 && capitals == all && common * 2 > all && (!ends || shouted())
    }
}
