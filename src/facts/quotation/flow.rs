//! The article as one run of tokens, with the stretches in quotation marks laid over it.

use std::ops::Range;

use super::marks::{self, Marked};
use crate::{
    facts::model::PlacedSentence,
    language::TokenKind,
    syntax::{BlockKind, Prose},
    text::Span,
};

/// A token in the run. Neighbours are read by index, across sentences: a quotation may hold several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub text: &'a str,
    /// Bytes of the block's text.
    pub span: Span,
    pub kind: TokenKind,
    /// Index of the sentence, and of the token in it.
    pub sentence: u32,
    /// The outermost stretch in quotation marks that holds the token.
    pub quoted: Option<u32>,
}

/// An outermost stretch in quotation marks, as tokens.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// Marks included; never empty.
    pub words: Range<usize>,
    pub block: usize,
    pub marked: Marked,
}

/// A sentence, or several where quotation marks run across their borders.
pub(super) type Period = Range<usize>;

pub(super) struct Flow<'a> {
    pub prose: &'a Prose,
    pub sentences: &'a [PlacedSentence],
    pub words: Vec<Word<'a>>,
    pub stretches: Vec<Stretch>,
    /// For each block, its periods, which together are all of its tokens.
    pub blocks: Vec<Vec<Period>>,
}

impl<'a> Flow<'a> {
    pub fn new(prose: &'a Prose, sentences: &'a [PlacedSentence]) -> Flow<'a> {
        let mut flow = Flow { prose, sentences, words: Vec::new(), stretches: Vec::new(), blocks: Vec::new() };
        let mut rest = sentences.iter().enumerate().peekable();
        let mut left_open = false;
        for (block, b) in prose.blocks.iter().enumerate() {
            let first = flow.words.len();
            while let Some((s, placed)) = rest.next_if(|(_, p)| p.block as usize <= block) {
                let words = placed.sentence.tokens.iter().enumerate();
                flow.words.extend(words.map(|(i, token)| Word {
                    text: placed.sentence.word(i),
                    span: token.span.shift(placed.offset as usize),
                    kind: token.kind,
                    sentence: s as u32,
                    quoted: None,
                }));
            }
            let continues = left_open && !matches!(b.kind, BlockKind::Heading(_));
            left_open = flow.add_stretches(block, first, continues);
            let periods = flow.periods(first);
            flow.blocks.push(periods);
        }
        flow
    }

    /// Lays the stretches of a block over its tokens, from `first` on. Whether the last is left open.
    fn add_stretches(&mut self, block: usize, first: usize, left_open: bool) -> bool {
        let found = marks::stretches(&self.prose.blocks[block].text, left_open);
        let mut last_open = false;
        for marked in found.into_iter().filter(|m| m.depth == 0) {
            let words = &self.words[first..];
            let start = words.partition_point(|w| w.span.end <= marked.span.start);
            let end = words.partition_point(|w| w.span.start < marked.span.end);
            last_open = !marked.closed;
            if start < end {
                let id = self.stretches.len() as u32;
                let words = first + start..first + end;
                for word in &mut self.words[words.clone()] {
                    word.quoted = Some(id);
                }
                self.stretches.push(Stretch { words, block, marked });
            }
        }
        last_open
    }

    /// Cuts the tokens from `first` on where a sentence ends outside quotation marks.
    fn periods(&self, first: usize) -> Vec<Period> {
        let mut out = Vec::new();
        let mut start = first;
        for i in first..self.words.len() {
            let ends = match self.words.get(i + 1) {
                None => true,
                Some(next) => {
                    let word = &self.words[i];
                    next.sentence != word.sentence && (word.quoted.is_none() || word.quoted != next.quoted)
                }
            };
            if ends {
                out.push(start..i + 1);
                start = i + 1;
            }
        }
        out
    }

    /// The bytes of the file that a non-empty run of tokens of one block takes.
    pub fn source(&self, words: Range<usize>) -> Span {
        let (first, last) = (&self.words[words.start], &self.words[words.end - 1]);
        let block = self.sentences[first.sentence as usize].block as usize;
        self.prose.blocks[block].map.to_source(first.span.cover(last.span))
    }

    /// Whether the token is this punctuation mark.
    pub fn is(&self, at: usize, mark: &str) -> bool {
        self.words.get(at).is_some_and(|w| w.text == mark)
    }
}
