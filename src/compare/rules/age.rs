//! `identity`: another age of the same person.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::entities,
    facts::{Content, Part},
};

/// Compares two ages of one person. A year's difference is a birthday between two dates of publication: a note.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Age(x), Content::Age(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let (mine, theirs) = (entities(story, a, &Part::Patient), entities(story, b, &Part::Patient));
    let person = mine.intersection(&theirs).next()?;
    if x.value == y.value {
        return Some(Finding::Agree);
    }
    let name = story.entity(*person).map(|e| e.name.clone()).unwrap_or_default();
    let why = vec![format!("both give the age of {name}"), format!("{} and {}", x.describe(), y.describe())];
    let apart = if x.value > y.value { x.value - y.value } else { y.value - x.value };
    let level = if apart <= 1.into() { Level::Note } else { Level::Differs };
    Some(Finding::Differ { kind: DifferenceKind::Identity, level, denies: None, why })
}
