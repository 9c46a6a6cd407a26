//! The layout of the table; `language::lexicon::wordnet` reads it and describes it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};

use super::{
    dict::{Dict, SynsetKey},
    entry::{Entry, Use, Word},
};

/// Bits of the byte that begins a use.
const SENSES_MASK: u8 = 7;
const COMMON: u8 = 8;
const HAS_ANTONYMS: u8 = 16;
const HAS_RELATIVES: u8 = 32;
const HAS_BASES: u8 = 64;
/// Bit of the byte that begins a record, beside one for each part of speech.
const HAS_NAME: u8 = 16;
/// No synset.
const NONE: u32 = 0xFF_FFFF;

/// Lays the entries out. A record refers to another by its offset, so the offsets are worked out first, from the sizes.
pub fn compile(dict: &Dict, entries: &BTreeMap<String, Entry>) -> Result<Vec<u8>> {
    let synsets = closure(dict, entries);
    let synset_ids: BTreeMap<SynsetKey, u32> = synsets.iter().copied().zip(0..).collect();
    let nowhere = BTreeMap::new();
    let mut offsets = BTreeMap::new();
    let mut offset = 0;
    for (word, entry) in entries {
        offsets.insert(word.as_str(), offset);
        offset += record(entry, &synset_ids, &nowhere).len() as u32;
    }
    ensure!(offset < 1 << 22, "offsets leave no room for the part of speech in three bytes");

    let mut words = fst::MapBuilder::memory();
    let mut records = Vec::new();
    for (word, entry) in entries {
        words.insert(word, u64::from(offsets[word.as_str()]))?;
        records.extend(record(entry, &synset_ids, &offsets));
    }
    let words = words.into_inner()?;

    let mut parents = Vec::new();
    let mut more_parents = Vec::new();
    for (&synset, id) in synsets.iter().zip(0..) {
        let mut above = dict.hypernyms(synset).map(|above| synset_ids[&above]);
        put24(&mut parents, above.next().unwrap_or(NONE));
        for parent in above {
            put24(&mut more_parents, id);
            put24(&mut more_parents, parent);
        }
    }

    let mut table = Vec::new();
    for section in [&words, &records, &parents, &more_parents] {
        let length = u32::try_from(section.len()).context("a section is too long")?;
        table.extend(length.to_le_bytes());
    }
    for section in [words, records, parents, more_parents] {
        table.extend(section);
    }
    Ok(table)
}

/// The synsets that the entries name, and all above them.
fn closure(dict: &Dict, entries: &BTreeMap<String, Entry>) -> BTreeSet<SynsetKey> {
    let uses = entries.values().flat_map(|entry| entry.parts.iter().flatten());
    let named = |usage: &Use| -> Vec<SynsetKey> {
        usage.senses.iter().copied().chain(usage.antonyms.iter().map(|&(_, sense)| sense)).collect()
    };
    let mut todo: Vec<SynsetKey> = uses.flat_map(named).collect();
    let mut all = BTreeSet::new();
    while let Some(synset) = todo.pop() {
        if all.insert(synset) {
            todo.extend(dict.hypernyms(synset));
        }
    }
    all
}

fn record(entry: &Entry, synsets: &BTreeMap<SynsetKey, u32>, offsets: &BTreeMap<&str, u32>) -> Vec<u8> {
    let mut bytes = vec![0];
    if let Some(name) = entry.name {
        bytes[0] |= HAS_NAME;
        bytes.push(name);
    }
    for (part, usage) in entry.parts.iter().enumerate() {
        if let Some(usage) = usage {
            bytes[0] |= 1 << part;
            put_use(&mut bytes, usage, part, synsets, offsets);
        }
    }
    bytes
}

fn put_use(
    bytes: &mut Vec<u8>,
    usage: &Use,
    part: usize,
    synsets: &BTreeMap<SynsetKey, u32>,
    offsets: &BTreeMap<&str, u32>,
) {
    let bases: Vec<Word> = usage.bases.iter().map(|base| (base.clone(), part)).collect();
    let flag = |on: bool, bit: u8| if on { bit } else { 0 };
    bytes.push(
        usage.senses.len() as u8 & SENSES_MASK
            | flag(usage.common, COMMON)
            | flag(!usage.antonyms.is_empty(), HAS_ANTONYMS)
            | flag(!usage.relatives.is_empty(), HAS_RELATIVES)
            | flag(!bases.is_empty(), HAS_BASES),
    );
    put_varint(bytes, usage.count);
    for sense in &usage.senses {
        put24(bytes, synsets[sense]);
    }
    put_words(bytes, usage.antonyms.iter().map(|(word, _)| word), offsets);
    usage.antonyms.iter().for_each(|(_, sense)| put24(bytes, synsets[sense]));
    put_words(bytes, usage.relatives.iter(), offsets);
    put_words(bytes, bases.iter(), offsets);
}

/// A count and as many words, unless there is none.
fn put_words<'a>(bytes: &mut Vec<u8>, words: impl ExactSizeIterator<Item = &'a Word>, offsets: &BTreeMap<&str, u32>) {
    if words.len() > 0 {
        bytes.push(words.len().min(255) as u8);
    }
    for (word, part) in words.take(255) {
        let offset = offsets.get(word.as_str()).copied().unwrap_or_default();
        put24(bytes, offset << 2 | *part as u32);
    }
}

fn put24(bytes: &mut Vec<u8>, value: u32) {
    bytes.extend(&value.to_le_bytes()[..3]);
}

/// LEB128.
fn put_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value > 0x7F {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
