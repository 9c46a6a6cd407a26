//! `identity`: what seems to be one person's name, spelled in two ways.

use super::{DifferenceKind, Finding, Level, Story, Told, utterance::distance};
use crate::facts::{Content, name::PersonName};

/// How many letters of a given name may differ in a slip.
const SLIP: usize = 2;
/// A given name of fewer letters is another name with one letter changed.
const SHORTEST: usize = 4;

/// Compares the full names of two people of one surname whom nothing else tells apart: each article knows only one of them.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Called(x), Content::Called(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let (p, q) = (x.given.first()?, y.given.first()?);
    let long = p.chars().count().min(q.chars().count()) >= SHORTEST;
    let slip = long && p != q && distance(p, q) <= SLIP;
    if x.surname != y.surname || !slip || x.compatible(y) || others(story, a, x) || others(story, b, y) {
        return None;
    }
    let why = vec![
        format!("“{}” and “{}” differ in a few letters", x.display, y.display),
        "each article has only one of the two".into(),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Identity, level: Level::Differs, denies: None, why })
}

/// Whether the article names others of the same surname: then a name that is much like it may be somebody else's.
fn others(story: &Story, told: Told, name: &PersonName) -> bool {
    let claims = story.account(told.article).map(|account| account.facts.claims.as_slice()).unwrap_or_default();
    let bearers = claims.iter().filter(|c| matches!(&c.content, Content::Called(n) if n.surname == name.surname));
    bearers.count() > 1
}
