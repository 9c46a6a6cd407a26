//! What one sentence says on its own: tokens, lexicon, numbers, dates. A pure function of the sentence's text, so it
//! is worked out once per sentence and kept.

use smol_str::SmolStr;

pub mod lexicon;
pub mod model;
pub mod number;
mod relation;
mod sentence;
mod term;
pub mod time;
mod token;
mod words;

pub use model::Parse;
pub use number::Quantity;
pub use relation::{Relation, Slack};
pub use sentence::sentences;
pub use time::TimeExpression;
pub use token::{Token, TokenKind, is_abbreviation, is_quote, tokenize};

/// A sentence and everything that can be read off it without its neighbours. Spans are bytes of `text`.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    pub text: Box<str>,
    pub tokens: Vec<Token>,
    /// The words in lower case, token by token.
    lower: Box<[SmolStr]>,
    /// Parts of speech, dependencies and names, token by token.
    pub parse: Parse,
    /// In order, without overlaps.
    pub quantities: Vec<Quantity>,
    /// In order, without overlaps. Dates and clock times hold no quantities; durations may be both.
    pub times: Vec<TimeExpression>,
}

impl Sentence {
    /// Analyses one sentence. Any text will do; nothing is assumed about it.
    pub fn new(text: &str) -> Sentence {
        let tokens = tokenize(text);
        let parse = model::analyse(text, &tokens);
        let words = words::Words::new(text, &tokens);
        let times = time::expressions(&words);
        let taken: Vec<_> = times.iter().filter(|t| t.is_point()).map(|t| t.span).collect();
        let quantities = number::quantities(&words, &taken);
        let lower = tokens.iter().map(|token| lower_case(token.span.of(text))).collect();
        Sentence { text: text.into(), tokens, lower, parse, quantities, times }
    }

    /// The words of token `i`.
    pub fn word(&self, i: usize) -> &str {
        self.tokens[i].span.of(&self.text)
    }

    /// The words of token `i` in lower case.
    pub fn lower(&self, i: usize) -> SmolStr {
        self.lower[i].clone()
    }

    /// Whether token `i` is one of these words, which are given in lower case.
    pub fn is_any(&self, i: usize, words: &[&str]) -> bool {
        self.lower.get(i).is_some_and(|lower| words.contains(&lower.as_str()))
    }
}

/// A word in lower case, without a copy of most words that are so.
fn lower_case(word: &str) -> SmolStr {
    let is_lower = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if is_lower { word.into() } else { word.to_lowercase().into() }
}
