//! `role_swap` where something changes hands: bought from each other, lent to each other.
//!
//! "Ann bought it from Ben" and "Ben sold it to Ann" tell the same; "Ann sold it to Ben" does not.

use std::collections::BTreeSet;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        ChainRef, EntityId,
        gate::{around, entities, is_pronoun, times_clash, unnamed},
    },
    facts::{Content, Event, Mood, Part},
    language::{Quantity, Relation, lexicon::same_thing, number::Unit},
};

/// Verbs by what kind of passing on they tell: those who do it give, and those who do it take.
const TRANSFERS: &[(&[&str], &[&str])] = &[
    (
        &["sell", "sell off", "sell on", "offload", "dispose of"],
        &["buy", "purchase", "acquire", "buy out", "buy up", "pick up", "snap up", "take off one's hands", "take over"],
    ),
    (
        &["lend", "loan", "advance", "give a loan", "grant a loan", "make a loan", "make a loan of"],
        &["borrow", "receive a loan", "take a loan", "take out a loan", "obtain a loan"],
    ),
    (
        &[
            "give",
            "donate",
            "hand",
            "hand over",
            "present",
            "award",
            "grant",
            "pay",
            "owe",
            "pass",
            "pass on",
            "bequeath",
            "leave",
            "repay",
        ],
        &["receive", "accept", "inherit", "get", "be given", "obtain", "be paid"],
    ),
    (&["teach", "coach", "train"], &["learn", "take lessons"]),
    (&["rent", "lease", "let", "let out", "rent out"], &["hire", "rent from"]),
];

/// Something that changes hands: which kind of passing on, from whom, to whom.
struct Transfer {
    kind: usize,
    giver: BTreeSet<EntityId>,
    taker: BTreeSet<EntityId>,
}

/// Compares two statements in which the same thing goes from one to the other, and back.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    // Who has to pay has not paid: then it must be one sum.
    let sum = || of_one_sum(story, a, b);
    // "Will rent the hall to": both tell of what is agreed.
    let agreed = [a, b].iter().all(|t| t.claim.event.mood == Mood::Planned);
    let told = |e: &Event| !e.negated && (e.mood == Mood::Real || agreed || sum());
    if !told(&a.claim.event) || !told(&b.claim.event) {
        return None;
    }
    let (x, y) = (transfer(story, a)?, transfer(story, b)?);
    let meets = |p: &BTreeSet<EntityId>, q: &BTreeSet<EntityId>| {
        p.intersection(q).next().is_some() || p.iter().any(|e| q.iter().any(|f| are_family(story, *e, *f)))
    };
    // "Took it off her hands": who gave it is told beside it.
    let beside = |t: Told, who: &BTreeSet<EntityId>| {
        let claims = t.sentence_claims(story).iter().map(|claim| Told { article: t.article, claim });
        let chains = claims.flat_map(|t| t.claim.event.parties.iter()).filter_map(|party| party.chain);
        let mut known = chains.filter_map(|chain| story.entity_of(ChainRef { article: t.article, chain }));
        known.any(|e| who.contains(&e))
    };
    let other = |t: Told, x: &BTreeSet<EntityId>, y: &BTreeSet<EntityId>| meets(x, y) || y.is_empty() && beside(t, x);
    let exchanged = meets(&x.giver, &y.taker) && other(b, &x.taker, &y.giver)
        || meets(&x.taker, &y.giver) && other(b, &x.giver, &y.taker)
        || meets(&y.giver, &x.taker) && other(a, &y.taker, &x.giver)
        || meets(&y.taker, &x.giver) && other(a, &y.giver, &x.taker);
    let exchanged = exchanged && !meets(&x.giver, &y.giver) && !meets(&x.taker, &y.taker);
    // The Norland brand is Norland.
    let all_known = [&x, &y].iter().all(|t| !t.giver.is_empty() && !t.taker.is_empty());
    let told_of = || all_known && around(story, a, b) > 0;
    let goods = || same_goods(&a.claim.event, &b.claim.event, agreed) || sum() || told_of();
    if x.kind != y.kind || !exchanged || times_clash(a.claim, b.claim) || !goods() {
        return None;
    }
    let why = vec![
        format!(
            "“{}” and “{}” tell of the same thing changing hands",
            a.claim.event.predicate, b.claim.event.predicate
        ),
        "who gives it and who gets it are exchanged".into(),
    ];
    Some(Finding::Differ { kind: DifferenceKind::RoleSwap, level: Level::Differs, denies: None, why })
}

/// Whether one is a family and the other somebody of it: "the Vosses" and "old Mr Voss".
fn are_family(story: &Story, e: EntityId, f: EntityId) -> bool {
    let surname = |e: EntityId| story.entity(e).filter(|e| !e.described).and_then(|e| e.name.rsplit(' ').next());
    let plural = |one: &str, all: &str| {
        all.strip_suffix("es").or(all.strip_suffix('s')).is_some_and(|stem| stem == one)
            || all.strip_suffix('s') == Some(one)
    };
    surname(e).zip(surname(f)).is_some_and(|(x, y)| plural(x, y) || plural(y, x))
}

/// Whether both sentences tell of the same sum of money.
fn of_one_sum(story: &Story, a: Told, b: Told) -> bool {
    let sums = |told: Told| -> Vec<Quantity> {
        let sentence = told.sentence(story).map(|place| &place.sentence);
        let quantities = sentence.into_iter().flat_map(|sentence| sentence.quantities.iter().copied());
        quantities.filter(|quantity| matches!(quantity.unit, Unit::Money(_))).collect()
    };
    let theirs = sums(b);
    sums(a).iter().any(|sum| theirs.iter().any(|other| sum.relation_to(other) == Relation::Same))
}

/// Which of the ways to change hands a verb tells, if any.
pub fn transferred(verb: &str) -> Option<usize> {
    TRANSFERS.iter().position(|(give, take)| give.contains(&verb) || take.contains(&verb))
}

fn transfer(story: &Story, told: Told) -> Option<Transfer> {
    let verb = told.claim.event.predicate.as_str();
    let kind = transferred(verb)?;
    let agent = players(story, told, &Part::Agent);
    let behind = |case: &str| players(story, told, &Part::Oblique(case.into()));
    let (giver, taker) = if TRANSFERS[kind].0.contains(&verb) {
        let mut taker = behind("to");
        taker.extend(players(story, told, &Part::Recipient));
        // "Lent the owner $80,000": parsers see two objects.
        if taker.is_empty() && told.claim.event.parties(&Part::Patient).count() > 1 {
            taker.extend(entities(story, told, &Part::Patient));
        }
        (agent, taker)
    } else {
        (behind("from"), agent)
    };
    Some(Transfer { kind, giver, taker })
}

/// Who plays a part, those without a name too who are told apart from others of their kind: "the Orrin council".
fn players(story: &Story, told: Told, part: &Part) -> BTreeSet<EntityId> {
    &entities(story, told, part) | &unnamed(story, told, part)
}

/// Whether what changes hands may be the same: "it" may be anything, unless both must be `named`.
fn same_goods(a: &Event, b: &Event, named: bool) -> bool {
    let goods = |e: &Event| -> Vec<_> { e.parties(&Part::Patient).filter(|p| !is_pronoun(p)).cloned().collect() };
    let (mine, theirs) = (goods(a), goods(b));
    !named && (mine.is_empty() || theirs.is_empty())
        || mine.iter().any(|x| theirs.iter().any(|y| same_thing(&x.noun, &y.noun)))
}
