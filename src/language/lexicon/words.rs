//! Common words: which parts of speech a word is used as, and how often; and the closed classes.

use std::{cell::RefCell, sync::LazyLock};

use smol_str::SmolStr;

use super::{
    key::Key,
    memo::Memo,
    table::Table,
    wordnet::{Record, Use, WordId, wordnet},
};

/// A part of speech of the open classes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Pos {
    Noun,
    Verb,
    Adjective,
    Adverb,
}

impl Pos {
    pub const ALL: [Pos; 4] = [Pos::Noun, Pos::Verb, Pos::Adjective, Pos::Adverb];
}

/// A closed class of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum FunctionClass {
    Pronoun,
    Determiner,
    Preposition,
    Conjunction,
    Auxiliary,
    /// `not`, `then`, `however`: adverbs that join or point rather than describe.
    Adverb,
    Interjection,
    Number,
    /// `up` in "give up", `to` before an infinitive.
    Particle,
}

/// The parts of speech a word is used as, with how often WordNet's tagged corpora have its base form so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WordUse {
    /// In the order of [`Pos::ALL`]; `None` where the word has no such use.
    counts: [Option<u32>; 4],
}

impl WordUse {
    /// Whether the word is ever used as `pos`.
    pub fn is(self, pos: Pos) -> bool {
        self.count(pos).is_some()
    }

    /// Tagged occurrences as `pos`; many a word has none of its own and counts 0. `None` where it is never so used.
    pub fn count(self, pos: Pos) -> Option<u32> {
        self.counts[pos as usize]
    }

    /// The commonest part of speech; the earlier of [`Pos::ALL`] when two are as common.
    pub fn mostly(self) -> Pos {
        let most = self.counts.into_iter().flatten().max();
        Pos::ALL.into_iter().find(|&pos| self.count(pos) == most).unwrap_or(Pos::Noun)
    }
}

/// How `word`, in any inflection, is used as a noun, verb, adjective or adverb, leaving aside what it names when it is
/// capitalised: `None` for a word that is only ever a name, and for function words. Any spelling will do; whether "May" was
/// written large is for the caller to weigh.
///
/// ```
/// use twosource::language::lexicon::{Pos, word_use};
///
/// assert_eq!(word_use("prosecutors").unwrap().mostly(), Pos::Noun);
/// assert!(word_use("charges").unwrap().is(Pos::Verb));
/// assert_eq!(word_use("london"), None);
/// ```
pub fn word_use(word: &str) -> Option<WordUse> {
    let key = Key::new(word)?;
    let record = wordnet().look_up(&key);
    let counts = Pos::ALL.map(|pos| {
        let own = record.and_then(|record| record.usage(pos)).filter(|usage| usage.senses().next().is_some());
        let base = base_in(&key, record, pos).map(|base| base.usage);
        [own, base].into_iter().flatten().filter(|usage| usage.is_common()).map(|usage| usage.count).max()
    });
    counts.iter().any(Option::is_some).then_some(WordUse { counts })
}

/// Whether `word` is itself a base form as `pos`, whatever else it is a form of.
///
/// ```
/// use twosource::language::lexicon::{Pos, is_base};
///
/// assert!(is_base("lay", Pos::Verb) && is_base("found", Pos::Verb));
/// assert!(!is_base("dug", Pos::Verb) && !is_base("shook", Pos::Verb));
/// ```
pub fn is_base(word: &str, pos: Pos) -> bool {
    let usage = Key::new(word).and_then(|key| wordnet().look_up(&key)).and_then(|record| record.usage(pos));
    usage.is_some_and(|usage| usage.senses().next().is_some())
}

/// Whether `word` is a common word, in any inflection, or a function word: one that needs no capital.
///
/// ```
/// use twosource::language::lexicon::is_word;
///
/// assert!(is_word("denied") && is_word("however"));
/// assert!(!is_word("barcelona"));
/// ```
pub fn is_word(word: &str) -> bool {
    is_function_word(word) || word_use(word).is_some()
}

/// Whether `word` is a common noun that is written in capitals, and so no name: "DNA", "CEO", "GMT".
///
/// ```
/// use twosource::language::lexicon::is_abbreviated_noun;
///
/// assert!(is_abbreviated_noun("GDP") && is_abbreviated_noun("TVs"));
/// assert!(!is_abbreviated_noun("NATO") && !is_abbreviated_noun("tv"));
/// ```
pub fn is_abbreviated_noun(word: &str) -> bool {
    let capitals = || word.strip_suffix('s').unwrap_or(word);
    word.len() < 6 && word.starts_with(char::is_uppercase) && ABBREVIATIONS.binary_search(&capitals()).is_ok()
}

/// Sorted.
const ABBREVIATIONS: &[&str] = &[
    "AGM", "AM", "ATM", "BA", "BST", "BSc", "CCTV", "CD", "CEO", "CET", "CFO", "CGI", "COO", "CPR", "CTO", "CV", "DIY",
    "DJ", "DNA", "DUI", "DVD", "EDT", "EKG", "EST", "FAQ", "FM", "GCSE", "GDP", "GMT", "GNP", "GP", "GPA", "GPS", "HD",
    "HDTV", "HIV", "HR", "HTML", "ICU", "ID", "IED", "IPO", "IQ", "IT", "IV", "IVF", "JD", "LED", "LLB", "LLM", "LP",
    "MBA", "MC", "MEP", "MLA", "MP", "MPhil", "MRI", "MSP", "MSc", "MVP", "NDA", "NGO", "OAP", "PC", "PDF", "PDT",
    "PIN", "PM", "POW", "PR", "PS", "PST", "PTSD", "PhD", "QR", "RAM", "RNA", "ROM", "RPG", "RV", "SMS", "SOS", "SPF",
    "STD", "SUV", "TB", "TNT", "TV", "UFO", "URL", "USB", "UTC", "UV", "VAT", "VIP", "VP", "VR", "WMD",
];

/// Whether `word` belongs to a closed class.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(word)
}

/// Whether `word` belongs to this closed class.
///
/// ```
/// use twosource::language::lexicon::{FunctionClass, is_function};
///
/// assert!(is_function("That", FunctionClass::Determiner) && is_function("that", FunctionClass::Conjunction));
/// ```
pub fn is_function(word: &str, class: FunctionClass) -> bool {
    FUNCTION_WORDS.get(word).is_some_and(|classes| classes.contains(&class))
}

static FUNCTION_WORDS: LazyLock<Table<Box<[FunctionClass]>>> = LazyLock::new(|| {
    Table::read(include_str!("../data/function_words.txt"), |classes| {
        classes
            .split(' ')
            .map(|class| {
                Some(match class {
                    "pronoun" => FunctionClass::Pronoun,
                    "determiner" => FunctionClass::Determiner,
                    "preposition" => FunctionClass::Preposition,
                    "conjunction" => FunctionClass::Conjunction,
                    "auxiliary" => FunctionClass::Auxiliary,
                    "adverb" => FunctionClass::Adverb,
                    "interjection" => FunctionClass::Interjection,
                    "number" => FunctionClass::Number,
                    "particle" => FunctionClass::Particle,
                    _ => return None,
                })
            })
            .collect()
    })
});

/// The base form of `word` as `pos`, in lower case: `None` when WordNet has no such word. The method is that of WordNet's own
/// `morphy`: irregular forms, then the word itself or with its ending taken off, whichever is the commoner word.
///
/// ```
/// use twosource::language::lexicon::{Pos, lemma};
///
/// assert_eq!(lemma("went", Pos::Verb).unwrap(), "go");
/// assert_eq!(lemma("better", Pos::Adjective).unwrap(), "good");
/// assert_eq!(lemma("Agencies", Pos::Noun).unwrap(), "agency");
/// assert_eq!(lemma("zzz", Pos::Noun), None);
/// ```
pub fn lemma(word: &str, pos: Pos) -> Option<SmolStr> {
    thread_local! {
        static KNOWN: RefCell<Memo<Pos, Option<SmolStr>>> = RefCell::new(Memo::new());
    }
    let find = || {
        let key = Key::new(word)?;
        Some(match base(&key, pos)?.word {
            BaseWord::Irregular(id) => wordnet().word(id),
            BaseWord::Regular(key) => SmolStr::new(&*key),
        })
    };
    KNOWN.with_borrow_mut(|known| known.recall(word, pos, find))
}

/// A base form and its use in the part of speech asked for.
pub(super) struct Base {
    word: BaseWord,
    pub(super) usage: Use,
}

impl Base {
    pub(super) fn id(&self) -> Option<WordId> {
        match &self.word {
            BaseWord::Irregular(id) => Some(*id),
            BaseWord::Regular(key) => wordnet().find(key),
        }
    }
}

enum BaseWord {
    Irregular(WordId),
    Regular(Key),
}

/// The endings of each part of speech and what stands in their place in the base form, in the order of `morphy`.
const ENDINGS: [&[(&str, &str)]; 4] = [
    &[
        ("s", ""),
        ("ses", "s"),
        ("xes", "x"),
        ("zes", "z"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("men", "man"),
        ("ies", "y"),
    ],
    &[("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")],
    &[("er", ""), ("est", ""), ("er", "e"), ("est", "e")],
    &[],
];

pub(super) fn base(key: &Key, pos: Pos) -> Option<Base> {
    base_in(key, wordnet().look_up(key), pos)
}

/// The base form of the word whose record is `record`.
pub(super) fn base_in(key: &Key, record: Option<Record>, pos: Pos) -> Option<Base> {
    let usage = record.and_then(|record| record.usage(pos));
    if let Some(id) = usage.and_then(|usage| usage.bases().next()) {
        let usage = wordnet().record(id).usage(pos)?;
        return Some(Base { word: BaseWord::Irregular(id), usage });
    }
    let own = usage.map(|usage| Base { word: BaseWord::Regular(*key), usage });
    let stem = stems(*key, pos).find_map(|stem| {
        let usage = wordnet().look_up(&stem)?.usage(pos).filter(|usage| usage.senses().next().is_some())?;
        Some(Base { word: BaseWord::Regular(stem), usage })
    });
    match (own, stem) {
        // "Hours" is a word of its own, but means "hour" as a rule; "means" is no form of "mean" as a rule.
        (Some(own), Some(stem)) => Some(if stem.usage.count > own.usage.count { stem } else { own }),
        (own, stem) => own.or(stem),
    }
}

/// What is left of a word when each of the endings that it has is taken off, most likely first.
fn stems(key: Key, pos: Pos) -> impl Iterator<Item = Key> {
    ENDINGS[pos as usize].iter().filter_map(move |(ending, replacement)| {
        let stem = key.strip_suffix(ending).filter(|stem| !stem.is_empty())?;
        if *ending == "s" && stem.ends_with('s') { None } else { key.with_ending(ending.len(), replacement) }
    })
}

/// Every word or phrase that `phrase` may be an inflection of, most likely first, whether or not there is such a word: in a phrase
/// the first word is inflected ("stepped down"), of nouns the last.
pub(super) fn base_forms(phrase: &str, pos: Pos) -> impl Iterator<Item = Key> {
    let key = Key::new(phrase).unwrap_or_default();
    let split = if pos == Pos::Noun { key.rsplit_once(' ') } else { key.split_once(' ') };
    let (before, word, after) = match split {
        None => (None, key, None),
        Some((before, word)) if pos == Pos::Noun => (Key::new(before), Key::new(word).unwrap_or_default(), None),
        Some((word, after)) => (None, Key::new(word).unwrap_or_default(), Key::new(after)),
    };
    let usage = wordnet().look_up(&word).and_then(|record| record.usage(pos));
    let irregular = usage.into_iter().flat_map(Use::bases).filter_map(|id| Key::new(&wordnet().word(id)));
    let forms = irregular.chain([word]).chain(stems(word, pos));
    forms.filter_map(move |form| match (before, after) {
        (Some(before), _) => Key::pair(before, &form),
        (_, Some(after)) => Key::pair(form, &after),
        (None, None) => Some(form),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_forms() {
        use Pos::*;
        let cases = [
            ("went", Verb, "go"),
            ("said", Verb, "say"),
            ("denied", Verb, "deny"),
            ("resigning", Verb, "resign"),
            ("fired", Verb, "fire"),
            ("agreed", Verb, "agree"),
            ("shot", Verb, "shoot"),
            ("shot", Noun, "shot"),
            ("men", Noun, "man"),
            ("spokeswomen", Noun, "spokeswoman"),
            ("businesses", Noun, "business"),
            ("attorneys", Noun, "attorney"),
            ("crises", Noun, "crisis"),
            ("hours", Noun, "hour"),
            ("means", Noun, "means"),
            ("children", Noun, "child"),
            ("better", Adjective, "good"),
            ("best", Adjective, "good"),
            ("earliest", Adjective, "early"),
            ("quickly", Adverb, "quickly"),
        ];
        for (form, pos, base) in cases {
            assert_eq!(lemma(form, pos).as_deref(), Some(base), "{form}");
        }
        assert_eq!(lemma("", Noun), None);
    }

    #[test]
    fn uses() {
        assert_eq!(word_use("judge").map(WordUse::mostly), Some(Pos::Verb));
        assert_eq!(word_use("house").map(WordUse::mostly), Some(Pos::Noun));
        assert!(is_word("shot") && is_word("mayors") && is_word("the"));
        for name in ["paris", "smith's", "kowalski", "danube", "obama", ""] {
            assert!(!is_word(name), "{name}");
        }
    }
}
