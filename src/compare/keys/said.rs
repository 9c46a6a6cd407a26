//! Where what somebody says is looked for.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;

use super::{Keys, Shared};
use crate::{
    compare::{ChainRef, Story, gate::called, told::Told},
    facts::{Degree, Surety, Word},
    language::lexicon,
};

/// A quotation is found again by its first words.
const MOST_WORDS: usize = 16;

/// A quotation of so many words is looked for by each of them.
const SHORT: usize = 12;

impl Keys {
    /// Four words in a row, of a short one three, or two that say something; and each word of who says it.
    pub(super) fn utterance(&mut self, story: &Story, told: Told, words: &[SmolStr]) {
        words.windows(4).take(MOST_WORDS).for_each(|row| self.share(&Shared::Words(row)));
        if words.len() > SHORT {
            return;
        }
        words.windows(3).for_each(|row| self.share(&Shared::Words(row)));
        let tells = |row: &&[SmolStr]| row.iter().all(|word| !lexicon::is_function_word(word));
        words.windows(2).filter(tells).for_each(|row| self.share(&Shared::Words(row)));
        let speaker = told.claim.attribution.as_ref().and_then(|by| by.chain);
        let reference = speaker.map(|chain| ChainRef { article: told.article, chain });
        if let Some(who) = reference.and_then(|r| story.entity_of(r).or_else(|| story.described(r))) {
            words.iter().for_each(|word| self.share(&Shared::Said(who, word)));
        }
    }

    /// Each word of the matter with who is sure, where those ask who are not, and the other way round.
    pub(super) fn surety(&mut self, story: &Story, told: Told, surety: &Surety) {
        let speaker = told.claim.attribution.as_ref().and_then(|by| by.chain);
        let reference = speaker.map(|chain| ChainRef { article: told.article, chain });
        let sure = surety.degree != Degree::Unsure;
        let Some(who) = reference.and_then(|r| story.entity_of(r)) else {
            // "The fire chief" of both: by what they are called.
            for form in reference.map_or(&[][..], |reference| called(story, reference)) {
                self.posts.push(FxBuildHasher.hash_one(Shared::SureUnnamed(form, sure)));
                self.asks.push(FxBuildHasher.hash_one(Shared::SureUnnamed(form, !sure)));
            }
            return;
        };
        let number = |word: &Word, sure| FxBuildHasher.hash_one(Shared::Sure(who, word.root, sure));
        let words = || surety.words.iter().chain(surety.names.iter());
        // What is said outright is compared though the words for the matter are others.
        let whoever = |sure| FxBuildHasher.hash_one(Shared::Sure(who, 0, sure));
        if surety.outright {
            self.posts.push(whoever(sure));
            self.asks.push(whoever(!sure));
        }
        self.posts.extend(words().map(|word| number(word, sure)));
        self.asks.extend(words().map(|word| number(word, !sure)));
    }
}
