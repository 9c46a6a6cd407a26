//! `quantity`: another number of the same thing in the same event.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::{same_event, same_noun},
    facts::Content,
    language::{Relation, Slack},
};

/// Compares two numbers of the same noun that play the same part in the same event.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (
        Content::Quantity { quantity: x, noun: of_x, part: as_x },
        Content::Quantity { quantity: y, noun: of_y, part: as_y },
    ) = (&a.claim.content, &b.claim.content)
    else {
        return None;
    };
    // A part and the whole are not the same number of the same thing.
    if as_x != as_y
        || !same_noun(of_x, of_y)
        || x.of.is_some() != y.of.is_some()
        || a.claim.event.negated != b.claim.event.negated
    {
        return None;
    }
    let mut why = same_event(story, a, b, Some(as_x))?;
    match x.relation_to(y) {
        Relation::Disjoint => {
            why.push(format!("{} and {} cannot both be so", x.describe(), y.describe()));
            Some(Finding::Differ { kind: DifferenceKind::Quantity, level: Level::Differs, denies: None, why })
        }
        Relation::Same | Relation::Compatible(Slack::Rounding | Slack::Conversion) => Some(Finding::Agree),
        Relation::Compatible(_) => Some(Finding::Agree),
        Relation::Unknown => None,
    }
}
