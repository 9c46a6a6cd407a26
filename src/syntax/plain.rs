//! Plain text → prose: paragraphs, however the file marks them.

use std::ops::Range;

use super::inline;
use super::pieces::{self, Piece, PieceText};
use super::prose::{BlockKind, Prose};
use crate::text::Span;

/// A text whose lines have more characters than this was not wrapped by hand or by a mailer.
const WIDEST_WRAP: usize = 120;
/// A line shorter than this does not reach the margin of a wrapped text.
const NARROWEST_WRAP: usize = 40;
/// The longest headline, in characters.
const MAX_HEADLINE: usize = 140;

/// Reads the text that begins at `body`.
///
/// Blank lines separate paragraphs. Lines between two blank lines are one paragraph where they look wrapped, and a
/// paragraph each where they do not.
pub(super) fn read(source: &str, body: usize) -> Prose {
    let lines = lines(source, body);
    let margin = margin(source, &lines);
    let paragraphs: Vec<Paragraph> = lines
        .split(|line| line.text(source).is_empty())
        .filter(|group| !group.is_empty())
        .flat_map(|group| paragraphs(source, group, margin))
        .collect();
    let headline = headline(source, &paragraphs);
    let mut prose = Prose::default();
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let kind = match paragraph.bullet {
            _ if headline == Some(i) => BlockKind::Heading(1),
            true => BlockKind::ListItem,
            false => BlockKind::Paragraph,
        };
        let pieces = paragraph.pieces();
        let cuts = inline::bare_urls(source, &pieces, &mut prose);
        prose.blocks.extend(pieces::block(source, kind, paragraph.span(), &pieces, &cuts));
    }
    prose
}

/// One line without the white space around it.
#[derive(Clone)]
struct Line {
    /// Where the bullet or else the words begin.
    start: usize,
    words: Range<usize>,
    /// In characters.
    width: usize,
    indented: bool,
    bullet: bool,
}

impl Line {
    fn text<'s>(&self, source: &'s str) -> &'s str {
        &source[self.words.clone()]
    }
}

/// The lines of a text, whatever ends them. A form feed is white space: pages break in the middle of paragraphs.
fn lines(source: &str, body: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = body;
    while start < source.len() {
        let rest = &source[start..];
        let len = rest.find(is_line_end).unwrap_or(rest.len());
        let line = &rest[..len];
        let lead = line.len() - line.trim_start().len();
        let bullet = bullet_len(line.trim_start());
        let words = line[lead + bullet..].trim();
        let at = start + lead + bullet;
        lines.push(Line {
            start: start + lead,
            words: at..at + words.len(),
            width: line.trim_end().chars().count(),
            indented: lead > 1 || line.starts_with('\t'),
            bullet: bullet > 0,
        });
        start += len;
        let end =
            if rest[len..].starts_with("\r\n") { 2 } else { rest[len..].chars().next().map_or(0, char::len_utf8) };
        start += end;
    }
    lines
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The length of `- `, `* `, `• ` or `· ` at the start of a line.
fn bullet_len(line: &str) -> usize {
    let mut chars = line.chars();
    let Some('-' | '*' | '•' | '·') = chars.next() else {
        return 0;
    };
    let rest = chars.as_str();
    let words = rest.trim_start();
    if words.len() < rest.len() && !words.is_empty() { line.len() - words.len() } else { 0 }
}

struct Paragraph {
    lines: Vec<Line>,
    bullet: bool,
}

impl Paragraph {
    fn span(&self) -> Span {
        let first = self.lines.first().map_or(0, |line| line.start);
        let last = self.lines.last().map_or(first, |line| line.words.end);
        Span::new(first, last)
    }

    fn pieces(&self) -> Vec<Piece<'static>> {
        let mut pieces = Vec::with_capacity(2 * self.lines.len());
        for line in &self.lines {
            if let Some(Piece { source, .. }) = pieces.last() {
                pieces.push(Piece { source: source.end..line.words.start, text: PieceText::Break });
            }
            pieces.push(Piece { source: line.words.clone(), text: PieceText::Copied });
        }
        pieces
    }
}

/// Where the right margin is, in characters, if the text is wrapped: nine in ten of the lines that another one follows
/// directly are no wider. (The widest may be a URL.)
fn margin(source: &str, lines: &[Line]) -> usize {
    let followed = lines.windows(2).filter(|pair| pair.iter().all(|line| !line.text(source).is_empty()));
    let mut widths: Vec<usize> = followed.map(|pair| pair[0].width).collect();
    match widths.len() * 9 / 10 {
        _ if widths.is_empty() => 0,
        tenth => *widths.select_nth_unstable(tenth).1,
    }
}

/// The paragraphs of consecutive lines that are not blank.
fn paragraphs(source: &str, group: &[Line], margin: usize) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (i, line) in group.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| &group[i]);
        match (before, paragraphs.last_mut()) {
            (Some(before), Some(paragraph)) if continues(source, before, line, margin) => {
                paragraph.lines.push(line.clone());
            }
            _ => paragraphs.push(Paragraph { bullet: line.bullet, lines: vec![line.clone()] }),
        }
    }
    paragraphs
}

/// Whether the break between two lines is one of layout only, in a text wrapped at `margin` if at all.
fn continues(source: &str, before: &Line, line: &Line, margin: usize) -> bool {
    if line.bullet || (line.indented && !before.indented && !before.bullet) {
        return false;
    }
    let (head, tail) = (before.text(source), line.text(source));
    let ended = head.ends_with(['.', '!', '?', ':', '"', '”', '’', '…', ')']);
    if !ended && tail.starts_with(char::is_lowercase) {
        return true;
    }
    let credit = line.width < NARROWEST_WRAP && is_credit(tail) && !tail.ends_with('.');
    if credit || !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&margin) || before.width < NARROWEST_WRAP {
        return false;
    }
    // A wrapped line is full: the next line's first word did not fit.
    let word = tail.split_whitespace().next().map_or(0, |w| w.chars().count());
    let full = before.width + 1 + word > margin;
    full || (!ended && before.width * 4 >= margin * 3)
}

/// Which paragraph is the headline: the first one that is not a date line, when it reads like one and text follows.
fn headline(source: &str, paragraphs: &[Paragraph]) -> Option<usize> {
    let i = paragraphs.iter().take(2).position(|p| !is_credit(&source[p.span().range()]))?;
    let next = paragraphs.get(i + 1)?;
    let text = &source[paragraphs[i].span().range()];
    let longer = next.span().len() > text.len() || paragraphs.len() > i + 2;
    let reads = !paragraphs[i].bullet
        && text.chars().count() <= MAX_HEADLINE
        && text.split_whitespace().nth(1).is_some()
        && !text.ends_with(['.', ',', ';', ':', '…', ')'])
        && !text.ends_with(".\"")
        && !text.ends_with(".”")
        && text.chars().any(char::is_alphabetic);
    (longer && reads).then_some(i)
}

/// Whether a line says who wrote the article or when: a byline, or a date with few words around it.
fn is_credit(line: &str) -> bool {
    /// A line of more bytes is a paragraph.
    const LONGEST: usize = 400;
    if line.starts_with("By ") || line.len() > LONGEST {
        return line.starts_with("By ");
    }
    let words = line.split_whitespace();
    let mark = |c: char| !c.is_alphanumeric();
    let plain = words.clone().filter(|word| word.trim_matches(mark).chars().all(char::is_alphabetic)).count();
    line.contains(char::is_numeric) && 2 * plain <= words.count()
}
