//! Agreement of two sentences that tell the same in other words: they share enough of what they can be recognised by, and
//! nothing that they share is told otherwise.

mod alike;
mod contrary;
mod denied;
mod opposed;
pub(super) mod pair;
mod side;

pub(super) use alike::shared;
use pair::{LEAST_OF_NAME, Pair};

use super::{Denier, Finding, Likeness, Story, Told};
use crate::{
    compare::{ChainRef, EntityId},
    facts::{Anchor, Content, Landmark, Outline, Role},
    language::{Quantity, Relation, lexicon},
    text::Span,
};

/// Compares two sentences as wholes.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Outline(x), Content::Outline(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let pairs = shared(story, a, b, x, y);
    let of = (x, y);
    let other = denied::compare(story, a, b, of, &pairs)
        .or_else(|| opposed::compare(story, a, b, of, &pairs))
        .or_else(|| contrary::compare(story, a, b, of, &pairs));
    if other.is_some() {
        return other;
    }
    let pairs = close(x, y, pairs);
    let (weight, marks) = weigh(&pairs);
    if is_one_phrase(&pairs) {
        return None;
    }
    let tie = tie(story, a, b, &pairs);
    let enough = weight >= tie.enough() && marks > 1;
    if !(enough || weight >= tie.likely() && may_be_enough(&pairs, marks, tie))
        || clash(x, y)
        || told_otherwise(&pairs)
        || done_by_others(story, a, b, &pairs)
    {
        return None;
    }
    let first = pairs.iter().map(|p| p.one.at).reduce(Span::cover)?;
    let second = pairs.iter().map(|p| p.other.at).reduce(Span::cover)?;
    let opposed = opposed::exclude(story, a, b, of, &pairs);
    Some(Finding::Alike { first, second, likeness: Likeness { weight, enough, opposed } })
}

/// Whether what two sentences share may be enough where they share more than with any others: a number that few things have, or two
/// different things in one clause; in several, somebody or something and a number, or three, for two words are common to many
/// sentences of one story.
fn may_be_enough(pairs: &[Pair], marks: usize, tie: Tie) -> bool {
    let number = |least| pairs.iter().any(|p| p.is_number() && p.weight >= least);
    match (marks, tie) {
        (0, _) => false,
        (1, _) => number(RARE_NUMBER),
        (2, Tie::Scattered) => number(LEAST_OF_NAME),
        _ => true,
    }
}

/// How much a number tells that few things have, in tenths.
const RARE_NUMBER: u32 = 22;

pub(super) fn entity(story: &Story, told: Told, party: u32) -> Option<EntityId> {
    let chain = told.claim.event.parties.get(party as usize)?.chain?;
    story.entity_of(ChainRef { article: told.article, chain })
}

/// Whether a number of the same, or the time, is another one.
pub(super) fn clash(x: &Outline, y: &Outline) -> bool {
    let numbers = |o: &Outline| -> Vec<_> {
        let number = |a: &Anchor| match &a.what {
            Landmark::Number { quantity, noun } => Some((*quantity, noun.clone())),
            _ => None,
        };
        o.anchors.iter().filter_map(number).collect()
    };
    let (mine, theirs) = (numbers(x), numbers(y));
    let other = |(p, noun): &(Quantity, _)| {
        // "Nine were hurt and six died": the six who died are told of on both sides.
        if theirs.iter().any(|(q, _)| p.relation_to(q) == Relation::Same) {
            return false;
        }
        let of_it: Vec<_> = theirs.iter().filter(|(_, n)| n == noun).collect();
        let disjoint = |q: &Quantity, p: &Quantity| p.relation_to(q) == Relation::Disjoint;
        !of_it.is_empty() && of_it.iter().all(|(q, _)| disjoint(q, p))
    };
    let times = |o: &Outline| -> Vec<_> {
        let time = |a: &Anchor| match &a.what {
            Landmark::Time(time) => Some(time.clone()),
            _ => None,
        };
        o.anchors.iter().filter_map(time).collect()
    };
    let (ours, others) = (times(x), times(y));
    let never = !ours.is_empty()
        && !others.is_empty()
        && ours.iter().all(|t| others.iter().all(|u| t.relation_to(u) == Relation::Disjoint));
    never || mine.iter().any(other)
}

/// How much what is shared tells, and how many different things that is: none if all are names. What belongs to one
/// expression is one thing.
pub(super) fn weigh(pairs: &[Pair]) -> (u32, usize) {
    let (mut weight, mut marks, mut names) = (0, 0, 0);
    let mut before: Option<&Pair> = None;
    for pair in pairs {
        match before {
            Some(last) if is_beside(last.one, pair.one) && is_beside(last.other, pair.other) => {
                weight += pair.weight.saturating_sub(last.weight);
            }
            _ => {
                weight += pair.weight;
                marks += usize::from(pair.tells());
                names += usize::from(pair.tells() && pair.is_name());
            }
        }
        before = Some(pair);
    }
    // Two people who are known meet in many sentences.
    (weight, if names < marks { marks } else { 0 })
}

/// Of what is shared the most that is told closely on both sides: three words that a long sentence has here and there are not
/// told in it.
fn close<'a>(x: &Outline, y: &Outline, pairs: Vec<Pair<'a>>) -> Vec<Pair<'a>> {
    if pairs.is_empty() || closeness(x, y, &pairs) >= CLOSE {
        return pairs;
    }
    let weight = |pairs: &[Pair]| pairs.iter().map(|p| p.weight).sum::<u32>();
    let places: Vec<Span> = pairs.iter().map(|p| p.other.at).collect();
    let mut best = Vec::new();
    for row in (0..pairs.len()).flat_map(|first| (first..pairs.len()).map(move |last| first..=last)) {
        let row = &pairs[row];
        for (first, last) in places.iter().flat_map(|first| places.iter().map(move |last| (first, last))) {
            if first <= last && weight(row) > weight(&best) {
                let kept: Vec<Pair> = row.iter().filter(|p| (first..=last).contains(&&p.other.at)).copied().collect();
                if weight(&kept) > weight(&best) && closeness(x, y, &kept) >= CLOSE {
                    best = kept;
                }
            }
        }
    }
    best
}

/// In percent.
const CLOSE: u32 = 40;

/// How much of what the stretches around all that is shared tell is shared, in percent: the lesser of both sides.
pub(super) fn closeness(x: &Outline, y: &Outline, pairs: &[Pair]) -> u32 {
    let share = |outline: &Outline, side: fn(&Pair) -> Span| {
        let around = pairs.iter().map(side).reduce(Span::cover).unwrap_or_default();
        let told: u32 = outline.anchors.iter().filter(|a| around.contains(a.at)).map(|a| a.weight).sum();
        let shared: u32 = pairs.iter().map(|p| p.weight).sum();
        100 * shared / told.max(1)
    };
    share(x, |p| p.one.at).min(share(y, |p| p.other.at))
}

/// How the two sentences share what they share, the stronger the later.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Tie {
    /// Each thing in another clause.
    Scattered,
    /// Two in one clause on both sides.
    Clause,
    /// The predicate with one who or what takes part in it, or so many of something.
    Predicate,
}

impl Tie {
    /// How much two sentences must share to tell the same, in tenths of what a word tells that is rare everywhere.
    fn enough(self) -> u32 {
        match self {
            Tie::Predicate => 22,
            Tie::Clause => 30,
            Tie::Scattered => 36,
        }
    }

    /// How much if they share less with all others.
    fn likely(self) -> u32 {
        if self == Tie::Scattered { 22 } else { 15 }
    }
}

fn tie(story: &Story, a: Told, b: Told, pairs: &[Pair]) -> Tie {
    // Whoever it is: that the same did the same is more than that both are spoken of.
    if pairs.iter().any(|p| agents(story, a, b, p).is_some_and(|(one, other)| one == other)) {
        return Tie::Predicate;
    }
    let mate = |p: &Anchor, q: &Anchor| p.clauses & q.clauses != 0;
    let told: Vec<&Pair> = pairs.iter().filter(|p| p.tells()).collect();
    let ties = told.iter().enumerate().flat_map(|(i, p)| told[i + 1..].iter().map(move |q| (*p, *q)));
    let ties = ties.filter(|(p, q)| mate(p.one, q.one) && mate(p.other, q.other) && !(p.is_name() && q.is_name()));
    let spoken = if pairs.iter().any(|p| speaks(story, a, p.one) && speaks(story, b, p.other)) {
        Tie::Clause
    } else {
        Tie::Scattered
    };
    ties.filter(|(p, q)| counts(p, q) || !(is_beside(p.one, q.one) && is_beside(p.other, q.other)))
        .map(|(p, q)| if p.is_predicate() || q.is_predicate() || counts(p, q) { Tie::Predicate } else { Tie::Clause })
        .fold(spoken, Tie::max)
}

/// Whether somebody known is who says what a sentence tells.
fn speaks(story: &Story, told: Told, anchor: &Anchor) -> bool {
    let Some(place) = told.sentence(story).filter(|_| matches!(anchor.what, Landmark::Party(_))) else { return false };
    let at = |token: usize| anchor.at.contains(place.sentence.tokens[token].span);
    place
        .predications
        .iter()
        .any(|p| !lexicon::stances(&p.predicate).is_empty() && p.participant(Role::Agent).is_some_and(at))
}

/// Whether all that is shared is one phrase on one side, which names something and tells nothing of it: "the medieval granary
/// roof". Beside somebody's name it tells who that is.
fn is_one_phrase(pairs: &[Pair]) -> bool {
    let tells = |p: &Pair| p.one.heads || p.other.heads || !matches!(p.one.what, Landmark::Word(_));
    let one = |side: fn(&Pair) -> u32| pairs.windows(2).all(|w| side(&w[0]) == side(&w[1]));
    !pairs.iter().any(tells) && (one(|p| p.one.phrase) || one(|p| p.other.phrase))
}

/// Whether the first is a number of the second.
fn counts(p: &Pair, q: &Pair) -> bool {
    let of = |number: &Anchor, word: &Anchor| match (&number.what, &word.what) {
        (Landmark::Number { noun, .. }, Landmark::Word(word)) => *noun == word.lemma,
        _ => false,
    };
    of(p.one, q.one) && of(p.other, q.other)
}

/// Whether the second goes on with the expression that the first is of.
fn is_beside(first: &Anchor, second: &Anchor) -> bool {
    second.at.start < first.at.end || second.goes_on && second.at.start <= first.at.end + 1
}

/// Whether most of what is shared is said to be so in one, and not to be so in the other.
fn told_otherwise(pairs: &[Pair]) -> bool {
    let weight = |same: bool| -> u32 {
        let words = pairs.iter().filter(|pair| matches!(pair.one.what, Landmark::Word(_)));
        let said = words.filter(|p| p.one.negated.zip(p.other.negated).is_some_and(|(x, y)| (x == y) == same));
        said.map(|pair| pair.weight).sum()
    };
    weight(false) > weight(true)
}

/// Whether the same is done by somebody else: both tell of the deed, and of somebody known who does it.
pub(super) fn done_by_others(story: &Story, a: Told, b: Told, pairs: &[Pair]) -> bool {
    pairs.iter().any(|pair| agents(story, a, b, pair).is_some_and(|(one, other)| one != other))
}

/// Who does what both tell of, where it is a deed and both known.
fn agents(story: &Story, a: Told, b: Told, pair: &Pair) -> Option<(EntityId, EntityId)> {
    let who = |told: Told, deed: &Anchor| entity(story, told, deed.agent.filter(|_| deed.heads)?);
    who(a, pair.one).zip(who(b, pair.other))
}
