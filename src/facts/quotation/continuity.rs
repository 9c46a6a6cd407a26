//! Quotations without a reporting clause of their own: who goes on speaking.

use std::ops::Range;

use super::{
    Found,
    flow::{Flow, Period, Stretch},
    speaker,
};
use crate::language::model::Relation;

/// Gives the stretch, which opens a period and has no report, the cue and speaker that its surroundings suggest. `last`: the
/// last thing found before it that has a speaker.
pub(super) fn carried(flow: &Flow, stretch: &Stretch, last: Option<&Found>) -> Found {
    let words = stretch.words.clone();
    let goes_on = |f: &&Found| stretch.marked.resumes || flow.block_of(f.words.start) == stretch.block;
    if let Some(last) = last.filter(goes_on) {
        return Found { words, continues: true, ..last.clone() };
    }
    // The sentence before leads to it: `She was blunt.`, `He continued:`.
    let speaker = flow.period_before(words.start).and_then(|before| match last.filter(|f| is_in(f, &before)) {
        Some(found) => found.speaker.clone(),
        None => subject(flow, before),
    });
    Found { speaker, ..Found::new(words) }
}

/// Whether what is found, or its cue, lies in the period.
fn is_in(found: &Found, period: &Period) -> bool {
    let cue = found.cue.as_ref().is_some_and(|c| period.contains(&c.start));
    cue || found.words.start < period.end && period.contains(&(found.words.end - 1))
}

/// The subject of the period's main clause.
fn subject(flow: &Flow, period: Period) -> Option<Range<usize>> {
    let main = |&i: &usize| !flow.is_quoted(i) && flow.node(i).relation == Relation::Root;
    let root = period.clone().find(main)?;
    speaker::of_verb(flow, root).map(|(phrase, _)| phrase).filter(|p| p.start >= period.start)
}
