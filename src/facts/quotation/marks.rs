//! Stretches in quotation marks: which marks open, which close, and which are apostrophes.
//!
//! Marks come in every style and state: curly, straight, German, French, doubled backticks, the wrong way round, next
//! to a stray blank, or replaced by a question mark. What a mark does is read off the characters beside it first, its
//! own shape second; what is still unclear is settled by whether a quotation is open.

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

/// What kind of mark; a quotation is closed by a mark of the kind that opened it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Double,
    Single,
    Guillemet,
    /// A question mark where a quotation mark has been lost.
    Damaged,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Open,
    Close,
    /// Closes what may as well be an apostrophe or a question: a later, surer mark is preferred.
    WeakClose,
    /// Closes a quotation if one is open, and opens one otherwise.
    Either,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    kind: Kind,
    shape: char,
    role: Role,
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
    let Around { before, after, .. } = around(paragraph, mark.span);
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

/// The characters beside a mark.
struct Around {
    before: Option<char>,
    after: Option<char>,
    /// The second one after the mark.
    beyond: Option<char>,
}

fn around(text: &str, span: Span) -> Around {
    let mut after = text[span.range().end..].chars();
    Around { before: text[..span.range().start].chars().next_back(), after: after.next(), beyond: after.next() }
}

/// Whether an opening mark may follow.
fn is_blank_before(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '{' | '<' | '=' | '/' | '—' | '–' | '-' | '“' | '‘' | '«' | '„')
    })
}

/// Whether a closing mark may stand before it.
fn is_blank_after(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ','
                    | ';'
                    | ':'
                    | '!'
                    | '?'
                    | ')'
                    | ']'
                    | '}'
                    | '>'
                    | '/'
                    | '—'
                    | '–'
                    | '-'
                    | '…'
                    | '”'
                    | '’'
                    | '»'
                    | '"'
                    | '\''
            )
    })
}

/// All marks of a paragraph that may open or close a quotation.
fn marks(text: &str) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if at < skip {
            continue;
        }
        let doubled = matches!(c, '`' | '\'') && text[at + 1..].starts_with(c);
        let len = if doubled { 2 } else { c.len_utf8() };
        let span = Span::new(at, at + len);
        let seen = around(text, span);
        // `key="value"` is markup.
        if seen.before == Some('=') {
            continue;
        }
        let found = match c {
            '`' if doubled => Some((Kind::Double, Role::Open)),
            '\'' if doubled => Some((Kind::Double, straight(&seen))),
            '"' | '\u{FFFD}' | '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' => {
                double(text, at, c, &seen).map(|role| (Kind::Double, role))
            }
            '«' | '»' | '‹' | '›' => Some((Kind::Guillemet, guillemet(c, &seen))),
            '‘' | '’' | '‚' | '‛' | '\'' => {
                single(c, &seen, &text[span.range().end..]).map(|role| (Kind::Single, role))
            }
            '?' => damaged(&seen).map(|role| (Kind::Damaged, role)),
            _ => None,
        };
        if let Some((kind, role)) = found {
            skip = at + len;
            let shape = if doubled { '"' } else { c };
            out.push(Mark { span, kind, shape, role });
        }
    }
    out
}

/// The role of a mark that shows no direction.
fn straight(seen: &Around) -> Role {
    match (is_blank_before(seen.before), is_blank_after(seen.after)) {
        (true, false) => Role::Open,
        (false, true) => Role::Close,
        _ => Role::Either,
    }
}

fn double(text: &str, at: usize, c: char, seen: &Around) -> Option<Role> {
    let role = match c {
        '“' | '„' | '‟' | '〝' => Role::Open,
        '”' | '〞' => match straight(seen) {
            // The wrong way round, at the start of a paragraph or after a blank.
            Role::Open => Role::Either,
            _ => Role::Close,
        },
        _ if is_inch(&text[..at]) => return None,
        '\u{FFFD}' if is_inner(seen) => return None,
        _ => straight(seen),
    };
    Some(role)
}

/// Whether the text ends with feet and inches (6'3), so that a mark that follows is the inches'.
fn is_inch(before: &str) -> bool {
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    digits.len() < before.len()
        && digits.strip_suffix(['\'', '’', '′']).is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
}

/// French marks point outwards, German ones inwards.
fn guillemet(c: char, seen: &Around) -> Role {
    match (c, straight(seen)) {
        ('«' | '‹', Role::Close) | ('»' | '›', Role::Open) => Role::Either,
        ('«' | '‹', _) => Role::Open,
        _ => Role::Close,
    }
}

/// Whether a letter or digit stands on both sides.
fn is_inner(seen: &Around) -> bool {
    seen.before.is_some_and(char::is_alphanumeric) && seen.after.is_some_and(char::is_alphanumeric)
}

/// The role of a single mark; `None` for an apostrophe. `rest`: what follows it.
fn single(c: char, seen: &Around, rest: &str) -> Option<Role> {
    if is_inner(seen) {
        return None;
    }
    let after_blank = is_blank_before(seen.before) || seen.before == Some('"');
    if seen.after.is_some_and(|c| !c.is_whitespace()) && after_blank {
        return (c != '’' && !is_elision(rest)).then_some(Role::Open);
    }
    if after_blank || matches!(c, '‘' | '‚' | '‛') {
        return None;
    }
    // `the workers' strike`: the plural's own mark, if there is a better one to close with.
    let plural = matches!(seen.before, Some('s' | 'S'))
        && seen.after == Some(' ')
        && seen.beyond.is_some_and(char::is_alphanumeric);
    let dropped_g = seen.before == Some('n') && seen.after == Some(' ');
    Some(if plural || dropped_g { Role::WeakClose } else { Role::Close })
}

/// Whether a word begins that is written with an apostrophe in front: `'em`, `'90s`.
fn is_elision(rest: &str) -> bool {
    let word: String = rest.chars().take(6).take_while(|c| c.is_alphanumeric()).collect();
    word.starts_with(|c: char| c.is_numeric())
        || matches!(
            word.to_lowercase().as_str(),
            "em" | "til" | "tis" | "twas" | "cause" | "n" | "bout" | "round" | "cuz" | "nuff"
        )
}

/// The role of a question mark: that of a lost quotation mark where no question could have it.
fn damaged(seen: &Around) -> Option<Role> {
    let word_after = seen.after.is_some_and(char::is_alphanumeric);
    match seen.before {
        Some(c) if c.is_alphanumeric() => (!word_after).then_some(Role::WeakClose),
        Some('.' | ',' | '!' | '?' | '…') if word_after => Some(Role::Either),
        Some('.' | ',' | '!' | '?' | '…') => Some(Role::Close),
        before => (is_blank_before(before) && word_after).then_some(Role::Open),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The stretches without their marks; `>` for each level of depth, `+` where one resumes, `~` where none closes.
    fn found(text: &str) -> Vec<String> {
        stretches(text, false)
            .iter()
            .map(|m| {
                format!(
                    "{}{}{}{}",
                    ">".repeat(m.depth as usize),
                    if m.resumes { "+" } else { "" },
                    m.inner.of(text),
                    if m.closed { "" } else { "~" }
                )
            })
            .collect()
    }

    #[test]
    fn marks_of_every_style() {
        for text in [
            "“We won,” she said.",
            "\"We won,\" she said.",
            "‘We won,’ she said.",
            "'We won,' she said.",
            "«We won,» she said.",
            "»We won,« she said.",
            "„We won,“ she said.",
            "„We won,” she said.",
            "``We won,'' she said.",
            "”We won,” she said.",
            "?We won,? she said.",
            "\u{FFFD}We won,\u{FFFD} she said.",
        ] {
            assert_eq!(found(text), ["We won,"], "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        for text in [
            "The workers' strike wasn't the drivers' idea.",
            "The boys’ mother’s house, built in the ’90s",
            "Rock 'n' roll of the '60s; get 'em",
            "He is 6'3\" tall.",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
        assert_eq!(found("'The nurses' union can't wait,' he said."), ["The nurses' union can't wait,"]);
        assert_eq!(found("'Nothin' doing,' he said, 'not now.'"), ["Nothin' doing,", "not now."]);
    }

    #[test]
    fn questions_are_no_marks() {
        assert!(found("Who knew? Nobody. What now?").is_empty());
        assert_eq!(
            found("?Who is next? We dont know,? she said. ?Ask them.?"),
            ["Who is next? We dont know,", "Ask them."]
        );
        assert_eq!(found("It was a ?grand plan? of his."), ["grand plan"]);
        assert_eq!(found("Lee said on Monday.?He knows,? she said."), ["He knows,"]);
    }

    #[test]
    fn nesting() {
        assert_eq!(
            found("“He told me ‘go home,’ so I went,” she said."),
            ["He told me ‘go home,’ so I went,", ">go home,"]
        );
        assert_eq!(found("'He told me \"go home\" twice,' she said."), ["He told me \"go home\" twice,", ">go home"]);
        assert_eq!(found("\"He called me a “liar” twice,\" she said."), ["He called me a “liar” twice,", ">liar"]);
        assert_eq!(found("\"He called me a \"liar\" twice,\" she said."), ["He called me a \"liar\" twice,", ">liar"]);
    }

    #[test]
    fn damaged_and_mixed() {
        assert_eq!(found("He wrote: \"I quit. \" Then he left. \"Bye. \""), ["I quit. ", "Bye. "]);
        assert_eq!(found("It would take \"more time” than that."), ["more time"]);
        assert_eq!(found("It would take “more time\" than that."), ["more time"]);
        assert_eq!(found("He left.\"Good,\" she said.\"Very good.\""), ["Good,", "Very good."]);
    }

    #[test]
    fn a_quotation_that_no_mark_closes() {
        assert_eq!(found("“We won. And that is that."), ["We won. And that is that.~"]);
        assert_eq!(found("“We won. “And that is that,” she said."), ["We won.~", "+And that is that,"]);
        assert!(found("A stray \" mark and no more").is_empty());
        assert!(stretches("“And it goes on.”", true)[0].resumes);
    }

    proptest! {
        #[test]
        fn any_text(text in "\\PC{0,80}") {
            check(&text);
        }

        #[test]
        fn any_mixture_of_marks(text in "[\"'“”‘’«»„?`. ,a1\\u{FFFD}\n-]{0,60}") {
            check(&text);
        }
    }

    /// Stretches are sorted, nest or stand apart, and begin and end on character boundaries.
    fn check(text: &str) {
        let all = stretches(text, true);
        for m in &all {
            assert!(m.span.contains(m.inner));
            assert!(text.get(m.span.range()).is_some() && text.get(m.inner.range()).is_some());
        }
        for (i, a) in all.iter().enumerate() {
            for b in &all[i + 1..] {
                assert!(a.span.start < b.span.start);
                assert!(!a.span.overlaps(b.span) || a.span.contains(b.span), "{a:?} {b:?}");
            }
        }
    }
}
