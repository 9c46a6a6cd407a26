//! `motive`: another reason for the same deed.

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::{around, entities, name, same_verb, speakers_differ},
    facts::{Content, Part},
    language::lexicon::same_thing,
};

/// Fewer words give no reason that could be told from another.
const SHORTEST: usize = 1;

/// Compares the reasons that two articles give. Two people may each have their view: reasons of two who are known by name are
/// not compared.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Reason(x), Content::Reason(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let (of_a, of_b) = (&a.claim.event, &b.claim.event);
    if !of_a.same_deed(of_b) || of_a.negated != of_b.negated || x.len() < SHORTEST || y.len() < SHORTEST {
        return None;
    }
    let both = |part: &Part| entities(story, a, part).intersection(&entities(story, b, part)).next().copied();
    // What has no name is done to the same when the sentences are alike around it.
    let unnamed = || {
        let patients =
            |t: Told| -> Vec<SmolStr> { t.claim.event.parties(&Part::Patient).map(|p| p.noun.clone()).collect() };
        let alike = patients(a).into_iter().find(|p| patients(b).iter().any(|q| same_thing(p, q)))?;
        (of_a.predicate == of_b.predicate && around(story, a, b) > 0).then_some(alike)
    };
    let known = both(&Part::Patient).or_else(|| both(&Part::Agent)).map(|known| SmolStr::from(name(story, known)));
    let shared = known.or_else(unnamed)?;
    if x.iter().any(|p| y.iter().any(|q| alike(p, q))) || speakers_differ(story, a, b) {
        return None;
    }
    let why = vec![
        format!("both give a reason for “{}”, with {}", of_a.predicate, shared),
        "the reasons have nothing in common".into(),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Motive, level: Level::Differs, denies: None, why })
}

fn alike(p: &SmolStr, q: &SmolStr) -> bool {
    same_thing(p, q) || same_verb(p, q)
}
