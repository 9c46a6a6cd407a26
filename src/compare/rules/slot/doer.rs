//! Somebody else who did the same in two sentences that tell the same.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::{Seen, alike, has_other_places, may_be_two, reason};
use crate::{
    compare::{
        DifferenceKind, EntityId, Level,
        gate::{name, same_verb},
        occasion::are_of_one_matter,
        rules::{Finding, opposition::is_shell, outline},
        set_apart::are_set_apart,
        told::Told,
    },
    facts::{Anchor, Content, EntityKind, Filled, Filler, Landmark},
    language::{
        Quantity, Relation,
        lexicon::{self, Deed, FunctionClass, Pos, done_once, same_thing},
    },
};

/// What two sentences must share, in tenths.
const ENOUGH: u32 = 26;

/// The same where neither says what it is done to: "raised the alarm".
const NOTHING_DONE: u32 = 48;

/// The same where it may be done by several, one after the other.
const OFTEN_DONE: u32 = 48;

/// The same where neither tells anything but that: "the ribbon was cut by Ann Lee".
const NOTHING_ELSE: u32 = 20;

pub fn compare(one: &Seen, other: &Seen) -> Option<Finding> {
    let (
        Filler::Doer { predicate: p, deeds: d, by: mine, to: done },
        Filler::Doer { predicate: q, deeds: e, by: theirs, to: other_done },
    ) = (&one.slot.filler, &other.slot.filler)
    else {
        return None;
    };
    let alike_deed = p == q || d.iter().any(|deed| e.contains(deed));
    // What is looked up is asked last.
    let once = done_once(p).is_some() || done_once(q).is_some();
    if !once && p != q || !alike_deed && !same_verb(p, q) {
        return None;
    }
    let same = |x: &Filled, y: &Filled| match (one.entity(x.party), other.entity(y.party)) {
        (Some(a), Some(b)) => a == b,
        _ => {
            same_thing(&x.noun, &y.noun)
                || lexicon::is_kind_of(&x.noun, &y.noun, Pos::Noun, 1)
                || lexicon::is_kind_of(&y.noun, &x.noun, Pos::Noun, 1)
        }
    };
    let neither = done.is_empty() && other_done.is_empty();
    // "It", or the deed by its noun: "carried out the clearance".
    let it = |all: &[Filled], deeds: &[Deed]| {
        let deed = |f: &Filled| lexicon::deeds(&f.noun, Pos::Noun).iter().any(|deed| deeds.contains(deed));
        all.iter().all(|f| stands_for_any(&f.noun) || deed(f))
    };
    let open = it(done, d) || it(other_done, e);
    if !neither && !open && !done.iter().any(|x| other_done.iter().any(|y| same(x, y))) || may_be_two(one, other) {
        return None;
    }
    if counts_others(one, done, other, other_done) {
        return None;
    }
    let told_of = tells_of_any(one, theirs) || tells_of_any(other, mine);
    let other_kind = || of_other_kind(mine, theirs).filter(|_| !told_of);
    let who = others(one, mine, other, theirs).filter(|_| once).or_else(other_kind)?;
    let elsewhere = has_other_places(one, other) && has_other_places(other, one);
    let alike = alike(one, other);
    let least = match neither {
        _ if !once => OFTEN_DONE,
        _ if tells_nothing_else(one, mine, other) && tells_nothing_else(other, theirs, one) => NOTHING_ELSE,
        true => NOTHING_DONE,
        false => ENOUGH,
    };
    let like = (neither || !open) && alike.weight >= least && alike.marks > 0;
    // What each article tells once needs no sentence that is like the other.
    let sole = || {
        once && alike_deed
            && is_sole(one, mine, d)
            && is_sole(other, theirs, e)
            && are_of_one_matter(one.story, one.told, other.told)
            && !are_set_apart(one.story, one.told, other.told)
    };
    if elsewhere || !like && !sole() {
        return None;
    }
    let mut why = reason(one, other);
    why.push(who);
    Some(Finding::Differ { kind: DifferenceKind::Participant, level: Level::Differs, denies: None, why })
}

/// Whether the two sentences count what it is done to, and come to other numbers.
fn counts_others(one: &Seen, done: &[Filled], other: &Seen, other_done: &[Filled]) -> bool {
    let counts = |seen: &Seen, all: &[Filled]| -> Vec<Quantity> {
        let number = |anchor: &Anchor| match &anchor.what {
            Landmark::Number { quantity, noun } if all.iter().any(|f| f.noun == *noun) => Some(*quantity),
            _ => None,
        };
        seen.anchors().filter_map(number).collect()
    };
    let (mine, theirs) = (counts(one, done), counts(other, other_done));
    mine.iter().any(|x| theirs.iter().any(|y| x.relation_to(y) == Relation::Disjoint))
}

/// Whether a sentence speaks of one of those who did it by the same noun.
fn tells_of_any(seen: &Seen, all: &[Filled]) -> bool {
    seen.anchors().any(|anchor| match &anchor.what {
        Landmark::Word(word) => all.iter().any(|f| f.noun == word.lemma),
        _ => false,
    })
}

/// Pronouns, and nouns for whatever the text has told of.
fn stands_for_any(noun: &str) -> bool {
    lexicon::is_function(noun, FunctionClass::Pronoun) || is_shell(noun)
}

/// Whether the article tells of nobody else who did such a thing.
fn is_sole(seen: &Seen, by: &[Filled], deeds: &[Deed]) -> bool {
    let claims = seen.told.article_claims(seen.story).iter();
    let slots = claims.filter_map(|claim| match &claim.content {
        Content::Slot(slot) => Some((claim, slot)),
        _ => None,
    });
    slots.into_iter().all(|(claim, slot)| {
        let it = Seen { story: seen.story, told: Told { claim, ..seen.told }, slot };
        let Filler::Doer { predicate, deeds: others, by: doers, .. } = &slot.filler else { return true };
        if done_once(predicate).is_none() {
            return true;
        }
        let same = |f: &Filled, g: &Filled| match (seen.entity(f.party), it.entity(g.party)) {
            (Some(a), Some(b)) => a == b,
            _ => f.noun == g.noun || lexicon::is_function(&g.noun, FunctionClass::Pronoun),
        };
        !others.iter().any(|deed| deeds.contains(deed)) || doers.iter().all(|g| by.iter().any(|f| same(f, g)))
    })
}

/// Whether all that the first sentence tells, beside who does it and what is told of them, is told in the other too.
fn tells_nothing_else(one: &Seen, by: &[Filled], other: &Seen) -> bool {
    let pairs = outline::shared(one.story, one.told, other.told, &one.slot.outline, &other.slot.outline);
    let is_doer = |anchor: &&Anchor| match &anchor.what {
        Landmark::Party(party) => by.iter().any(|doer| doer.party == Some(*party)),
        Landmark::Word(word) => by.iter().any(|doer| doer.noun == word.lemma),
        _ => false,
    };
    let phrases: Vec<u32> = one.anchors().filter(is_doer).map(|anchor| anchor.phrase).collect();
    let told = |anchor: &Anchor| phrases.contains(&anchor.phrase) || pairs.iter().any(|pair| pair.one.at == anchor.at);
    !phrases.is_empty() && one.anchors().all(told)
}

/// Two who are both known by name, are of one kind and are spoken of on one side only.
fn others(one: &Seen, mine: &[Filled], other: &Seen, theirs: &[Filled]) -> Option<String> {
    let known =
        |seen: &Seen, all: &[Filled]| -> Option<Vec<EntityId>> { all.iter().map(|f| seen.entity(f.party)).collect() };
    let (x, y) = (known(one, mine)?, known(other, theirs)?);
    let kind = |who: &EntityId| one.story.entity(*who).map(|e| e.kind);
    let (first, second) = (kind(x.first()?)?, kind(y.first()?)?);
    let kinds = |all: &[EntityId], is: EntityKind| all.iter().all(|who| kind(who) == Some(is));
    let acts = matches!(first, EntityKind::Person | EntityKind::Organisation);
    if first != second || !acts || !kinds(&x, first) || !kinds(&y, second) {
        return None;
    }
    if x.iter().any(|who| other.tells_of(*who)) || y.iter().any(|who| one.tells_of(*who)) {
        return None;
    }
    // "The Bank" may be the Bank of Orrin.
    let words = |who: &EntityId| name(one.story, *who).split(' ').collect::<BTreeSet<_>>();
    let within = |p: &EntityId, q: &EntityId| words(p).is_subset(&words(q)) || words(q).is_subset(&words(p));
    if x.iter().any(|p| y.iter().any(|q| within(p, q))) {
        return None;
    }
    let names = |all: &[EntityId]| all.iter().map(|who| name(one.story, *who)).collect::<Vec<_>>().join(" and ");
    Some(format!("{} in one, {} in the other", names(&x), names(&y)))
}

/// Those without a name who are of kinds of which nobody is two.
fn of_other_kind(mine: &[Filled], theirs: &[Filled]) -> Option<String> {
    let nouns = |all: &[Filled]| -> Vec<SmolStr> { all.iter().map(|f| f.noun.clone()).collect() };
    let (x, y) = (nouns(mine), nouns(theirs));
    let rivals = x.iter().all(|x| y.iter().all(|y| lexicon::rival_doers(x, y)));
    rivals.then(|| format!("“{}” in one, “{}” in the other", x.join(" and "), y.join(" and ")))
}
