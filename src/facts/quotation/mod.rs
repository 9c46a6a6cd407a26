//! Quotations: words given as somebody's, and who that is.

mod class;
mod cue;
mod direct;
mod flow;
mod marks;
mod speaker;

use direct::{Report, report_after, report_before};
use flow::Flow;

use crate::{
    facts::model::{PlacedSentence, Quotation, QuotationKind},
    syntax::Prose,
};

/// The quotations of an article, in the order of the file. `sentences` are those of `prose`, in the order of the file.
///
/// [`Quotation::chain`] is left open: who the speaker is takes all mentions of the article.
pub fn quotations(prose: &Prose, sentences: &[PlacedSentence]) -> Vec<Quotation> {
    let flow = Flow::new(prose, sentences);
    let mut out: Vec<Quotation> = Vec::new();
    for (id, stretch) in flow.stretches.iter().enumerate() {
        let Some(period) = flow.blocks[stretch.block].iter().find(|p| p.contains(&stretch.words.start)) else {
            continue;
        };
        let period_first = stretch.words.start == period.start;
        let text = &prose.blocks[stretch.block].text;
        let inner = stretch.marked.inner.of(text).trim_end();
        let ends_clause = inner.ends_with([',', '?', '!', '—', '-']);
        let after = report_after(&flow, stretch.words.end, period);
        let before = report_before(&flow, stretch.words.start, period);
        let report = if ends_clause && period_first { after.or(before) } else { before.or(after) };
        let same_block = id.checked_sub(1).is_some_and(|i| flow.stretches[i].block == stretch.block);
        let previous = out.last();
        let (kind, report, continues) = match report {
            Some(report) => (QuotationKind::Direct, Some(report), false),
            None if stretch.marked.resumes && previous.is_some() => (QuotationKind::Direct, None, true),
            None if period_first && same_block => (QuotationKind::Direct, None, true),
            None if period_first => (QuotationKind::Direct, None, false),
            None => (QuotationKind::Phrase, None, false),
        };
        let (cue, speaker) = match (report, continues, previous) {
            (Some(Report { cue, speaker }), ..) => (Some(flow.source(cue)), speaker.map(|s| flow.source(s))),
            (None, true, Some(q)) => (q.cue, q.speaker),
            _ => (None, None),
        };
        let span = prose.blocks[stretch.block].map.to_source(stretch.marked.span);
        out.push(Quotation { span, kind, quoted: vec![span], cue, speaker, chain: None, continues });
    }
    out
}
