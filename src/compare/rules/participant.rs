//! `participant`: somebody else does what only one can do.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        EntityId,
        gate::{ENOUGH, common, entities, name},
    },
    facts::{Content, EntityKind, Mood, Part},
};

/// Deeds that are done to one thing once, so that who did it is one person or group.
const DONE_ONCE: &[&str] = &[
    "appoint",
    "assassinate",
    "build",
    "compose",
    "create",
    "design",
    "devise",
    "discover",
    "draft",
    "draw up",
    "elect",
    "found",
    "invent",
    "kill",
    "marry",
    "murder",
    "nominate",
    "put together",
    "rescue",
    "shoot",
    "stab",
    "succeed",
    "win",
    "write",
];

/// Compares who did it, where both tell the same deed done to the same. People named on one side only beside somebody that both
/// name are others too.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&a.claim.event, &b.claim.event);
    if x.negated || y.negated || x.mood == Mood::Possible || y.mood == Mood::Possible {
        return None;
    }
    let once = |deed: &str| DONE_ONCE.contains(&deed);
    if !once(&x.predicate) && !once(&y.predicate) {
        return None;
    }
    // What it is done to is a thing that both tell of.
    let patient = |t: Told| t.claim.event.parties(&Part::Patient).next().is_some();
    let (mine, theirs) = (people(story, a)?, people(story, b)?);
    if !patient(a) || !patient(b) || mine.iter().all(|e| theirs.contains(e)) || theirs.iter().all(|e| mine.contains(e))
    {
        return None;
    }
    let common = common(story, a, b, Some(&Part::Agent))?;
    if common.weight < ENOUGH {
        return None;
    }
    let names = |all: &[EntityId]| all.iter().map(|e| name(story, *e)).collect::<Vec<_>>().join(" and ");
    let mut why = common.why;
    why.push(format!("{} in one, {} in the other", names(&mine), names(&theirs)));
    Some(Finding::Differ { kind: DifferenceKind::Participant, level: Level::Differs, denies: None, why })
}

/// Who does it, when all of them are people or organisations that are known by name.
fn people(story: &Story, told: Told) -> Option<Vec<EntityId>> {
    let known: Vec<EntityId> = entities(story, told, &Part::Agent).into_iter().collect();
    let person = |e: &EntityId| story.entity(*e).is_some_and(|e| e.kind == EntityKind::Person);
    let all = told.claim.event.parties(&Part::Agent).count();
    (!known.is_empty() && known.len() == all && known.iter().all(person)).then_some(known)
}
