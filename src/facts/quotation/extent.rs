//! Where what is reported ends.

use std::ops::Range;

use super::{
    class::Class,
    flow::{Flow, Period},
    report::Report,
    speaker,
};
use crate::language::model::{Relation, Xpos};

/// Most tokens that are reported, a quotation at their end aside: a text without full stops stays linear.
const LONGEST: usize = 400;

/// Where the reports of a period begin that take the words before them from an earlier one: `…, adding that`, `…, though
/// she noted`, `… and said`. In rising order.
pub(super) fn cuts(flow: &Flow, reports: &[Report], period: &Period) -> Vec<usize> {
    let mut out: Vec<usize> =
        reports.iter().filter(|r| r.frame.speech).filter_map(|report| cut(flow, report, period)).collect();
    out.sort_unstable();
    out
}

fn cut(flow: &Flow, report: &Report, period: &Period) -> Option<usize> {
    let before = |at: usize| at.checked_sub(1).filter(|&i| i >= period.start);
    let mut start = report.clause.start;
    while let Some(i) = before(start).filter(|&i| matches!(flow.class(i), Class::Adverb | Class::Auxiliary)) {
        start = i;
    }
    let joins = |&i: &usize| {
        flow.class(i) == Class::And || matches!(flow.words[i].text, "though" | "although" | "while" | "as")
    };
    let conjunction = before(start).filter(joins);
    let start = conjunction.unwrap_or(start);
    let after_comma = before(start).is_some_and(|i| flow.class(i) == Class::Comma);
    let own_subject = report.clause.start < report.cue.start || !report.governs;
    let participle = flow.node(report.cue.start).xpos == Xpos::Vbg;
    let cuts = match conjunction {
        Some(_) if own_subject => after_comma,
        Some(_) => flow.is_finite(report.cue.start),
        None => after_comma && (participle || !report.governs || leads_quotation(flow, report.clause.end)),
    };
    cuts.then_some(start)
}

/// Whether a quotation follows the clause that ends at `end`: `Lee boasted, “…”`.
pub(super) fn leads_quotation(flow: &Flow, end: usize) -> bool {
    let next = end + usize::from(flow.is(end, ","));
    flow.stretch(next).is_some()
}

/// Where the content that starts at `start` ends: with its quotation, or with the sentence, or where the clause of the report
/// goes on.
pub(super) fn content_end(flow: &Flow, start: usize, report: &Report, period: &Period) -> usize {
    if let Some(quotation) = flow.stretch(start) {
        let closed = flow.inner(quotation).ends_with(['.', ',', '!', '?', '…']);
        let end = quotation.words.end;
        if closed || end >= period.end || !flow.is_word(end) {
            return end.min(period.end);
        }
    }
    let mut end = period.end.min(start + LONGEST);
    let begins = (start + 2..end.saturating_sub(2)).find(|&i| begins_clause(flow, i, end));
    if let Some(comma) = begins.filter(|comma| !(comma + 1..end).any(|i| flow.is_quoted(i))) {
        end = comma + usize::from(flow.is_quoted(comma));
    }
    if report.governs {
        end = own_words(flow, start, report).map_or(end, |own| own.min(end));
        end = main_clause(flow, start..end, report, period).unwrap_or(end);
    }
    while end > start + 1
        && !flow.is_quoted(end - 1)
        && (!flow.is_word(end - 1) && !flow.is(end - 1, ")") || flow.class(end - 1) == Class::And)
    {
        end -= 1;
    }
    end
}

/// Whether a clause beside the content begins with the comma, with a semicolon, or after a quotation that ends in one: `…, but the mayor left`.
fn begins_clause(flow: &Flow, comma: usize, end: usize) -> bool {
    if flow.is(comma, ";") {
        return true;
    }
    let closes = |q: &super::flow::Stretch| q.words.end == comma + 1 && flow.inner(q).ends_with(',');
    if flow.class(comma) != Class::Comma && !flow.stretch(comma).is_some_and(closes) {
        return false;
    }
    match flow.words[comma + 1].text {
        "but" | "although" | "though" => true,
        "and" => speaker::starting(flow, comma + 2, end).is_some_and(|s| s.end < end && flow.is_finite(s.end)),
        _ => false,
    }
}

/// The comma within the content behind which the main clause begins, where that of the report is a subordinate one before it:
/// `While Lee conceded that it was late, the mayor also said so`.
fn main_clause(flow: &Flow, content: Range<usize>, report: &Report, period: &Period) -> Option<usize> {
    const OPENERS: &[&str] =
        &["after", "although", "as", "because", "before", "despite", "if", "since", "though", "when", "while"];
    let opener = report.clause.start.checked_sub(1).filter(|&i| i >= period.start)?;
    let fronted = opener == period.start || flow.is_break(opener - 1);
    if !fronted || !OPENERS.iter().any(|word| flow.words[opener].text.eq_ignore_ascii_case(word)) {
        return None;
    }
    content.clone().find(|&comma| {
        let subject = || speaker::starting(flow, comma + 1, content.end);
        let verb = |from: usize| (from..content.end).find(|&i| flow.class(i) != Class::Adverb);
        let begins = || verb(subject()?.end).filter(|&i| flow.is_finite(i));
        flow.class(comma) == Class::Comma && !flow.is_quoted(comma) && begins().is_some()
    })
}

/// Where after `start` the clause of the report goes on: a second verb of its speaker, what the speaker did meanwhile, or the
/// verb that the cue depends on (`While he conceded that …, he went on`).
fn own_words(flow: &Flow, start: usize, report: &Report) -> Option<usize> {
    let cue = report.cue.start;
    let is_comma = |at: usize| flow.class(at) == Class::Comma;
    let beside = flow.children(cue).map(|c| (c, flow.subtree(c).start)).find(|&(c, from)| {
        from > start
            && match flow.node(c).relation {
                Relation::Conj => is_comma(from - 1) || from > 1 && is_comma(from - 2),
                Relation::Advcl | Relation::Parataxis => is_comma(from - 1),
                _ => false,
            }
    });
    let above = flow
        .head(cue)
        .filter(|&h| h > start && flow.node(cue).relation != Relation::Parataxis)
        .map(|head| flow.child(head, |r| r.is_subject()).map_or(head, |subject| flow.subtree(subject).start));
    beside.map(|(_, from)| from).into_iter().chain(above.filter(|&from| from > start)).min()
}
