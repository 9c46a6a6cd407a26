//! Quotations that a noun for what is said gives to somebody, beside no verb that reports: `the mayor's reply was “…”`, `the words
//! of the mayor were “…”`, `“…,” was her comment`, `“…,” came the answer from the mayor`.

use std::ops::Range;

use super::{
    Found,
    class::Class,
    cue,
    flow::{Flow, Period, Stretch},
    speaker,
};
use crate::language::{
    lexicon::{self, is_a},
    model::Relation,
};

/// Verbs between such a noun and the words.
const LINKS: &[&str] = &["came", "is", "ran", "read", "reads", "runs", "was", "went", "were"];

/// How many tokens such a clause has at most.
const REACH: usize = 16;

/// The quotations of a period that a noun gives to somebody.
pub(super) fn remarks(flow: &Flow, period: &Period) -> Vec<Found> {
    let inside = |stretch: &&Stretch| period.start <= stretch.words.start && stretch.words.end <= period.end;
    let first = flow.stretches.partition_point(|stretch| stretch.words.start < period.start);
    let stretches = flow.stretches[first..].iter().take_while(inside);
    let found = stretches.filter_map(|stretch| {
        let (cue, speaker) = before(flow, period, stretch).or_else(|| after(flow, period, stretch))?;
        let (cue, speaker) = (Some(cue..cue + 1), Some(speaker));
        Some(Found { cue, speaker, ..Found::new(stretch.words.clone()) })
    });
    found.collect()
}

/// The noun and the speaker of `the mayor's reply was “…”`.
fn before(flow: &Flow, period: &Period, stretch: &Stretch) -> Option<(usize, Range<usize>)> {
    let low = period.start.max(stretch.words.start.saturating_sub(REACH));
    let mark = |&i: &usize| flow.class(i) == Class::Comma || flow.is(i, ":");
    let link = (low..stretch.words.start).rev().find(|i| !mark(i)).filter(|&i| is_link(flow, i))?;
    (low..link).rev().find_map(|noun| {
        // Of "the reply from Ann Lee, the mayor, was" no other verb stands between.
        let plain = (noun + 1..link).all(|i| !matches!(flow.class(i), Class::Verb | Class::Auxiliary | Class::Mark));
        Some((noun, owner(flow, noun, low, link).filter(|_| plain)?))
    })
}

/// The noun and the speaker of `“…,” was the mayor's reply`.
fn after(flow: &Flow, period: &Period, stretch: &Stretch) -> Option<(usize, Range<usize>)> {
    let high = period.end.min(stretch.words.end + REACH);
    let link = (stretch.words.end..high).find(|&i| flow.class(i) != Class::Comma).filter(|&i| is_link(flow, i))?;
    let noun = (link + 1..high).find(|&i| is_remark(flow, i))?;
    let plain = (link + 1..noun).all(|i| flow.class(i).is_nominal());
    Some((noun, owner(flow, noun, link + 1, high).filter(|_| plain)?))
}

fn is_link(flow: &Flow, at: usize) -> bool {
    LINKS.contains(&flow.words[at].text.to_lowercase().as_str())
}

/// Whose a remark is, whose noun is token `noun`: the owner before it or behind "of" and "from", between `low` and `high`.
fn owner(flow: &Flow, noun: usize, low: usize, high: usize) -> Option<Range<usize>> {
    if !is_remark(flow, noun) {
        return None;
    }
    // "Her final comment".
    let first = (low..noun).rev().find(|&i| !matches!(flow.class(i), Class::Adjective | Class::Number));
    if let Some(at) = first {
        if flow.class(at) == Class::Possessive && at > low {
            return Some(speaker::phrase(flow, at - 1)).filter(|owner| owner.start >= low);
        }
        if ["her", "his", "their"].iter().any(|pronoun| flow.words[at].text.eq_ignore_ascii_case(pronoun)) {
            return Some(at..at + 1);
        }
    }
    // "The words with which Ann Lee began".
    let clause = flow.child(noun, |r| r == Relation::AclRelcl).filter(|&verb| verb < high);
    if let Some(subject) = clause.and_then(|verb| flow.child(verb, |r| r == Relation::Nsubj)) {
        return Some(speaker::phrase(flow, subject)).filter(|owner| owner.start > noun);
    }
    let behind = noun + 1 < high && (flow.is(noun + 1, "of") || flow.is(noun + 1, "from"));
    speaker::starting(flow, noun + 2, high).filter(|_| behind)
}

/// The words that take up a quotation before them, and whose it is: `“….” With these words the mayor opened the fair`.
pub(super) fn taken_up(flow: &Flow, stretch: &Stretch) -> Option<(Range<usize>, Range<usize>)> {
    let period = Some(stretch.words.end).filter(|&next| next < flow.words.len()).map(|next| flow.period(next))?;
    let (with, noun) = (period.start, period.start + 2);
    let these = ["that", "this", "these", "those"].iter().any(|word| flow.is(with + 1, word));
    let words =
        flow.words[with].text.eq_ignore_ascii_case("with") && these && noun < period.end && is_remark(flow, noun);
    let within = with >= stretch.words.end && flow.block_of(with) == stretch.block && words;
    let verb =
        (noun + 1..period.end).find(|&i| flow.child(i, |r| r == Relation::Nsubj).is_some()).filter(|_| within)?;
    let subject = flow.child(verb, |r| r == Relation::Nsubj).filter(|&subject| subject > noun)?;
    Some((with..noun + 1, speaker::phrase(flow, subject)))
}

/// Whether a noun is for what somebody says.
fn is_remark(flow: &Flow, at: usize) -> bool {
    let word = flow.words[at].text.to_lowercase();
    flow.class(at) == Class::Noun
        && (word == "words" || cue::noun_frame(&word).is_some() || is_a(&word, lexicon::Class::Communication, 1))
}
