//! What a number counts, in the words behind it.

use smol_str::SmolStr;

use crate::{
    facts::claim::{circumstance::is, clause::Clauses, quantity::counted},
    language::{Quantity, model::Upos, number::Unit},
    text::Span,
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

/// What is counted with the words in front: "gold coins", "counterfeit heart tablets".
pub fn described(clauses: &Clauses, quantity: &Quantity, noun: &SmolStr) -> Option<SmolStr> {
    let sentence = clauses.sentence();
    let (_, number) = clauses.tokens_in(quantity.number)?;
    let is_word = |i: &usize| matches!(sentence.parse.node(*i).upos, Upos::Adj | Upos::Noun);
    let words: Vec<usize> = (number + 1..sentence.tokens.len()).take_while(is_word).collect();
    let (last, before) = words.split_last()?;
    let all = || before.iter().map(|&i| sentence.lower(i)).chain([noun.clone()]).collect::<Vec<_>>().join(" ");
    (!before.is_empty() && clauses.noun(*last) == *noun).then(|| all().into())
}

/// The number of all of which another counts some, in the words behind "of": 24 of "nine of the 24 wagons".
pub fn whole<'c>(clauses: &'c Clauses, of: Span) -> Option<&'c Quantity> {
    let all = clauses.sentence().quantities.iter();
    all.into_iter().find(|q| q.unit == Unit::Count && !q.weak && of.contains(q.number))
}

/// What is counted or weighed: a noun behind the number, or behind "the number of" before it.
pub fn noun(clauses: &Clauses, quantity: &Quantity, first: usize) -> SmolStr {
    const COUNTS: &[&str] = &["number", "toll", "tally", "count"];
    let last = |words: Span| clauses.tokens_in(words).map(|(_, last)| last);
    match quantity.unit {
        Unit::Count => {}
        Unit::Measure(_) => return of_what(clauses, quantity).unwrap_or_default(),
        _ => return SmolStr::default(),
    }
    let behind = counted(clauses, quantity).or(quantity.of.filter(|of| whole(clauses, *of).is_some())).and_then(last);
    let before = || {
        let of = (1..first).rev().find(|&i| is(clauses, i, &["of"]) && is(clauses, i - 1, COUNTS))?;
        (of + 1..first).find(|&i| clauses.sentence().parse.node(i).upos == Upos::Noun)
    };
    behind.or_else(before).map(|i| clauses.noun(i)).unwrap_or_default()
}

/// What is weighed or measured: oil of "nine tonnes of oil".
fn of_what(clauses: &Clauses, quantity: &Quantity) -> Option<SmolStr> {
    let (_, last) = clauses.tokens_in(quantity.span)?;
    let parse = &clauses.sentence().parse;
    let of = Some(last + 1).filter(|&of| is(clauses, of, &["of"]))?;
    let noun = parse.head(of).filter(|&noun| noun > of)?;
    (parse.node(noun).upos == Upos::Noun).then(|| clauses.noun(noun))
}
