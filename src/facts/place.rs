//! The sentences of an article, each with its place, taken over from an earlier version where the words are the same.

use std::{collections::HashMap, sync::Arc};

use super::{Facts, PlacedSentence};
use crate::{
    language::{Sentence, sentences},
    syntax::{BlockKind, Prose},
    text::Span,
};

/// All sentences of the prose, in order.
pub fn place(prose: &Prose, previous: Option<&Facts>) -> Vec<PlacedSentence> {
    let known: HashMap<&str, &Arc<Sentence>> =
        previous.into_iter().flat_map(|p| &p.sentences).map(|s| (&*s.sentence.text, &s.sentence)).collect();
    let mut placed = Vec::new();
    for (number, block) in prose.blocks.iter().enumerate() {
        for span in sentences(&block.text) {
            let text = span.of(&block.text);
            let sentence = known.get(text).map_or_else(|| Arc::new(Sentence::new(text)), |s| Arc::clone(s));
            placed.push(PlacedSentence {
                block: number as u32,
                offset: span.start,
                span: block.map.to_source(span),
                heading: matches!(block.kind, BlockKind::Heading(_)),
                sentence,
            });
        }
    }
    placed
}

impl PlacedSentence {
    /// The place in the file of bytes of the sentence.
    pub fn to_source(&self, prose: &Prose, within: Span) -> Span {
        prose.blocks[self.block as usize].map.to_source(within.shift(self.offset as usize))
    }
}
