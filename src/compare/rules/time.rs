//! `time`: another hour, day or year of the same event.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::common_at_any_time,
    facts::{Claim, Content, Part},
    language::{Quantity, Relation},
};

/// Compares the times that two articles give for one event.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Time(x), Content::Time(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if a.claim.event.negated != b.claim.event.negated {
        return None;
    }
    if counts_clash(story, a, b) {
        return None;
    }
    let common = common_at_any_time(story, a, b, None)?;
    if !common.is_enough() {
        return None;
    }
    let mut why = common.why;
    match x.relation_to(y) {
        Relation::Disjoint => {
            why.push(format!("{} and {} are not the same time", x.value, y.value));
            Some(Finding::Differ { kind: DifferenceKind::Time, level: Level::Differs, denies: None, why })
        }
        Relation::Same | Relation::Compatible(_) => Some(Finding::Agree),
        Relation::Unknown => None,
    }
}

/// Whether the two sentences count what takes part and come to other numbers: "won two medals" in one year and "won
/// three" in another are two events.
pub fn counts_clash(story: &Story, a: Told, b: Told) -> bool {
    counts(story, a)
        .any(|(x, part)| counts(story, b).any(|(y, other)| part == other && x.relation_to(y) == Relation::Disjoint))
}

/// How many of what takes part in the event of a claim, as its sentence counts them.
fn counts<'a>(story: &'a Story, told: Told<'a>) -> impl Iterator<Item = (&'a Quantity, &'a Part)> {
    let claims = story.account(told.article).map(|account| account.facts.claims.as_slice()).unwrap_or_default();
    let of_event = move |c: &&Claim| c.sentence == told.claim.sentence && c.event == told.claim.event;
    claims.iter().filter(of_event).filter_map(|c| match &c.content {
        Content::Quantity { quantity, part, .. } => Some((quantity, part)),
        _ => None,
    })
}
