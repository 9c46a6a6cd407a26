//! Whose name stands beside what somebody is: "the port's chief executive, Jo Reed, sat".

use crate::{
    facts::{ChainId, claim::participant},
    language::{
        Sentence,
        lexicon::{self, Class},
        model::{Relation, Upos},
    },
};

/// Who the word for what somebody is at token `noun` stands for, by the name behind its comma.
pub fn apposed(sentence: &Sentence, chains: &[Option<ChainId>], noun: usize) -> Option<ChainId> {
    let parse = &sentence.parse;
    let somebody = matches!(parse.node(noun).upos, Upos::Noun | Upos::Adj);
    let beside = |&c: &usize| c == noun + 2 && parse.node(c).relation == Relation::Appos;
    let named = |i: usize| chains[i].filter(|_| parse.node(i).upos == Upos::Propn);
    let name = parse.children(noun).find(beside).and_then(named);
    let name = name.or_else(|| between_commas(sentence, chains, noun).filter(|_| chains[noun].is_none()));
    name.filter(|_| somebody && lexicon::is_a(&participant::noun(sentence, noun), Class::Person, 1))
}

/// The name that stands alone between commas before the verb of a subject, whatever the parser hung it on: "the head of the
/// port, Jo Reed, sat".
fn between_commas(sentence: &Sentence, chains: &[Option<ChainId>], subject: usize) -> Option<ChainId> {
    let parse = &sentence.parse;
    let verb = parse.head(subject).filter(|&verb| verb > subject && parse.node(subject).relation.is_subject())?;
    let auxiliary =
        |&c: &usize| c > subject && matches!(parse.node(c).relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
    let verb = parse.children(verb).find(auxiliary).unwrap_or(verb);
    let last = verb.checked_sub(2).filter(|&i| i > subject && sentence.word(i + 1) == ",")?;
    let name = chains[last].filter(|_| parse.node(last).upos == Upos::Propn)?;
    let first = (subject + 1..=last).rev().take_while(|&i| chains[i] == Some(name)).last()?;
    let behind = parse.nodes().get(subject + 1).is_some_and(|node| node.upos == Upos::Adp);
    (behind && sentence.word(first - 1) == ",").then_some(name)
}
