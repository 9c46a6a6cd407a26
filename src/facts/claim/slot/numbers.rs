//! The numbers of a sentence that another account may give otherwise.

use smol_str::SmolStr;

use super::{Acts, Filler};
use crate::{
    facts::claim::{clause::Clauses, predication::Role, quantity},
    language::{
        Quantity, lexicon,
        model::Upos,
        number::{Dimension, Unit},
    },
    text::Span,
};

/// Hands on each number with its place and what is done.
pub fn each<'a>(clauses: &'a Clauses, add: &mut dyn FnMut(Span, Filler, Acts<'a>)) {
    let quantities = &clauses.sentence().quantities;
    for (at, quantity) in quantities.iter().enumerate() {
        // How long it takes is told of many things.
        let lasts = matches!(quantity.unit, Unit::Measure(measure) if measure.dimension == Dimension::Duration);
        if lasts || quantity.weak || quantity.of.is_some() || matches!(quantity.unit, Unit::Ordinal | Unit::Age) {
            continue;
        }
        let phrase = quantity.phrase();
        if quantity::is_whole(clauses, phrase) {
            continue;
        }
        let tally = quantities.get(at + 1).and_then(|next| quantity::tally(clauses, quantity, next));
        let quantity = tally.unwrap_or(*quantity);
        let noun = match quantity.unit {
            Unit::Tally(_) if tally.is_some() || quantity::is_vote(clauses.sentence()) => quantity::VOTE.into(),
            _ => noun(clauses, &quantity).or_else(|| estimated(clauses, &quantity)).unwrap_or_default(),
        };
        if quantity.unit == Unit::Count && noun.is_empty() {
            continue;
        }
        let root = clauses.governing(phrase).map(|(_, root)| root).or_else(|| Some(clauses.tokens_in(phrase)?.0));
        if let Some(root) = root.filter(|_| !is_ratio(clauses, phrase)) {
            let whole = is_all(clauses, phrase);
            add(
                clauses.source(phrase),
                Filler::Number { quantity: Box::new(quantity), noun },
                Acts { whole, ..Acts::of(clauses, root) },
            );
        }
    }
}

/// Whether a number stands for all there are: "all nine", "its 40 pupils", "the seven-strong crew".
fn is_all(clauses: &Clauses, phrase: Span) -> bool {
    let before = clauses.tokens_in(phrase).and_then(|(first, _)| first.checked_sub(1));
    let all = ["all", "entire", "its", "the", "their", "whole"];
    before.is_some_and(|i| clauses.sentence().is_any(i, &all))
}

/// What a bare number is put at: "put the crowd at 7,500".
fn estimated(clauses: &Clauses, quantity: &Quantity) -> Option<SmolStr> {
    const PUTTING: &[&str] = &["count", "estimate", "give", "place", "put", "reckon", "set"];
    if quantity.unit != Unit::Count {
        return None;
    }
    let (first, _) = clauses.tokens_in(quantity.span)?;
    let at = first.checked_sub(1).filter(|&i| clauses.sentence().is_any(i, &["as", "at"]))?;
    let (p, _) = clauses.governing(quantity.phrase())?;
    let put = PUTTING.contains(&p.predicate.as_str());
    let what = p.participants.iter().find(|q| q.role == Role::Patient && q.head < at);
    what.filter(|_| put).map(|what| what.noun.clone())
}

/// "Nine trains in ten".
pub fn is_ratio(clauses: &Clauses, phrase: Span) -> bool {
    let sentence = clauses.sentence();
    let Some((_, last)) = clauses.tokens_in(phrase) else { return false };
    let number = |i: usize| sentence.parse.nodes().get(i).is_some_and(|node| node.upos == Upos::Num);
    number(last + 2) && matches!(sentence.word(last + 1), "in" | "of")
}

/// What is counted: the crew of "a seven-strong crew" and of "nine crew members".
fn noun(clauses: &Clauses, quantity: &Quantity) -> Option<SmolStr> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let counted = quantity::counted(clauses, quantity)?;
    let (_, last) = clauses.tokens_in(counted)?;
    let word = clauses.noun(last);
    let joined = sentence.text.as_bytes().get(quantity.number.end as usize) == Some(&b'-');
    match counted.of(&sentence.text) {
        "strong" | "man" | "woman" | "member" | "person" if joined => {
            let behind = (last + 1..parse.nodes().len()).take(3).find(|&i| parse.node(i).upos == Upos::Noun)?;
            Some(clauses.noun(behind))
        }
        group
            if last > 0
                && word == "member"
                && lexicon::is_collective(sentence.word(last - 1))
                && group.contains(' ') =>
        {
            Some(clauses.noun(last - 1))
        }
        // Who scores three times scores three goals.
        "times" => {
            let scores = clauses.governing(counted).is_some_and(|(p, _)| p.predicate == "score");
            Some(if scores { "goal".into() } else { word })
        }
        _ => Some(word),
    }
}
