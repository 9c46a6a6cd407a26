//! Nouns for people that are for no person where they stand: a diner where one eats, a chair to sit on, somebody's head.

use super::profile::Sort;
use crate::language::{
    Sentence,
    lexicon::{self, Class, Pos},
    model::{Relation, Upos},
};

/// What the noun at token `head` stands for, if that is nobody.
pub fn sort(sentence: &Sentence, head: usize, noun: &str) -> Option<Sort> {
    if is_where(sentence, head, noun) {
        return Some(Sort::Place);
    }
    (is_furniture(sentence, head, noun) || is_of_a_body(sentence, head, noun)).then_some(Sort::Thing)
}

/// Whether something happens at what the noun is for: a diner, a chair, a head may be no person.
fn is_where(sentence: &Sentence, head: usize, noun: &str) -> bool {
    /// How many meanings of the noun are looked at.
    const MEANINGS: usize = 5;
    let parse = &sentence.parse;
    let at = parse.child(head, Relation::Case).is_some_and(|case| {
        let lower = sentence.lower(case);
        matches!(lower.as_str(), "at" | "in" | "inside" | "into" | "outside" | "onto")
    });
    let verb = parse.head(head).is_some_and(|above| parse.node(above).upos == Upos::Verb);
    at && verb && [Class::Place, Class::Structure].iter().any(|class| lexicon::is_a(noun, *class, MEANINGS))
}

/// Whether a chair is one to sit on: it presides over nothing and says nothing.
fn is_furniture(sentence: &Sentence, head: usize, noun: &str) -> bool {
    let parse = &sentence.parse;
    let of = sentence.tokens.get(head + 1).is_some_and(|_| sentence.is_any(head + 1, &["of", "for"]));
    let body = parse
        .children(head)
        .any(|c| c < head && matches!(parse.node(c).relation, Relation::Compound | Relation::NmodPoss));
    let says = || {
        let verb = parse.head(head).filter(|_| parse.node(head).relation.is_subject());
        let lemma = verb.and_then(|verb| lexicon::lemma(&sentence.lower(verb), Pos::Verb));
        lemma.is_some_and(|lemma| !lexicon::stances(&lemma).is_empty())
    };
    noun == "chair" && !of && !body && !says()
}

/// Whether the noun is for the part of somebody that is called as they are who lead others: "her head", but not "her head of staff".
fn is_of_a_body(sentence: &Sentence, head: usize, noun: &str) -> bool {
    let somebody = |owner: usize| matches!(sentence.lower(owner).as_str(), "his" | "her" | "my" | "your" | "their");
    let owned = sentence.parse.child(head, Relation::NmodPoss).is_some_and(somebody);
    let of = sentence.tokens.get(head + 1).is_some_and(|_| sentence.word(head + 1) == "of");
    noun == "head" && owned && !of
}
