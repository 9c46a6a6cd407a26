//! `initiator`: somebody else asked for it, ordered it or began it.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        ChainRef, Entity, EntityId,
        gate::{entities, is_pronoun, name, times_clash},
        occasion::{are_of_one_matter, have_other_places, shared, who, words_before},
    },
    facts::{Claim, Content, EntityKind, NEAR, Part, Party, Step, Word},
    language::lexicon::{self, Class, Pos, same_thing},
};

/// How much two sentences must share for one occasion, in tenths.
const ONE_OCCASION: u32 = 38;
/// How much where one of them tells who asked from those who did not.
const TOLD_APART: u32 = 20;
/// How much of that must be what is asked for.
const ONE_THING: u32 = 11;
const TOLD_APART_THING: u32 = 8;
/// How much where what is asked for goes by other words.
const MUCH: u32 = 80;
const BOTH_APART_THING: u32 = 6;

/// Compares who two articles say asked for the same thing.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Initiator(x), Content::Initiator(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if times_clash(a.claim, b.claim)
        || a.claim.event.repeated != b.claim.event.repeated
        || x.denied && y.denied
        || !x.step.is_like(y.step) && !(x.step == y.step && (x.apart || y.apart))
        || x.step == Step::Ends && !x.apart && !y.apart
    {
        return None;
    }
    let (mine, theirs) = (who(story, a, &Part::Agent), who(story, b, &Part::Agent));
    let but: Vec<EntityId> = mine.into_iter().chain(theirs).collect();
    // Names that both sentences have are not what is asked for.
    let near = Part::Oblique(NEAR.into());
    let named: Vec<EntityId> = [a, b].iter().flat_map(|t| entities(story, *t, &near)).collect();
    let (enough, one_thing) = match (x.apart, y.apart) {
        (true, true) => (TOLD_APART, BOTH_APART_THING),
        (false, false) => (ONE_OCCASION, ONE_THING),
        _ => (TOLD_APART, TOLD_APART_THING),
    };
    // That the alarm is raised is told of many things.
    let much = x.step != Step::Alarms
        && shared(story, &x.occasion, &y.occasion, &but) >= enough
        && shared(story, &x.thing, &y.thing, &named) >= one_thing;
    let sole = || {
        (mine.or(theirs).is_some() || x.apart || y.apart)
            && !x.denied
            && !y.denied
            && is_sole(story, a, &x.thing, &y.thing)
            && is_sole(story, b, &y.thing, &x.thing)
            && (stands_for_any(&x.thing)
                || stands_for_any(&y.thing)
                || tells_of(story, a, &y.thing, &named) && tells_of(story, b, &x.thing, &named)
                || shared(story, &x.occasion, &y.occasion, &but) >= MUCH)
            && !(x.thing.is_empty() && y.thing.is_empty())
            && are_of_one_matter(story, a, b)
    };
    if !much && !sole() || have_other_places(story, a, b) {
        return None;
    }
    let [p, q] = [a, b].map(|t| t.claim.event.parties(&Part::Agent).next().map(|party| called(story, t, party)));
    let (p, q) = p.zip(q)?;
    let same = match (mine, theirs) {
        (Some(x), Some(y)) => x == y,
        _ => same_thing(&p, &q),
    };
    let shown = |known: Option<EntityId>, noun: &str| known.map_or(noun.to_string(), |e| name(story, e).to_string());
    let (one, other) = (shown(mine, &p), shown(theirs, &q));
    let told = match (same, x.denied || y.denied) {
        (true, false) => return Some(Finding::Agree),
        (true, true) => format!("in one {one} is the one who asked for it, in the other not"),
        (false, true) => return None,
        (false, false) if are_two(story, (a, mine, &p), (b, theirs, &q), x.apart || y.apart) => {
            format!("in one it is {one} who asked for it or began it, in the other {other}")
        }
        _ => return None,
    };
    let why = vec!["both sentences tell of one thing that somebody asked for or began".into(), told];
    Some(Finding::Differ { kind: DifferenceKind::Initiator, level: Level::Differs, denies: None, why })
}

/// The noun for a party; of a pronoun the one by which it is spoken of elsewhere.
fn called(story: &Story, told: Told, party: &Party) -> SmolStr {
    let id = || story.described(ChainRef { article: told.article, chain: party.chain? });
    let name = || story.entity(id()?)?.name.rsplit(' ').next().map(SmolStr::from);
    if is_pronoun(party) { name().unwrap_or_else(|| party.noun.clone()) } else { party.noun.clone() }
}

/// Whether the article tells of nobody else who asked for such a thing or began it.
fn is_sole(story: &Story, told: Told, thing: &[Word], other: &[Word]) -> bool {
    let agent = |claim: &Claim| claim.event.parties(&Part::Agent).next().cloned();
    let same = |claim: &Claim| match (who(story, told, &Part::Agent), who(story, Told { claim, ..told }, &Part::Agent))
    {
        (Some(x), Some(y)) => x == y,
        _ => agent(claim).zip(agent(told.claim)).is_some_and(|(p, q)| p.noun == q.noun),
    };
    let step = |claim: &Claim| match &claim.content {
        Content::Initiator(x) => Some(x.step),
        _ => None,
    };
    let of_it = |x: &[Word], y: &[Word]| x.is_empty() || x.iter().any(|p| y.iter().any(|q| p.may_mean(q)));
    let others = |claim: &&Claim| match &claim.content {
        Content::Initiator(x) => {
            step(claim).zip(step(told.claim)).is_some_and(|(x, y)| x.is_like(y))
                && !same(claim)
                && (of_it(&x.thing, thing) || of_it(&x.thing, other))
        }
        _ => false,
    };
    !told.article_claims(story).iter().any(|claim| others(&claim))
}

/// Whether an article speaks of what the other says was asked for, where it does say.
fn tells_of(story: &Story, told: Told, thing: &[Word], named: &[EntityId]) -> bool {
    let says = |word: &&Word| !WHATEVER.contains(&word.lemma.as_str());
    let thing: Vec<Word> = thing.iter().filter(says).cloned().collect();
    thing.is_empty() || shared(story, &thing, &words_before(story, told), named) >= ONE_THING
}

/// Whether what was begun goes by a word for whatever was told of: "the trouble".
fn stands_for_any(thing: &[Word]) -> bool {
    !thing.is_empty() && thing.iter().all(|word| WHATEVER.contains(&word.lemma.as_str()))
}

/// Words for whatever was told to be done.
const WHATEVER: &[&str] = &[
    "action",
    "affair",
    "change",
    "decision",
    "fighting",
    "idea",
    "incident",
    "matter",
    "measure",
    "move",
    "move in",
    "operation",
    "plan",
    "project",
    "step",
    "trouble",
    "violence",
];

/// Kinds of people who act for a body.
const OFFICES: &[&str] = &["administrator", "executive", "negotiator", "official", "politician", "representative"];

/// One who is told to be the one: in which claim, who that is, by what noun.
type Who<'a> = (Told<'a>, Option<EntityId>, &'a str);

/// Whether the two are not one by another name, and neither acted for the other.
pub fn are_two(story: &Story, (a, mine, noun): Who, (b, theirs, other): Who, apart: bool) -> bool {
    let kind = |e: Option<EntityId>, noun: &str| match e.and_then(|e| story.entity(e)).filter(|e| !e.described)?.kind {
        EntityKind::Other if is_body(noun) => Some(EntityKind::Organisation),
        kind => Some(kind),
    };
    let near = Part::Oblique(NEAR.into());
    let beside = |t: Told, known: Option<EntityId>| known.is_some_and(|e| entities(story, t, &near).contains(&e));
    let told_apart = beside(b, mine) || beside(a, theirs);
    let everywhere = |e: Option<EntityId>| e.and_then(|e| story.entity(e)).is_some_and(|e| in_both(e, a, b));
    match (kind(mine, noun), kind(theirs, other)) {
        (Some(EntityKind::Other), _) | (_, Some(EntityKind::Other)) => false,
        (Some(EntityKind::Person), Some(EntityKind::Person)) => true,
        (Some(x), Some(y)) if x != EntityKind::Person && y != EntityKind::Person => {
            x == y && (apart || told_apart) && everywhere(mine) && everywhere(theirs)
                || x == y && x == EntityKind::Organisation && apart
        }
        (Some(EntityKind::Place), _) | (_, Some(EntityKind::Place)) => false,
        (Some(EntityKind::Person), None) => {
            is_none_of(story, mine, other) || is_outside(story, mine, other) || told_apart && apart
        }
        (None, Some(EntityKind::Person)) => {
            is_none_of(story, theirs, noun) || is_outside(story, theirs, noun) || told_apart && apart
        }
        (Some(_), _) | (_, Some(_)) => told_apart && apart,
        (None, None) => {
            let kind = |x, y| lexicon::is_kind_of(x, y, Pos::Noun, 2);
            let related = kind(noun, other) || kind(other, noun);
            // "It was the government, not the miners": a body and people who hold no office in it.
            let people = |noun: &str| is_person(noun) && !holds_office(noun);
            let apart = is_body(noun) && people(other) || people(noun) && is_body(other);
            (is_person(noun) && is_person(other) || apart)
                && !related
                && !lexicon::are_relatives(noun, Pos::Noun, other, Pos::Noun)
        }
    }
}

fn is_person(noun: &str) -> bool {
    lexicon::is_a(noun, Class::Person, 1)
}

fn is_body(noun: &str) -> bool {
    lexicon::is_a(noun, Class::Group, 1) || lexicon::is_a(noun, Class::Organisation, 1)
}

fn holds_office(noun: &str) -> bool {
    OFFICES.iter().any(|office| lexicon::is_kind_of(noun, office, Pos::Noun, 3))
}

/// Whether both articles speak of an entity.
fn in_both(entity: &Entity, a: Told, b: Told) -> bool {
    [a, b].iter().all(|told| entity.chains.iter().any(|chain| chain.article == told.article))
}

/// Whether somebody whose roles are told is none of those that a noun is for: no "haulier" who is told to be an engineer.
fn is_none_of(story: &Story, known: Option<EntityId>, noun: &str) -> bool {
    let roles = roles(story, known);
    let kind = |x: &str, y: &str| lexicon::is_kind_of(x, y, Pos::Noun, 4);
    let one = |role: &&str| same_thing(role, noun) || kind(role, noun) || kind(noun, role) || holds_office(role);
    let works = WORK.iter().any(|work| kind(noun, work));
    works && !holds_office(noun) && !roles.is_empty() && !roles.iter().any(one)
}

/// Whether a noun is for a body, and somebody whose roles are told holds no office in any: a singer and a record company.
fn is_outside(story: &Story, known: Option<EntityId>, noun: &str) -> bool {
    let roles = roles(story, known);
    is_body(noun) && !roles.is_empty() && !roles.iter().any(|role| holds_office(role))
}

/// The nouns for what somebody is told to be.
fn roles(story: &Story, known: Option<EntityId>) -> BTreeSet<&str> {
    let chains = known.and_then(|e| story.entity(e)).map(|e| &e.chains[..]).unwrap_or_default();
    let roles = chains.iter().filter_map(|chain| story.chain(*chain)).flat_map(|chain| &chain.identity.roles);
    roles.filter_map(|role| role.rsplit(' ').next()).collect()
}

/// Kinds of people who are known by what they do for a living.
const WORK: &[&str] = &["businessperson", "entrepreneur", "merchant", "professional", "serviceman", "worker"];
