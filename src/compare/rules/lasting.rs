//! `antonym`: what was ended in one article lasts in the other: "reopened the bridge" and "the bridge remains shut".

use std::collections::BTreeSet;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        EntityId,
        gate::{around, entities, is_pronoun, name, times_clash},
        set_apart::{are_set_apart, tells_of_several},
    },
    facts::{Content, Event, Mood, Part},
    language::{
        lexicon::{self, Pos, same_thing},
        time::Placement,
    },
};

/// Compares a deed with a state that lasts.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    let (state, lasts, done) = match (lasting(&a.claim.event), lasting(&b.claim.event)) {
        (Some(state), None) => (state, a, b),
        (None, Some(state)) => (state, b, a),
        _ => return None,
    };
    // What one law allows another may forbid.
    if matches!(state, "illegal" | "lawful" | "legal" | "unlawful") {
        return None;
    }
    let (x, y) = (&lasts.claim.event, &done.claim.event);
    // What is to last until then is over then.
    let until = lasts.claim.times.iter().any(|t| t.expression.placement == Placement::Before);
    let real = !x.negated && !y.negated && x.mood == Mood::Real && y.mood == Mood::Real && y.complement.is_none();
    if !real || until || times_clash(a.claim, b.claim) {
        return None;
    }
    let ended = |pos| lexicon::opposed(state, pos, &y.predicate, Pos::Verb);
    if !ended(Pos::Adjective) && !ended(Pos::Verb) {
        return None;
    }
    let undergoes = if y.parties(&Part::Patient).next().is_some() { Part::Patient } else { Part::Agent };
    let whom = |told: Told, part: &Part| -> BTreeSet<EntityId> { entities(story, told, part) };
    let lasting_one = if x.predicate == "leave" { Part::Patient } else { Part::Agent };
    let known = whom(lasts, &lasting_one).intersection(&whom(done, &undergoes)).next().copied();
    let nouns = |e: &Event, part: &Part| -> Vec<_> { e.parties(part).filter(|p| !is_pronoun(p)).cloned().collect() };
    let thing = || {
        let theirs = nouns(y, &undergoes);
        let mine = nouns(x, &lasting_one).into_iter().find(|p| theirs.iter().any(|q| same_thing(&p.noun, &q.noun)))?;
        (around(story, a, b) > 0).then_some(mine.noun)
    };
    let shared = known.map(|e| name(story, e).into()).or_else(thing)?;
    let several = |t: Told| t.sentence(story).is_none_or(|s| tells_of_several(&s.sentence));
    if several(a) || several(b) || are_set_apart(story, a, b) {
        return None;
    }
    let why = vec![
        format!("“{}” ends what “{} {state}” says is still so", y.predicate, x.predicate),
        format!("both are about {shared}"),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Antonym, level: Level::Differs, denies: None, why })
}

/// The state that an event says lasts: of "remained shut" to be shut.
pub fn lasting(event: &Event) -> Option<&str> {
    let verb = event.predicate.as_str();
    // "Had been left unlocked".
    let left = verb == "leave" && event.parties(&Part::Agent).next().is_none();
    let lasts = left || matches!(verb, "remain" | "stay");
    event.complement.as_deref().filter(|_| lasts)
}
