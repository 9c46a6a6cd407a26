//! `time`: another hour, day or year of the same event.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        count::counts_clash,
        gate::{are_two, common_at_any_time},
    },
    facts::Content,
    language::Relation,
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
    if !common.is_enough() || x.relation_to(y) == Relation::Disjoint && are_two(story, a, b, &common) {
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
