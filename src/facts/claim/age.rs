//! Claims of somebody's age: "Ann Lee, 52," and "the 52-year-old Lee".

use super::{Claim, Content, Event, Part, Party, clause::Clauses};
use crate::language::{model::Relation, number::Unit};

/// The ages of a sentence, each with the person it is of: the name right before it, or the one it describes.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    for quantity in clauses.sentence().quantities.iter().filter(|q| q.unit == Unit::Age) {
        let Some((first, last)) = clauses.tokens_in(quantity.span) else { continue };
        let comma = first > 1 && clauses.sentence().word(first - 1) == ",";
        let person = if let Some(person) = who_is(clauses, last) {
            Some(person)
        } else if comma {
            clauses.chain(first - 2)
        } else {
            described(clauses, first, last)
        };
        let Some(chain) = person else { continue };
        let party = Party { part: Part::Patient, noun: Default::default(), chain: Some(chain) };
        found.push(Claim {
            span: clauses.source(quantity.span),
            sentence: number,
            event: Event { parties: vec![party], ..Event::of("age", Default::default()) },
            content: Content::Age(*quantity),
            attribution: None,
            times: Vec::new(),
        });
    }
}

/// The person that a bare number is the age of: "who is 43", "was 43 when". `None` where the number stands for anything else.
fn who_is(clauses: &Clauses, last: usize) -> Option<crate::facts::ChainId> {
    let predication = clauses.predications.iter().find(|p| p.head == last)?;
    predication.participants.iter().find_map(|p| clauses.chain(p.head))
}

/// The person that "52-year-old" stands before or "aged 52", "is 52" behind.
fn described(clauses: &Clauses, first: usize, last: usize) -> Option<crate::facts::ChainId> {
    let parse = &clauses.sentence().parse;
    let root = (first..=last).find(|&i| parse.head(i).is_none_or(|h| !(first..=last).contains(&h)))?;
    let subject = parse.children(root).find(|&c| parse.node(c).relation.is_subject());
    subject.and_then(|s| clauses.chain(s)).or_else(|| {
        // "Ann Lee, a 52-year-old Dane": up to the name that the noun stands beside.
        let beside = |&i: &usize| match parse.node(i).relation {
            Relation::Appos | Relation::Flat | Relation::NmodDesc => parse.head(i),
            _ => None,
        };
        std::iter::successors(parse.head(root), beside).find_map(|i| clauses.chain(i))
    })
}
