//! Verbs whose sense a second word tells: "turn down", "take the stand", "find guilty", "find its way into".

use super::predication::{Participant, Role};
use crate::language::{
    Sentence,
    lexicon::{self, Pos},
    model::{Relation, Upos},
};

/// The particle of a verb, or a second word that makes it another verb ("turned down").
pub(super) fn particle(sentence: &Sentence, head: usize, lemma: &str) -> Option<String> {
    let parse = &sentence.parse;
    let marked = parse.child(head, Relation::CompoundPrt).map(|c| sentence.word(c).to_lowercase());
    let next = || {
        let next = head + 1;
        let word = (next < sentence.tokens.len()).then(|| sentence.word(next).to_lowercase())?;
        let adverb =
            matches!(parse.node(next).upos, Upos::Adp | Upos::Adv | Upos::Part) && parse.head(next) == Some(head);
        adverb.then_some(word)
    };
    marked.or_else(next).filter(|word| lexicon::is_phrasal(lemma, word))
}

/// "Take into custody", "take the stand", "spend a day in the witness box": a verb whose sense is told by a whole phrase behind it.
pub(super) fn idiom(sentence: &Sentence, head: usize, lemma: &str) -> Option<String> {
    let parse = &sentence.parse;
    let completes = |c: &usize| *c > head && matches!(parse.node(*c).relation, Relation::Obl | Relation::Obj);
    // To spend some time somewhere is to be there.
    let verb = if lemma == "spend" { "be" } else { lemma };
    let listed = |c: usize| {
        let second = words(sentence, c);
        lexicon::is_phrasal(verb, &second).then(|| [verb, " ", &second].concat())
    };
    parse.children(head).filter(completes).find_map(listed)
}

/// "Was in the witness box": a phrase with a copula that is a verb to us.
pub(super) fn being(sentence: &Sentence, head: usize) -> Option<String> {
    let second = words(sentence, head);
    lexicon::is_phrasal("be", &second).then(|| ["be ", &second].concat())
}

/// The noun at token `noun` with its preposition and all between, in lower case.
fn words(sentence: &Sentence, noun: usize) -> String {
    let parse = &sentence.parse;
    let part =
        |&c: &usize| c < noun && matches!(parse.node(c).relation, Relation::Case | Relation::Det | Relation::Compound);
    let words = parse.children(noun).filter(part).chain([noun]).map(|i| sentence.word(i).to_lowercase());
    words.collect::<Vec<_>>().join(" ")
}

/// "Found its way", "forced their way": to get there.
pub(super) fn makes_way(sentence: &Sentence, head: usize, lemma: &str) -> bool {
    const MAKING: &[&str] =
        &["battle", "claw", "fight", "find", "force", "make", "push", "wend", "wind", "work", "worm"];
    let way = sentence.parse.child(head, Relation::Obj).filter(|&o| sentence.word(o).eq_ignore_ascii_case("way"));
    MAKING.contains(&lemma) && way.is_some_and(|way| sentence.parse.child(way, Relation::NmodPoss).is_some())
}

/// "Find guilty", "find not guilty": a verb whose outcome is told by the adjective that completes it.
pub(super) fn finding(sentence: &Sentence, head: usize, lemma: &str) -> Option<String> {
    let parse = &sentence.parse;
    let completes = |&c: &usize| matches!(parse.node(c).relation, Relation::Xcomp) && parse.node(c).upos == Upos::Adj;
    let state = parse.children(head).find(completes).map(|state| {
        let not = parse.children(state).any(|c| sentence.word(c).eq_ignore_ascii_case("not"));
        [if not { "not " } else { "" }, &sentence.word(state).to_lowercase()].concat()
    });
    // "Was found guilty": right behind the verb, whatever the parser makes of it.
    let behind = || {
        let words = (head + 1..sentence.tokens.len()).map(|i| sentence.word(i).to_lowercase()).take(2);
        let words: Vec<String> = words.collect();
        let guilt = |word: &String| word == "guilty";
        match words.as_slice() {
            [not, state] if not == "not" && guilt(state) => Some("not guilty".to_owned()),
            [state, ..] if guilt(state) => Some("guilty".to_owned()),
            _ => None,
        }
    };
    let second = state.or_else(behind)?;
    lexicon::is_phrasal(lemma, &second).then(|| [lemma, " ", &second].concat())
}

/// What stands behind the preposition of a phrase such as "ask for" is its object.
pub(super) fn take_object(sentence: &Sentence, predicate: &str, participants: &mut Vec<Participant>) {
    let Some((_, second)) = predicate.split_once(' ') else { return };
    // "Took the stand", "was found guilty": the last word is part of the predicate.
    // So are "its way" into it, and how long somebody was there.
    let verb = |p: &Participant| sentence.parse.head(p.head).map(|h| sentence.word(h).to_lowercase());
    let lemma = |p: &Participant| verb(p).and_then(|verb| lexicon::lemma(&verb, Pos::Verb));
    let part = |p: &Participant| {
        let word = sentence.word(p.head).to_lowercase();
        ends_with(predicate, &word)
            || word == "way" && predicate.starts_with("get ")
            || predicate.starts_with("be ") && lemma(p).is_some_and(|verb| verb == "spend")
    };
    participants.retain(|p| !matches!(p.role, Role::Patient | Role::Oblique(_)) || !part(p));
    if participants.iter().any(|p| p.role == Role::Patient) {
        return;
    }
    let behind = |p: &&mut Participant| matches!(p.role, Role::Oblique(case) if sentence.word(case).eq_ignore_ascii_case(second));
    if let Some(object) = participants.iter_mut().find(behind) {
        object.role = Role::Patient;
    }
}

/// Whether a predicate of several words ends with this one: "find guilty" with "guilty".
pub(super) fn ends_with(predicate: &str, word: &str) -> bool {
    predicate.rsplit_once(' ').is_some_and(|(_, last)| last == word)
}
