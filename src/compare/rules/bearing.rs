//! `place`: on another side of the same landmark.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        gate::{entities, speakers_differ},
        occasion::shared,
    },
    facts::{Bearing, Content, Part},
};

/// How much two stretches of sentences must share beside the landmark for one matter, in tenths: that each article tells one bearing
/// from it says much.
const ONE_MATTER: u32 = 40;

/// How much the words for a landmark must share to name the same, in tenths.
const ONE_LANDMARK: u32 = 16;

/// Two bearings that lie no further apart may be one, given roughly, in degrees.
const ROUGHLY: u16 = 90;

/// Compares the only bearings that two articles give from a landmark.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Bearing(x), Content::Bearing(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let one = are_apart(x, y)
        && is_one(story, (a, x), (b, y))
        && is_only(story, a, x)
        && is_only(story, b, y)
        && !speakers_differ(story, a, b)
        && shared(story, &x.occasion, &y.occasion, &[]) >= shared(story, &x.landmark, &y.landmark, &[]) + ONE_MATTER;
    if !one {
        return None;
    }
    let why =
        vec!["both tell where something is from the same landmark".into(), "it does not lie on two sides of it".into()];
    Some(Finding::Differ { kind: DifferenceKind::Place, level: Level::Differs, denies: None, why })
}

fn are_apart(x: &Bearing, y: &Bearing) -> bool {
    let turn = x.degrees.abs_diff(y.degrees);
    turn.min(360 - turn) > ROUGHLY
}

/// Whether both are told from one landmark: the same that is known, or one that goes by the same words.
fn is_one(story: &Story, (a, x): (Told, &Bearing), (b, y): (Told, &Bearing)) -> bool {
    let part = Part::Oblique("of".into());
    let (mine, theirs) = (entities(story, a, &part), entities(story, b, &part));
    !mine.is_disjoint(&theirs) || shared(story, &x.landmark, &y.landmark, &[]) >= ONE_LANDMARK
}

/// Whether the article tells of nothing on another side of the landmark.
fn is_only(story: &Story, told: Told, bearing: &Bearing) -> bool {
    told.article_claims(story).iter().all(|claim| match &claim.content {
        Content::Bearing(other) => {
            other.degrees == bearing.degrees || !is_one(story, (told, bearing), (Told { claim, ..told }, other))
        }
        _ => true,
    })
}
