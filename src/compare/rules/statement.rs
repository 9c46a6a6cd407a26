//! Agreement: both articles tell the same event.

use super::{Finding, Story, Told};
use crate::{
    compare::gate::{ENOUGH, common},
    facts::Content,
};

/// Compares two statements; they agree when they tell the same event, and neither denies it.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    if a.claim.event.negated != b.claim.event.negated {
        return None;
    }
    let common = common(story, a, b, None)?;
    (common.weight > ENOUGH).then_some(Finding::Agree)
}
