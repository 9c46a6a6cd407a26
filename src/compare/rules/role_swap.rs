//! `role_swap` and `initiator`: the same deed with who does it and to whom exchanged.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told, transferred};
use crate::{
    compare::{
        ChainRef, EntityId,
        gate::{deed, entities, is_pronoun, times_clash},
        occasion::{are_of_one_matter, shared, words},
    },
    facts::{Content, Event, Mood, Part, is_side},
    language::{
        Relation,
        lexicon::{self, Class, Pos},
    },
};

/// Deeds that both do to each other.
const MUTUAL: &[&str] = &[
    "agree",
    "argue",
    "battle",
    "confront",
    "date",
    "debate",
    "divorce",
    "embrace",
    "encounter",
    "face",
    "fight",
    "follow",
    "greet",
    "hug",
    "join",
    "kiss",
    "know",
    "like",
    "love",
    "marry",
    "meet",
    "play",
    "see",
    "support",
    "talk",
    "thank",
    "visit",
    "wed",
];

/// Deeds that begin something between two: who does them is who began it.
const BEGINNINGS: &[&str] = &[
    "approach",
    "call",
    "contact",
    "email",
    "get in touch with",
    "go to",
    "invite",
    "message",
    "phone",
    "reach out to",
    "ring",
    "summon",
    "telephone",
    "text",
    "turn to",
    "woo",
    "write to",
];

/// Verbs that tell one thing from its two sides: who leads somebody is followed by them.
const CONVERSES: &[(&str, &str)] = &[
    ("answer to", "supervise"),
    ("belong to", "own"),
    ("follow", "lead"),
    ("follow", "precede"),
    ("lag behind", "lead"),
    ("learn from", "teach"),
    ("report to", "manage"),
    ("report to", "oversee"),
    ("report to", "supervise"),
    ("serve under", "command"),
    ("succeed", "precede"),
    ("trail", "lead"),
    ("trail behind", "lead"),
    ("work for", "employ"),
    ("work for", "hire"),
];

/// The pairs that a verb is one of.
pub fn converses(verb: &str) -> impl Iterator<Item = usize> {
    (0..CONVERSES.len()).filter(move |&i| CONVERSES[i].0 == verb || CONVERSES[i].1 == verb)
}

/// Compares two statements in which the same two play each other's part.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&a.claim.event, &b.claim.event);
    // "Is buying" and "will buy" tell of one sale.
    let sale = transferred(&x.predicate).is_some() && transferred(&y.predicate).is_some();
    let told = |e: &Event| {
        let mood = e.mood == x.mood || sale;
        !e.negated && mood && e.mood != Mood::Possible && !MUTUAL.contains(&e.predicate.as_str())
    };
    let turned =
        CONVERSES.iter().any(|&pair| [(x, y), (y, x)].iter().any(|(p, q)| pair == (&p.predicate, &q.predicate)));
    if turned && x.mood == y.mood && !x.negated && !y.negated {
        return turned_round(story, a, b);
    }
    if !told(x) || !told(y) || !sale && x.complement.is_some() != y.complement.is_some() {
        return None;
    }
    // Whose it is, and who has no name, is looked at only where the deed is the same.
    let unnamed = || x.same_deed(y) && (sent_back(story, a, b) || exchanged_unnamed(story, a, b));
    if !(exchanged(story, a, b) && (x.same_deed(y) || is_one_kind(x, y))) && !unnamed() {
        return None;
    }
    let mut why = vec![deed(x, y)];
    let clash = a.claim.times.iter().any(|t| b.claim.times.iter().any(|u| t.relation_to(u) == Relation::Disjoint));
    if clash || both_ways(story, a) || both_ways(story, b) {
        return None;
    }
    why.push("who does it and to whom are exchanged".into());
    let begins = BEGINNINGS.contains(&x.predicate.as_str()) || BEGINNINGS.contains(&y.predicate.as_str());
    let kind = if begins { DifferenceKind::Initiator } else { DifferenceKind::RoleSwap };
    Some(Finding::Differ { kind, level: Level::Differs, denies: None, why })
}

/// Whether one verb tells of a kind of what the other tells of: to drag somebody ashore is to pull them.
fn is_one_kind(x: &Event, y: &Event) -> bool {
    let verb = |e: &Event| e.predicate.split(' ').next().unwrap_or_default().to_owned();
    let (p, q) = (verb(x), verb(y));
    let kind = |p: &str, q: &str| lexicon::is_kind_of(p, q, Pos::Verb, 2);
    !x.usual && !y.usual && (kind(&p, &q) || kind(&q, &p))
}

/// Compares what is told from its two sides: the same two play the same parts, where they should play each other's.
fn turned_round(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (agents, patients) = (entities(story, a, &Part::Agent), entities(story, a, &Part::Patient));
    let same = agents == entities(story, b, &Part::Agent) && patients == entities(story, b, &Part::Patient);
    if !same || agents.len() != 1 || patients.len() != 1 || agents == patients || times_clash(a.claim, b.claim) {
        return None;
    }
    let verbs = (&a.claim.event.predicate, &b.claim.event.predicate);
    let why = vec![
        format!("“{}” and “{}” tell of one thing from its two sides", verbs.0, verbs.1),
        "who is on which side is exchanged".into(),
    ];
    Some(Finding::Differ { kind: DifferenceKind::RoleSwap, level: Level::Differs, denies: None, why })
}

/// Whether the agent of each is the patient of the other, and somebody else than its agent.
fn exchanged(story: &Story, a: Told, b: Told) -> bool {
    let (agents, patients) = (side(story, a, &Part::Agent), side(story, a, &Part::Patient));
    let (others, theirs) = (side(story, b, &Part::Agent), side(story, b, &Part::Patient));
    agents.len() == 1 && patients.len() == 1 && agents == theirs && patients == others && agents != patients
}

/// Whether each does it to somebody of the other's: "expelled the envoy of Orlo", "Orlo expelled the envoy of".
fn sent_back(story: &Story, a: Told, b: Told) -> bool {
    let (agents, others) = (entities(story, a, &Part::Agent), entities(story, b, &Part::Agent));
    let (owners, theirs) = (entities(story, a, &Part::Whose), entities(story, b, &Part::Whose));
    let patients =
        |t: Told| -> Vec<SmolStr> { t.claim.event.parties(&Part::Patient).map(|p| p.noun.clone()).collect() };
    let same = patients(a).iter().any(|p| patients(b).iter().any(|q| lexicon::same_thing(p, q)));
    agents.len() == 1 && others.len() == 1 && agents == theirs && others == owners && agents != others && same
}

/// Whether two who have no name exchange parts, in two sentences that tell much the same: "a cyclist ran into a pedestrian".
fn exchanged_unnamed(story: &Story, a: Told, b: Told) -> bool {
    let one = |t: Told, part: Part| -> Option<SmolStr> {
        let mut parties = t.claim.event.parties(&part).filter(|p| !is_pronoun(p));
        let only = parties
            .next()
            .filter(|p| p.chain.is_none_or(|chain| story.entity_of(ChainRef { article: t.article, chain }).is_none()));
        let only = only.filter(|_| parties.next().is_none())?;
        // "The back of a bus" is the bus's.
        let owner = || {
            let whose = t.claim.event.parties(&Part::Whose).find(|p| p.noun == only.noun)?.chain?;
            let identity = &story.chain(ChainRef { article: t.article, chain: whose })?.identity;
            identity.forms.first().filter(|_| identity.described)?.rsplit(' ').next().map(SmolStr::from)
        };
        if is_side(&only.noun) { owner() } else { Some(only.noun.clone()) }
    };
    let (Some(doer), Some(done)) = (one(a, Part::Agent), one(a, Part::Patient)) else { return false };
    let (Some(other), Some(theirs)) = (one(b, Part::Agent), one(b, Part::Patient)) else { return false };
    let moves = |noun: &str| lexicon::is_a(noun, Class::Person, 1) || lexicon::is_a(noun, Class::Vehicle, 2);
    moves(&doer)
        && moves(&done)
        && lexicon::same_thing(&doer, &theirs)
        && lexicon::same_thing(&done, &other)
        && !lexicon::same_thing(&doer, &done)
        && shared(story, words(story, a), words(story, b), &[]) >= ONE_OCCASION
        && are_of_one_matter(story, a, b)
}

/// How much two sentences must share that tell of two who have no name, in tenths.
const ONE_OCCASION: u32 = 60;

/// Who plays this part; where a thing of somebody's does, whose it is: "her car hit him".
fn side(story: &Story, told: Told, part: &Part) -> BTreeSet<EntityId> {
    let players = entities(story, told, part);
    if players.iter().any(|e| story.entity(*e).is_some_and(|e| !e.described)) {
        return players;
    }
    let steered = |noun: &str| is_side(noun) || lexicon::is_kind_of(noun, "vehicle", Pos::Noun, 2);
    let owners = told.claim.event.parties(&Part::Whose).filter(|owner| {
        let mut things = told.claim.event.parties(part);
        things.any(|thing| thing.noun == owner.noun && steered(&thing.noun))
    });
    let known = owners.filter_map(|p| story.entity_of(ChainRef { article: told.article, chain: p.chain? }));
    let owners: BTreeSet<EntityId> = known.collect();
    if owners.is_empty() { players } else { owners }
}

/// Whether the article tells the deed in both directions: calls are returned.
fn both_ways(story: &Story, told: Told) -> bool {
    let claims = told.article_claims(story);
    let same = |event: &Event| event.same_deed(&told.claim.event);
    let statements = claims.iter().filter(|c| c.content == Content::Statement && same(&c.event));
    statements.map(|claim| Told { article: told.article, claim }).any(|other| exchanged(story, told, other))
}
