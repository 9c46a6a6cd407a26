//! What the table keeps of each word: senses, frequency, relatives, irregular forms, and what it names.

use std::collections::{BTreeMap, BTreeSet};

use super::dict::{Dict, NOUN, Part, SynsetKey, VERB};

/// Senses kept of a word as noun, verb, adjective and adverb; rarer ones only mislead. Verbs need more: "fire" means "dismiss"
/// in its fourth.
const SENSES: [usize; 4] = [3, 6, 3, 3];

/// Lexicographer files of animals, parts of bodies, foods, plants and substances: full of terms that no news needs.
const NATURE: [u8; 5] = [5, 8, 13, 20, 27];
/// Those of persons, and of adjectives made of nouns.
const PERSON: u8 = 18;
const PERTAINYM: u8 = 1;

/// Bits of [`Entry::name`]. The two highest hold the kind of the commonest name: person, place, organisation, other.
pub const NAME_OF: [u8; 3] = [1, 2, 4];
const PEOPLE: u8 = 8;
const GIVEN: u8 = 16;
/// Only ever written in capitals, so that "who" is no name.
const CAPITALS: u8 = 32;
const FIRST_KIND_SHIFT: u32 = 6;
const OTHER: u8 = 3;

/// A word and its part of speech.
pub type Word = (String, Part);

#[derive(Default)]
pub struct Entry {
    pub parts: [Option<Use>; 4],
    pub name: Option<u8>,
}

/// A word in one part of speech.
#[derive(Default)]
pub struct Use {
    pub senses: Vec<SynsetKey>,
    /// Written small in some sense.
    pub common: bool,
    /// Tagged occurrences of the senses written small.
    pub count: u32,
    /// Each with the sense in which it is one.
    pub antonyms: BTreeSet<(Word, SynsetKey)>,
    /// Derivationally related words, on the side of the noun, or of what belongs to a verb.
    pub relatives: BTreeSet<Word>,
    /// What an irregular form is a form of.
    pub bases: Vec<String>,
}

/// All entries, by lower-case word.
pub fn entries(dict: &Dict) -> BTreeMap<String, Entry> {
    let mut entries = BTreeMap::<String, Entry>::new();
    let kinds = Kinds::new(dict);
    for ((lemma, part), senses) in &dict.senses {
        if *part == NOUN && senses.iter().all(|&sense| is_taxon(dict, lemma, sense) || says_itself(dict, lemma, sense))
        {
            continue;
        }
        let entry = entries.entry(key(lemma)).or_default();
        let mut usage = entry.parts[*part].take().unwrap_or_default();
        for (number, &sense) in senses.iter().enumerate() {
            let form = written(dict, lemma, sense);
            if form == lemma {
                usage.common = true;
                usage.count += dict.counts.get(&(lemma.clone(), *part, number)).unwrap_or(&0);
            } else {
                entry.add_name(form, kinds.of(sense));
            }
            if !dict.is_instance(sense) && usage.senses.len() < SENSES[*part] {
                usage.senses.push(sense);
            }
        }
        if !usage.senses.is_empty() {
            entry.parts[*part] = Some(usage);
        }
    }
    relate(dict, &mut entries);
    for ((form, part), bases) in &dict.exceptions {
        let known = |base: &&String| entries.get(*base).is_some_and(|entry| entry.parts[*part].is_some());
        let bases: Vec<String> = bases.iter().filter(|&base| base != form).filter(known).cloned().collect();
        if !bases.is_empty() {
            entries.entry(form.clone()).or_default().parts[*part].get_or_insert_default().bases = bases;
        }
    }
    for name in given_names(dict) {
        *entries.entry(name).or_default().name.get_or_insert(OTHER << FIRST_KIND_SHIFT) |= GIVEN;
    }
    entries
}

impl Entry {
    /// Adds that the word, written `form`, names what `kind` says.
    fn add_name(&mut self, form: &str, kind: Kind) {
        let capitals = if form.chars().any(char::is_lowercase) { 0 } else { CAPITALS };
        let (bits, first) = match kind {
            Kind::People => (PEOPLE, OTHER),
            Kind::Name(kind) => (NAME_OF[kind as usize], kind),
            Kind::Other => (0, OTHER),
        };
        let name = self.name.get_or_insert(first << FIRST_KIND_SHIFT | CAPITALS);
        *name = (*name | bits) & !(CAPITALS ^ capitals);
    }
}

/// A word as the lexicon's tables spell it: lower case, without full stops.
fn key(word: &str) -> String {
    word.to_lowercase().replace('.', "")
}

/// Whether `lemma` is here a systematic or many-worded name of something natural.
fn is_taxon(dict: &Dict, lemma: &str, sense: SynsetKey) -> bool {
    NATURE.contains(&dict.synsets[&sense].file) && (lemma.contains(' ') || written(dict, lemma, sense) != lemma)
}

/// Whether `lemma` is here a compound whose last word says what it is ("bank account"), so that the word is enough.
fn says_itself(dict: &Dict, lemma: &str, sense: SynsetKey) -> bool {
    let Some((_, head)) = lemma.rsplit_once(' ') else { return false };
    written(dict, lemma, sense) == lemma && dict.hypernyms(sense).any(|above| names_above(dict, head, above))
}

fn names_above(dict: &Dict, word: &str, synset: SynsetKey) -> bool {
    dict.synsets[&synset].words.iter().any(|other| other == word)
        || dict.hypernyms(synset).any(|above| names_above(dict, word, above))
}

/// How `sense` writes `lemma`: "Turkey" or "turkey".
fn written<'a>(dict: &'a Dict, lemma: &'a str, sense: SynsetKey) -> &'a str {
    let words = &dict.synsets[&sense].words;
    words.iter().find(|word| word.to_lowercase() == lemma).map_or(lemma, String::as_str)
}

/// Fills in antonyms and derivations between the words that are kept.
fn relate(dict: &Dict, entries: &mut BTreeMap<String, Entry>) {
    for (&(part, _), synset) in &dict.synsets {
        for pointer in synset.pointers.iter().filter(|pointer| matches!(&*pointer.symbol, "!" | "+")) {
            let Some((from, to)) = pointer.words else { continue };
            let from = key(&synset.words[from]);
            let to = (key(&dict.synsets[&pointer.target].words[to]), pointer.target.0);
            let is_antonym = pointer.symbol == "!";
            if !is_antonym && part != NOUN && to.1 != VERB {
                continue;
            }
            let known = entries.get(&to.0).is_some_and(|entry| entry.parts[to.1].is_some());
            let Some(usage) = entries.get_mut(&from).and_then(|entry| entry.parts[part].as_mut()) else { continue };
            if known && (&from, part) != (&to.0, to.1) {
                if is_antonym {
                    usage.antonyms.insert((to, pointer.target));
                } else {
                    usage.relatives.insert(to);
                }
            }
        }
    }
}

/// First names of the people whom WordNet knows by two names or more, without words that begin other names too.
fn given_names(dict: &Dict) -> BTreeSet<String> {
    let persons = dict.synsets.iter().filter(|&(&key, synset)| synset.file == PERSON && dict.is_instance(key));
    let words = persons.flat_map(|(_, synset)| &synset.words);
    let first = words.filter_map(|word| word.split_once(' ')).map(|(first, _)| first);
    first
        .filter(|first| first.chars().all(char::is_alphabetic) && first.chars().skip(1).all(char::is_lowercase))
        .map(str::to_lowercase)
        .filter(|first| first.len() > 2)
        .filter(|first| (0..4).all(|part| !is_common(dict, first, part)))
        .collect()
}

fn is_common(dict: &Dict, lemma: &str, part: Part) -> bool {
    let senses = dict.senses.get(&(lemma.to_owned(), part));
    senses.is_some_and(|senses| senses.iter().any(|&sense| written(dict, lemma, sense) == lemma))
}

/// What a capitalised word stands for.
#[derive(Clone, Copy)]
enum Kind {
    /// Index into [`NAME_OF`].
    Name(u8),
    /// Members or adjectives of a people, faith or party: `Dane`, `Danish`.
    People,
    Other,
}

/// Tells persons, places and organisations by what lies above a synset.
struct Kinds<'a> {
    dict: &'a Dict,
    roots: [Vec<SynsetKey>; 3],
}

impl<'a> Kinds<'a> {
    fn new(dict: &'a Dict) -> Kinds<'a> {
        let first = |lemma: &&str| dict.senses[&(lemma.to_string(), NOUN)][0];
        let roots = |lemmas: &[&str]| lemmas.iter().map(first).collect();
        Kinds {
            dict,
            roots: [
                roots(&["person", "deity", "spiritual being"]),
                roots(&[
                    "location",
                    "geological formation",
                    "body of water",
                    "land",
                    "structure",
                    "celestial body",
                    "way",
                ]),
                roots(&["organization", "social group"]),
            ],
        }
    }

    fn of(&self, sense: SynsetKey) -> Kind {
        let synset = &self.dict.synsets[&sense];
        let kind = self.roots.iter().position(|roots| self.lies_below(sense, roots));
        match kind {
            _ if sense.0 != NOUN && synset.file == PERTAINYM => Kind::People,
            Some(0) if !self.dict.is_instance(sense) => Kind::People,
            Some(kind) => Kind::Name(kind as u8),
            None => Kind::Other,
        }
    }

    fn lies_below(&self, sense: SynsetKey, roots: &[SynsetKey]) -> bool {
        roots.contains(&sense) || self.dict.hypernyms(sense).any(|above| self.lies_below(above, roots))
    }
}
