//! Reporting clauses: the words that say that somebody says, thinks or decides something, and who.

use std::ops::Range;

use super::{
    class::Class,
    cue::{self, Frame},
    extent::leads_quotation,
    flow::{Flow, Period},
    speaker,
};
use crate::language::model::{Relation, Xpos};

/// A reporting clause.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// The verb, noun or adjective, or `according to`.
    pub cue: Range<usize>,
    pub speaker: Option<Range<usize>>,
    /// The cue and the speaker with all that describes them; what is reported stands before or after.
    pub clause: Range<usize>,
    pub frame: Frame,
    /// Whether the cue governs what is reported: `according to` does not.
    pub governs: bool,
    /// Whether it is said to happen, rather than that it may or is to happen.
    pub asserted: bool,
}

/// How many tokens are looked at around a word: sentences are shorter, and a text without full stops stays linear.
pub(super) const REACH: usize = 80;

/// The reporting clauses of a period, in order. Only words outside quotation marks count.
pub(super) fn reports(flow: &Flow, period: &Period) -> Vec<Report> {
    let mut out = Vec::new();
    let mut start = period.start;
    while start < period.end {
        let end = (start..period.end).find(|&i| flow.is_quoted(i)).unwrap_or(period.end);
        let after_quotation = start > period.start;
        let gap = start..end;
        let taken = after_quotation.then(|| mistaken_verb(flow, &gap)).flatten();
        out.extend(gap.clone().filter_map(|at| match taken {
            Some(verb) if verb == at => verbal(flow, at, &gap, true),
            _ => report_at(flow, at, &gap, after_quotation),
        }));
        start = (end..period.end).find(|&i| !flow.is_quoted(i)).unwrap_or(period.end);
    }
    share_speakers(flow, &mut out);
    out
}

/// A participle speaks for the subject of the report it follows: `Lee said that officials knew, adding …` is Lee's.
fn share_speakers(flow: &Flow, reports: &mut [Report]) {
    let mut main: Option<(usize, Range<usize>)> = None;
    for report in reports.iter_mut() {
        let cue = report.cue.start;
        if !report.frame.speech {
            main = main.or_else(|| report.speaker.clone().map(|s| (report.clause.end, s)));
        } else if flow.node(cue).xpos != Xpos::Vbg || !report.governs {
            main = report.speaker.clone().map(|s| (report.clause.end, s)).or(main);
        } else if let Some((end, speaker)) = &main
            && report.speaker.as_ref().is_none_or(|s| s.start >= *end)
            && flow.class(cue - 1) == Class::Comma
        {
            report.speaker = Some(speaker.clone());
        }
    }
}

/// The clause whose cue is the token `at`, within the words `gap` between two quotations or ends of the period.
fn report_at(flow: &Flow, at: usize, gap: &Range<usize>, after_quotation: bool) -> Option<Report> {
    match flow.class(at) {
        Class::Verb if flow.is(at + 1, "to") && flow.words[at].text.eq_ignore_ascii_case("according") => {
            according(flow, at, gap)
        }
        Class::Verb if is_participle(flow, at) && !leads_quotation(flow, at + 1) => predicate(flow, at, gap),
        Class::Verb => verbal(flow, at, gap, after_quotation),
        Class::Noun => nominal(flow, at, gap),
        Class::Adjective => predicate(flow, at, gap),
        _ => None,
    }
}

/// Whether the subject does not do what the participle says: `the plan called Evergreen`, `was called`, but not `has called`.
fn is_participle(flow: &Flow, at: usize) -> bool {
    let has = |c: usize| {
        matches!(flow.words[c].text, "has" | "have" | "had" | "having" | "'ve" | "’ve" | "'d" | "’d" | "'s" | "’s")
    };
    flow.node(at).xpos == Xpos::Vbn
        && (flow.child(at, |r| r == Relation::AuxPass).is_some()
            || !flow.children(at).any(|c| flow.node(c).relation == Relation::Aux && has(c))
                && !flow.children(at).any(|c| c < at && flow.node(c).relation == Relation::Nsubj))
}

/// A verb and its subject.
fn verbal(flow: &Flow, at: usize, gap: &Range<usize>, after_quotation: bool) -> Option<Report> {
    let mut frame = if flow.node(at).xpos.is_verb() { flow.frame(at) } else { cue::frame(flow.words[at].text) };
    // `“…,” the letter reads`: after words that a comma keeps open, any verb reports.
    frame.speech |= after_quotation && closes_open(flow, gap.start) && is_first_verb(flow, at, gap.start);
    let low = gap.start.max(at.saturating_sub(REACH));
    let high = gap.end.min(at + REACH);
    let report = |clause: Range<usize>, speaker: Option<Range<usize>>| Report {
        cue: at..at + 1,
        speaker,
        clause,
        frame,
        governs: true,
        asserted: flow.node(at).xpos != Xpos::Vb,
    };
    if !frame.speech {
        let (speaker, start) = speaker::of_verb(flow, at)?;
        return Some(report(start.clamp(low, at)..at + 1, Some(speaker)));
    }
    let first = (low..at).find(|&i| flow.class(i) != Class::Comma).unwrap_or(at);
    // `“…,” Ann Lee said`: the phrase between the quotation and its verb.
    if after_quotation
        && low == gap.start
        && first <= low + 1
        && first < at
        && let Some(speaker) = speaker::before(flow, at, first)
        // `“…,” retired general Ann Lee said`
        && (speaker.start == first || speaker.start == first + 1 && flow.class(first) == Class::Verb)
    {
        return Some(report(first..at + 1, Some(speaker)));
    }
    if let Some(speaker) = inverted(flow, at, first, high, frame) {
        return Some(report(at..description_end(flow, &speaker, high), Some(speaker)));
    }
    let near = speaker::parenthetical(flow, at, low).map(|s| (s.clone(), s.start));
    let found = near
        .or_else(|| speaker::of_verb(flow, at))
        .or_else(|| speaker::before(flow, at, low).map(|s| (s.clone(), s.start)));
    let start = found.as_ref().map_or(at, |(_, start)| (*start).clamp(low, at));
    // `…, as officials have said`
    let start = start - usize::from(start > low && flow.is(start - 1, "as"));
    Some(report(start..at + 1, found.map(|(speaker, _)| speaker)))
}

/// Whether the quotation that ends before `start` ends in a comma, or in a mark that does not end the sentence around it.
fn closes_open(flow: &Flow, start: usize) -> bool {
    let quotation = start.checked_sub(1).and_then(|i| flow.stretch(i));
    quotation.is_some_and(|q| {
        let inner = flow.inner(q);
        inner.ends_with([',', '?', '!']) && inner.contains(' ') || flow.class(start) == Class::Comma
    })
}

/// The verb after a quotation that the tagger takes for a noun: `“…,” a narrator asks.`
fn mistaken_verb(flow: &Flow, gap: &Range<usize>) -> Option<usize> {
    let high = gap.end.min(gap.start + REACH);
    let is_verb = |i: usize| matches!(flow.class(i), Class::Verb | Class::Auxiliary);
    let reports = |&i: &usize| {
        let ends = i + 1 == high || flow.is_break(i + 1) || flow.class(i + 1) == Class::Preposition;
        ends && flow.class(i) == Class::Noun && flow.class(i - 1).is_nominal() && cue::frame(flow.words[i].text).speech
    };
    let verb = (gap.start + 1..high).take_while(|&i| !is_verb(i) && !flow.is_stop(i)).find(reports)?;
    closes_open(flow, gap.start).then_some(verb)
}

fn is_first_verb(flow: &Flow, at: usize, start: usize) -> bool {
    let is_clause = |i: usize| matches!(flow.class(i), Class::Verb | Class::Auxiliary | Class::Clause);
    flow.is_finite(at) && !(start..at).any(is_clause)
}

/// The speaker after the verb: `said Ann Lee`. `first`: where the words before the verb start.
fn inverted(flow: &Flow, at: usize, first: usize, high: usize, frame: Frame) -> Option<Range<usize>> {
    let finite = flow.is_finite(at) || flow.node(at).xpos == Xpos::Vbn;
    let after_comma = at > 0 && flow.class(at - 1) == Class::Comma;
    let has_subject = || flow.child(at, |r| r == Relation::Nsubj).is_some_and(|s| s < at);
    let apart = at == first || after_comma && !frame.addressee && !has_subject();
    if !finite || !apart {
        return None;
    }
    let speaker = speaker::after(flow, at + 1, high)?;
    // `said officials were late`: a subject of another verb.
    let next = (speaker.end..high).find(|&i| flow.class(i) != Class::Adverb);
    let is_subject = next.is_some_and(|i| matches!(flow.class(i), Class::Verb | Class::Auxiliary));
    (!is_subject).then_some(speaker)
}

/// Where the description of a speaker ends: `Ann Lee, the mayor of Tarrow`, `two people with knowledge of the talks`.
fn description_end(flow: &Flow, speaker: &Range<usize>, high: usize) -> usize {
    let head = speaker.clone().find(|&i| flow.head(i).is_none_or(|h| !speaker.contains(&h)));
    let end = head.map_or(speaker.end, |h| flow.subtree(h).end.clamp(speaker.end, high));
    // A main clause is no description: `according to Ann Lee, the plan failed`.
    let comma = (speaker.end..end).find(|&i| flow.class(i) == Class::Comma);
    let main_clause = |&c: &usize| {
        let verb = (c + 1..end).find(|&i| flow.is_finite(i) || flow.class(i) == Class::Clause);
        verb.is_some_and(|i| flow.is_finite(i))
    };
    comma.filter(main_clause).unwrap_or(end)
}

/// `according to` and who follows it.
fn according(flow: &Flow, at: usize, gap: &Range<usize>) -> Option<Report> {
    let high = gap.end.min(at + REACH);
    let speaker = speaker::after(flow, at + 2, high)?;
    Some(Report {
        cue: at..at + 2,
        clause: at..description_end(flow, &speaker, high),
        speaker: Some(speaker),
        frame: Frame { speech: true, ..Frame::default() },
        governs: false,
        asserted: true,
    })
}

/// A noun with a clause that says what: `his claim that …`, `expressed hope that …`.
fn nominal(flow: &Flow, at: usize, gap: &Range<usize>) -> Option<Report> {
    let clause = flow.child(at, |r| matches!(r, Relation::Acl | Relation::Ccomp)).filter(|&c| c > at)?;
    let first = flow.subtree(clause).start;
    if !flow.is(first, "that") || flow.class(first) != Class::Clause {
        return None;
    }
    let frame = cue::noun_frame(flow.words[at].text)?;
    let owner = flow.child(at, |r| r == Relation::NmodPoss).map(|o| speaker::phrase(flow, o));
    let speaker = owner.or_else(|| {
        let verb = flow.head(at).filter(|_| flow.node(at).relation == Relation::Obj)?;
        speaker::of_verb(flow, verb).map(|(phrase, _)| phrase)
    });
    let start = speaker.as_ref().filter(|s| s.start >= gap.start && s.end <= at).map_or(at, |s| s.start);
    Some(Report { cue: at..at + 1, speaker, clause: start..at + 1, frame, governs: true, asserted: true })
}

/// A predicate of belief with a clause: `she was convinced that …`, `he is sure …`. Who `was told that …` only heard it.
fn predicate(flow: &Flow, at: usize, gap: &Range<usize>) -> Option<Report> {
    flow.child(at, |r| r == Relation::Ccomp).filter(|&c| c > at)?;
    let subject = flow.child(at, |r| matches!(r, Relation::Nsubj | Relation::NsubjPass));
    let subject = subject.filter(|s| (gap.start..at).contains(s))?;
    let frame = cue::predicate_frame(flow.words[at].text);
    let source = if frame.addressee { flow.child(at, |r| r == Relation::OblAgent) } else { Some(subject) };
    Some(Report {
        cue: at..at + 1,
        speaker: source.map(|s| speaker::phrase(flow, s)),
        clause: flow.subtree(subject).start.max(gap.start)..at + 1,
        frame,
        governs: true,
        asserted: true,
    })
}
