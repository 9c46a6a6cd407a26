//! The sentence as the grammars of number and time read it: tokens taken apart at hyphens, each with its [`Term`].

use super::{
    term::{Term, term},
    token::{Token, TokenKind},
};
use crate::text::Span;

/// A token, or a part of one between hyphens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Word {
    /// Bytes of the sentence.
    pub span: Span,
    pub kind: TokenKind,
    pub term: Term,
    pub gap: Gap,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gap {
    Blank,
    Nothing,
    /// A hyphen or en dash with no blank on either side.
    Hyphen,
}

/// The words of one sentence. Reading past either end gives blanks, so that patterns need no bounds.
pub(super) struct Words<'a> {
    text: &'a str,
    list: Vec<Word>,
}

/// What stands outside the sentence.
const NONE: Word = Word { span: Span { start: 0, end: 0 }, kind: TokenKind::Mark, term: Term::Other, gap: Gap::Blank };

impl<'a> Words<'a> {
    pub fn new(text: &'a str, tokens: &[Token]) -> Words<'a> {
        let mut words = Words { text, list: Vec::with_capacity(tokens.len() + 8) };
        let mut hyphen = false;
        for (i, token) in tokens.iter().enumerate() {
            let glued = i > 0 && tokens[i - 1].span.end == token.span.start;
            let tied = glued && tokens.get(i + 1).is_some_and(|n| n.span.start == token.span.end);
            if tied && token.kind == TokenKind::Mark && is_hyphen(token.span.of(text)) {
                hyphen = true;
                continue;
            }
            let gap = match (hyphen, glued) {
                (true, _) => Gap::Hyphen,
                (false, true) => Gap::Nothing,
                (false, false) => Gap::Blank,
            };
            hyphen = false;
            words.push(*token, gap);
        }
        words
    }

    /// Adds the token's parts.
    fn push(&mut self, token: Token, mut gap: Gap) {
        let (text, mut start) = (self.text, token.span.start as usize);
        let word = token.span.of(text);
        // Most words have no hyphen; the byte is a cheap way to see that.
        if token.kind == TokenKind::Word && word.bytes().any(|b| matches!(b, b'-' | 0xE2)) {
            for (at, mark) in word.match_indices(['-', '\u{2010}', '\u{2011}']) {
                let end = token.span.start as usize + at;
                if end > start {
                    self.add(Span::new(start, end), token.kind, gap);
                    gap = Gap::Hyphen;
                }
                start = end + mark.len();
            }
        }
        if start < token.span.end as usize {
            self.add(Span::new(start, token.span.end as usize), token.kind, gap);
        }
    }

    fn add(&mut self, span: Span, kind: TokenKind, gap: Gap) {
        let part = span.of(self.text);
        let kind = match kind {
            TokenKind::Word if part.as_bytes()[0].is_ascii_digit() => TokenKind::Number,
            kind => kind,
        };
        let term = match kind {
            TokenKind::Word => term(part),
            _ => Term::Other,
        };
        self.list.push(Word { span, kind, term, gap });
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Word `i`, or a blank where there is none.
    pub fn at(&self, i: usize) -> Word {
        self.list.get(i).copied().unwrap_or(NONE)
    }

    /// The word `back` places before `i`, or a blank.
    pub fn before(&self, i: usize, back: usize) -> Word {
        i.checked_sub(back).map_or(NONE, |j| self.at(j))
    }

    /// The letters of word `i`.
    pub fn text(&self, i: usize) -> &'a str {
        self.at(i).span.of(self.text)
    }

    pub fn term(&self, i: usize) -> Term {
        self.at(i).term
    }

    /// Whether word `i` is `word`, in any case of its letters.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.text(i).eq_ignore_ascii_case(word)
    }

    /// Whether word `i` is one of `words`.
    pub fn is_any(&self, i: usize, words: &[&str]) -> bool {
        let text = self.text(i);
        words.iter().any(|w| text.eq_ignore_ascii_case(w))
    }

    /// Whether the word before word `i` is one of `words`.
    pub fn follows(&self, i: usize, words: &[&str]) -> bool {
        i > 0 && self.is_any(i - 1, words)
    }

    /// Whether the words from `i` on are those of `phrase`, which are parted by blanks.
    pub fn starts_with(&self, i: usize, phrase: &str) -> Option<usize> {
        let mut at = i;
        for word in phrase.split(' ') {
            if !self.is(at, word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// Where the words of `phrase` begin, when they are the last ones before `i`.
    pub fn ends_with(&self, i: usize, phrase: &str) -> Option<usize> {
        // Most phrases that are tried fail on their last letter.
        let letter = self.text(i.checked_sub(1)?).bytes().next_back()?;
        if !phrase.bytes().next_back().is_some_and(|b| b.eq_ignore_ascii_case(&letter)) {
            return None;
        }
        let mut at = i;
        for word in phrase.rsplit(' ') {
            at = at.checked_sub(1)?;
            if !self.is(at, word) {
                return None;
            }
        }
        Some(at)
    }

    pub fn is_word(&self, i: usize) -> bool {
        self.at(i).kind == TokenKind::Word
    }

    pub fn is_number(&self, i: usize) -> bool {
        self.at(i).kind == TokenKind::Number
    }

    /// Whether word `i` begins with a capital letter.
    pub fn is_capital(&self, i: usize) -> bool {
        self.is_word(i) && self.text(i).starts_with(char::is_uppercase)
    }

    /// The bytes of the words `i..j`; `i < j`.
    pub fn span(&self, i: usize, j: usize) -> Span {
        self.at(i).span.cover(self.at(j.max(i + 1) - 1).span)
    }

    /// Whether word `i` stands at the start of the sentence or of a quotation in it.
    pub fn is_first(&self, i: usize) -> bool {
        i == 0
            || self.before(i, 1).kind == TokenKind::Quote
            || matches!(self.text(i - 1), ":" | "." | "--" | "—" | "-" | "–" | "•" | "(")
    }
}

fn is_hyphen(mark: &str) -> bool {
    matches!(mark, "-" | "\u{2010}" | "\u{2011}" | "\u{2013}")
}
