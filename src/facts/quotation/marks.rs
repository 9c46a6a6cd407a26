//! Stretches in quotation marks: marks ([`mark`]) paired. What a mark alone leaves unclear is settled by whether a quotation
//! is open.

mod mark;

use self::mark::{Kind, Mark, Role, around, is_blank_after, is_blank_before, marks};
use crate::text::Span;

/// A stretch of one paragraph in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// Bytes of the paragraph, marks included.
    pub span: Span,
    /// The words without the marks.
    pub inner: Span,
    /// How many quotations it lies in.
    pub depth: u8,
    /// Whether a mark closes it; if not, it runs to the end of the paragraph or to the mark that opens it anew.
    pub closed: bool,
    /// Whether it goes on with an earlier stretch that no mark has closed.
    pub resumes: bool,
}

/// An opened quotation.
struct Opened {
    mark: Mark,
    resumes: bool,
    /// Index of its slot among the stretches found so far.
    slot: usize,
}

/// The stretches of one paragraph in the order of their starts; nested ones follow the one they lie in.
///
/// `left_open`: the paragraph before ends inside a quotation, so that an opening mark at the start goes on with it.
pub(super) fn stretches(paragraph: &str, left_open: bool) -> Vec<Marked> {
    let marks = marks(paragraph);
    let surer = surer_close_ahead(&marks);
    let mut found: Vec<Option<Marked>> = Vec::new();
    let mut stack: Vec<Opened> = Vec::new();
    for (i, &mark) in marks.iter().enumerate() {
        let pending = stack.iter().any(|o| o.mark.kind == mark.kind);
        let opens = match mark.role {
            Role::Open => !(pending && reversed_close(paragraph, mark, &stack)),
            Role::Close => false,
            Role::WeakClose => {
                if !pending || surer[i] {
                    continue;
                }
                false
            }
            Role::Either => !pending,
        };
        if opens {
            if mark.kind == Kind::Single && !closes_ahead(&marks[i + 1..], mark.kind) {
                continue;
            }
            let before = paragraph[..mark.span.range().start].trim_end();
            let restarts = stack
                .last()
                .is_some_and(|o| o.mark.kind == mark.kind && o.mark.shape == mark.shape && before.ends_with(ENDS));
            if restarts && let Some(open) = stack.pop() {
                let end = before.len().max(open.mark.span.range().end);
                if begins_utterance(paragraph, open.mark) {
                    found[open.slot] = Some(close(&open, end, end, stack.len(), false));
                }
            }
            stack.push(Opened { mark, resumes: restarts || (left_open && before.is_empty()), slot: found.len() });
            found.push(None);
        } else if let Some(at) = partner(&stack, mark) {
            stack.truncate(at + 1);
            if let Some(open) = stack.pop() {
                let inner_end = mark.span.range().start;
                found[open.slot] = Some(close(&open, inner_end, mark.span.range().end, stack.len(), true));
            }
        }
    }
    // What is still open at the end of the paragraph: the outermost that begins an utterance runs to the end.
    let end = paragraph.trim_end().len();
    let last = found.iter().flatten().map(|m| m.span.range().end).max();
    for (depth, open) in stack.iter().enumerate() {
        let alone = last.is_none_or(|l| l <= open.mark.span.range().start);
        let at_start = paragraph[..open.mark.span.range().start].trim().is_empty();
        if open.mark.kind != Kind::Single
            && open.mark.span.range().end < end
            && begins_utterance(paragraph, open.mark)
            && (alone || at_start)
        {
            found[open.slot] = Some(close(open, end, end, depth, false));
            break;
        }
    }
    settle_depths(found.into_iter().flatten().collect())
}

/// Sentence ends: an opening mark after one of them begins anew.
const ENDS: [char; 4] = ['.', '!', '?', '…'];

fn close(open: &Opened, inner_end: usize, end: usize, depth: usize, closed: bool) -> Marked {
    let span = open.mark.span.range();
    Marked {
        span: Span::new(span.start, end),
        inner: Span::new(span.end, inner_end.max(span.end)),
        depth: depth.min(u8::MAX as usize) as u8,
        closed,
        resumes: open.resumes,
    }
}

/// Counts the depth again, since an opening mark without a partner has been dropped from around the others.
fn settle_depths(mut found: Vec<Marked>) -> Vec<Marked> {
    let mut ends: Vec<u32> = Vec::new();
    for m in &mut found {
        while ends.last().is_some_and(|&end| end <= m.span.start) {
            ends.pop();
        }
        m.depth = ends.len().min(u8::MAX as usize) as u8;
        ends.push(m.span.end);
    }
    found
}

/// The opened quotation that `mark` closes, as an index into the stack.
fn partner(stack: &[Opened], mark: Mark) -> Option<usize> {
    let top = stack.last()?;
    if mark.kind == Kind::Single {
        return (top.mark.kind == Kind::Single).then_some(stack.len() - 1);
    }
    // A straight mark closes the straight one even if a curly one inside was never closed.
    let same_shape = stack.iter().rposition(|o| o.mark.kind == mark.kind && o.mark.shape == mark.shape);
    match same_shape {
        Some(at) if mark.shape == '"' => Some(at),
        _ => stack.iter().rposition(|o| o.mark.kind == mark.kind),
    }
}

/// Whether an opening shape stands where a closing mark does (`„so“`, `»so«`).
fn reversed_close(paragraph: &str, mark: Mark, stack: &[Opened]) -> bool {
    let mark::Around { before, after, .. } = around(paragraph, mark.span);
    let low = stack.last().is_some_and(|o| matches!(o.mark.shape, '„' | '‟' | '‚'));
    mark.shape != '"' && !is_blank_before(before) && (low || is_blank_after(after))
}

/// Whether the words before the mark lead to an utterance, or there are none.
fn begins_utterance(paragraph: &str, mark: Mark) -> bool {
    let before = paragraph[..mark.span.range().start].trim_end();
    before.is_empty() || before.ends_with([',', ':', '—', '–', '-']) || before.ends_with(ENDS)
}

/// For each mark: whether a sure closing mark of its kind comes before the next opening one.
fn surer_close_ahead(marks: &[Mark]) -> Vec<bool> {
    let mut ahead = [false; 4];
    let mut out = vec![false; marks.len()];
    for (i, mark) in marks.iter().enumerate().rev() {
        let slot = &mut ahead[mark.kind as usize];
        out[i] = *slot;
        match mark.role {
            Role::Open => *slot = false,
            Role::Close => *slot = true,
            Role::WeakClose | Role::Either => {}
        }
    }
    out
}

/// Whether some mark ahead may close a quotation of the kind. Looks no further than the next that opens one.
fn closes_ahead(marks: &[Mark], kind: Kind) -> bool {
    marks.iter().filter(|m| m.kind == kind).map(|m| m.role).take_while(|&role| role != Role::Open).next().is_some()
}

#[cfg(test)]
mod tests;
