//! WordNet 3.0 as a flat table that is used where it lies. `xtask/src/wordnet` compiles it.
//!
//! The file begins with the lengths of its four sections, each a little-endian `u32`. "Three bytes" are a little-endian
//! number too.
//!
//! 1. *words*: a finite-state transducer, see the `fst` crate, from key ([`Key`]) to the offset of the word's record. Records
//!    lie in the order of the keys, so it also leads back from offset to key.
//! 2. *records*: a byte with a bit for each part of speech in which the word is used (1 noun, 2 verb, 4 adjective, 8 adverb) and
//!    one (16) for a name byte, which follows, see [`Naming`]; then the uses, in that order. A use is a byte (bits 0–2 the number
//!    of senses, 8 written small, 16 has antonyms, 32 has relatives, 64 has bases), the tagged occurrences (LEB128), its senses
//!    (three bytes each, commonest first) and those three lists: a length byte and three bytes for each word, its record's
//!    offset times four plus the part of speech. The antonyms are followed by the synset, three bytes, in which each is one.
//! 3. *parents*: three bytes for each synset, the first synset above it, or `0xFFFFFF`.
//! 4. *more parents*: pairs (synset, another synset above it) of three bytes each, sorted.

use std::{cell::RefCell, sync::LazyLock};

use fst::Map;
use smol_str::SmolStr;

use super::{NameKind, Pos, key::Key, memo::Memo};

static TABLE: &[u8] = include_bytes!("../data/wordnet.bin");

static WORDNET: LazyLock<WordNet> = LazyLock::new(|| WordNet::new(TABLE).expect("the embedded table is whole"));

pub(super) fn wordnet() -> &'static WordNet {
    &WORDNET
}

pub(super) struct WordNet {
    words: Map<&'static [u8]>,
    records: &'static [u8],
    parents: &'static [u8],
    more_parents: &'static [u8],
}

/// Number of a synset: a meaning, and the words that share it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Synset(u32);

impl Synset {
    pub(super) fn number(self) -> u32 {
        self.0
    }
}

/// Offset of a word's record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct WordId(u32);

impl WordNet {
    fn new(mut table: &'static [u8]) -> Option<WordNet> {
        let mut lengths = [0; 4];
        for length in &mut lengths {
            *length = u32::from_le_bytes(*table.split_off(..4)?.first_chunk()?) as usize;
        }
        let mut section = |i: usize| table.split_off(..lengths[i]);
        let words = Map::new(section(0)?).ok()?;
        Some(WordNet { words, records: section(1)?, parents: section(2)?, more_parents: section(3)? })
    }

    pub(super) fn find(&self, key: &str) -> Option<WordId> {
        let find = || self.words.get(key).map(|offset| WordId(offset as u32));
        FOUND.with_borrow_mut(|found| found.recall(key, (), find))
    }

    /// The word as a key.
    pub(super) fn word(&self, id: WordId) -> SmolStr {
        let key = self.words.as_fst().get_key(id.0.into());
        key.as_deref().and_then(|key| str::from_utf8(key).ok()).map(SmolStr::new).unwrap_or_default()
    }

    pub(super) fn record(&self, id: WordId) -> Record {
        Record { bytes: self.records.get(id.0 as usize..).unwrap_or_default() }
    }

    pub(super) fn look_up(&self, key: &Key) -> Option<Record> {
        self.find(key).map(|id| self.record(id))
    }

    /// The synsets directly above `synset`.
    pub(super) fn parents(&self, synset: Synset) -> impl Iterator<Item = Synset> {
        let first = number(self.parents, synset.0 as usize).filter(|&parent| parent < self.parents.len() as u32 / 3);
        let pairs = self.more_parents.as_chunks::<6>().0;
        let start = pairs.partition_point(|pair| number(pair, 0) < Some(synset.0));
        let more = pairs[start..].iter().take_while(move |pair| number(*pair, 0) == Some(synset.0));
        first.into_iter().chain(more.filter_map(|pair| number(pair, 1))).map(Synset)
    }

    /// Whether `synset` is `above` or lies below it.
    pub(super) fn lies_below(&self, synset: Synset, above: Synset) -> bool {
        synset == above || self.parents(synset).any(|parent| self.lies_below(parent, above))
    }
}

thread_local! {
    static FOUND: RefCell<Memo<(), Option<WordId>>> = RefCell::new(Memo::new());
}

/// The `i`th three-byte number of `bytes`.
fn number(bytes: &[u8], i: usize) -> Option<u32> {
    let three: [u8; 3] = *bytes.get(3 * i..)?.first_chunk()?;
    Some(u32::from_le_bytes([three[0], three[1], three[2], 0]))
}

/// What the table has on one word.
#[derive(Clone, Copy)]
pub(super) struct Record {
    bytes: &'static [u8],
}

const NAME: u8 = 16;

impl Record {
    fn flags(self) -> u8 {
        self.bytes.first().copied().unwrap_or_default()
    }

    /// What the word names when it is capitalised.
    pub(super) fn naming(self) -> Option<Naming> {
        let byte = self.bytes.get(1).copied()?;
        (self.flags() & NAME != 0).then_some(Naming(byte))
    }

    /// The word's use as `pos`; an irregular form may have one without senses.
    pub(super) fn usage(self, pos: Pos) -> Option<Use> {
        self.uses().find(|&(other, _)| other == pos).map(|(_, usage)| usage)
    }

    /// All uses, in the order of [`Pos::ALL`].
    pub(super) fn uses(self) -> impl Iterator<Item = (Pos, Use)> {
        let flags = self.flags();
        let mut rest = self.bytes.get(if flags & NAME != 0 { 2 } else { 1 }..).unwrap_or_default();
        let used = Pos::ALL.into_iter().filter(move |&pos| flags & (1 << pos as u8) != 0);
        used.map_while(move |pos| Some((pos, Use::read(&mut rest)?)))
    }
}

/// A word in one part of speech.
#[derive(Clone, Copy)]
pub(super) struct Use {
    flags: u8,
    /// Tagged occurrences in WordNet's corpora.
    pub(super) count: u32,
    senses: &'static [u8],
    antonyms: &'static [u8],
    /// The sense of each antonym.
    antonym_senses: &'static [u8],
    relatives: &'static [u8],
    bases: &'static [u8],
}

impl Use {
    fn read(rest: &mut &'static [u8]) -> Option<Use> {
        let flags = *rest.split_off_first()?;
        let mut count = 0;
        for shift in (0..32).step_by(7) {
            let byte = *rest.split_off_first()?;
            count |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        let senses = rest.split_off(..3 * usize::from(flags & 7))?;
        let words = |rest: &mut &'static [u8], bit| {
            let count = if flags & bit != 0 { *rest.split_off_first()? } else { 0 };
            rest.split_off(..3 * usize::from(count))
        };
        let antonyms = words(rest, 16)?;
        let antonym_senses = rest.split_off(..antonyms.len())?;
        Some(Use {
            flags,
            count,
            senses,
            antonyms,
            antonym_senses,
            relatives: words(rest, 32)?,
            bases: words(rest, 64)?,
        })
    }

    /// Whether the word is written small in some sense: `march`, not `march` of the calendar alone.
    pub(super) fn is_common(self) -> bool {
        self.flags & 8 != 0
    }

    /// Commonest first, at most three, of verbs six.
    pub(super) fn senses(self) -> impl Iterator<Item = Synset> + Clone {
        synsets(self.senses)
    }

    /// Words of the same part of speech, each with the sense in which it is an antonym.
    pub(super) fn antonyms(self) -> impl Iterator<Item = (WordId, Synset)> {
        words(self.antonyms).map(|(id, _)| id).zip(synsets(self.antonym_senses))
    }

    /// Derivationally related words. Listed with the noun, or with what comes of a verb.
    pub(super) fn relatives(self) -> impl Iterator<Item = (WordId, Pos)> {
        words(self.relatives)
    }

    /// What an irregular form is a form of.
    pub(super) fn bases(self) -> impl Iterator<Item = WordId> {
        words(self.bases).map(|(id, _)| id)
    }
}

fn synsets(bytes: &'static [u8]) -> impl Iterator<Item = Synset> + Clone {
    (0..bytes.len() / 3).filter_map(move |i| number(bytes, i)).map(Synset)
}

fn words(bytes: &'static [u8]) -> impl Iterator<Item = (WordId, Pos)> {
    (0..bytes.len() / 3).filter_map(move |i| number(bytes, i)).map(|word| {
        let pos = Pos::ALL[word as usize % 4];
        (WordId(word / 4), pos)
    })
}

/// What a capitalised word names: a byte whose bits 1, 2 and 4 say person, place and organisation, 8 a people, faith or party,
/// 16 a person's first name, 32 that it is written in capitals throughout; the two highest hold the kind of its commonest
/// sense in the order of [`NameKind::ALL`].
#[derive(Clone, Copy)]
pub(super) struct Naming(u8);

impl Naming {
    /// What it most commonly names; `None` for a mere first name.
    pub(super) fn kind(self) -> Option<NameKind> {
        let kind = NameKind::ALL[usize::from(self.0 >> 6)];
        (kind != NameKind::Other || self.0 & 16 == 0).then_some(kind)
    }

    /// Whether some sense of it names a person, place or organisation.
    pub(super) fn may_be(self, kind: NameKind) -> bool {
        kind != NameKind::Other && self.0 & (1 << kind as u8) != 0
    }

    pub(super) fn is_given(self) -> bool {
        self.0 & 16 != 0
    }

    pub(super) fn needs_capitals(self) -> bool {
        self.0 & 32 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_is_whole_and_every_reference_leads_to_a_word() {
        use fst::Streamer;
        let wordnet = wordnet();
        let mut words = wordnet.words.stream();
        let mut count = 0;
        while let Some((key, offset)) = words.next() {
            let word = str::from_utf8(key).unwrap();
            let record = wordnet.record(WordId(offset as u32));
            assert_eq!(Key::new(word).as_deref(), Some(word), "keys are folded, and none is too long");
            assert_eq!(record.uses().count(), (record.flags() & 15).count_ones() as usize, "{word}");
            for (pos, usage) in record.uses() {
                let same_part = usage.antonyms().map(|(id, _)| id).chain(usage.bases()).map(|id| (id, pos));
                for (id, pos) in same_part.chain(usage.relatives()) {
                    assert!(wordnet.record(id).usage(pos).is_some(), "{word}");
                    assert_eq!(wordnet.find(&wordnet.word(id)), Some(id), "{word}");
                }
            }
            count += 1;
        }
        assert!(count > 100_000);
    }
}
