//! `quantity`: another number of the same thing in the same event.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        count::{count_otherwise, counts_one_apart, tells_part, toll},
        gate::{Common, ENOUGH, are_two, around, common, is_telling, times_clash, times_meet},
        set_apart::{are_of_other_peoples, cover_other_stretches},
    },
    facts::{Claim, Content, Mood, Part, Party, VOTE, date::ResolvedTime, is_holding},
    language::{
        Quantity, Relation, Slack,
        lexicon::{self, Class, same_thing},
        number::Unit,
        time::Placement,
    },
};

/// Compares two numbers of the same noun that play the same part in the same event.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (
        Content::Quantity { quantity: x, noun: of_x, part: as_x },
        Content::Quantity { quantity: y, noun: of_y, part: as_y },
    ) = (&a.claim.content, &b.claim.content)
    else {
        return None;
    };
    // A part and the whole are not the same number of the same thing. "Sentenced to nine years" and "jailed for six" measure the
    // same, though.
    if as_x != as_y && !(is_measure(x, as_x) && is_measure(y, as_y))
        || !(of_x == of_y || same_thing(of_x, of_y) || as_people(of_x, of_y))
        || x.of.is_some() != y.of.is_some()
        || cover_other_stretches(story, a, b)
        || a.claim.event.negated != b.claim.event.negated
    {
        return None;
    }
    // What is counted is a party to the event too.
    let counted = match of_x.as_str() {
        "" => 0,
        VOTE if the_only_vote(story, a) && the_only_vote(story, b) => 2 * ENOUGH,
        _ if the_only_toll(story, a) && the_only_toll(story, b) => 2 * ENOUGH,
        noun if is_telling(noun) => 2,
        _ => 1,
    };
    let counted = if same_whole(story, (a, x), (b, y)) { counted + ENOUGH - 1 } else { counted };
    let matter = |t: Told| t.claim.event.parties(&Part::Patient).map(|p| p.noun.clone()).collect::<Vec<_>>();
    let one_matter = || matter(a).iter().any(|noun| is_telling(noun) && matter(b).contains(noun));
    let near = || around(story, a, b) > 0 || one_matter();
    let only_toll = harm(story, a).is_some() && counted > 1 && !times_clash(a.claim, b.claim);
    let voted = of_x == VOTE && counted > 1 && !times_clash(a.claim, b.claim) && near();
    let common = common(story, a, b, Some(as_x)).or_else(|| {
        let what = if only_toll { "toll" } else { "vote" };
        let why = vec![format!("both tell of the only {what} in their article")];
        (voted || only_toll).then(|| Common { why, same: true, ..Common::default() })
    })?;
    let near = || if common.around == 0 { around(story, a, b) } else { common.around };
    if common.weight + counted < ENOUGH && common.weight + counted + near() < ENOUGH && !common.same {
        return None;
    }
    if (is_passing(a) || is_passing(b)) && !times_meet(a.claim, b.claim) {
        return None;
    }
    let relation = x.relation_to(y);
    let of_part = || {
        tells_part(story, b, x)
            || tells_part(story, a, y)
            || counts_one_apart(story, (a, x), (b, y))
            || count_otherwise(story, (a, x), (b, y))
            || serves_as(a) != serves_as(b)
            || are_of_other_peoples(story, a, b)
    };
    // "It has 300 shops" is told of now, "it had 500 in 2009" of then.
    let once = || is_holding(&a.claim.event.predicate) && a.claim.times.is_empty() != b.claim.times.is_empty();
    let several = || counts_more(story, a) || counts_more(story, b);
    if relation == Relation::Disjoint && (are_two(story, a, b, &common) || of_part() || once() || several()) {
        return None;
    }
    // Of the people who were hurt passengers may be a part, but not a larger one than the whole.
    let exceeds = |whole: &Quantity, part: &Quantity| whole.value < part.value;
    let part_of_people = relation == Relation::Disjoint
        && (is_people(of_x) && !is_people(of_y) && !exceeds(x, y)
            || is_people(of_y) && !is_people(of_x) && !exceeds(y, x));
    if part_of_people {
        return None;
    }
    let mut why = common.why;
    match relation {
        Relation::Disjoint => {
            why.push(format!("{} and {} cannot both be so", x.describe(), y.describe()));
            Some(Finding::Differ { kind: DifferenceKind::Quantity, level: Level::Differs, denies: None, why })
        }
        Relation::Same | Relation::Compatible(Slack::Rounding | Slack::Conversion) => Some(Finding::Agree),
        Relation::Compatible(_) => Some(Finding::Agree),
        Relation::Unknown => None,
    }
}

/// Whether a claim tells only of what somebody is in one role: "spent four years there as a clerk".
fn serves_as(told: Told) -> bool {
    let role = |p: &Party| matches!(&p.part, Part::Oblique(case) if case == "as");
    told.claim.event.parties.iter().any(role)
}

/// Whether the same is told of another number of the same: "31 greenhouses at the nursery and two at the school were wrecked".
fn counts_more(story: &Story, told: Told) -> bool {
    let Content::Quantity { quantity, noun, part } = &told.claim.content else { return false };
    told.sentence_claims(story).iter().filter(|claim| claim.event == told.claim.event).any(|claim| {
        match &claim.content {
            Content::Quantity { quantity: other, noun: of, part: role } => {
                of == noun && role == part && other.of.is_none() && quantity.relation_to(other) == Relation::Disjoint
            }
            _ => false,
        }
    })
}

/// Whether both are parts of so many: "six of the eight bells" and "two of the eight bells".
fn same_whole(story: &Story, (a, x): (Told, &Quantity), (b, y): (Told, &Quantity)) -> bool {
    let whole = |t: Told, part: &Quantity| {
        let sentence = &t.sentence(story)?.sentence;
        let whole = sentence.quantities.iter().find(|q| part.of.is_some_and(|of| of.contains(q.span)))?;
        Some(whole.value)
    };
    whole(a, x).is_some_and(|value| whole(b, y) == Some(value))
}

/// Whether the number is that of one moment, after which it may be another: "by noon", "at the peak".
fn is_passing(told: Told) -> bool {
    const PHASES: &[&str] = &["beginning", "height", "outset", "peak", "start"];
    let event = &told.claim.event;
    let phase = |p: &Party| matches!(&p.part, Part::Oblique(case) if case == "at") && PHASES.contains(&p.noun.as_str());
    let by = |t: &ResolvedTime| t.expression.placement == Placement::Before && event.mood == Mood::Real;
    told.claim.times.iter().any(by) || event.parties.iter().any(phase)
}

/// Whether one noun is for people of any kind and the other for people of some kind.
fn as_people(a: &str, b: &str) -> bool {
    let person = |noun: &str| lexicon::is_a(noun, Class::Person, 1);
    is_people(a) && person(b) || is_people(b) && person(a)
}

/// Whether a noun is for people of any kind.
pub fn is_people(noun: &str) -> bool {
    matches!(noun, "people" | "person")
}

/// Whether a number measures what happens, and does not tell when.
fn is_measure(quantity: &Quantity, part: &Part) -> bool {
    let before = |case: &str| {
        matches!(case, "after" | "before" | "by" | "in" | "since" | "until" | "within" | "over" | "during")
    };
    !matches!(quantity.unit, Unit::Count | Unit::Ordinal | Unit::Age | Unit::Tally(_))
        && !matches!(part, Part::Oblique(case) if before(case))
}

/// Whether the article tells once only how many were killed, or hurt, and this is where.
fn the_only_toll(story: &Story, told: Told) -> bool {
    let here = harm(story, told);
    let alike = |claim: &&Claim| harm(story, Told { claim, ..told }) == here;
    here.is_some() && told.article_claims(story).iter().filter(alike).count() == 1
}

/// What is done to the people whom a claim counts.
fn harm(story: &Story, told: Told) -> Option<&'static str> {
    toll(&story.account(told.article)?.facts, told.claim)
}

/// Whether the article tells of one vote only.
fn the_only_vote(story: &Story, told: Told) -> bool {
    let claims = told.article_claims(story);
    let tallies = claims.iter().filter(|c| matches!(&c.content, Content::Quantity { noun, .. } if noun == VOTE));
    tallies.count() == 1
}
