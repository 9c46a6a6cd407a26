//! `antonym`: opposed outcomes for the same person, who cannot have had both.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::entities,
    facts::{Content, EntityKind, Mood, Part},
    language::{
        Relation,
        lexicon::{self, Pos},
    },
};

/// Compares two statements about what became of somebody.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&a.claim.event, &b.claim.event);
    let told = !x.negated && !y.negated && x.mood == Mood::Real && y.mood == Mood::Real;
    let plain = x.complement.is_none() && y.complement.is_none();
    let passive = x.parties(&Part::Patient).next().is_some() || y.parties(&Part::Patient).next().is_some();
    if !told || !plain || !passive || x.predicate == y.predicate {
        return None;
    }
    // "Was fired" and "resigned": what becomes of somebody may be told of the patient or of an agent who does it to nobody.
    let (mine, theirs) = (concerned(story, a)?, concerned(story, b)?);
    let shared = mine.intersection(&theirs).next()?;
    let person = story.entity(*shared).filter(|e| e.kind == EntityKind::Person)?;
    // Asked last: it looks many words up.
    if !are_alternatives(&x.predicate, &y.predicate) {
        return None;
    }
    let clash = a.claim.times.iter().any(|t| b.claim.times.iter().any(|u| t.relation_to(u) == Relation::Disjoint));
    if clash {
        return None;
    }
    let why = vec![
        format!("“{}” and “{}” are opposed outcomes", x.predicate, y.predicate),
        format!("both are about {}", person.name),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Antonym, level: Level::Differs, denies: None, why })
}

/// The two ways in which one matter can end. Other opposed outcomes may follow one another: who was hired is fired later.
const ALTERNATIVES: &[(&str, &str)] =
    &[("convict", "acquit"), ("fire", "resign"), ("die", "survive"), ("kill", "survive")];

fn are_alternatives(a: &str, b: &str) -> bool {
    let ends = |verb: &str, way: &str| lexicon::same_outcome(verb, Pos::Verb, way, Pos::Verb);
    let opposed = lexicon::opposed(a, Pos::Verb, b, Pos::Verb);
    opposed && ALTERNATIVES.iter().any(|(p, q)| ends(a, p) && ends(b, q) || ends(a, q) && ends(b, p))
}

/// The one whom the outcome concerns.
fn concerned(story: &Story, told: Told) -> Option<std::collections::BTreeSet<crate::compare::EntityId>> {
    let event = &told.claim.event;
    let part = match event.parties(&Part::Patient).next() {
        Some(_) => Part::Patient,
        None => Part::Agent,
    };
    Some(entities(story, told, &part)).filter(|all| all.len() == 1)
}
