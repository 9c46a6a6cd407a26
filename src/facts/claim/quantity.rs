//! Claims that so many of something take part in an event.

use super::{
    Claim, Content, Part,
    clause::Clauses,
    predication::{Predication, Role, is_passive},
};
use crate::{
    language::{Quantity, model::Upos, number::Unit},
    text::Span,
};

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
    // "38 of the 46 had resigned": parsers take the partitive for a modifier of the verb; the verb behind it is right.
    let behind = quantity.of.and_then(|of| verb_behind(clauses, of));
    let (predication, root) = match behind {
        Some(predication) => (predication, None),
        None => clauses.governing(phrase).map(|(p, root)| (p, Some(root)))?,
    };
    let noun = match quantity.counted {
        Some(counted) => clauses.noun(clauses.tokens_in(counted)?.1),
        None if quantity.of.is_some() || quantity.unit != Unit::Count => Default::default(),
        // A bare number counts whatever the sentence before spoke of: nothing to compare it by.
        None => return None,
    };
    let part = match root {
        Some(root) => part(clauses, predication, root)?,
        None if is_passive(clauses.sentence(), predication.head) => Part::Patient,
        None => Part::Agent,
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

/// The part that token `root` plays, itself or inside a participant.
fn part(clauses: &Clauses, predication: &Predication, root: usize) -> Option<Part> {
    let argument = clauses.argument(predication.head, root);
    Some(match predication.participants.iter().find(|p| p.head == argument || p.head == root)?.role {
        Role::Agent => Part::Agent,
        Role::Patient => Part::Patient,
        Role::Recipient => Part::Recipient,
        Role::Oblique(case) => Part::Oblique(clauses.sentence().word(case).to_lowercase().into()),
    })
}

/// The predication whose verb, auxiliaries aside, stands right behind a span.
fn verb_behind<'a>(clauses: &'a Clauses, within: Span) -> Option<&'a Predication> {
    let (_, last) = clauses.tokens_in(within)?;
    let nodes = clauses.sentence().parse.nodes();
    let verb = (last + 1..nodes.len()).find(|&i| !matches!(nodes[i].upos, Upos::Aux | Upos::Adv))?;
    clauses.predications.iter().find(|p| p.head == verb && nodes[verb].upos == Upos::Verb)
}
