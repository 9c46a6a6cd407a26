//! The sentences of an article, each with its place, taken over from an earlier version where the words are the same.

use std::{cell::LazyCell, sync::Arc};

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::{
    Facts, PlacedSentence,
    claim::{contents, predications, rebuttals, sureness, words},
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
    let before = previous.map_or(&[][..], |previous| &previous.sentences);
    // Whether it stands in a heading changes how a sentence is read for names.
    let paragraphs: FxHashMap<(&str, bool), &[PlacedSentence]> =
        before.chunk_by(|a, b| a.block == b.block).map(|all| ((&*all[0].paragraph, all[0].heading), all)).collect();
    let known: LazyCell<FxHashMap<(&str, bool), &PlacedSentence>, _> =
        LazyCell::new(|| before.iter().map(|s| ((&*s.sentence.text, s.heading), s)).collect());
    let mut placed = Vec::with_capacity(before.len() + 1);
    for (number, block) in prose.blocks.iter().enumerate() {
        let heading = matches!(block.kind, BlockKind::Heading(_));
        let note = matches!(block.kind, BlockKind::FootnoteDefinition(_));
        if let Some(&same) = paragraphs.get(&(&*block.text, heading)) {
            placed.extend(same.iter().map(|sentence| {
                let within = Span::new(0, sentence.sentence.text.len()).shift(sentence.offset as usize);
                let (paragraph, span) = (block.text.clone(), block.map.to_source(within));
                let (block, layout) = (number as u32, block.map.layout(within));
                PlacedSentence { block, paragraph, span, layout, note, ..sentence.clone() }
            }));
            continue;
        }
        for span in sentences(&block.text) {
            let text = span.of(&block.text);
            let (paragraph, offset, layout) = (block.text.clone(), span.start, block.map.layout(span));
            let (block, span) = (number as u32, block.map.to_source(span));
            placed.push(match known.get(&(text, heading)) {
                Some(&known) => PlacedSentence { block, paragraph, offset, span, layout, note, ..known.clone() },
                None => {
                    let sentence = Sentence::new(text);
                    let reading = Arc::new(Reading::new(&sentence, heading));
                    let (predications, phrases) = (predications(&sentence), phrases(&sentence).into());
                    let rebuttals = rebuttals(&sentence, &predications).into();
                    let words = words(&sentence, &predications).into();
                    let content = contents(&sentence).into();
                    let frames = frames(&sentence).into();
                    let sureness = Arc::new(sureness(&sentence));
                    let (sentence, fingerprint) = (Arc::new(sentence), fingerprint(text));
                    PlacedSentence {
                        block,
                        paragraph,
                        offset,
                        span,
                        layout,
                        heading,
                        note,
                        sentence,
                        fingerprint,
                        reading,
                        predications: predications.into(),
                        frames,
                        rebuttals,
                        words,
                        content,
                        sureness,
                        phrases,
                    }
                }
            });
        }
    }
    placed
}

impl PlacedSentence {
    /// The content words that token `i` is made of.
    pub fn content_at(&self, i: usize) -> &[(u32, SmolStr)] {
        let first = self.content.partition_point(|(token, _)| (*token as usize) < i);
        let last = self.content.partition_point(|(token, _)| *token as usize <= i);
        &self.content[first..last]
    }

    /// The place in the file of bytes of the sentence.
    pub fn to_source(&self, prose: &Prose, within: Span) -> Span {
        prose.blocks[self.block as usize].map.to_source(within.shift(self.offset as usize))
    }
}
