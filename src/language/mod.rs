//! What one sentence says on its own: tokens, lexicon, numbers, dates. A pure function of the sentence's text, so it
//! is worked out once per sentence and kept.

mod sentence;
mod token;

pub use sentence::sentences;
pub use token::{Token, TokenKind, is_abbreviation, is_quote, tokenize};

/// A sentence and everything that can be read off it without its neighbours. Spans are bytes of `text`.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    pub text: Box<str>,
    pub tokens: Vec<Token>,
}

impl Sentence {
    /// Analyses one sentence. Any text will do; nothing is assumed about it.
    pub fn new(text: &str) -> Sentence {
        Sentence { text: text.into(), tokens: tokenize(text) }
    }

    /// The words of token `i`.
    pub fn word(&self, i: usize) -> &str {
        self.tokens[i].span.of(&self.text)
    }
}
