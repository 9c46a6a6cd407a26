//! `certainty`: what one article gives as a fact, or as sure to come, nobody can tell in the other.

use std::collections::BTreeSet;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        ChainRef, EntityId,
        gate::{entities, is_pronoun, name, one_speaker, speakers_differ, times_clash},
        occasion::are_of_one_matter,
    },
    facts::{Content, Doubt, Event, Mood, Part, Party},
    language::lexicon::{Class, Pos, is_a, opposed, same_thing},
};

/// Compares a statement with a doubt about the same event or its opposite: "will lose it" and "cannot tell whether she will keep
/// it". Two people may be sure to another degree; the same one, or nobody named, may not. What may be and what will be stand
/// together, but for one who says both.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (sure, unsure, doubt) = match (&a.claim.content, &b.claim.content) {
        (Content::Statement, Content::Doubt(doubt)) => (a, b, *doubt),
        (Content::Doubt(doubt), Content::Statement) => (b, a, *doubt),
        _ => return None,
    };
    let (x, y) = (&sure.claim.event, &unsure.claim.event);
    if x.mood == Mood::Possible || times_clash(sure.claim, unsure.claim) || speakers_differ(story, sure, unsure) {
        return None;
    }
    match doubt {
        Doubt::Why => return told_why(story, sure, unsure),
        Doubt::May if x.negated || x.mood != Mood::Planned || !one_speaker(story, sure, unsure) => return None,
        Doubt::May | Doubt::Whether => {}
    }
    // The same deed is done to the same; of opposed ones that is a matter of course.
    let same = x.same_deed(y) && is_done_to_same(x, y);
    let untold = patients(x).next().is_none() && patients(y).next().is_none();
    let bare = x.predicate == y.predicate && untold && !x.usual;
    if !same && !bare && !opposed(&x.predicate, Pos::Verb, &y.predicate, Pos::Verb) {
        return None;
    }
    let both = |part: &Part| entities(story, a, part).intersection(&entities(story, b, part)).next().copied();
    // Of the same deed, done to the same, it is enough that somebody takes part somehow: "reached farms in Orlo".
    let anywhere = || {
        let everybody = |t: Told| -> BTreeSet<EntityId> {
            t.claim.event.parties.iter().flat_map(|p| entities(story, t, &p.part)).collect()
        };
        if same && x.predicate == y.predicate { everybody(a).intersection(&everybody(b)).next().copied() } else { None }
    };
    let shared = both(&Part::Agent).or_else(|| both(&Part::Patient)).or_else(anywhere);
    // What both tell of may have no name, where one person tells both.
    if shared.is_none() && !(same && one_speaker(story, sure, unsure)) {
        return None;
    }
    let told = match doubt {
        Doubt::May => "in the other it may be so",
        _ => "in the other nobody can tell whether it is so",
    };
    let shared = shared.map(|shared| format!("{} takes part in both", name(story, shared)));
    let why = vec![
        format!("one says “{}”; {told} (“{}”)", x.predicate, y.predicate),
        shared.unwrap_or_else(|| "both are told by the same person".into()),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Certainty, level: Level::Differs, denies: None, why })
}

/// "The blast sank it, Ann Lee said" and "Lee said that it was too early to say why it sank": the same person tells what did it, and
/// that nobody can tell; or somebody tells what caused it, and somebody that its cause is not known.
fn told_why(story: &Story, sure: Told, unsure: Told) -> Option<Finding> {
    let (x, y) = (&sure.claim.event, &unsure.claim.event);
    let named =
        |p: &Party| p.chain.is_some_and(|chain| story.entity_of(ChainRef { article: sure.article, chain }).is_some());
    let thing = x.parties(&Part::Agent).any(|p| !named(p) && !is_pronoun(p));
    let person = x.parties(&Part::Agent).any(|p| is_a(&p.noun, Class::Person, 1));
    // "The cause of the blast is unknown": whoever tells it, the blast is the one that something caused.
    let of_one = y.predicate == "cause" && is_done_to_same(x, y) && are_of_one_matter(story, sure, unsure);
    let told = of_one || y.predicate != "cause" && one_speaker(story, sure, unsure);
    if x.negated || !x.same_deed(y) || !thing || person || !told {
        return None;
    }
    let why = vec![
        format!("one says what did it (“{}”), in the other nobody can tell why (“{}”)", x.predicate, y.predicate),
        if of_one { "both tell of one matter".into() } else { "both are told by the same person".into() },
    ];
    Some(Finding::Differ { kind: DifferenceKind::Certainty, level: Level::Differs, denies: None, why })
}

/// What a deed is done to, where that is not told by a pronoun.
fn patients(event: &Event) -> impl Iterator<Item = &Party> {
    event.parties(&Part::Patient).filter(|party| !is_pronoun(party))
}

/// Whether both are done to a thing that goes by one noun.
fn is_done_to_same(x: &Event, y: &Event) -> bool {
    patients(x).any(|p| patients(y).any(|q| same_thing(&p.noun, &q.noun)))
}
