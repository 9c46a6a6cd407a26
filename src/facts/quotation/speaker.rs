//! The noun phrase that names a speaker, before or after the reporting verb.

use std::ops::Range;

use super::{
    class::{Class, class},
    flow::Flow,
};

/// The subject that ends right before `verb`, auxiliaries, adverbs and appositions between them aside; it begins at `low` or
/// later.
pub(super) fn before(flow: &Flow, verb: usize, low: usize) -> Option<Range<usize>> {
    let of = |i: usize| class(&flow.words[i]);
    let mut end = verb;
    while end > low && matches!(of(end - 1), Class::Auxiliary | Class::Adverb) {
        end -= 1;
    }
    if end > low && of(end - 1) == Class::Comma {
        return before_apposition(flow, end - 1, low);
    }
    phrase_ending(flow, end, low)
}

/// The first phrase of the clause that the comma at `comma` closes: `Ann Lee, who …, said`.
fn before_apposition(flow: &Flow, comma: usize, low: usize) -> Option<Range<usize>> {
    let mut start = (low..comma)
        .rev()
        .find(|&i| class(&flow.words[i]) == Class::Mark && !matches!(flow.words[i].text, "(" | ")" | "-"))
        .map_or(low, |i| i + 1);
    loop {
        let end = (start..comma).find(|&i| class(&flow.words[i]) == Class::Comma)?;
        let first = (start..end).find(|&i| class(&flow.words[i]) != Class::And)?;
        if !matches!(class(&flow.words[first]), Class::Preposition | Class::Clause | Class::Adverb)
            && let Some(phrase) = phrase_starting(flow, first, end)
        {
            return Some(phrase);
        }
        start = end + 1;
    }
}

/// The phrase that ends before `end`: its first part, when prepositions join several.
fn phrase_ending(flow: &Flow, end: usize, low: usize) -> Option<Range<usize>> {
    let mut end = end;
    if flow.is(end.wrapping_sub(1), ")") {
        end = (low..end).rev().find(|&i| flow.is(i, "("))?;
    }
    let mut best = base_ending(flow, end, low)?;
    // `a spokesman for the mayor`: on to the phrase that the preposition belongs to.
    while best.start > low && class(&flow.words[best.start - 1]) == Class::Preposition {
        match base_ending(flow, best.start - 1, low) {
            Some(outer) => best = outer,
            None => break,
        }
    }
    Some(best)
}

/// The phrase without prepositions that ends right before `end`.
fn base_ending(flow: &Flow, end: usize, low: usize) -> Option<Range<usize>> {
    let of = |i: usize| class(&flow.words[i]);
    let mut start = end;
    while start > low {
        match of(start - 1) {
            Class::Pronoun if start == end => return Some(start - 1..end),
            Class::Determiner => {
                start -= 1;
                break;
            }
            Class::Noun | Class::Name | Class::Number => start -= 1,
            Class::Possessive if start < end => start -= 1,
            _ => break,
        }
    }
    (start < end).then_some(start..end)
}

/// The phrase that starts right after the verb, before `high`: `said Ann Lee, the mayor`.
pub(super) fn after(flow: &Flow, start: usize, high: usize) -> Option<Range<usize>> {
    let skip = (start..high).take_while(|&i| class(&flow.words[i]) == Class::Adverb).count();
    phrase_starting(flow, start + skip, high)
}

fn phrase_starting(flow: &Flow, start: usize, high: usize) -> Option<Range<usize>> {
    let of = |i: usize| class(&flow.words[i]);
    let mut end = start;
    while end < high {
        match of(end) {
            Class::Pronoun if end == start => return Some(start..end + 1),
            Class::Determiner | Class::Noun | Class::Name | Class::Number | Class::Possessive => end += 1,
            _ => break,
        }
    }
    (start < end).then_some(start..end)
}
