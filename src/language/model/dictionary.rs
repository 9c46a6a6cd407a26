//! The words of the treebanks: which tags each has there, and its profile in WordNet.
//!
//! A word whose tag was always the same needs no tagger. The profile is kept for speed alone; that of any other word is looked
//! up in the lexicon.

use super::{
    super::lexicon::{Profile, profile},
    tagger::Tag,
    triples::Triples,
    word::{mix, spread},
};

/// Where to look words up.
#[derive(Clone, Copy, Debug)]
pub struct Dictionary<'a>(Triples<'a>);

/// What a treebank has on a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Known {
    /// The commonest tag.
    pub tag: Tag,
    /// The next one, where it is not rare.
    pub other: Option<Tag>,
    /// Whether the word had this tag so often, and hardly ever another, that it need not be asked.
    pub sure: bool,
}

impl Known {
    /// The entry of the word; never zeros.
    pub fn entry(self) -> [u8; 3] {
        let other = self.other.map_or(0, |tag| 1 + tag.xpos as u8);
        [1 + self.tag.upos as u8, self.tag.xpos as u8 | if self.sure { 128 } else { 0 }, other]
    }
}

/// The key of a word's tags.
pub fn tags_key(lower: u64) -> u64 {
    spread(mix(lower, 1))
}

/// The key of a word's profile.
pub fn profile_key(lower: u64) -> u64 {
    spread(mix(lower, 2))
}

/// The entry of a word's profile.
pub fn profile_entry(profile: Profile) -> [u8; 3] {
    [profile.parts | 128, profile.noun, profile.verb]
}

impl<'a> Dictionary<'a> {
    /// The dictionary in this table.
    pub fn new(table: Triples<'a>) -> Dictionary<'a> {
        Dictionary(table)
    }

    /// What stands for the tags of a word in features (0 where the treebanks have too little of it), and its tag if that is sure.
    /// `capital`: whether it begins with a capital; what is mostly a name ("Baker") is another word without.
    pub fn tags(&self, lower: u64, capital: bool) -> (u64, Option<Tag>) {
        let [upos, xpos, other] = self.0.get(tags_key(lower));
        if upos == 0 {
            return (0, None);
        }
        let tag = Tag::from_code(u16::from_be_bytes([upos - 1, xpos & 127]));
        if !capital && tag.is_some_and(|tag| tag.xpos.is_proper()) {
            return (0, None);
        }
        (u64::from(u32::from_be_bytes([0, upos, xpos, other])), tag.filter(|_| xpos & 128 != 0))
    }

    /// The profile of `word`, whose lower-case form hashes to `lower`.
    pub fn profile(&self, word: &str, lower: u64) -> Profile {
        let [parts, noun, verb] = self.0.get(profile_key(lower));
        if parts != 0 {
            Profile { parts: parts & 127, noun, verb }
        } else if word.starts_with(char::is_alphabetic) {
            profile(word)
        } else {
            Profile::default()
        }
    }
}
