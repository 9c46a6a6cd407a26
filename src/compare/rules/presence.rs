//! `presence`: somebody was there when it happened, or was not.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        EntityId,
        gate::{NOBODY, name, times_clash},
        occasion::{shared, who},
        set_apart::{are_at_other_hours, are_of_other_ranks},
    },
    facts::{Content, EntityKind, Part, Presence},
    language::lexicon::{self, Class, Pos, same_thing},
};

/// How much the rest of two sentences must share for one occasion, in tenths.
const ONE_OCCASION: u32 = 40;

/// Compares the whereabouts of the same person on the same occasion.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Presence(x), Content::Presence(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if times_clash(a.claim, b.claim) || x.nobody && y.nobody {
        return None;
    }
    let same = who(story, a, &Part::Agent).filter(|e| who(story, b, &Part::Agent) == Some(*e));
    let whom = match same {
        Some(known) if !x.nobody && !y.nobody => name(story, known).to_string(),
        _ => of_nobody(story, a, x, b, y)?,
    };
    let but: Vec<_> = same.into_iter().collect();
    let named = shared(story, &x.occasion, &y.occasion, &but) >= ONE_OCCASION;
    let one_matter = || x.there != y.there && is_one_matter(story, (a, x), (b, y), same);
    if !named && !one_matter() {
        return None;
    }
    if x.there == y.there {
        return Some(Finding::Agree);
    }
    if are_of_other_ranks(story, a, b) || are_at_other_hours(story, a, b) {
        return None;
    }
    let why = vec!["both sentences tell of one occasion".into(), format!("in one {whom} is there, in the other not")];
    Some(Finding::Differ { kind: DifferenceKind::Presence, level: Level::Differs, denies: None, why })
}

/// How much two stretches of sentences must share for one matter, where one of them does not say what somebody was at.
const ONE_MATTER: u32 = 60;

/// Where in a place somebody is, by words that may mean something that happens too.
const SEATS: &[&str] = &["bench", "desk", "gallery", "row", "scene", "seat", "site", "spot", "stand", "table"];

/// How much where neither says so: "sat in the front row" and "was at home".
const UNNAMED: u32 = 20;

/// Whether both tell of the same occasion though the words for it stand before: neither article has that person now there and now
/// not.
fn is_one_matter(story: &Story, (a, x): (Told, &Presence), (b, y): (Told, &Presence), of: Option<EntityId>) -> bool {
    let always = |told: Told, there: bool| {
        let claims = told.article_claims(story).iter().filter_map(|claim| match &claim.content {
            Content::Presence(p) if !p.nobody => Some((Told { claim, ..told }, p)),
            _ => None,
        });
        let mut same = claims.filter(|(other, _)| who(story, *other, &Part::Agent) == of);
        // Where else somebody is said to be in the same breath is another spot.
        of.is_none() || same.all(|(other, p)| p.there == there || other.claim.sentence == told.claim.sentence)
    };
    let all = |p: &Presence| [&p.occasion[..], &p.before].concat();
    let but: Vec<EntityId> = of.into_iter().collect();
    // "Took part in the race": another occasion may be told of beside it.
    let names = |t: Told| {
        let mut spots =
            t.claim.event.parties(&Part::Patient).map(|p| p.noun.as_str()).filter(|noun| !SEATS.contains(noun));
        spots.any(|noun| lexicon::is_a(noun, Class::Event, 2) || !lexicon::deeds(noun, Pos::Noun).is_empty())
    };
    let least = if names(a) || names(b) { ONE_MATTER } else { UNNAMED };
    always(a, x.there) && always(b, y.there) && shared(story, &all(x), &all(y), &but) >= least
}

/// Who is there of whom the other says that nobody is: somebody of that kind, or anybody at that spot.
fn of_nobody(story: &Story, a: Told, x: &Presence, b: Told, y: &Presence) -> Option<String> {
    let (none, some) = match (x.nobody, y.nobody) {
        (true, false) if y.there => (a, b),
        (false, true) if x.there => (b, a),
        _ => return None,
    };
    let noun = |t: Told, part: Part| t.claim.event.parties(&part).next().map(|p| p.noun.clone());
    let (kind, one) = (noun(none, Part::Agent)?, noun(some, Part::Agent)?);
    let person = || {
        let known = who(story, some, &Part::Agent).and_then(|e| story.entity(e)).map(|e| e.kind);
        known.map_or(one == "people" || lexicon::is_a(&one, Class::Person, 1), |kind| kind == EntityKind::Person)
    };
    let of_kind = same_thing(&kind, &one) || lexicon::is_kind_of(&one, &kind, Pos::Noun, 2);
    let spot = || {
        let (p, q) = (noun(none, Part::Patient), noun(some, Part::Patient));
        let anybody = NOBODY.contains(&kind.as_str()) || !lexicon::is_a(&kind, Class::Person, 1);
        p.zip(q).is_some_and(|(p, q)| same_thing(&p, &q)) && anybody
    };
    (of_kind || person() && spot()).then(|| format!("a {one}"))
}
