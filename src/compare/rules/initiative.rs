//! `initiator` of what somebody did alone: of their own accord, or because others made them.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::{deed, entities, name, times_clash},
    facts::{Content, Part},
};

/// Compares whose initiative the same deed of the same party was.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Initiative { own: x }, Content::Initiative { own: y }) = (&a.claim.content, &b.claim.content) else {
        return None;
    };
    if x == y || !a.claim.event.same_deed(&b.claim.event) || times_clash(a.claim, b.claim) {
        return None;
    }
    let (mine, theirs) = (entities(story, a, &Part::Agent), entities(story, b, &Part::Agent));
    let shared = mine.intersection(&theirs).next()?;
    let why = vec![
        deed(&a.claim.event, &b.claim.event),
        format!("in one {} does it unasked, in the other others order it", name(story, *shared)),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Initiator, level: Level::Differs, denies: None, why })
}
