//! WordNet's relations between words: kinds, synonyms, antonyms, derivations.
//!
//! A word has at most its three commonest senses here, a verb its six. Nothing tells which of them a text means, so the tests hold when they hold
//! for some sense: evidence, not proof.

use std::{cell::RefCell, sync::LazyLock};

use smol_str::SmolStr;

use super::{
    Pos,
    key::Key,
    memo::Memo,
    wordnet::{Synset, WordId, wordnet},
    words::{Base, base},
};

/// A kind of thing that a noun may name, by the WordNet synset that stands for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Class {
    Person,
    /// Anything of several members, organisations included.
    Group,
    Organisation,
    /// A point or region of space.
    Place,
    /// What is built: houses, bridges.
    Structure,
    /// What happens, acts included.
    Event,
    Act,
    Crime,
    TimePeriod,
    /// "Hour", "century".
    TimeUnit,
    /// A quantity of anything.
    Measure,
    Money,
    /// What people and goods are carried in, trains and buses included.
    Vehicle,
    Weapon,
    Document,
    /// What is said or written.
    Communication,
    Animal,
    Illness,
    Injury,
}

/// The noun that stands for each class, and which of its senses, in the order of [`Class`].
const ANCHORS: [(Class, &str, usize); 19] = [
    (Class::Person, "person", 0),
    (Class::Group, "group", 0),
    (Class::Organisation, "organization", 0),
    (Class::Place, "location", 0),
    (Class::Structure, "structure", 0),
    (Class::Event, "event", 0),
    (Class::Act, "act", 1),
    (Class::Crime, "crime", 0),
    (Class::TimePeriod, "time period", 0),
    (Class::TimeUnit, "unit of time", 0),
    (Class::Measure, "measure", 1),
    (Class::Money, "sum of money", 0),
    (Class::Vehicle, "conveyance", 2),
    (Class::Weapon, "weapon", 0),
    (Class::Document, "document", 0),
    (Class::Communication, "communication", 1),
    (Class::Animal, "animal", 0),
    (Class::Illness, "illness", 0),
    (Class::Injury, "injury", 0),
];

static CLASSES: LazyLock<[Option<Synset>; ANCHORS.len()]> =
    LazyLock::new(|| ANCHORS.map(|(_, noun, sense)| senses(noun, Pos::Noun).nth(sense)));

/// Whether one of the first `among` senses of `noun`, in the singular or plural, is of this class.
///
/// ```
/// use twosource::language::lexicon::{Class, is_a};
///
/// assert!(is_a("prosecutors", Class::Person, 1));
/// assert!(is_a("committee", Class::Organisation, 2));
/// assert!(!is_a("bridge", Class::Person, 3));
/// ```
pub fn is_a(noun: &str, class: Class, among: usize) -> bool {
    thread_local! {
        static KNOWN: RefCell<Memo<(Class, usize), bool>> = RefCell::new(Memo::new());
    }
    let find = || {
        CLASSES[class as usize]
            .is_some_and(|class| senses(noun, Pos::Noun).take(among).any(|sense| wordnet().lies_below(sense, class)))
    };
    KNOWN.with_borrow_mut(|known| known.recall(noun, (class, among), find))
}

/// Whether one of the first `among` senses of `word` is a kind of the commonest sense of `kind`: a sedan of "car", to oust of
/// "remove".
pub fn is_kind_of(word: &str, kind: &str, pos: Pos, among: usize) -> bool {
    let above = senses(kind, pos).next();
    above.is_some_and(|above| senses(word, pos).take(among).any(|sense| wordnet().lies_below(sense, above)))
}

/// Whether both nouns are of people, singular or plural, and of people that have nothing in common but being people: a senator and
/// a chef, but no singer and a dancer, who both perform.
///
/// ```
/// use twosource::language::lexicon::unrelated_people;
///
/// assert!(unrelated_people("senator", "chef"));
/// assert!(!unrelated_people("singer", "dancer") && !unrelated_people("senator", "bridge"));
/// ```
pub fn unrelated_people(a: &str, b: &str) -> bool {
    let Some(person) = CLASSES[Class::Person as usize] else { return false };
    // What anybody may be beside what they do.
    let general = ["adult", "worker", "unfortunate"].map(|noun| senses(noun, Pos::Noun).next());
    let kinds = |noun: &str| -> Vec<Synset> {
        let mut found = Vec::new();
        let mut next: Vec<Synset> = senses(noun, Pos::Noun).take(3).collect();
        while let Some(sense) = next.pop() {
            if !found.contains(&sense) && sense != person && wordnet().lies_below(sense, person) {
                found.push(sense);
                next.extend(wordnet().parents(sense));
            }
        }
        found
    };
    // What people live by: a mother or a native may be anything beside.
    let vocations = ["professional", "leader", "entertainer", "creator", "communicator", "contestant", "worker"]
        .map(|noun| senses(noun, Pos::Noun).next());
    let (ours, theirs) = (kinds(a), kinds(b));
    let works = |kinds: &[Synset]| kinds.iter().any(|kind| vocations.contains(&Some(*kind)));
    let only = |kinds: &[Synset]| kinds.iter().copied().filter(|k| !general.contains(&Some(*k))).collect::<Vec<_>>();
    works(&ours) && works(&theirs) && only(&ours).iter().all(|kind| !only(&theirs).contains(kind))
}

/// Whether the two words, in any inflection, share one of their first `among` meanings. A word is its own synonym.
///
/// ```
/// use twosource::language::lexicon::{Pos, synonyms};
///
/// assert!(synonyms("attorneys", "lawyer", Pos::Noun, 1));
/// assert!(!synonyms("attorney", "judge", Pos::Noun, 3));
/// ```
pub fn synonyms(a: &str, b: &str, pos: Pos, among: usize) -> bool {
    let others = senses(b, pos).take(among);
    senses(a, pos).take(among).any(|sense| others.clone().any(|other| sense == other))
}

/// Whether WordNet opposes the two words, in any inflection, or one of them to a synonym of the other: hire and fire, hire and
/// sack.
///
/// ```
/// use twosource::language::lexicon::{Pos, antonyms};
///
/// assert!(antonyms("fired", "hires", Pos::Verb));
/// assert!(antonyms("innocent", "guilty", Pos::Adjective));
/// assert!(!antonyms("fired", "sacked", Pos::Verb));
/// ```
pub fn antonyms(a: &str, b: &str, pos: Pos) -> bool {
    let find = |word| base(&Key::new(word)?, pos);
    let (Some(a), Some(b)) = (find(a), find(b)) else { return false };
    opposes(&a, &b) || opposes(&b, &a)
}

/// Whether an antonym of `a` is `b`, or `b` shares its meaning.
fn opposes(a: &Base, b: &Base) -> bool {
    let mut antonyms = a.usage.antonyms().peekable();
    let id = antonyms.peek().and_then(|_| b.id());
    antonyms.any(|(word, sense)| id == Some(word) || b.usage.senses().any(|meaning| meaning == sense))
}

/// The words from which `word` is derived or with which it shares a root, each with its part of speech: dismiss for "dismissal".
/// Nouns list all their relatives, other words only verbs.
///
/// ```
/// use twosource::language::lexicon::{Pos, relatives};
///
/// assert!(relatives("ouster", Pos::Noun).any(|(word, pos)| word == "oust" && pos == Pos::Verb));
/// ```
pub fn relatives(word: &str, pos: Pos) -> impl Iterator<Item = (SmolStr, Pos)> {
    relative_ids(word, pos).map(|(id, pos)| (wordnet().word(id), pos))
}

/// Whether the two words are derived one from the other: dismissal and dismiss, in any inflection.
pub fn are_relatives(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> bool {
    let lists = |a, a_pos, b, b_pos| {
        let b = Key::new(b).and_then(|key| base(&key, b_pos)).and_then(|base| base.id());
        b.is_some_and(|b| relative_ids(a, a_pos).any(|relative| relative == (b, b_pos)))
    };
    lists(a, a_pos, b, b_pos) || lists(b, b_pos, a, a_pos)
}

fn relative_ids(word: &str, pos: Pos) -> impl Iterator<Item = (WordId, Pos)> {
    let usage = Key::new(word).and_then(|key| base(&key, pos)).map(|base| base.usage);
    usage.into_iter().flat_map(|usage| usage.relatives())
}

/// The meanings of a word in any inflection as numbers, commonest first: words with one in common are synonyms in it.
pub(super) fn meanings(word: &str, pos: Pos) -> impl Iterator<Item = u32> {
    senses(word, pos).map(Synset::number)
}

/// The senses of a word in any inflection, commonest first.
fn senses(word: &str, pos: Pos) -> impl Iterator<Item = Synset> + Clone {
    let usage = Key::new(word).and_then(|key| base(&key, pos)).map(|base| base.usage);
    usage.into_iter().flat_map(|usage| usage.senses())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_its_synset() {
        for (place, (class, noun, _)) in ANCHORS.into_iter().enumerate() {
            assert_eq!(class as usize, place);
            assert!(CLASSES[place].is_some() && is_a(noun, class, 3), "{class:?}");
        }
    }

    #[test]
    fn classes() {
        use Class::*;
        let cases = [
            ("prosecutor", Person),
            ("spokeswoman", Person),
            ("jury", Group),
            ("committee", Organisation),
            ("suburb", Place),
            ("bridge", Structure),
            ("election", Event),
            ("robbery", Crime),
            ("decade", TimePeriod),
            ("hours", TimeUnit),
            ("kilometre", Measure),
            ("truck", Vehicle),
            ("rifle", Weapon),
            ("subpoena", Document),
            ("testimony", Communication),
            ("influenza", Illness),
        ];
        for (noun, class) in cases {
            assert!(is_a(noun, class, 2), "{noun} {class:?}");
        }
        assert!(!is_a("subpoena", Person, 3) && !is_a("prosecutor", Place, 3) && !is_a("qwerty", Event, 3));
        assert!(is_kind_of("sedan", "car", Pos::Noun, 1) && !is_kind_of("car", "sedan", Pos::Noun, 1));
    }

    #[test]
    fn opposites_and_relatives() {
        assert!(antonyms("rise", "fall", Pos::Verb) && antonyms("hired", "sack", Pos::Verb));
        assert!(antonyms("acquitted", "convicting", Pos::Verb));
        assert!(!antonyms("rise", "rise", Pos::Verb) && !antonyms("", "", Pos::Verb));
        for (noun, verb) in
            [("dismissal", "dismissed"), ("ouster", "oust"), ("resignation", "resigns"), ("denial", "denied")]
        {
            assert!(are_relatives(noun, Pos::Noun, verb, Pos::Verb), "{noun}");
            assert!(are_relatives(verb, Pos::Verb, noun, Pos::Noun), "{noun}");
        }
        assert!(!are_relatives("dismissal", Pos::Noun, "hire", Pos::Verb));
    }
}
