//! Quotations: words given as somebody's, and who that is.
//!
//! Quotation marks are paired first ([`marks`]), then laid over the tokens of the article ([`flow`]). Reporting clauses are
//! looked for between them ([`report`]), and what each of them reports ([`content`], [`extent`]). What the layout says comes
//! before that ([`set_off`]); quotations that nothing claims get the speaker who went before ([`continuity`]).

mod class;
mod content;
mod continuity;
mod cue;
mod extent;
mod flow;
mod marks;
mod remark;
mod report;
mod set_off;
mod speaker;
#[cfg(test)]
mod tests;

pub use cue::{Frame, frames};

use std::{cmp::Reverse, iter, ops::Range};

use flow::{Flow, Period, Stretch};

use crate::{
    facts::model::{PlacedSentence, Quotation, QuotationKind},
    language::{
        TokenKind,
        lexicon::{self, Stance, is_a},
        model::Relation,
    },
    syntax::Prose,
};

/// Words found to be somebody's, as tokens.
#[derive(Clone, Debug)]
struct Found {
    /// Never empty, and within one block.
    words: Range<usize>,
    cue: Option<Range<usize>>,
    stance: Option<Stance>,
    speaker: Option<Range<usize>>,
    continues: bool,
}

impl Found {
    /// Words of nobody known.
    fn new(words: Range<usize>) -> Found {
        Found { words, cue: None, stance: None, speaker: None, continues: false }
    }
}

/// The quotations of an article, in the order of the file; none lies within another. `sentences` are those of `prose`, in the
/// order of the file.
///
/// [`Quotation::chain`] is left open: who the speaker is takes all mentions of the article.
pub fn quotations(prose: &Prose, sentences: &[PlacedSentence]) -> Vec<Quotation> {
    let flow = Flow::new(prose, sentences);
    let found = with_stretches(&flow, outermost(reported(&flow)));
    found.into_iter().map(|f| quotation(&flow, f)).collect()
}

/// What reporting clauses and the layout give to a speaker.
fn reported(flow: &Flow) -> Vec<Found> {
    let mut out = Vec::new();
    for (block, periods) in flow.blocks.iter().enumerate() {
        if let Some(found) = set_off::block(flow, block) {
            out.push(found);
            continue;
        }
        for period in periods {
            out.extend(remark::remarks(flow, period));
            let reports = report::reports(flow, period);
            let cuts = extent::cuts(flow, &reports, period);
            for report in reports {
                for (i, words) in content::contents(flow, &report, period, &cuts).into_iter().enumerate() {
                    let words = whole_stretches(flow, words);
                    if report.speaker.is_some() || words.clone().any(|i| flow.is_quoted(i)) {
                        out.push(Found {
                            words,
                            cue: Some(report.cue.clone()),
                            stance: report.frame.stance,
                            speaker: report.speaker.clone(),
                            continues: i > 0,
                        });
                    }
                }
            }
        }
    }
    out
}

/// The words with every stretch in quotation marks that begins or ends in their midst.
fn whole_stretches(flow: &Flow, words: Range<usize>) -> Range<usize> {
    let start = flow.stretch(words.start).map_or(words.start, |s| s.words.start);
    let end = flow.stretch(words.end - 1).map_or(words.end, |s| s.words.end);
    start..end
}

/// Without what lies in something else that is somebody's: `Lee said that Okafor had denied it` is Lee's.
fn outermost(mut found: Vec<Found>) -> Vec<Found> {
    /// How many of those before may hold a cue: more do not overlap in one sentence.
    const DEPTH: usize = 4;
    found.sort_by_key(|f| (f.words.start, Reverse(f.words.end)));
    let mut out: Vec<Found> = Vec::new();
    let mut end = 0;
    for f in found {
        let holds_cue = |o: &Found| f.cue.as_ref().is_some_and(|cue| o.words.contains(&cue.start));
        if f.words.end > end && !out.iter().rev().take(DEPTH).any(holds_cue) {
            end = f.words.end;
            out.push(f);
        }
    }
    out
}

/// `found`, in order, and the stretches in quotation marks that it leaves out.
fn with_stretches(flow: &Flow, found: Vec<Found>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut last_speaking = None;
    let mut found = found.into_iter().peekable();
    for stretch in &flow.stretches {
        for f in iter::from_fn(|| found.next_if(|f| f.words.start <= stretch.words.start)) {
            last_speaking = f.speaker.is_some().then_some(out.len()).or(last_speaking);
            out.push(f);
        }
        let covers = |f: &Found| f.words.start < stretch.words.end && stretch.words.start < f.words.end;
        if out.last().is_some_and(covers) || found.peek().is_some_and(covers) {
            continue;
        }
        let free = out.last().map_or(0, |f| f.words.end)..found.peek().map_or(flow.words.len(), |f| f.words.start);
        let f = unreported(flow, stretch, &free, last_speaking.map(|i| &out[i]));
        last_speaking = f.speaker.is_some().then_some(out.len()).or(last_speaking);
        out.push(f);
    }
    out.extend(found);
    out
}

/// What to make of a stretch that no report covers. The words of `free` are not taken; `last` is the last thing before
/// that has a speaker.
fn unreported(flow: &Flow, stretch: &Stretch, free: &Range<usize>, last: Option<&Found>) -> Found {
    if let Some((cue, name)) = set_off::signature(flow, stretch.words.end, stretch.block) {
        return Found { cue: Some(cue), speaker: Some(name), ..Found::new(stretch.words.clone()) };
    }
    if let Some((cue, name)) = remark::taken_up(flow, stretch) {
        return Found { cue: Some(cue), speaker: Some(name), ..Found::new(stretch.words.clone()) };
    }
    let period = flow.period(stretch.words.start);
    if period.start == stretch.words.start {
        return continuity::carried(flow, stretch, last);
    }
    if !is_title(flow, stretch)
        && let Some((report, words)) = content::governed(flow, stretch, period)
        && let words = whole_stretches(flow, words)
        && (free.start..=free.end).contains(&words.start)
        && (stretch.words.end..=free.end).contains(&words.end)
    {
        let cue = Some(report.cue);
        return Found { cue, speaker: report.speaker, ..Found::new(words) };
    }
    match led(flow, stretch, free, period) {
        Some((cue, speaker)) => Found { cue: Some(cue), speaker: Some(speaker), ..Found::new(stretch.words.clone()) },
        None => Found::new(stretch.words.clone()),
    }
}

/// The colon in front of a stretch that ends its period, and who does what stands before it: `the chairman opened the meeting with the
/// words: “…”`.
fn led(flow: &Flow, stretch: &Stretch, free: &Range<usize>, period: &Period) -> Option<(Range<usize>, Range<usize>)> {
    let words = &stretch.words;
    let colon = words.start.checked_sub(1).filter(|&i| flow.is(i, ":") && i >= free.start)?;
    let ends = (words.end..period.end).all(|i| !flow.is_word(i));
    let leads = |&i: &usize| {
        let relation = flow.node(i).relation;
        relation == Relation::Root || flow.head(i).is_some_and(|head| words.contains(&head))
    };
    let subject = (period.start..colon).filter(leads).find_map(|verb| flow.child(verb, |r| r == Relation::Nsubj))?;
    let speaker = speaker::phrase(flow, subject);
    let person = matches!(flow.class(subject), class::Class::Name | class::Class::Pronoun)
        || is_a(&flow.words[subject].text.to_lowercase(), lexicon::Class::Person, 1);
    (ends && person && subject >= free.start && !flow.is_quoted(subject)).then_some((colon..words.start, speaker))
}

/// Whether the stretch is written as a title is.
fn is_title(flow: &Flow, stretch: &Stretch) -> bool {
    let mut words = flow.words[stretch.words.clone()].iter().filter(|w| w.kind == TokenKind::Word);
    words.all(|w| w.text.starts_with(char::is_uppercase) || w.text.chars().count() < 4)
}

fn quotation(flow: &Flow, found: Found) -> Quotation {
    let mut quoted: Vec<u32> = flow.words[found.words.clone()].iter().filter_map(|w| w.quoted).collect();
    quoted.dedup();
    Quotation {
        span: flow.source(found.words.clone()),
        kind: kind(flow, &found),
        quoted: quoted.iter().map(|&id| flow.source(flow.stretches[id as usize].words.clone())).collect(),
        cue: found.cue.map(|c| flow.source(c)),
        stance: found.stance,
        affiliation: found.speaker.as_ref().and_then(|s| speaker::affiliation(flow, s)).map(|s| flow.source(s)),
        speaker: found.speaker.map(|s| flow.source(s)),
        chain: None,
        continues: found.continues,
    }
}

fn kind(flow: &Flow, found: &Found) -> QuotationKind {
    let mut words = found.words.clone().filter(|&i| flow.is_word(i));
    let opens = flow.period(found.words.start).start == found.words.start;
    if found.speaker.is_none() && found.cue.is_none() && !opens {
        QuotationKind::Phrase
    } else if !found.words.clone().any(|i| flow.is_quoted(i)) {
        QuotationKind::Indirect
    } else if words.all(|i| flow.is_quoted(i)) {
        QuotationKind::Direct
    } else {
        QuotationKind::Mixed
    }
}
