//! Several people spoken of together and without their names: "two hikers", "the hikers", "the couple".

use super::{
    here::Here,
    phrase::{Form, Phrase},
    profile::{Sort, is_person},
    reader::Reader,
};
use crate::{facts::ChainId, language::model::Relation};

/// Nouns for two.
const TWO: &[&str] = &["couple", "pair", "duo"];

impl Reader<'_> {
    /// Whom a noun in the plural stands for: people who are counted begin a chain, "the hikers" go on with it.
    pub(super) fn several(&mut self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let sentence = &here.place.sentence;
        if !is_person(&phrase.noun) || here.chains[phrase.head].is_some() {
            return None;
        }
        let count = sentence.parse.child(phrase.head, Relation::Nummod).filter(|&n| n < phrase.head);
        let count = count.and_then(|n| few(sentence.word(n)));
        if phrase.form == Form::Definite {
            return self.counted(phrase).filter(|_| !here.is_told_apart(phrase.head));
        }
        // "Two of the hikers", "two hikers from each club": not these.
        let count = count?;
        let chain = self.introduce(here, phrase);
        if count == 2 {
            TWO.iter().for_each(|noun| self.profiles[chain.0 as usize].call((*noun).into()));
        }
        Some(chain)
    }

    /// The last ones who were counted and called so.
    fn counted(&self, phrase: &Phrase) -> Option<ChainId> {
        let known = self.profiles.iter().enumerate().skip(self.chains.len()).rev();
        let mut several = known.filter(|(_, profile)| profile.sort == Sort::Several);
        several.find(|(_, profile)| profile.nouns.contains(&phrase.noun)).map(|(i, _)| ChainId(i as u32))
    }
}

/// The nouns by which two are called who are called by one of them.
pub fn of_two(noun: &str) -> &'static [&'static str] {
    if TWO.contains(&noun) { TWO } else { &[] }
}

/// A number of people small enough to speak of them as of somebody: "two", "7".
fn few(word: &str) -> Option<u32> {
    const WORDS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let spelled = || WORDS.iter().position(|w| word.eq_ignore_ascii_case(w)).map(|i| i as u32 + 2);
    word.parse().ok().or_else(spelled).filter(|n| (2..=10).contains(n))
}
