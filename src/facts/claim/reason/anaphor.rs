//! Reasons for what the text has told of before: "The reason is the new tax", "It was not about pay but about the pupils".

use std::sync::Arc;

use super::Found;
use crate::{
    facts::claim::{Event, circumstance::is, clause::Clauses},
    language::model::{Relation, Upos},
};

/// What is explained where the sentence does not say.
pub const EXPLAIN: &str = "explain";

pub fn reasons(clauses: &Clauses, found: &mut Vec<Found>) {
    named(clauses, found);
    contrasted(clauses, found);
}

/// "The reason is the new tax", "lower taxes are the one reason".
fn named(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for noun in (0..sentence.tokens.len()).filter(|&i| is(clauses, i, &["motive", "reason"])) {
        let explains = parse.children(noun).any(|c| c > noun && parse.child(c, Relation::Case).is_some());
        let subject = |i: usize| parse.children(i).find(|&c| c < i && parse.node(c).relation.is_subject());
        let copula = |i: usize| parse.child(i, Relation::Cop);
        let negated = |i: usize| parse.children(i).any(|c| is(clauses, c, &["not", "n't", "n’t", "never"]));
        let is_subject = parse.node(noun).relation.is_subject();
        let (first, last, denied) = match parse.head(noun) {
            Some(what) if is_subject && !explains => {
                let Some(copula) = copula(what).filter(|&copula| copula > noun) else { continue };
                (copula + 1, parse.subtree(what).end - 1, negated(what))
            }
            _ => {
                let Some(what) = subject(noun).filter(|_| copula(noun).is_some() && !negated(noun)) else { continue };
                let words = parse.subtree(what);
                if parse.node(what).upos == Upos::Pron {
                    continue;
                }
                (words.start, words.end - 1, false)
            }
        };
        if first <= last {
            found.push(explaining(first, last, denied));
        }
    }
}

/// "It was not about pay but about the pupils".
fn contrasted(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let end = sentence.tokens.len();
    let about = |i: usize| is(clauses, i, &["about", "for"]);
    let Some(not) = (0..end).find(|&i| is(clauses, i, &["not"]) && about(i + 1)) else { return };
    let Some(but) = (not + 3..end.min(not + REACH)).find(|&i| is(clauses, i, &["but"]) && about(i + 1)) else { return };
    let last = (but + 2..end).take_while(|&i| sentence.parse.node(i).upos != Upos::Punct).last();
    if let Some(last) = last {
        found.push(explaining(not + 2, but - 1, true));
        found.push(explaining(but + 2, last, false));
    }
}

/// How far behind "not about" the other reason stands.
const REACH: usize = 10;

fn explaining(first: usize, last: usize, denied: bool) -> Found {
    let event = Event { parties: Vec::new(), ..Event::of(EXPLAIN, Arc::new([])) };
    Found { event, first, last, purpose: false, denied }
}
