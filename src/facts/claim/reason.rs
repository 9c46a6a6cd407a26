//! Claims of why somebody did something: "because", "over the loss", "to save money", "the reason for his removal".

mod anaphor;
mod cause;
mod mark;
mod purpose;

use std::{ops::Range, sync::Arc};

pub use anaphor::EXPLAIN;

use super::{
    Claim, Content, Event, Word,
    circumstance::{is, near, words_but, words_in},
    clause::Clauses,
};

/// Why something was done; the event is what is explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What it is told in.
    pub words: Arc<[Word]>,
    /// All else that the sentence tells.
    pub occasion: Arc<[Word]>,
    /// It was not the reason.
    pub denied: bool,
    /// There was no other: "solely because".
    pub sole: bool,
    /// It is what the deed is to bring about, beside which there may be much else: "to save money".
    pub purpose: bool,
}

/// What is read of a sentence: the reason's tokens, first and last.
pub(super) struct Found {
    event: Event,
    first: usize,
    last: usize,
    purpose: bool,
    denied: bool,
}

/// Nouns for several reasons, of which one is told.
const REASONS: &[&str] =
    &["cause", "causes", "factor", "factors", "motives", "purposes", "reason", "reasons", "story", "things"];
/// Words that say that there are other reasons.
const PARTLY: &[&str] = &["also", "among", "helped", "mainly", "mostly", "partially", "partly"];
/// Words that say that there are none.
const SOLELY: &[&str] = &["merely", "only", "purely", "simply", "solely"];

/// The reasons of a sentence: the event is what is explained. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, claims: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    let tokens = sentence.tokens.len();
    let is = |i: usize, words: &[&str]| is(clauses, i, words);
    // "One of the reasons", "part of it".
    let several =
        |i: usize| (i + 2..tokens.min(i + 6)).any(|j| is(j, REASONS)) || is(i + 2, &["it", "them", "this", "those"]);
    let one_of =
        (0..tokens.saturating_sub(1)).any(|i| is(i, &["one", "part", "some"]) && is(i + 1, &["of"]) && several(i));
    // "Too few tickets" is no reason more.
    let too = (0..tokens).any(|i| is(i, &["too"]) && (i + 1 == tokens || is(i + 1, &[",", "."])));
    if one_of || too || (0..tokens).any(|i| is(i, PARTLY)) {
        return;
    }
    let mut found = Vec::new();
    mark::reasons(clauses, &mut found);
    purpose::reasons(clauses, &mut found);
    cause::reasons(clauses, &mut found);
    anaphor::reasons(clauses, &mut found);
    found.dedup_by_key(|reason| (reason.first, reason.last));
    for reason in found.into_iter().flat_map(|reason| split(clauses, reason)) {
        let Found { mut event, first, last, purpose, denied } = reason;
        let words = words_in(clauses, first..last + 1);
        if words.is_empty() {
            continue;
        }
        let nothing_else =
            (0..tokens.saturating_sub(1)).any(|i| is(i, &["nothing", "no", "none"]) && is(i + 1, &["else", "other"]));
        let one =
            |i: usize| is(i, &["one", "only", "single", "sole"]) && is(i + 1, &["aim", "motive", "purpose", "reason"]);
        let aim = |i: usize| is(i, &["the"]) && is(i + 1, &["aim", "purpose"]);
        let sole = nothing_else
            || (0..tokens.saturating_sub(1)).any(aim)
            || (0..tokens.saturating_sub(1)).any(one)
            || (first.saturating_sub(2)..first + 1).any(|i| is(i, SOLELY));
        let own: Range<usize> = first..last + 1;
        let mut occasion = words_but(clauses, &[own]).to_vec();
        // "Money had nothing to do with it": what it is about stands before.
        let back = before.last().filter(|_| denied || event.predicate == EXPLAIN);
        if let Some(last) = back {
            occasion.extend(words_but(last, &[]).iter().cloned());
        }
        event.parties.extend(near(clauses));
        if let Some(last) = back {
            event.parties.extend(near(last));
        }
        claims.push(Claim {
            span: clauses.span(first, last.min(first + WIDEST)),
            sentence: number,
            event,
            content: Content::Reason(Reason { words, occasion: occasion.into(), denied, sole, purpose }),
            attribution: None,
            times: clauses.times.iter().map(|t| t.time.clone()).filter(|t| t.expression.is_point()).collect(),
        });
    }
}

/// A reason and what it is told not to be: "because of the wind, not the rain".
fn split(clauses: &Clauses, reason: Found) -> Vec<Found> {
    let Found { first, last, denied, .. } = reason;
    let not = |i: usize| is(clauses, i, &["not"]) && i > 0 && is(clauses, i - 1, &[",", "and"]);
    let rather = |i: usize| is(clauses, i, &["rather"]) && is(clauses, i + 1, &["than"]);
    let before = first > 0 && is(clauses, first - 1, &["not"]);
    match (first + 1..last).find(|&i| not(i) || rather(i)) {
        Some(at) if !denied && !before => {
            let other = Found { event: reason.event.clone(), first: at + 1, denied: true, ..reason };
            vec![Found { last: at - 1, ..reason }, other]
        }
        _ => vec![Found { denied: denied || before, ..reason }],
    }
}

/// How many tokens a marked reason spans at most.
const WIDEST: usize = 24;
