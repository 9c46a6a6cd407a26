//! `participant`: somebody else does what only one can do.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        EntityId,
        gate::{ENOUGH, common, entities, is_telling, name},
    },
    facts::{Claim, Content, EntityKind, Event, Mood, Part, Party},
    language::lexicon::{DoneOnce, done_once, once as once_done},
};

/// Compares who did it, where both tell the same deed done to the same. People named on one side only beside somebody that both
/// name are others too.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&a.claim.event, &b.claim.event);
    if x.negated || y.negated || x.mood == Mood::Possible || y.mood == Mood::Possible {
        return None;
    }
    let once = |deed: &str| done_once(deed) == Some(DoneOnce::Always);
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
    // Who is to do it and who does it are compared too.
    let real = |t: Told| Claim { event: Event { mood: Mood::Real, ..t.claim.event.clone() }, ..t.claim.clone() };
    let (first, second) = (real(a), real(b));
    let common = common(story, Told { claim: &first, ..a }, Told { claim: &second, ..b }, Some(&Part::Agent))?;
    // What is led or unveiled is told by a word that says what it is, in both. Who made a work is an attribute of it.
    let telling = |t: Told| t.claim.event.parties(&Part::Patient).any(|p| is_telling(&p.noun));
    let made = once_done(&x.predicate).is_some() || once_done(&y.predicate).is_some();
    let alike = !made && (common.weight + common.around >= ENOUGH || common.same && telling(a) && telling(b));
    if common.weight < ENOUGH && !alike {
        return None;
    }
    // Titles are won by many, each their own.
    let title = |p: &Party| matches!(p.noun.as_str(), "championship" | "medal" | "title");
    let wins = |t: Told| t.claim.event.predicate == "win" && t.claim.event.parties(&Part::Patient).all(title);
    if wins(a) && wins(b) && entities(story, a, &Part::Patient).is_disjoint(&entities(story, b, &Part::Patient)) {
        return None;
    }
    // A meeting is opened every time.
    let opens = |t: Told| t.claim.event.predicate == "open";
    if opens(a) && opens(b) && (a.claim.times.is_empty() || b.claim.times.is_empty()) {
        return None;
    }
    let names = |all: &[EntityId]| all.iter().map(|e| name(story, *e)).collect::<Vec<_>>().join(" and ");
    let mut why = common.why;
    why.push(format!("{} in one, {} in the other", names(&mine), names(&theirs)));
    Some(Finding::Differ { kind: DifferenceKind::Participant, level: Level::Differs, denies: None, why })
}

/// Who does it, when all of them are people that are known by name, or buyers.
fn people(story: &Story, told: Told) -> Option<Vec<EntityId>> {
    let known: Vec<EntityId> = entities(story, told, &Part::Agent).into_iter().collect();
    let buys = matches!(told.claim.event.predicate.as_str(), "acquire" | "buy");
    let kind = |kind: EntityKind| kind == EntityKind::Person || buys && kind == EntityKind::Organisation;
    let person = |e: &EntityId| story.entity(*e).is_some_and(|e| kind(e.kind));
    let all = told.claim.event.parties(&Part::Agent).count();
    (!known.is_empty() && known.len() == all && known.iter().all(person)).then_some(known)
}
