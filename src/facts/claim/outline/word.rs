//! The words of a sentence by which it can be recognised.

use std::{
    hash::{BuildHasher, Hash},
    sync::Arc,
};

use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;

use crate::{
    facts::claim::{gist, predication::Predication},
    language::{
        Sentence, TokenKind,
        lexicon::{self, Pos, Stance},
        model::{Relation, Upos},
    },
};

/// A word that says something, read once for each sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub token: u32,
    pub lemma: SmolStr,
    pub pos: Pos,
    /// Stands for the word itself.
    pub root: u64,
    /// Stand for what it may mean, sorted, the word itself and those of its root among them: words that share one may mean
    /// the same.
    pub meanings: Arc<[u64]>,
    /// How much it tells by itself, in tenths.
    pub telling: u32,
}

impl Word {
    /// Whether both may mean the same: they share a meaning.
    pub fn may_mean(&self, other: &Word) -> bool {
        self.root == other.root || self.meanings.iter().any(|meaning| other.meanings.binary_search(meaning).is_ok())
    }
}

/// The words of a sentence that say something. A pure function of the sentence, kept from edit to edit.
pub fn words(sentence: &Sentence, predications: &[Predication]) -> Vec<Word> {
    (0..sentence.tokens.len()).filter_map(|i| word(sentence, predications, i)).collect()
}

fn word(sentence: &Sentence, predications: &[Predication], i: usize) -> Option<Word> {
    if sentence.tokens[i].kind != TokenKind::Word {
        return None;
    }
    let node = sentence.parse.node(i);
    let pos = match node.upos {
        Upos::Noun | Upos::Propn => Pos::Noun,
        Upos::Verb => Pos::Verb,
        Upos::Adj => Pos::Adjective,
        _ => return None,
    };
    if matches!(node.relation, Relation::Aux | Relation::AuxPass | Relation::Cop) {
        return None;
    }
    let lower = sentence.lower(i);
    let predication = predications.binary_search_by_key(&i, |p| p.head).ok().map(|at| &predications[at]);
    let lemma = match predication.filter(|_| pos == Pos::Verb) {
        Some(predication) => predication.predicate.clone(),
        None => lexicon::lemma(&lower, pos).unwrap_or_else(|| lower.as_str().into()),
    };
    if lexicon::is_function_word(&lemma) || gist::is_light(&lemma) || lemma.len() < 2 {
        return None;
    }
    // "Said" frames what is told.
    let frames = matches!(lexicon::stances(&lemma).first(), Some(Stance::Asserts | Stance::Claims));
    if pos == Pos::Verb && frames || lexicon::is_name_particle(&lower) {
        return None;
    }
    let telling = match count(&lemma) {
        0..=4 => 30,
        5..=14 => 22,
        15..=39 => 16,
        40..=99 => 11,
        _ => 6,
    };
    let root = number(&lemma);
    let mut meanings = vec![root];
    if pos == Pos::Noun {
        meanings.extend(lexicon::kinds_of_thing_among(&lemma, SENSES).map(|kind| number(&("kind", kind))));
    }
    // "Were injured", "the injured": a participle that is used as an adjective.
    let verb = (pos == Pos::Adjective).then(|| participle_of(&lower)).flatten();
    let deeds = match predication.filter(|_| pos == Pos::Verb) {
        Some(predication) => predication.deeds.to_vec(),
        None if pos == Pos::Adjective => verb.iter().flat_map(|verb| lexicon::deeds(verb, Pos::Verb)).collect(),
        None => lexicon::deeds(&lemma, pos),
    };
    meanings.extend(deeds.into_iter().map(|deed| number(&("deed", deed))));
    meanings.extend(lexicon::relatives(&lemma, pos).map(|(word, _)| number(&word)));
    meanings.extend(verb.iter().map(number));
    meanings.sort_unstable();
    meanings.dedup();
    Some(Word { token: i as u32, lemma, pos, root, meanings: meanings.into(), telling })
}

/// How many senses of a noun count: more than where a noun alone must tell that two things are one.
const SENSES: usize = 3;

/// The verb of which an adjective is the participle.
fn participle_of(lower: &str) -> Option<SmolStr> {
    lexicon::lemma(lower, Pos::Verb)
        .filter(|verb| verb != lower || lexicon::word_use(lower).is_some_and(|u| u.is(Pos::Verb)))
}

/// How often WordNet's tagged texts have a word; verbs with a particle as often as the verb, for few of them are counted.
fn count(lemma: &str) -> u32 {
    let count = |word| {
        lexicon::word_use(word).map_or(0, |u| Pos::ALL.into_iter().filter_map(|p| u.count(p)).max().unwrap_or(0))
    };
    match lemma.split_once(' ') {
        Some((verb, _)) => count(verb).min(MOST_OF_PHRASE).max(count(lemma)),
        None => count(lemma),
    }
}

/// A verb with a particle tells more than the verb may.
const MOST_OF_PHRASE: u32 = 39;

fn number(meaning: &impl Hash) -> u64 {
    FxBuildHasher.hash_one(meaning)
}
