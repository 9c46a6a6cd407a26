//! `certainty`: what one article gives as a fact, or as sure to come, nobody can tell in the other.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::{entities, is_pronoun, name, speakers_differ, times_clash},
    facts::{Content, Event, Mood, Part, Party},
    language::lexicon::{Pos, opposed, same_thing},
};

/// Compares a statement with a doubt about the same event or its opposite: "will lose it" and "cannot tell whether she will keep
/// it". Two people may be sure to another degree; the same one, or nobody named, may not.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (sure, unsure) = match (&a.claim.content, &b.claim.content) {
        (Content::Statement, Content::Doubt) => (a, b),
        (Content::Doubt, Content::Statement) => (b, a),
        _ => return None,
    };
    let (x, y) = (&sure.claim.event, &unsure.claim.event);
    if x.mood == Mood::Possible || times_clash(sure.claim, unsure.claim) || speakers_differ(story, sure, unsure) {
        return None;
    }
    // The same deed is done to the same; of opposed ones that is a matter of course.
    let patients =
        |e: &Event| -> Vec<Party> { e.parties(&Part::Patient).filter(|p| !is_pronoun(p)).cloned().collect() };
    let (mine, theirs) = (patients(x), patients(y));
    let same = x.same_deed(y) && mine.iter().any(|p| theirs.iter().any(|q| same_thing(&p.noun, &q.noun)));
    let bare = x.predicate == y.predicate && mine.is_empty() && theirs.is_empty() && !x.usual;
    if !same && !bare && !opposed(&x.predicate, Pos::Verb, &y.predicate, Pos::Verb) {
        return None;
    }
    let both = |part: &Part| entities(story, a, part).intersection(&entities(story, b, part)).next().copied();
    let shared = both(&Part::Agent)?;
    let why = vec![
        format!("one says “{}”, in the other nobody can tell whether “{}”", x.predicate, y.predicate),
        format!("{} takes part in both", name(story, shared)),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Certainty, level: Level::Differs, denies: None, why })
}
