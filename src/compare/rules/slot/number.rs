//! Another number of the same in two sentences that tell the same.

use super::{Alike, Seen, alike, has_other_places, may_be_two, reason};
use crate::{
    compare::{
        DifferenceKind, Level,
        count::{count_otherwise, counts_one_apart, suffer_otherwise},
        rules::{Finding, quantity::is_people},
        set_apart::{are_of_other_peoples, cover_other_stretches},
    },
    facts::{Anchor, Filler, Landmark},
    language::{
        Quantity, Relation,
        lexicon::{Class, is_a, same_thing},
        number::Unit,
    },
};

/// What two sentences must share where the same is done with what is counted, in tenths.
const SAME_ACT: u32 = 36;

/// What they must share where it is told with words that say little.
const NO_ACT: u32 = 48;

/// What they must share where other words say what is done.
const OTHER_ACT: u32 = 72;

/// The same, where people are counted: of many people many things are told.
const PEOPLE: u32 = 78;

pub fn compare(one: &Seen, other: &Seen) -> Option<Finding> {
    let (Filler::Number { quantity: x, noun: of_x }, Filler::Number { quantity: y, noun: of_y }) =
        (&one.slot.filler, &other.slot.filler)
    else {
        return None;
    };
    let person = |noun: &str| is_people(noun) || is_a(noun, Class::Person, 1);
    let same_noun = of_x == of_y && !of_x.is_empty() || same_thing(of_x, of_y);
    let unnamed = of_x.is_empty() || of_y.is_empty();
    let comparable = match (x.unit, y.unit) {
        (Unit::Tally(_), Unit::Tally(_)) => same_noun,
        (Unit::Money(_), Unit::Money(_)) | (Unit::Measure(_), Unit::Measure(_)) => same_noun || unnamed,
        _ => same_noun,
    };
    if !comparable {
        return None;
    }
    let relation = x.relation_to(y);
    let alike = alike(one, other);
    let enough = |alike: &Alike, least: u32| alike.weight >= least && alike.marks > 1;
    match relation {
        Relation::Unknown => None,
        Relation::Disjoint => {
            let usual = one.slot.usual || other.slot.usual;
            let both_usual = one.slot.usual && other.slot.usual;
            let act = alike.act && !both_usual;
            let least = match (act || one.slot.whole && other.slot.whole, usual, person(of_x) || person(of_y)) {
                (true, ..) => SAME_ACT,
                (false, _, true) if is_people(of_x) || is_people(of_y) => return None,
                (false, _, true) => PEOPLE,
                (false, true, false) => NO_ACT,
                (false, false, false) => OTHER_ACT,
            };
            // "It has 300 shops" is told of now, "it had 500 in 2009" of then.
            let dated = |seen: &Seen| seen.anchors().any(|anchor| matches!(anchor.what, Landmark::Time(_)));
            let then = (one.slot.holds || other.slot.holds) && dated(one) != dated(other);
            let two = then
                || suffer_otherwise(one.story, one.told, other.told)
                || are_of_other_peoples(one.story, one.told, other.told)
                || cover_other_stretches(one.story, one.told, other.told)
                || may_be_two(one, other)
                || has_other_places(one, other)
                || has_other_places(other, one)
                || counts_others(one, x, of_x, other)
                || counts_others(other, y, of_y, one)
                || count_otherwise(one.story, (one.told, x), (other.told, y))
                || counts_one_apart(one.story, (one.told, x), (other.told, y));
            if two || !enough(&alike, least) {
                return None;
            }
            let mut why = reason(one, other);
            why.push(format!("{} and {} cannot both be so", x.describe(), y.describe()));
            Some(Finding::Differ { kind: DifferenceKind::Quantity, level: Level::Differs, denies: None, why })
        }
        _ => enough(&alike, SAME_ACT / 2).then_some(Finding::Agree),
    }
}

/// Whether the first sentence counts more than what is compared, of the same kind or of another that the second counts too and
/// otherwise; or the second gives the same number of something.
fn counts_others(one: &Seen, quantity: &Quantity, noun: &str, other: &Seen) -> bool {
    let numbers = |seen: &Seen| -> Vec<(Quantity, String)> {
        let number = |anchor: &Anchor| match &anchor.what {
            Landmark::Number { quantity, noun } => Some((*quantity, noun.to_string())),
            _ => None,
        };
        seen.anchors().filter_map(number).collect()
    };
    let (ours, theirs) = (numbers(one), numbers(other));
    let is_it = |q: &Quantity| q.number.start == quantity.number.start;
    let same_kind = |q: &Quantity, of: &str| {
        !is_it(q)
            && match (q.unit, quantity.unit) {
                (Unit::Count, Unit::Count) => of == noun || same_thing(of, noun),
                (Unit::Count, Unit::Tally(_)) => of == noun,
                _ => q.relation_to(quantity) != Relation::Unknown,
            }
    };
    ours.iter().any(|(q, of)| same_kind(q, of))
        || theirs.iter().any(|(q, _)| q.unit == Unit::Count && q.relation_to(quantity) == Relation::Same)
}
