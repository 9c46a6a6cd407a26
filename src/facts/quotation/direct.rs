//! Direct quotations and the reporting clauses beside them.

use std::ops::Range;

use super::{
    class::{Class, class},
    cue,
    flow::{Flow, Period},
    speaker,
};

/// A reporting verb and its subject.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub cue: Range<usize>,
    pub speaker: Option<Range<usize>>,
}

/// The reporting clause right after a stretch that ends before `start`: `,” said Ann Lee`, `,” she said`.
pub(super) fn report_after(flow: &Flow, start: usize, period: &Period) -> Option<Report> {
    let end = narrative_end(flow, start, period);
    let first = (start..end).find(|&i| class(&flow.words[i]) != Class::Comma)?;
    if first > start + 1 {
        return None;
    }
    let verb = (first..end).find(|&i| is_cue(flow, i))?;
    if verb == first {
        let speaker = speaker::after(flow, verb + 1, end);
        return Some(Report { cue: verb..verb + 1, speaker });
    }
    let speaker = speaker::before(flow, verb, first)?;
    (speaker.start == first).then_some(Report { cue: verb..verb + 1, speaker: Some(speaker) })
}

/// The reporting clause before a stretch that starts at `end`, and where its words about the utterance end.
pub(super) fn report_before(flow: &Flow, end: usize, period: &Period) -> Option<Report> {
    let start = narrative_start(flow, end, period);
    let verb = (start..end).rev().find(|&i| is_cue(flow, i))?;
    let speaker = speaker::before(flow, verb, start);
    Some(Report { cue: verb..verb + 1, speaker })
}

fn is_cue(flow: &Flow, at: usize) -> bool {
    cue::is_reporting(&flow.words[at].text.to_lowercase())
}

fn narrative_end(flow: &Flow, start: usize, period: &Period) -> usize {
    (start..period.end).find(|&i| flow.words[i].quoted.is_some()).unwrap_or(period.end)
}

fn narrative_start(flow: &Flow, end: usize, period: &Period) -> usize {
    (period.start..end).rev().find(|&i| flow.words[i].quoted.is_some()).map_or(period.start, |i| i + 1)
}
