//! `place`: another spot of the same event.

use std::collections::BTreeSet;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        ChainRef, EntityId,
        count::counts_meet,
        gate::{ENOUGH, common, entities, name, times_meet},
    },
    facts::{Content, EntityKind, Event, Mood, Part, Party},
    language::lexicon::{self, PlaceLevel, are_building_and_vehicle, rival_spots},
};

/// Prepositions that tell where something happens, and the conjunctions of clauses that do: "as it crossed the bridge", "the attic,
/// where it began".
const WHERE: &[&str] = &[
    "among", "as", "at", "beneath", "in", "inside", "into", "on", "outside", "over", "under", "when", "where", "while",
];

/// Those that tell in what it happens.
const INSIDE: &[&str] = &["aboard", "in", "inside", "on"];

/// Compares where two articles put one event: in spots of which none is in the other.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&a.claim.event, &b.claim.event);
    if x.negated || y.negated || x.mood == Mood::Possible || y.mood == Mood::Possible {
        return None;
    }
    let (here, there) = (spots(a), spots(b));
    let apart = here.iter().find_map(|p| there.iter().find_map(|q| rivals(story, a, p, b, q)))?;
    let common = common(story, a, b, None)?;
    let meet = times_meet(a.claim, b.claim);
    // What is usual happens in many places; what belongs to somebody known is found in one.
    let found = |e: &Event| matches!(e.predicate.as_str(), "find" | "discover");
    let once = !x.usual && !y.usual || meet || found(x) && found(y) && common.known;
    let weight = common.weight + common.around + i32::from(counts_meet(story, a, b));
    if weight < ENOUGH - i32::from(found(x)) || !once {
        return None;
    }
    let mut why = common.why;
    why.push(apart);
    Some(Finding::Differ { kind: DifferenceKind::Place, level: Level::Differs, denies: None, why })
}

fn spots<'a>(told: Told<'a>) -> Vec<&'a Party> {
    let parties = told.claim.event.parties.iter();
    parties.filter(|p| matches!(&p.part, Part::Oblique(case) if WHERE.contains(&case.as_str()))).collect()
}

/// Why two spots exclude each other; `None` where they need not.
fn rivals(story: &Story, a: Told, p: &Party, b: Told, q: &Party) -> Option<String> {
    let places = |t: Told, party: &Party| -> BTreeSet<EntityId> {
        let known = entities(story, t, &party.part).into_iter();
        known.filter(|e| story.entity(*e).is_some_and(|e| e.kind == EntityKind::Place)).collect()
    };
    if let (Some(x), Some(y)) = (places(a, p).first(), places(b, q).first()) {
        let (x, y) = (name(story, *x), name(story, *y));
        return if p.part == q.part { lie_apart(x, y) } else { None };
    }
    rival_kinds(story, a, p, b, q)
}

/// The name of a known place.
pub(super) fn town(story: &Story, who: EntityId) -> Option<&str> {
    story.entity(who).filter(|e| e.kind == EntityKind::Place).map(|e| e.name.as_str())
}

/// Whether a place may be a town, as far as the tables go.
pub(super) fn is_town(name: &str) -> bool {
    lexicon::places(name).all(|place| place.kind == PlaceLevel::City) && !name.contains(' ')
}

/// Whether only the article itself tells of a place.
pub(super) fn is_own(story: &Story, told: Told, who: EntityId) -> bool {
    story.entity(who).is_some_and(|e| e.chains.iter().all(|chain| chain.article == told.article))
}

/// Why two places of these names lie apart, as far as the tables go.
pub(super) fn lie_apart(x: &str, y: &str) -> Option<String> {
    let fits: Vec<Option<bool>> =
        lexicon::places(x).flat_map(|p| lexicon::places(y).map(move |q| lexicon::lies_in(p, q))).collect();
    let apart = x != y && !fits.is_empty() && fits.iter().all(|f| *f == Some(false));
    apart.then(|| format!("neither of {x} and {y} lies in the other"))
}

/// Why two spots exclude each other by their kind.
pub(super) fn rival_kinds(story: &Story, a: Told, p: &Party, b: Told, q: &Party) -> Option<String> {
    if let Some((x, y)) = namesakes(story, a, p, b, q) {
        return Some(format!("“{x}” and “{y}” are two places of one kind"));
    }
    if is_name(a, story, p) || is_name(b, story, q) {
        return None;
    }
    let inside = |party: &Party| matches!(&party.part, Part::Oblique(case) if INSIDE.contains(&case.as_str()));
    let apart = rival_spots(&p.noun, &q.noun) || inside(p) && inside(q) && are_building_and_vehicle(&p.noun, &q.noun);
    apart.then(|| format!("what happens in a “{}” does not happen in a “{}”", p.noun, q.noun))
}

/// Whether a noun is the last word of a name that says nothing of what it is for: "Abel's Bar".
fn is_name(told: Told, story: &Story, party: &Party) -> bool {
    let Some(place) = told.sentence(story) else { return false };
    let sentence = &place.sentence;
    let owned = |i: usize| sentence.is_any(i - 1, &["'s", "’s"]) && sentence.word(i).starts_with(char::is_uppercase);
    let named = |i: usize| owned(i) && sentence.lower(i).trim_end_matches('s') == party.noun.trim_end_matches('s');
    (2..sentence.tokens.len()).any(named)
}

/// The names of two places of one kind that bear other names: two bridges, two hospitals.
fn namesakes<'a>(story: &'a Story, a: Told, p: &Party, b: Told, q: &Party) -> Option<(&'a str, &'a str)> {
    let named = |t: Told, party: &Party| {
        let entity = story.entity(story.entity_of(ChainRef { article: t.article, chain: party.chain? })?)?;
        (!entity.described && entity.kind != EntityKind::Person).then_some(entity.name.as_str())
    };
    let (x, y) = (named(a, p)?, named(b, q)?);
    let ((mine, kind), (theirs, other)) = (x.rsplit_once(' ')?, y.rsplit_once(' ')?);
    // "Ford Street Station" may be "Ford Station".
    let apart = !mine.split(' ').any(|word| theirs.split(' ').any(|w| w.eq_ignore_ascii_case(word)));
    (p.part == q.part && kind.eq_ignore_ascii_case(other) && is_spot(kind) && apart).then_some((x, y))
}

/// Whether a name that ends so is that of one place among several in a town.
fn is_spot(kind: &str) -> bool {
    SPOTS.iter().any(|spot| spot.eq_ignore_ascii_case(kind))
}

/// Kinds of places of which a town has several, where what happens in one does not happen in another.
const SPOTS: &[&str] = &[
    "airport",
    "arena",
    "bay",
    "beach",
    "bridge",
    "canyon",
    "church",
    "cinema",
    "court",
    "crossing",
    "dam",
    "farm",
    "forest",
    "hall",
    "harbor",
    "harbour",
    "hospital",
    "hotel",
    "island",
    "lake",
    "mall",
    "mine",
    "mosque",
    "museum",
    "park",
    "pass",
    "pier",
    "port",
    "prison",
    "school",
    "stadium",
    "station",
    "synagogue",
    "temple",
    "theater",
    "theatre",
    "tunnel",
    "university",
];
