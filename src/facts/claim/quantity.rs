//! Claims that so many of something take part in an event.

use super::{Claim, Content, Part, clause::Clauses, predication::Role};
use crate::language::{Quantity, number::Unit};

/// The quantity claims of a sentence: numbers that count or measure a participant of a predication.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    for quantity in &clauses.sentence().quantities {
        if let Some(claim) = claim(clauses, number, quantity) {
            found.push(claim);
        }
    }
}

fn claim(clauses: &Clauses, number: u32, quantity: &Quantity) -> Option<Claim> {
    if quantity.weak || matches!(quantity.unit, Unit::Ordinal | Unit::Age) {
        return None;
    }
    let phrase = quantity.phrase();
    let (predication, root) = clauses.governing(phrase)?;
    let noun = match quantity.counted {
        Some(counted) => clauses.noun(clauses.tokens_in(counted)?.1),
        None if quantity.of.is_some() || quantity.unit != Unit::Count => Default::default(),
        // A bare number counts whatever the sentence before spoke of: nothing to compare it by.
        None => return None,
    };
    let argument = clauses.argument(predication.head, root);
    let part = match predication.participants.iter().find(|p| p.head == argument || p.head == root)?.role {
        Role::Agent => Part::Agent,
        Role::Patient => Part::Patient,
        Role::Recipient => Part::Recipient,
        Role::Oblique(case) => Part::Oblique(clauses.sentence().word(case).to_lowercase().into()),
    };
    Some(Claim {
        span: clauses.source(phrase),
        sentence: number,
        event: clauses.event(predication),
        content: Content::Quantity { quantity: *quantity, noun, part },
        attribution: None,
        times: clauses.times_of(predication),
    })
}
