//! `quantity`: another number of the same thing in the same event.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::{ENOUGH, common, is_telling},
    facts::{Content, VOTE},
    language::{Relation, Slack, lexicon::same_thing},
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
        || !(of_x == of_y || same_thing(of_x, of_y))
        || x.of.is_some() != y.of.is_some()
        || a.claim.event.negated != b.claim.event.negated
    {
        return None;
    }
    // What is counted is a party to the event too.
    let counted = match of_x.as_str() {
        "" => 0,
        VOTE if the_only_vote(story, a) && the_only_vote(story, b) => 2 * ENOUGH,
        noun if is_telling(noun) => 2,
        _ => 1,
    };
    let common = common(story, a, b, Some(as_x))?;
    if common.weight + counted < ENOUGH && !common.same {
        return None;
    }
    let mut why = common.why;
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

/// Whether the article tells of one vote only.
fn the_only_vote(story: &Story, told: Told) -> bool {
    let claims = story.account(told.article).map(|account| account.facts.claims.as_slice()).unwrap_or_default();
    let tallies = claims.iter().filter(|c| matches!(&c.content, Content::Quantity { noun, .. } if noun == VOTE));
    tallies.count() == 1
}
