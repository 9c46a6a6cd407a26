//! The gate: two claims are compared only when they are about the same event.
//!
//! Steps, in the order of cost: predicate, mood, who takes part, when. Every step that passes leaves a line of
//! explanation. Shared words alone never pass: somebody known must take part on both sides, or everything else must be
//! the same to the letter.

use std::collections::BTreeSet;

use super::{ArticleId, ChainRef, EntityId, Story};
use crate::{
    facts::{Claim, Event, Mood, Part},
    language::{
        Relation,
        lexicon::{self, Pos},
    },
};

/// A claim and the article it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    pub article: ArticleId,
    pub claim: &'a Claim,
}

/// How many senses of a word count: the rarer ones say that "run" is "score".
const SENSES: usize = 2;

/// Why `a` and `b` are about the same event, step by step; `None` when the gate stays shut. `slot` is the part that is
/// compared and need not agree.
pub fn same_event(story: &Story, a: Told, b: Told, slot: Option<&Part>) -> Option<Vec<String>> {
    let mut why = vec![predicates(&a.claim.event, &b.claim.event)?];
    if (a.claim.event.mood == Mood::Real) != (b.claim.event.mood == Mood::Real) {
        return None;
    }
    let parties = parties(story, a, b, slot)?;
    if parties.known.is_empty() && !(parties.alike > 0 && a.claim.event.predicate == b.claim.event.predicate) {
        return None;
    }
    why.extend(parties.known);
    let clash = |x: &Claim, y: &Claim| {
        x.times.iter().any(|t| !y.times.is_empty() && y.times.iter().all(|u| t.relation_to(u) == Relation::Disjoint))
    };
    if slot.is_some() && (clash(a.claim, b.claim) || clash(b.claim, a.claim)) {
        return None;
    }
    Some(why)
}

/// The predicates are the same word or mean the same.
pub fn predicates(a: &Event, b: &Event) -> Option<String> {
    if a.predicate == b.predicate {
        return Some(format!("both say “{}”", a.predicate));
    }
    same_deed(&a.predicate, &b.predicate).then(|| format!("“{}” and “{}” mean the same", a.predicate, b.predicate))
}

/// Whether two verbs may name the same deed.
pub fn same_deed(a: &str, b: &str) -> bool {
    a == b || lexicon::synonyms(a, b, Pos::Verb, SENSES)
}

/// Whether two nouns may name the same kind of thing.
pub fn same_noun(a: &str, b: &str) -> bool {
    a == b || !a.is_empty() && !b.is_empty() && lexicon::synonyms(a, b, Pos::Noun, SENSES)
}

/// What the parts of two events have in common.
struct Parties {
    /// A line for each entity that plays the same part on both sides.
    known: Vec<String>,
    /// How many parts are played by the same noun.
    alike: usize,
}

/// Compares the parts one by one; `None` when somebody known stands against somebody else in the same part.
fn parties(story: &Story, a: Told, b: Told, slot: Option<&Part>) -> Option<Parties> {
    let mut found = Parties { known: Vec::new(), alike: 0 };
    let parts: BTreeSet<&Part> = a
        .claim
        .event
        .parties
        .iter()
        .chain(&b.claim.event.parties)
        .map(|p| &p.part)
        .filter(|p| Some(*p) != slot)
        .collect();
    for part in parts {
        let (mine, theirs) = (entities(story, a, part), entities(story, b, part));
        if !mine.is_empty() && !theirs.is_empty() {
            let Some(shared) = mine.intersection(&theirs).next() else {
                // Places and times behind prepositions may be told differently; who does it and to whom may not.
                if matches!(part, Part::Oblique(_)) { continue } else { return None }
            };
            let name = story.entity(*shared).map(|e| e.name.as_str()).unwrap_or_default();
            found.known.push(format!("{name} takes part in both"));
            continue;
        }
        let nouns = |t: Told| t.claim.event.parties(part).map(|p| p.noun.clone()).collect::<Vec<_>>();
        let (mine_nouns, theirs_nouns) = (nouns(a), nouns(b));
        if mine_nouns.is_empty() || theirs_nouns.is_empty() {
            continue;
        }
        let alike = mine_nouns.iter().any(|x| theirs_nouns.iter().any(|y| same_noun(x, y)));
        if alike {
            found.alike += 1;
        } else if mine.is_empty() && theirs.is_empty() && matches!(part, Part::Patient | Part::Agent) {
            return None;
        } else if *part == Part::Patient {
            // A name against a noun: nothing shows that they are one.
            return None;
        }
    }
    Some(found)
}

/// The entities that play a part in a claim.
pub fn entities(story: &Story, told: Told, part: &Part) -> BTreeSet<EntityId> {
    let chain = |chain| story.entity_of(ChainRef { article: told.article, chain });
    told.claim.event.parties(part).filter_map(|p| p.chain.and_then(chain)).collect()
}
