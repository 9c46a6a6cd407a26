//! The sentences of an article, each with its place, taken over from an earlier version where the words are the same.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{
    Facts, PlacedSentence,
    claim::{predications, rebuttals, words},
    discourse::phrases,
    name::Reading,
    quotation::frames,
};
use crate::{
    annotation::fingerprint,
    language::{Sentence, sentences},
    syntax::{BlockKind, Prose},
    text::Span,
};

/// All sentences of the prose, in order.
pub fn place(prose: &Prose, previous: Option<&Facts>) -> Vec<PlacedSentence> {
    // Whether it stands in a heading changes how a sentence is read for names.
    let known: FxHashMap<(&str, bool), &PlacedSentence> =
        previous.into_iter().flat_map(|p| &p.sentences).map(|s| ((&*s.sentence.text, s.heading), s)).collect();
    let mut placed = Vec::new();
    for (number, block) in prose.blocks.iter().enumerate() {
        let heading = matches!(block.kind, BlockKind::Heading(_));
        for span in sentences(&block.text) {
            let text = span.of(&block.text);
            let (block, offset, span) = (number as u32, span.start, block.map.to_source(span));
            placed.push(match known.get(&(text, heading)) {
                Some(&known) => PlacedSentence { block, offset, span, ..known.clone() },
                None => {
                    let sentence = Sentence::new(text);
                    let reading = Arc::new(Reading::new(&sentence, heading));
                    let (predications, phrases) = (predications(&sentence), phrases(&sentence).into());
                    let rebuttals = rebuttals(&sentence, &predications).into();
                    let words = words(&sentence, &predications).into();
                    let frames = frames(&sentence).into();
                    let (sentence, fingerprint) = (Arc::new(sentence), fingerprint(text));
                    PlacedSentence {
                        block,
                        offset,
                        span,
                        heading,
                        sentence,
                        fingerprint,
                        reading,
                        predications: predications.into(),
                        frames,
                        rebuttals,
                        words,
                        phrases,
                    }
                }
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
