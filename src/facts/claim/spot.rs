//! Where it happened, told by a clause: "as it was crossing the bridge", "the attic, where it began".

use super::{
    participant::participant,
    predication::{Participant, Role},
};
use crate::language::{
    Sentence,
    lexicon::{self, Pos},
    model::Relation,
};

/// Verbs of being at what one passes on the way.
const PASSING: &[&str] = &[
    "approach",
    "board",
    "climb",
    "cross",
    "descend",
    "enter",
    "leave",
    "navigate",
    "negotiate",
    "pass",
    "round",
    "traverse",
];

/// Where it happened, told by a clause: "as it was crossing the bridge", "the attic, where it began". The conjunction stands for the
/// preposition.
pub(super) fn spots(sentence: &Sentence, head: usize) -> Vec<Participant> {
    let mut found = Vec::new();
    let parse = &sentence.parse;
    let is = |i: usize, words: &[&str]| sentence.is_any(i, words);
    for clause in parse.children(head).filter(|&c| parse.node(c).relation == Relation::Advcl) {
        let mark = parse.children(clause).find(|&c| is(c, &["as", "when", "while"]));
        let passing = || lexicon::lemma(&sentence.lower(clause), Pos::Verb);
        let Some((mark, spot)) = mark.zip(parse.child(clause, Relation::Obj)) else { continue };
        if passing().is_some_and(|verb| PASSING.contains(&verb.as_str())) {
            found.push(participant(sentence, Role::Oblique(mark), spot));
        }
    }
    let own = parse.head(head).filter(|_| parse.node(head).relation == Relation::AclRelcl);
    let adverb = parse.children(head).find(|&c| parse.node(c).relation == Relation::Advmod && is(c, &["where"]));
    if let Some((adverb, spot)) = adverb.zip(own) {
        found.push(participant(sentence, Role::Oblique(adverb), spot));
    }
    found
}
