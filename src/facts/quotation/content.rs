//! What a reporting clause reports: the words before it, after it, or on both sides.

use std::ops::Range;

use super::{
    class::Class,
    cue::Frame,
    extent::content_end,
    flow::{Flow, Period, Stretch},
    report::{REACH, Report},
    speaker,
};
use crate::language::model::{Relation, Xpos};

/// The runs of tokens that `report` gives as somebody's: none, one, or the two that it stands between.
///
/// `cuts`: where other reports of the period begin (see [`super::extent::cuts`]); what is reported ends before the next.
pub(super) fn contents(flow: &Flow, report: &Report, period: &Period, cuts: &[usize]) -> Vec<Range<usize>> {
    let next = cuts.partition_point(|&c| c <= report.clause.end);
    let period = &(period.start..cuts.get(next).map_or(period.end, |&c| c.min(period.end)));
    let after = content_after(flow, report, period);
    let mut out = Vec::new();
    if let Some(quotation) = quotation_before(flow, report, period)
        // `On “The Hour,” she said that …`: not what she said.
        && (quotation.words.start == period.start || after.as_ref().is_none_or(|a| flow.is_quoted(a.start)))
    {
        out.push(period.start.max(quotation.words.start.saturating_sub(REACH))..quotation.words.end);
        out.extend(resumed_quotation(flow, report, period));
    } else {
        out.extend(parenthetical_content(flow, report, after.as_ref(), period));
        match after {
            None if out.is_empty() && !report.governs && report.clause.start <= period.start + 1 => {
                out.extend(rest(flow, circumstances_end(flow, report, period), report, period));
            }
            after => out.extend(after),
        }
    }
    out.retain(|r| r.clone().any(|i| flow.is_word(i)));
    out
}

/// The quotation that the clause follows directly: `“We won,” she said`.
fn quotation_before<'f>(flow: &'f Flow, report: &Report, period: &Period) -> Option<&'f Stretch> {
    let start = report.clause.start;
    if !report.frame.speech || start <= period.start {
        return None;
    }
    let comma = flow.class(start - 1) == Class::Comma;
    let end = start - usize::from(comma);
    let quotation = flow.stretch(end.checked_sub(1).filter(|&i| i >= period.start)?)?;
    let closes = flow.inner(quotation).ends_with([',', '?', '!', '…', '—', '–', '-', '.']);
    (comma || closes).then_some(quotation)
}

/// The quotation that goes on after the clause: `“We won,” she said on Friday, “and that is that.”`
fn resumed_quotation(flow: &Flow, report: &Report, period: &Period) -> Option<Range<usize>> {
    let end = report.clause.end;
    let high = period.end.min(end + REACH);
    let start = (end..high).find(|&i| flow.is_quoted(i))?;
    let led = start == end || flow.is(start - 1, ",");
    let other_verb = (end..start).any(|i| flow.class(i) == Class::Verb && flow.is_finite(i));
    (led && !other_verb).then(|| start..content_end(flow, start, report, period))
}

/// The words before a clause that stands in or behind what it reports: `It rained, she said`. `after`: what follows it.
fn parenthetical_content(
    flow: &Flow,
    report: &Report,
    after: Option<&Range<usize>>,
    period: &Period,
) -> Option<Range<usize>> {
    let start = report.clause.start;
    let participle = report.governs && flow.node(report.cue.start).xpos == Xpos::Vbg;
    if !report.frame.speech || participle || start <= period.start || !flow.is_break(start - 1) {
        return None;
    }
    let end = circumstances_end(flow, report, period);
    if report.governs && end < period.end && !flow.is_break(end) {
        return None;
    }
    if let Some(after) = after {
        let comma = || flow.class(end) == Class::Comma && after.start == end + 1;
        let goes_on = end < period.end && (comma() || flow.is_quoted(end));
        if !goes_on || flow.stretch(after.start).is_some_and(|q| opens_sentence(flow, q)) {
            return None;
        }
    }
    let last = (period.start..start).rev().find(|&i| flow.is_quoted(i) || flow.is_word(i) || flow.is(i, ")"))?;
    Some(period.start..last + 1)
}

/// The clause, phrase or quotation that the cue introduces.
fn content_after(flow: &Flow, report: &Report, period: &Period) -> Option<Range<usize>> {
    if !report.governs {
        return None;
    }
    if let Some(start) = quoted_start(flow, report, period) {
        let all = rest(flow, start, report, period)?;
        let end = judged_end(flow, report, &all);
        return Some(all.start..end);
    }
    let low = report.clause.end;
    let Some(c) = flow.children(report.cue.start).find(|&c| c >= low && takes(flow, report, c)) else {
        if interrupts(flow, report) {
            return rest(flow, low, report, period);
        }
        return rest(flow, unparsed_start(flow, report, period)?, report, period);
    };
    let words = flow.subtree(c);
    let relation = flow.node(c).relation;
    let mut start = words.start.max(low);
    if report.frame.speech && matches!(relation, Relation::Ccomp | Relation::Parataxis) {
        start = start.min(circumstances(flow, report, period)).max(low);
    }
    let all = rest(flow, start, report, period)?;
    let end = match relation {
        Relation::Obj | Relation::Obl => {
            let breaks = |&i: &usize| flow.is_break(i) && !flow.is_quoted(i);
            (all.start + 1..all.end).find(breaks).unwrap_or(all.end)
        }
        Relation::Xcomp => words.end.min(all.end),
        _ => all.end,
    };
    Some(all.start..end.max(all.start + 1))
}

/// Whether the clause stands between commas in the one that it reports: `The bridge, officials said, was closed`.
fn interrupts(flow: &Flow, report: &Report) -> bool {
    let (cue, end) = (report.cue.start, report.clause.end);
    let within = flow.node(cue).relation == Relation::Parataxis && flow.head(cue).is_some_and(|head| head >= end);
    report.frame.speech && within && flow.is(end, ",")
}

/// All words from `start` on.
fn rest(flow: &Flow, start: usize, report: &Report, period: &Period) -> Option<Range<usize>> {
    let start = (start..period.end).find(|&i| flow.is_word(i) || flow.is_quoted(i))?;
    Some(start..content_end(flow, start, report, period))
}

/// Where what is reported starts, when it is or holds the next quotation and no other clause comes before that.
fn quoted_start(flow: &Flow, report: &Report, period: &Period) -> Option<usize> {
    let Frame { speech, addressee, phrase, .. } = report.frame;
    let start = report.clause.end;
    let high = period.end.min(start + REACH);
    let quote = (start..high).find(|&i| flow.is_quoted(i))?;
    let mut between = start..quote;
    let other_clause =
        |i: usize| flow.is_finite(i) || flow.class(i) == Class::Clause || flow.is_stop(i) && !flow.is(i, ":");
    if between.clone().any(other_clause) {
        return None;
    }
    let led = between.is_empty() || matches!(flow.words[quote - 1].text, "," | ":");
    if speech && led || addressee || speech && opens_sentence(flow, flow.stretch(quote)?) {
        return Some(quote);
    }
    // `described the plan as “a start”`: the phrase it is part of.
    ((phrase || speech) && !between.any(|i| flow.class(i) == Class::Verb)).then_some(start)
}

/// Where a judgement ends whose last words are quoted: `called it “a shame” on Monday`, `blasted him as “a liar” after the vote`.
/// What follows says when, where and how it was passed. The end of `all` if it is none.
fn judged_end(flow: &Flow, report: &Report, all: &Range<usize>) -> usize {
    let Some(quote) = all.clone().find(|&i| flow.is_quoted(i)).filter(|&quote| quote > all.start) else {
        return all.end;
    };
    let article = usize::from(flow.class(quote - 1) == Class::Determiner);
    let as_such = (all.start..quote - article).next_back().is_some_and(|i| flow.is(i, "as"));
    let end = flow.stretch(quote).map_or(all.end, |quotation| quotation.words.end);
    if end >= all.end || !(as_such || report.frame.names) {
        return all.end;
    }
    let circumstance = ["on", "in", "at", "during", "after", "before", "while", "when", "since", "because", "as"];
    let follows = circumstance.iter().any(|word| flow.is(end, word)) || flow.is_date(end) || flow.is_break(end);
    let other_deed = flow.is(end, "and") && end + 1 < all.end && flow.class(end + 1) == Class::Verb;
    if follows || other_deed { end } else { all.end }
}

/// Whether the quotation begins as a sentence does.
fn opens_sentence(flow: &Flow, quotation: &Stretch) -> bool {
    let inner = flow.inner(quotation);
    inner.starts_with(char::is_uppercase) && inner.contains(' ')
}

/// Where the content starts if the tree has missed it: after those it is said to, if a clause follows.
fn unparsed_start(flow: &Flow, report: &Report, period: &Period) -> Option<usize> {
    if !report.frame.speech {
        return None;
    }
    let start = circumstances(flow, report, period);
    let high = period.end.min(start + REACH);
    let stop = (start..high).find(|&i| flow.is_break(i)).unwrap_or(high);
    let conjunction = |&i: &usize| flow.class(i) == Class::Clause && is_complementiser(flow.words[i].text);
    let finite = |i: usize| flow.is_finite(i) || flow.class(i) == Class::Auxiliary;
    let clause = start < stop && flow.class(start) != Class::Preposition && (start..stop).any(finite);
    (start..stop).find(conjunction).or_else(|| clause.then_some(start))
}

fn is_complementiser(word: &str) -> bool {
    matches!(word, "that" | "whether" | "if" | "how" | "why" | "what")
}

/// Where the clause ends with all that says when, where and to whom: `she said on Friday`. Only where a break follows.
fn circumstances_end(flow: &Flow, report: &Report, period: &Period) -> usize {
    let high = period.end.min(report.clause.end + REACH);
    let stop = (report.clause.end..high).find(|&i| flow.is_break(i)).unwrap_or(high);
    if circumstances(flow, report, period) >= stop { stop } else { report.clause.end }
}

/// The first word after the clause that is not about when, where and to whom.
fn circumstances(flow: &Flow, report: &Report, period: &Period) -> usize {
    let mut at = report.clause.end;
    let high = period.end.min(at + REACH);
    if report.frame.addressee
        && let Some(addressee) = speaker::starting(flow, at, high)
    {
        at = addressee.end;
    }
    loop {
        let from = at;
        at = (at..high).find(|&i| flow.class(i) != Class::Adverb && !flow.is_date(i)).unwrap_or(high);
        if at < high
            && matches!(flow.words[at].text, "in" | "on" | "at" | "to" | "during" | "after" | "before")
            && let Some(phrase) = speaker::starting(flow, at + 1, high)
        {
            at = phrase.end;
        }
        if at == from {
            return at;
        }
    }
}

/// Whether the dependent `c` is what the cue reports.
fn takes(flow: &Flow, report: &Report, c: usize) -> bool {
    let Frame { speech, phrase, names, infinitive, request, clause, .. } = report.frame;
    let first = flow.words[flow.subtree(c).start].text;
    let relation = flow.node(c).relation;
    if clause {
        return matches!(relation, Relation::Ccomp | Relation::Acl);
    }
    match relation {
        Relation::Ccomp | Relation::Parataxis if speech => true,
        Relation::Ccomp => {
            let marked = is_complementiser(first) || matches!(first, "who" | "where" | "when");
            let subject = flow.children(c).any(|s| s < c && flow.node(s).relation.is_subject());
            let apart = (report.clause.end..c).any(|i| flow.class(i) == Class::Comma);
            report.asserted && (marked || subject) && !apart
        }
        Relation::Xcomp => report.asserted && (infinitive || request || phrase),
        Relation::Obj => {
            report.asserted
                && (phrase && (!names || is_named(flow, report.cue.end))
                    || request && has_infinitive(flow, report.cue.start))
        }
        Relation::Obl => report.asserted && phrase && matches!(first, "for" | "about" | "on" | "as" | "of"),
        _ => false,
    }
}

/// Whether the words from `start` on are somebody and what they are called: `him a liar`, `the plan absurd`.
fn is_named(flow: &Flow, start: usize) -> bool {
    let nominal = |i: usize| flow.class(i).is_nominal() || flow.class(i) == Class::Pronoun;
    let end = (start..flow.words.len().min(start + REACH)).find(|&i| !nominal(i)).unwrap_or(start);
    let second = |i: usize| flow.class(i) == Class::Determiner || flow.class(i - 1) == Class::Pronoun;
    (start + 1..end).any(second) || end > start + 1 && flow.class(end - 1) == Class::Adjective
}

fn has_infinitive(flow: &Flow, verb: usize) -> bool {
    flow.children(verb).any(|c| c > verb && matches!(flow.node(c).relation, Relation::Xcomp | Relation::Ccomp))
}

/// What a quoted phrase is part of, and the report it makes with the verb that governs it: `likened it to “a circus”`.
pub(super) fn governed(flow: &Flow, phrase: &Stretch, period: &Period) -> Option<(Report, Range<usize>)> {
    let end = phrase.words.start;
    let low = period.start.max(end.saturating_sub(REACH));
    let verb = (low..end)
        .rev()
        .take_while(|&i| !flow.is_quoted(i) && !flow.is_stop(i))
        .find(|&i| flow.class(i) == Class::Verb)?;
    let (speaker, start) = speaker::of_verb(flow, verb)?;
    let report = Report {
        cue: verb..verb + 1,
        speaker: Some(speaker),
        clause: start.clamp(low, verb)..verb + 1,
        frame: Frame::default(),
        governs: true,
        asserted: true,
    };
    let words = rest(flow, verb + 1, &report, period)?;
    Some((report, words))
}
