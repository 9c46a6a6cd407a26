//! Makes the dictionary of the treebanks' words.

use std::collections::BTreeMap;

use twosource::language::{
    lexicon::profile,
    model::training::{Dictionary, Known, Tag, Triples, Words, profile_entry, profile_key, tags_key},
};

use super::{
    example::Example,
    pack::{self, Entry},
};

/// A word seen less often counts as unknown, as most words of a new text are.
const KNOWN: u64 = 3;
/// A word seen so often needs no tagger if it always has the same tag, but for one time in so many.
const SURE: u64 = 12;
const EXCEPTION: u64 = 400;
/// One time in so many makes a word's second tag worth knowing.
const OTHER: u64 = 12;

struct Word<'a> {
    form: &'a str,
    count: u64,
    tags: BTreeMap<Tag, u64>,
}

/// The packed dictionary.
pub fn build(examples: &[&Example]) -> Vec<u8> {
    let nothing = pack::entries(Vec::new());
    let nothing = Dictionary::new(Triples::new(&nothing).expect("a table just packed"));
    let mut words: BTreeMap<u64, Word> = BTreeMap::new();
    for example in examples {
        let hashes = Words::new(example.forms(), &nothing);
        for (i, word) in example.words.iter().enumerate() {
            let entry = words.entry(hashes.at(i, 0).lower).or_insert_with(|| Word {
                form: &word.form,
                count: 0,
                tags: BTreeMap::new(),
            });
            entry.count += 1;
            *entry.tags.entry(word.tag).or_default() += 1;
        }
    }
    let tags = words.iter().filter(|(_, word)| word.count >= KNOWN).map(|(&lower, word)| Entry {
        feature: tags_key(lower),
        weight: word.count,
        content: known(word).entry(),
    });
    let profiles = words.iter().filter(|(_, word)| word.form.starts_with(char::is_alphabetic)).map(|(&lower, word)| {
        Entry { feature: profile_key(lower), weight: word.count, content: profile_entry(profile(word.form)) }
    });
    pack::entries(tags.chain(profiles).collect())
}

fn known(word: &Word) -> Known {
    let mut tags: Vec<(u64, Tag)> = word.tags.iter().map(|(&tag, &count)| (count, tag)).collect();
    tags.sort_by_key(|&(count, tag)| (std::cmp::Reverse(count), tag));
    let (count, tag) = tags[0];
    let other = tags[1..].iter().find(|(other, t)| t.xpos != tag.xpos && other * OTHER >= word.count);
    Known {
        tag,
        other: other.map(|(_, tag)| *tag),
        sure: word.count >= SURE && (word.count - count) * EXCEPTION <= word.count,
    }
}
