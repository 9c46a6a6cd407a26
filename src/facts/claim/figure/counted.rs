//! What a number counts, in the words behind it.

use smol_str::SmolStr;

use crate::{
    facts::claim::{circumstance::is, clause::Clauses, quantity::counted},
    language::{Quantity, model::Upos, number::Unit},
};

/// What is counted together: "and" and a noun behind the one at token `last`.
pub fn joined(clauses: &Clauses, noun: &SmolStr, last: usize) -> Option<SmolStr> {
    let sentence = clauses.sentence();
    let is_noun = |i: usize| i < sentence.tokens.len() && sentence.parse.node(i).upos == Upos::Noun;
    let at = (last..last + 2).find(|&i| is_noun(i) && clauses.noun(i) == *noun)?;
    let and = |i: usize| is(clauses, i, &["and", "or"]);
    let behind = Some(at + 2).filter(|&i| and(at + 1) && is_noun(i) && !is_noun(i + 1));
    let before = || at.checked_sub(2).filter(|&i| and(at - 1) && is_noun(i));
    let other = clauses.noun(behind.or_else(before)?);
    let (one, other) = if *noun < other { (noun.clone(), other) } else { (other, noun.clone()) };
    Some([&one, " and ", &other].concat().into())
}

/// What is counted with two words or more in front: "counterfeit heart tablets".
pub fn described(clauses: &Clauses, quantity: &Quantity, noun: &SmolStr) -> Option<SmolStr> {
    let sentence = clauses.sentence();
    let (_, number) = clauses.tokens_in(quantity.number)?;
    let is_word = |i: &usize| matches!(sentence.parse.node(*i).upos, Upos::Adj | Upos::Noun);
    let words: Vec<usize> = (number + 1..sentence.tokens.len()).take_while(is_word).collect();
    let (last, before) = words.split_last()?;
    let all = || before.iter().map(|&i| sentence.lower(i)).chain([noun.clone()]).collect::<Vec<_>>().join(" ");
    (before.len() > 1 && clauses.noun(*last) == *noun).then(|| all().into())
}

/// What is counted: a noun behind the number, or behind "the number of" before it.
pub fn noun(clauses: &Clauses, quantity: &Quantity, first: usize) -> SmolStr {
    const COUNTS: &[&str] = &["number", "toll", "tally", "count"];
    if quantity.unit != Unit::Count {
        return SmolStr::default();
    }
    let behind = counted(clauses, quantity).and_then(|counted| clauses.tokens_in(counted)).map(|(_, last)| last);
    let before = || {
        let of = (1..first).rev().find(|&i| is(clauses, i, &["of"]) && is(clauses, i - 1, COUNTS))?;
        (of + 1..first).find(|&i| clauses.sentence().parse.node(i).upos == Upos::Noun)
    };
    behind.or_else(before).map(|i| clauses.noun(i)).unwrap_or_default()
}
