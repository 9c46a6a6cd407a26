//! What the models see of a word, as hashes, and how hashes combine into features.

use super::{
    super::{lexicon::Profile, token::is_apostrophe},
    dictionary::Dictionary,
    tagger::Tag,
    tagset::{Upos, Xpos},
};

/// Properties of one word, most as hashes. Case, curly quotation marks and the value of digits matter to `exact` and `shape` only.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// The word as written.
    pub exact: u64,
    /// In lower case, apostrophes and quotation marks straight, every digit a zero.
    pub lower: u64,
    /// The last one to four characters of the lower-case form.
    pub suffix: [u64; 4],
    /// The first one to three characters of the lower-case form.
    pub prefix: [u64; 3],
    /// Which kinds of characters follow one another: `Xx` for "Paris", `d,dd` for "12,400"; runs count up to two.
    pub shape: u64,
    /// Whether it starts with a capital.
    pub capital: bool,
    /// Stands for the tags it has in the treebanks; 0 if they have too little of it.
    pub tags: u64,
    /// Its tag, where there is no question.
    pub sure: Option<Tag>,
    /// What WordNet knows of it.
    pub profile: Profile,
}

impl Word {
    /// Stands for what is before the first word or after the last one; `which` tells such places apart.
    pub fn outside(which: u64) -> Word {
        let hash = mix(OUTSIDE, which);
        Word { exact: hash, lower: hash, suffix: [hash; 4], prefix: [hash; 3], shape: hash, ..Word::default() }
    }

    /// Reads a word, all but what the dictionary has on it. `lower` is scratch space.
    pub fn new(word: &str, lower: &mut Vec<char>) -> Word {
        lower.clear();
        let (mut exact, mut shape) = (EXACT, SHAPE);
        let (mut last_kind, mut run) = (0, 0);
        for c in word.chars() {
            exact = mix(exact, u64::from(c));
            let kind = if c.is_uppercase() {
                'X'
            } else if c.is_lowercase() {
                'x'
            } else if c.is_numeric() {
                'd'
            } else {
                c
            };
            run = if u32::from(kind) == last_kind { run + 1 } else { 1 };
            last_kind = u32::from(kind);
            if run <= 2 {
                shape = mix(shape, u64::from(kind));
            }
            match kind {
                'X' => lower.extend(c.to_lowercase()),
                'd' => lower.push('0'),
                _ if is_apostrophe(c) => lower.push('\''),
                '“' | '”' => lower.push('"'),
                _ => lower.push(c),
            }
        }
        Word {
            exact,
            lower: lower.iter().fold(LOWER, |h, &c| mix(h, u64::from(c))),
            suffix: running(SUFFIX, lower.iter().rev()),
            prefix: running(PREFIX, lower.iter()),
            shape,
            capital: word.starts_with(char::is_uppercase),
            ..Word::default()
        }
    }
}

const EXACT: u64 = 1;
const LOWER: u64 = 2;
const SUFFIX: u64 = 3;
const PREFIX: u64 = 4;
const SHAPE: u64 = 5;
const OUTSIDE: u64 = 6;

/// Hashes of the first one to `N` characters; a shorter word repeats its last hash.
fn running<'a, const N: usize>(seed: u64, chars: impl Iterator<Item = &'a char>) -> [u64; N] {
    let mut hashes = [seed; N];
    let mut hash = seed;
    let mut len = 0;
    for (slot, &c) in hashes.iter_mut().zip(chars) {
        hash = mix(hash, u64::from(c));
        *slot = hash;
        len += 1;
    }
    hashes[len..].fill(hash);
    hashes
}

/// Adds a value to a hash.
#[inline(always)]
pub fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(23) ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Spreads the last value that was added over all bits of a hash: tables take the first ones.
#[inline(always)]
pub fn spread(hash: u64) -> u64 {
    (hash ^ hash >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// Collects the features of one decision. Each call of [`Features::add`] is a template of its own, told apart by its place in
/// the order of calls, so the order must not depend on the input.
pub struct Features<'a> {
    hashes: &'a mut Vec<u64>,
    template: u64,
}

impl<'a> Features<'a> {
    /// Starts afresh in `hashes`.
    pub fn new(hashes: &'a mut Vec<u64>) -> Features<'a> {
        hashes.clear();
        Features { hashes, template: 0 }
    }

    /// Adds the feature that the next template makes of `values`.
    #[inline(always)]
    pub fn add<const N: usize>(&mut self, values: [u64; N]) {
        self.template += 1;
        let mut hash = self.template;
        for value in values {
            hash = mix(hash, value);
        }
        self.hashes.push(spread(hash));
    }
}

/// How a sentence uses capitals: a headline or a shouted line says nothing about names by them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    Sentence,
    Title,
    Upper,
}

/// The words of one sentence.
#[derive(Clone, Debug)]
pub struct Words {
    /// With [`PADDING`] words outside the sentence at either end.
    words: Vec<Word>,
    pub case: Case,
}

/// How far from a word the features look.
const PADDING: usize = 2;

/// What the words beside a word tell of it, where the weights go wrong: "Miss" before a name is no verb, and who is called "its chief
/// executive" is somebody.
fn told(form: &str, before: &str, next: &str) -> Option<Tag> {
    let tag = |upos, xpos| Some(Tag { upos, xpos });
    match (before, form) {
        (_, "Miss") if next.starts_with(char::is_uppercase) => tag(Upos::Propn, Xpos::Nnp),
        ("chief", "executive") if matches!(next, "," | "." | "of" | "who" | "said" | "and") => {
            tag(Upos::Noun, Xpos::Nn)
        }
        // "Found Ann Lee guilty".
        (_, "guilty") => tag(Upos::Adj, Xpos::Jj),
        _ => None,
    }
}

impl Words {
    /// Reads the words of a sentence.
    pub fn new<'a>(sentence: impl Iterator<Item = &'a str> + Clone, dictionary: &Dictionary) -> Words {
        let mut lower = Vec::new();
        let case = Case::of(sentence.clone());
        let outside = |which: [u64; PADDING]| which.map(Word::outside);
        let mut words = Vec::with_capacity(sentence.size_hint().0 + 2 * PADDING);
        words.extend(outside([1, 2]));
        let (before, next) = ([""].into_iter().chain(sentence.clone()), sentence.clone().skip(1).chain([""]));
        words.extend(sentence.zip(before.zip(next)).map(|(form, (before, next))| {
            let word = Word::new(form, &mut lower);
            let (tags, sure) = dictionary.tags(word.lower, word.capital);
            Word {
                tags,
                sure: told(form, before, next).or(sure),
                profile: dictionary.profile(form, word.lower),
                ..word
            }
        }));
        words.extend(outside([3, 4]));
        Words { words, case }
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len() - 2 * PADDING
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The word `offset` places (at most two) after word `i`.
    pub fn at(&self, i: usize, offset: isize) -> &Word {
        &self.words[(i + PADDING).wrapping_add_signed(offset)]
    }
}

impl Case {
    /// Judges by the words of at least four letters: in running text few of them have capitals.
    fn of<'a>(words: impl Iterator<Item = &'a str>) -> Case {
        let (mut long, mut capital, mut upper) = (0, 0, 0);
        for word in words {
            let mut letters = word.chars().filter(|c| c.is_alphabetic());
            let first = letters.next();
            if letters.clone().take(3).count() < 3 {
                continue;
            }
            long += 1;
            capital += usize::from(first.is_some_and(char::is_uppercase));
            upper += usize::from(letters.all(char::is_uppercase));
        }
        match long {
            _ if long >= 3 && 4 * upper >= 3 * long => Case::Upper,
            _ if long >= 4 && 4 * capital >= 3 * long => Case::Title,
            _ => Case::Sentence,
        }
    }
}
