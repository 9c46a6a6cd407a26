//! Inline markup that Markdown does not know: our annotations, footnotes still without a definition, bare URLs.

use std::ops::Range;

use super::pieces::{Piece, PieceText};
use super::prose::{Annotation, AnnotationKind, Footnote, Link, Prose};
use crate::text::Span;

/// The longest id of an annotation and the longest label of a footnote that are looked for, in bytes.
const MAX_ID: usize = 128;

/// Finds `[[id|words]]`, `[words]{#id}`, `[^label]` and bare URLs in the pieces of one block and adds them to `prose`.
///
/// Returns what is to be left out of the text, in rising order. Markup that is not closed is text like any other.
pub(super) fn own_markup(source: &str, pieces: &[Piece], prose: &mut Prose) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let mut open: Vec<Bracket> = Vec::new();
    let mut before = None;
    let mut at = 0;
    for piece in pieces {
        let unescaped = before == Some(piece.source.start) || !source[..piece.source.start].ends_with('\\');
        before = Some(piece.source.end);
        if !matches!(piece.text, PieceText::Copied) {
            continue;
        }
        at = at.max(piece.source.start);
        while at < piece.source.end {
            let first = at == piece.source.start;
            let skip = match source.as_bytes()[at] {
                b'[' if unescaped || !first => opening(source, at, &mut open, prose, &mut cuts),
                b']' if unescaped || !first => closing(source, at, &mut open, prose, &mut cuts),
                b'h' | b'w' => url(source, at, prose, &mut cuts),
                _ => 0,
            };
            at += skip.max(1);
        }
    }
    cuts.sort_by_key(|cut| cut.start);
    cuts
}

/// Cuts the bare URLs out of the pieces of one block of plain text.
pub(super) fn bare_urls(source: &str, pieces: &[Piece], prose: &mut Prose) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    for piece in pieces {
        let mut at = piece.source.start;
        while let Some(next) = source[at..piece.source.end].find(['h', 'w']) {
            at += next;
            at += url(source, at, prose, &mut cuts).max(1);
            if at >= piece.source.end {
                break;
            }
        }
    }
    cuts
}

/// A square bracket that may turn out to open an annotation.
struct Bracket {
    at: usize,
    /// Where the words begin.
    words: usize,
    /// `[[`, and the id where there is one before a bar.
    double: Option<Range<usize>>,
}

/// Reads what begins with `[` at `at`; returns how many bytes are dealt with.
fn opening(source: &str, at: usize, open: &mut Vec<Bracket>, prose: &mut Prose, cuts: &mut Vec<Range<usize>>) -> usize {
    let rest = &source[at..];
    if let Some(label) = rest.strip_prefix("[^").and_then(|r| id_before(r, "]")) {
        let len = label.len() + 3;
        prose.footnotes.push(Footnote { span: Span::new(at, at + len), label: label.into() });
        cuts.push(at..at + len);
        return len;
    }
    if let Some(inner) = rest.strip_prefix("[[") {
        let id = id_before(inner, "|").map_or(0, str::len);
        let words = at + 2 + if id > 0 { id + 1 } else { 0 };
        open.push(Bracket { at, words, double: Some(at + 2..at + 2 + id) });
        return words - at;
    }
    open.push(Bracket { at, words: at + 1, double: None });
    1
}

/// Reads what `]` at `at` closes; returns how many bytes are dealt with.
fn closing(source: &str, at: usize, open: &mut Vec<Bracket>, prose: &mut Prose, cuts: &mut Vec<Range<usize>>) -> usize {
    let Some(bracket) = open.last() else {
        return 1;
    };
    let (kind, id, end) = match &bracket.double {
        Some(id) if source[at..].starts_with("]]") => {
            let id = if id.is_empty() { &source[bracket.words..at] } else { &source[id.clone()] };
            (AnnotationKind::Entity, id, at + 2)
        }
        Some(_) => return 1,
        None => match source[at..].strip_prefix("]{#").and_then(|r| id_before(r, "}")) {
            Some(id) => (AnnotationKind::Claim, id, at + id.len() + 4),
            None => {
                open.pop();
                return 1;
            }
        },
    };
    let words = bracket.words..at;
    if source[words.clone()].contains(char::is_alphanumeric) {
        prose.annotations.push(Annotation {
            kind,
            span: Span::new(bracket.at, end),
            words: words.clone().into(),
            id: id.trim().into(),
        });
        cuts.push(bracket.at..words.start);
        cuts.push(at..end);
    }
    open.pop();
    end - at
}

/// The id at the start of `rest`, when `end` follows it.
fn id_before<'s>(rest: &'s str, end: &str) -> Option<&'s str> {
    let len = rest
        .char_indices()
        .take_while(|&(i, c)| i < MAX_ID && (c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/')))
        .last()
        .map(|(i, c)| i + c.len_utf8())?;
    rest[len..].starts_with(end).then_some(&rest[..len])
}

/// Cuts the URL that begins at `at`, if one does; returns its length.
fn url(source: &str, at: usize, prose: &mut Prose, cuts: &mut Vec<Range<usize>>) -> usize {
    let rest = &source[at..];
    let starts = ["https://", "http://", "www."].iter().find(|scheme| rest.starts_with(**scheme));
    let in_word = source[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let Some(scheme) = starts.filter(|_| !in_word) else {
        return 0;
    };
    let end = rest
        .find(|c: char| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '[' | ']' | '|' | '`' | '{' | '}')
        })
        .unwrap_or(rest.len());
    let len = trim_url(&rest[..end]).len();
    if len <= scheme.len() {
        return 0;
    }
    prose.links.push(Link { span: Span::new(at, at + len), destination: rest[..len].into() });
    cuts.push(at..at + len);
    len
}

/// A URL without the punctuation that belongs to the sentence around it.
fn trim_url(url: &str) -> &str {
    let nested = url.contains('(');
    url.trim_end_matches(|c: char| match c {
        '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | '_' | '~' | '…' => true,
        ')' => !nested,
        _ => false,
    })
}
