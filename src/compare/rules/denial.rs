//! `denial` and `polarity`: one article says it happened, the other that somebody says it did not, or that it did not.

use super::{Denier, DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::{ENOUGH, common, entities, is_pronoun, same_verb},
    facts::{Attribution, Content, Event, Mood, Part},
    language::lexicon::{self, Stance},
};

/// Compares a claim with one that denies it.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    match (&a.claim.content, &b.claim.content) {
        (Content::Statement, Content::Denial) => called(story, a, b, Denier::Second),
        (Content::Denial, Content::Statement) => called(story, b, a, Denier::First),
        (Content::Statement, Content::Statement) => said_not(story, a, b),
        _ => None,
    }
}

/// Somebody will not call it what the other article says it was.
fn called(story: &Story, stated: Told, denial: Told, denier: Denier) -> Option<Finding> {
    let (event, denied) = (&stated.claim.event, &denial.claim.event);
    if event.negated || event.mood != Mood::Real || !event.same_deed(denied) {
        return None;
    }
    let (mine, theirs) = (entities(story, stated, &Part::Patient), entities(story, denial, &Part::Patient));
    let shared = mine.intersection(&theirs).next();
    if shared.is_none() && !theirs.is_empty() || mine.is_empty() {
        return None;
    }
    let why = vec![
        format!("one article says “{}”, somebody in the other will not call it that", event.predicate),
        shared.and_then(|e| story.entity(*e)).map(|e| format!("both are about {}", e.name)).unwrap_or_default(),
    ];
    let why = why.into_iter().filter(|line| !line.is_empty()).collect();
    Some(Finding::Differ { kind: DifferenceKind::Denial, level: Level::Differs, denies: Some(denier), why })
}

/// Whether two predicates say enough to be denied: "did not say" denies nothing that anybody else says was said, and
/// "did not go" nothing without where.
fn is_specific(x: &Event, y: &Event) -> bool {
    let patient = |e: &Event| e.parties(&Part::Patient).next().is_some();
    match (&x.complement, &y.complement) {
        // What people believe is theirs: two opinions are no disagreement about a fact.
        (Some(a), Some(b)) => same_verb(a, b) && !lexicon::stances(&x.predicate).contains(&Stance::Believes),
        (None, None) => {
            let reports = !lexicon::stances(&x.predicate).is_empty();
            !reports && (patient(x) && patient(y) || !x.usual)
        }
        _ => false,
    }
}

/// Whether both say what it is done to, or neither: "he favors closing it" and "he does not favor the sale" are two things.
/// "It" may be any thing, so that the verb must tell what kind of thing: "signed it", not "spoke about it". That two nouns stand for one thing is for the gate to see.
fn same_patient(story: &Story, a: Told, b: Told) -> bool {
    let none = |t: Told| t.claim.event.parties(&Part::Patient).next().is_none();
    let named = |t: Told| {
        let event = &t.claim.event;
        let tells = !event.usual && !event.predicate.contains(' ');
        event.parties(&Part::Patient).any(|party| tells || !is_pronoun(party))
    };
    let known = |t: Told| entities(story, t, &Part::Patient);
    none(a) && none(b) || named(a) && named(b) || known(a).intersection(&known(b)).next().is_some()
}

/// The same deed of the same people, once told as done and once as not done.
fn said_not(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (x, y) = (&a.claim.event, &b.claim.event);
    if x.negated == y.negated || x.mood != Mood::Real || y.mood != Mood::Real {
        return None;
    }
    if !is_specific(x, y) {
        return None;
    }
    let common = common(story, a, b, None)?;
    let enough = if x.complement.is_some() && y.complement.is_some() { ENOUGH } else { ENOUGH + 1 };
    if !common.known || common.elsewhere || common.weight < enough {
        return None;
    }
    // Without an object, what else is told may be another thing: "spoke about it" and "did not speak about that".
    let bare = |e: &Event| e.parties(&Part::Patient).next().is_none();
    if x.complement.is_none() && bare(x) && bare(y) && x.parties.len().max(y.parties.len()) > 1 {
        return None;
    }
    if x.complement.is_none() && !same_patient(story, a, b) {
        return None;
    }
    let agents = |t: Told| entities(story, t, &Part::Agent);
    let agent = agents(a).intersection(&agents(b)).next().is_some();
    let none = |e: &Event| e.parties(&Part::Agent).next().is_none();
    if !agent && !none(x) && !none(y) {
        return None;
    }
    let mut why = common.why;
    why.push("one says that it was so, the other that it was not".into());
    let (negative, denier) = if x.negated { (a, Denier::First) } else { (b, Denier::Second) };
    let (kind, denies) = match &negative.claim.attribution {
        Some(Attribution { chain: Some(_), .. }) => (DifferenceKind::Denial, Some(denier)),
        _ => (DifferenceKind::Polarity, None),
    };
    Some(Finding::Differ { kind, level: Level::Differs, denies, why })
}
