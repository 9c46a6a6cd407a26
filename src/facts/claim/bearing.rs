//! Claims of in which direction from a landmark something is told of: "four miles north of the light", "to the south of the harbour".

use std::sync::Arc;

use super::{Claim, Content, Event, Part, Party, Word, circumstance::words_in, clause::Clauses};

/// In which direction from a landmark, the party behind "of", something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearing {
    /// In degrees, clockwise from north.
    pub degrees: u16,
    /// The words for the landmark.
    pub landmark: Arc<[Word]>,
    /// What the sentence and those before it tell.
    pub occasion: Arc<[Word]>,
}

/// The points of the compass, clockwise from north, each 45 degrees from the last.
const POINTS: [&[&str]; 8] = [
    &["north"],
    &["northeast", "north-east"],
    &["east"],
    &["southeast", "south-east"],
    &["south"],
    &["southwest", "south-west"],
    &["west"],
    &["northwest", "north-west"],
];

/// The bearings of a sentence. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    for at in 0..sentence.tokens.len() {
        let Some(point) = POINTS.iter().position(|names| sentence.is_any(at, names)) else { continue };
        let head = sentence.parse.head(at + 1).filter(|&head| sentence.is_any(at + 1, &["of"]) && head > at + 1);
        let Some(head) = head else { continue };
        let landmark = words_in(clauses, at + 2..sentence.parse.subtree(head).end);
        let party = Party { part: Part::Oblique("of".into()), noun: clauses.noun(head), chain: clauses.chain(head) };
        let bearing = Bearing { degrees: point as u16 * 45, landmark, occasion: clauses.words_around(before) };
        found.push(Claim {
            span: clauses.span(at, head),
            sentence: number,
            event: Event { parties: vec![party], ..Event::of("bearing", Arc::default()) },
            content: Content::Bearing(Arc::new(bearing)),
            attribution: None,
            times: Vec::new(),
        });
    }
}
