//! How many take part in an event, as the sentences of two claims count them.

use super::{Story, told::Told};
use crate::{
    facts::{Content, Part},
    language::{Quantity, Relation},
};

/// Whether the two sentences count what takes part and come to other numbers: "won two medals" in one year and "won
/// three" in another are two events.
pub fn counts_clash(story: &Story, a: Told, b: Told) -> bool {
    counts(story, a)
        .any(|(x, part)| counts(story, b).any(|(y, other)| part == other && x.relation_to(y) == Relation::Disjoint))
}

/// Whether they come to the same number, too large to be the same by chance.
pub fn counts_meet(story: &Story, a: Told, b: Told) -> bool {
    const TELLING: i64 = 7;
    let telling = |q: &Quantity| q.value.to_integer() >= TELLING.into();
    counts(story, a).any(|(x, part)| {
        telling(x) && counts(story, b).any(|(y, other)| part == other && x.relation_to(y) == Relation::Same)
    })
}

/// Whether the sentence of a claim gives the number as that of a part: "three of them".
pub fn tells_part(story: &Story, told: Told, number: &Quantity) -> bool {
    let quantities = told.sentence(story).map(|s| s.sentence.quantities.as_slice()).unwrap_or_default();
    quantities.iter().any(|q| q.of.is_some() && q.relation_to(number) == Relation::Same)
}

/// How many of what takes part in the event of a claim, as its sentence counts them.
fn counts<'a>(story: &'a Story, told: Told<'a>) -> impl Iterator<Item = (&'a Quantity, &'a Part)> {
    told.sentence_claims(story).iter().filter(|c| c.event == told.claim.event).filter_map(|c| match &c.content {
        Content::Quantity { quantity, part, .. } => Some((quantity, part)),
        _ => None,
    })
}
