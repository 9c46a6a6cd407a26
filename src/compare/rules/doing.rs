//! `participant`: one article picks out who did it, and the other tells that somebody else did.

use std::collections::BTreeSet;

use super::{DifferenceKind, Finding, Level, Story, Told, initiator::are_two};
use crate::{
    compare::{
        EntityId,
        gate::{entities, is_pronoun, name, times_clash},
        occasion::{shared, who, words},
    },
    facts::{Content, Doing, Mood, Part, Party},
    language::lexicon::same_thing,
};

/// How much the other sentence must share with what is told around the one that picks somebody out, in tenths.
const ONE_OCCASION: u32 = 38;

/// Compares who is picked out with who does the same in the other article.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    match (&a.claim.content, &b.claim.content) {
        (Content::Doing(doing), Content::Statement | Content::Doing(_)) => picked_out(story, a, doing, b),
        (Content::Statement, Content::Doing(doing)) => picked_out(story, b, doing, a),
        _ => None,
    }
}

fn picked_out(story: &Story, one: Told, doing: &Doing, other: Told) -> Option<Finding> {
    let (x, y) = (&one.claim.event, &other.claim.event);
    let told = !y.negated && y.mood == Mood::Real && x.repeated == y.repeated;
    if !told || !x.same_deed(y) || times_clash(one.claim, other.claim) {
        return None;
    }
    let (mine, theirs) = (x.parties(&Part::Agent).next()?, y.parties(&Part::Agent).next()?);
    let (first, second) = (who(story, one, &Part::Agent), who(story, other, &Part::Agent));
    let is_told = |party: &Party, known: Option<EntityId>| known.is_some() || !is_pronoun(party);
    if !is_told(mine, first)
        || !is_told(theirs, second)
        || !are_done_to_same(story, one, other)
        || !are_two(story, (one, first, &mine.noun), (other, second, &theirs.noun), true)
        || does_too(story, other, one)
        || does_too(story, one, other)
        || shared(story, &doing.occasion, words(story, other), &[]) < ONE_OCCASION
    {
        return None;
    }
    let shown = |known: Option<EntityId>, noun: &str| known.map_or(noun.to_string(), |e| name(story, e).to_string());
    let why = vec![
        format!("both tell of “{}”", x.predicate),
        format!("{} in one, {} in the other", shown(first, &mine.noun), shown(second, &theirs.noun)),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Participant, level: Level::Differs, denies: None, why })
}

/// Whether it is done to the same person or thing.
fn are_done_to_same(story: &Story, a: Told, b: Told) -> bool {
    let known = |t: Told| entities(story, t, &Part::Patient);
    let nouns =
        |t: Told| -> Vec<Party> { t.claim.event.parties(&Part::Patient).filter(|p| !is_pronoun(p)).cloned().collect() };
    known(a).intersection(&known(b)).next().is_some()
        || nouns(a).iter().any(|p| nouns(b).iter().any(|q| same_thing(&p.noun, &q.noun)))
}

/// Whether an article tells that who does it in the other does so too.
fn does_too(story: &Story, told: Told, other: Told) -> bool {
    let agents: BTreeSet<EntityId> = entities(story, other, &Part::Agent);
    told.article_claims(story).iter().any(|claim| {
        matches!(claim.content, Content::Statement)
            && claim.event.same_deed(&other.claim.event)
            && !entities(story, Told { claim, ..told }, &Part::Agent).is_disjoint(&agents)
    })
}
