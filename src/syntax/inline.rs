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
    let mut reader = Reader { source, prose, cuts: Vec::new(), open: Vec::new(), word: 0 };
    let mut before = None;
    let mut at = 0;
    for piece in pieces {
        // A backslash that is no text of its own escapes what follows it.
        let start = piece.source.start;
        let escaped = before != Some(start) && source[..start].ends_with('\\');
        before = Some(piece.source.end);
        if !matches!(piece.text, PieceText::Copied) {
            continue;
        }
        at = at.max(start);
        while at < piece.source.end {
            let len = match source.as_bytes()[at] {
                b'[' | b']' if escaped && at == start => 1,
                b'[' => reader.opening(at),
                b']' => reader.closing(at),
                _ => reader.url(at),
            };
            at += len;
        }
    }
    reader.cuts.sort_by_key(|cut| cut.start);
    reader.cuts
}

/// Cuts the bare URLs out of the pieces of one block of plain text.
pub(super) fn bare_urls(source: &str, pieces: &[Piece], prose: &mut Prose) -> Vec<Range<usize>> {
    let mut reader = Reader { source, prose, cuts: Vec::new(), open: Vec::new(), word: 0 };
    for piece in pieces {
        let mut at = piece.source.start;
        if !SCHEMES.iter().any(|scheme| source[piece.source.clone()].contains(scheme)) {
            continue;
        }
        while at < piece.source.end {
            at += reader.url(at);
        }
    }
    reader.cuts
}

/// Reads one block. Its methods look at what begins at an offset and return the number of bytes they dealt with.
struct Reader<'a> {
    source: &'a str,
    prose: &'a mut Prose,
    cuts: Vec<Range<usize>>,
    /// Brackets that are not closed yet, outermost first.
    open: Vec<Bracket>,
    /// Where the last letter or digit of the prose was seen.
    word: usize,
}

/// A square bracket that may turn out to open an annotation.
struct Bracket {
    at: usize,
    /// Where the words begin.
    words: usize,
    kind: AnnotationKind,
}

impl Reader<'_> {
    /// Reads `[`: a reference to a footnote, or the start of an annotation.
    fn opening(&mut self, at: usize) -> usize {
        let rest = &self.source[at..];
        if let Some(label) = rest.strip_prefix("[^").and_then(|rest| id_before(rest, "]")) {
            let len = "[^]".len() + label.len();
            self.prose.footnotes.push(Footnote { span: Span::new(at, at + len), label: label.into() });
            self.cuts.push(at..at + len);
            return len;
        }
        let (kind, len) = match rest.strip_prefix("[[") {
            Some(inner) => (AnnotationKind::Entity, "[[".len() + id_before(inner, "|").map_or(0, |id| id.len() + 1)),
            None => (AnnotationKind::Claim, "[".len()),
        };
        self.open.push(Bracket { at, words: at + len, kind });
        len
    }

    /// Reads `]`: the end of an annotation, or of brackets that are text.
    fn closing(&mut self, at: usize) -> usize {
        let rest = &self.source[at..];
        let Some(bracket) = self.open.last() else {
            return 1;
        };
        let words = bracket.words..at;
        let (id, len) = match bracket.kind {
            AnnotationKind::Entity if !rest.starts_with("]]") => return 1,
            AnnotationKind::Entity => {
                let id = self.source[bracket.at..words.start].trim_matches(['[', '|']);
                (if id.is_empty() { &self.source[words.clone()] } else { id }, "]]".len())
            }
            AnnotationKind::Claim => match rest.strip_prefix("]{#").and_then(|rest| id_before(rest, "}")) {
                Some(id) => (id, "]{#}".len() + id.len()),
                None => {
                    self.open.pop();
                    return 1;
                }
            },
        };
        if self.word >= words.start {
            self.cuts.push(bracket.at..words.start);
            self.cuts.push(at..at + len);
            self.prose.annotations.push(Annotation {
                kind: bracket.kind,
                span: Span::new(bracket.at, at + len),
                words: words.into(),
                id: id.trim().into(),
            });
        }
        self.open.pop();
        len
    }

    /// Reads the bare URL that begins here, if one does; skips one character otherwise.
    fn url(&mut self, at: usize) -> usize {
        let rest = &self.source[at..];
        match url_len(&self.source[..at], rest) {
            0 => {
                let c = rest.chars().next().unwrap_or_default();
                if c.is_alphanumeric() {
                    self.word = at;
                }
                c.len_utf8()
            }
            len => {
                self.prose.links.push(Link { span: Span::new(at, at + len), destination: rest[..len].into() });
                self.cuts.push(at..at + len);
                len
            }
        }
    }
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

/// How URLs begin.
const SCHEMES: [&str; 3] = ["https://", "http://", "www."];

/// The length of the URL at the start of `rest`; 0 where none begins. `before` is the text before it.
fn url_len(before: &str, rest: &str) -> usize {
    if !rest.starts_with(['h', 'w']) {
        return 0;
    }
    let Some(scheme) = SCHEMES.iter().find(|scheme| rest.starts_with(**scheme)) else {
        return 0;
    };
    if before.ends_with(char::is_alphanumeric) {
        return 0;
    }
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '[' | ']' | '|' | '`' | '{' | '}');
    let len = trim_url(&rest[..rest.find(ends).unwrap_or(rest.len())]).len();
    if len > scheme.len() { len } else { 0 }
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
