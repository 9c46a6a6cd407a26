//! Slots of two sentences that share so much else that they must tell the same, though no deed in them need be told alike.
//!
//! Much that two sentences share speaks for one event, and never proves it: nothing that is known may speak for two, neither
//! another time nor another place, another number of something else nor a word for one of several.

mod doer;
mod number;
mod spot;

use super::{Finding, Story, Told, outline};
use crate::{
    compare::{
        EntityId,
        gate::{lie_apart, name},
    },
    facts::{Anchor, Content, EntityKind, Filler, Landmark, Mood, Slot},
    language::{
        Quantity, Relation,
        lexicon::{self, Affiliation},
    },
};

/// Compares what stands in the slots of two sentences.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Slot(x), Content::Slot(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let (one, other) = (Seen { story, told: a, slot: x }, Seen { story, told: b, slot: y });
    match (&x.filler, &y.filler) {
        (Filler::Number { .. }, Filler::Number { .. }) => number::compare(&one, &other),
        (Filler::Spot { .. }, Filler::Spot { .. }) => spot::compare(&one, &other),
        (Filler::Doer { .. }, Filler::Doer { .. }) => doer::compare(&one, &other),
        _ => None,
    }
}

/// A slot in its article.
struct Seen<'a> {
    story: &'a Story,
    told: Told<'a>,
    slot: &'a Slot,
}

/// How like each other two sentences are.
struct Alike {
    /// How much they share, in tenths of what a word tells that is rare everywhere.
    weight: u32,
    /// How many different things that is; none if all are names.
    marks: usize,
    /// Something they share says what is done with what stands in the slots.
    act: bool,
}

impl Seen<'_> {
    /// Who a party of the sentence is.
    fn entity(&self, party: Option<u32>) -> Option<EntityId> {
        outline::entity(self.story, self.told, party?)
    }

    fn anchors(&self) -> impl Iterator<Item = &Anchor> {
        self.slot.outline.anchors.iter()
    }

    /// Everybody and everything known that the sentence tells of, with its anchor.
    fn known(&self) -> Vec<(EntityId, &Anchor)> {
        let party = |anchor: &Anchor| match anchor.what {
            Landmark::Party(party) => self.entity(Some(party)),
            _ => None,
        };
        self.anchors().filter_map(|anchor| Some((party(anchor)?, anchor))).collect()
    }

    fn tells_of(&self, who: EntityId) -> bool {
        self.known().iter().any(|(known, _)| *known == who)
    }
}

/// How much two sentences share; the same from both sides.
fn alike(one: &Seen, other: &Seen) -> Alike {
    let (x, y) = (&one.slot.outline, &other.slot.outline);
    let there = outline::weigh(&outline::shared(one.story, one.told, other.told, x, y));
    let back = outline::weigh(&outline::shared(one.story, other.told, one.told, y, x));
    let act = one.slot.acts.iter().any(|act| other.slot.acts.binary_search(act).is_ok());
    Alike { weight: there.0.min(back.0), marks: there.1.min(back.1), act }
}

/// Whether something known speaks for two events: the one is planned, denied, one of several or a part, or has another time.
fn may_be_two(one: &Seen, other: &Seen) -> bool {
    let (x, y) = (one.slot, other.slot);
    let open = |slot: &Slot| slot.mood == Mood::Possible;
    x.partial
        || y.partial
        || x.negated
        || y.negated
        || open(x)
        || open(y)
        || x.mood != y.mood
        || has_other_times(one, other)
        || has_other_times(other, one)
        || ranks_differ(x, y)
        || ranks_differ(y, x)
}

/// Whether a time of the first is none of the second, which has times too.
fn has_other_times(one: &Seen, other: &Seen) -> bool {
    let time = |anchor: &&Anchor| matches!(anchor.what, Landmark::Time(_));
    let apart = |x: &Anchor, y: &Anchor| match (&x.what, &y.what) {
        (Landmark::Time(t), Landmark::Time(u)) => lie_apart(t, u),
        _ => false,
    };
    let mut theirs = other.anchors().filter(time).peekable();
    theirs.peek().is_some() && {
        let theirs: Vec<&Anchor> = theirs.collect();
        one.anchors().filter(time).any(|t| theirs.iter().all(|u| apart(t, u)))
    }
}

/// Whether the first counts something as the second or a later one that the other does not, or as the first of which the other
/// tells the second.
fn ranks_differ(x: &Slot, y: &Slot) -> bool {
    let same = |q: &Quantity, r: &Quantity| q.relation_to(r) == Relation::Same;
    x.ranks.iter().any(|(rank, noun)| {
        let of_it = || y.ranks.iter().any(|(_, other)| other == noun);
        !y.ranks.iter().any(|(other, _)| same(rank, other)) && (rank.value > 1.into() || of_it())
    })
}

/// Whether each side tells of a known place that the other does not.
fn has_other_places(one: &Seen, other: &Seen) -> bool {
    let place = |story: &Story, who: EntityId| story.entity(who).is_some_and(|e| e.kind == EntityKind::Place);
    // "In Norway" and "Norwegian".
    let belongs = |name: &str| {
        other.anchors().any(|anchor| match &anchor.what {
            Landmark::Word(word) => {
                let of = lexicon::affiliation(&word.lemma);
                of.is_some_and(
                    |of| matches!(of, Affiliation::Place(place) if lexicon::places(name).any(|p| p.name == place)),
                )
            }
            _ => false,
        })
    };
    one.known().iter().any(|(who, anchor)| {
        place(one.story, *who)
            && anchor.clauses & one.slot.clauses != 0
            && !other.tells_of(*who)
            && !belongs(name(one.story, *who))
    })
}

/// What the explanation of a difference says of how the two sentences were found to tell the same.
fn reason(one: &Seen, other: &Seen) -> Vec<String> {
    let pairs = outline::shared(one.story, one.told, other.told, &one.slot.outline, &other.slot.outline);
    let text = one.story.account(one.told.article).map(|account| account.text.as_ref()).unwrap_or_default();
    let start = sentence_start(one);
    let words: Vec<&str> = pairs.iter().filter(|p| p.tells()).map(|p| p.one.at.shift(start).of(text)).collect();
    vec![format!("both sentences tell of {}", words.join(", "))]
}

/// Where the sentence begins that the outline is of.
fn sentence_start(seen: &Seen) -> usize {
    seen.told.sentence(seen.story).map_or(0, |sentence| sentence.span.start as usize)
}
