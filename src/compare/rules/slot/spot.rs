//! Another spot of the same in two sentences that tell the same.

use super::{Seen, alike, may_be_two, reason};
use crate::{
    compare::{
        DifferenceKind, EntityId, Level,
        gate::name,
        rules::{Finding, place},
    },
    facts::{Filler, Landmark, Part, Party},
};

/// What two sentences must share where the same is done there, in tenths.
const SAME_ACT: u32 = 40;

/// The same where the verb says little.
const USUAL_ACT: u32 = 48;

/// What they must share where the verb says another thing.
const NO_ACT: u32 = 60;

pub fn compare(one: &Seen, other: &Seen) -> Option<Finding> {
    let (
        Filler::Spot { case: p, noun: x, party: who_x, away: far_x },
        Filler::Spot { case: q, noun: y, party: who_y, away: far_y },
    ) = (&one.slot.filler, &other.slot.filler)
    else {
        return None;
    };
    // "At Orrin" and "six miles from Orrin".
    let (mine, theirs) = (one.entity(*who_x), other.entity(*who_y));
    if *far_x != *far_y && p != q && mine.is_some() && mine == theirs && !may_be_two(one, other) {
        let alike = alike(one, other);
        let far = format!("at {0} in one, far from {0} in the other", name(one.story, mine?));
        return (alike.weight >= NO_ACT && alike.marks > 1).then(|| differ(one, other, far));
    }
    if *far_x || *far_y {
        return None;
    }
    // What comes from a spot is not what is in it.
    if (p == "from") != (q == "from") {
        return None;
    }
    let tells_of = |seen: &Seen, who, noun: &str| {
        let word = |anchor: &crate::facts::Anchor| matches!(&anchor.what, Landmark::Word(word) if word.lemma == noun);
        let known: Option<_> = who;
        known.map_or_else(|| seen.anchors().any(word), |who| seen.tells_of(who))
    };
    if x == y || tells_of(other, mine, x) || tells_of(one, theirs, y) || may_be_two(one, other) {
        return None;
    }
    let party = |seen: &Seen, noun: &str, party: &Option<u32>| Party {
        part: Part::Oblique("in".into()),
        noun: noun.into(),
        chain: party.and_then(|party| seen.told.claim.event.parties.get(party as usize)?.chain),
    };
    let (here, there) = (party(one, x, who_x), party(other, y, who_y));
    let town = |who: Option<EntityId>| who.and_then(|who| place::town(one.story, who));
    let (town, its_town) = (town(mine), town(theirs));
    let known = match (town, its_town) {
        (Some(x), Some(y)) => place::lie_apart(x, y),
        _ => place::rival_kinds(one.story, one.told, &here, other.told, &there),
    };
    // Of places that no table has, one may lie in the other; two articles that tell so much alike would say so.
    let unknown = || {
        let (x, y) = town.zip(its_town)?;
        let own = |seen: &Seen, who: Option<EntityId>| who.is_some_and(|who| place::is_own(seen.story, seen.told, who));
        let both = own(one, mine) && own(other, theirs) && place::is_town(x) && place::is_town(y);
        both.then(|| format!("{x} in one, {y} in the other"))
    };
    let (sure, apart) = known.map(|apart| (true, apart)).or_else(|| Some((false, unknown()?)))?;
    let alike = alike(one, other);
    if !(sure || alike.act && alike.weight >= NO_ACT) {
        return None;
    }
    let usual = one.slot.usual && other.slot.usual;
    let least = match (alike.act, usual) {
        (true, false) => SAME_ACT,
        (true, true) => USUAL_ACT,
        (false, _) => NO_ACT,
    };
    if alike.weight < least || alike.marks < 2 {
        return None;
    }
    Some(differ(one, other, apart))
}

fn differ(one: &Seen, other: &Seen, apart: String) -> Finding {
    let mut why = reason(one, other);
    why.push(apart);
    Finding::Differ { kind: DifferenceKind::Place, level: Level::Differs, denies: None, why }
}
