//! `identity`: another relative of the same person.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::{entities, is_pronoun, name},
    facts::{Content, Part, Party},
    language::lexicon::Kinship,
};

/// Ties that one person may have to another one after the other, or that say little of how near somebody is.
const LOOSE: &[Kinship] = &[Kinship::Relative, Kinship::Sweetheart, Kinship::Betrothed];

/// Compares what one person is to another.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Kin { relation: x, .. }, Content::Kin { relation: y, .. }) = (&a.claim.content, &b.claim.content)
    else {
        return None;
    };
    let (mine, theirs) = (entities(story, a, &Part::Patient), entities(story, b, &Part::Patient));
    let person = mine.intersection(&theirs).next()?;
    let whose = (entities(story, a, &Part::Whose), entities(story, b, &Part::Whose));
    let nouns =
        |t: Told| -> Vec<Party> { t.claim.event.parties(&Part::Whose).filter(|p| !is_pronoun(p)).cloned().collect() };
    let known = whose.0.intersection(&whose.1).next().is_some();
    let unknown = whose.0.is_empty() && whose.1.is_empty();
    let alike = unknown && nouns(a).iter().any(|p| nouns(b).iter().any(|q| p.noun == q.noun));
    if !known && !alike {
        return None;
    }
    if a.claim.content == b.claim.content {
        return Some(Finding::Agree);
    }
    if LOOSE.contains(x) || LOOSE.contains(y) {
        return None;
    }
    let why = vec![format!("both say whose relative {} is", name(story, *person)), "nobody is both".into()];
    Some(Finding::Differ { kind: DifferenceKind::Identity, level: Level::Differs, denies: None, why })
}
