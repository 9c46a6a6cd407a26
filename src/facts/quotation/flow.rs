//! The article as one run of tokens, with the stretches in quotation marks laid over it.

use std::ops::Range;

use super::{
    cue::Frame,
    marks::{self, Marked},
};
use crate::{
    facts::model::PlacedSentence,
    language::{
        Parse, TokenKind, is_quote,
        model::{Node, Relation},
    },
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
    pub index: u32,
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
                    index: i as u32,
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

    /// What the models say about the token.
    pub fn node(&self, at: usize) -> &'a Node {
        self.parse(at).node(self.words[at].index as usize)
    }

    /// What the token takes as a verb that reports.
    pub fn frame(&self, at: usize) -> Frame {
        self.sentences[self.words[at].sentence as usize].frames[self.words[at].index as usize]
    }

    /// The token that this one depends on. Trees end with their sentence.
    pub fn head(&self, at: usize) -> Option<usize> {
        let head = self.parse(at).head(self.words[at].index as usize)?;
        Some(self.base(at) + head)
    }

    /// The dependents of the token, in order.
    pub fn children(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> + use<'a> {
        let base = self.base(at);
        self.parse(at).children(self.words[at].index as usize).map(move |c| base + c)
    }

    /// The first dependent with a relation that `wanted` accepts.
    pub fn child(&self, at: usize, wanted: impl Fn(Relation) -> bool) -> Option<usize> {
        self.children(at).find(|&c| wanted(self.node(c).relation))
    }

    /// The tokens that depend on this one, directly or not, itself included.
    pub fn subtree(&self, at: usize) -> Range<usize> {
        let base = self.base(at);
        let tokens = self.parse(at).subtree(self.words[at].index as usize);
        base + tokens.start..base + tokens.end
    }

    fn parse(&self, at: usize) -> &'a Parse {
        &self.sentences[self.words[at].sentence as usize].sentence.parse
    }

    /// The first token of the token's sentence.
    fn base(&self, at: usize) -> usize {
        at - self.words[at].index as usize
    }

    /// The tokens of the block.
    pub fn block(&self, block: usize) -> Range<usize> {
        match &self.blocks[block][..] {
            [] => 0..0,
            [first, .., last] => first.start..last.end,
            [only] => only.clone(),
        }
    }

    /// The index of the block that holds the token.
    pub fn block_of(&self, at: usize) -> usize {
        self.sentences[self.words[at].sentence as usize].block as usize
    }

    /// The index among the periods of its block of the period that starts at `at` or holds it.
    fn period_index(&self, at: usize) -> usize {
        self.blocks[self.block_of(at)].partition_point(|p| p.end <= at)
    }

    /// The period that holds the token.
    pub fn period(&self, at: usize) -> &Period {
        &self.blocks[self.block_of(at)][self.period_index(at)]
    }

    /// The period before the one that holds the token, in its block or else in the nearest one before.
    pub fn period_before(&self, at: usize) -> Option<Period> {
        let block = self.block_of(at);
        match self.period_index(at) {
            0 => self.blocks[..block].iter().rev().find_map(|b| b.last()).cloned(),
            i => self.blocks[block].get(i - 1).cloned(),
        }
    }

    /// The outermost stretch in quotation marks that holds the token.
    pub fn stretch(&self, at: usize) -> Option<&Stretch> {
        self.words.get(at)?.quoted.map(|id| &self.stretches[id as usize])
    }

    /// The words of a stretch, without blanks and quotation marks at its end.
    pub fn inner(&self, stretch: &Stretch) -> &'a str {
        let text = stretch.marked.inner.of(&self.prose.blocks[stretch.block].text);
        text.trim_start().trim_end_matches(|c: char| c.is_whitespace() || is_quote(c))
    }

    /// Whether the token is this word or mark.
    pub fn is(&self, at: usize, text: &str) -> bool {
        self.words.get(at).is_some_and(|w| w.text == text)
    }
}
