//! Text in which spelling that readers do not see is alike: white space, quotation marks, dashes, composed characters.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    syntax::{Block, BlockKind, Prose},
    text::Span,
};

/// `text` with one blank for any white space and none at the ends, straight quotation marks, hyphens for dashes, and
/// composed characters (NFC).
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_normal(text, &mut |piece, _| {
        let joined = joining(&out, piece);
        out.push_str(joined);
    });
    out.truncate(out.trim_end().len());
    out
}

/// A number that stands for the words of a text, the same on every machine and in every version: FNV-1a, 64 bits, of
/// the [`normal`] text.
pub fn fingerprint(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    normal(text).bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// What of a piece is added to a normal text: no second blank, and none at the beginning.
fn joining<'a>(text: &str, piece: &'a str) -> &'a str {
    let follows_blank = text.is_empty() || text.ends_with(' ');
    piece.strip_prefix(' ').filter(|_| follows_blank).unwrap_or(piece)
}

/// Calls `each` with every piece of normal text and the bytes of `text` that it stands for. A piece of several
/// characters is a copy of its bytes, and has no two blanks side by side.
fn each_normal(text: &str, each: &mut dyn FnMut(&str, Span)) {
    let mut at = 0;
    while at < text.len() {
        let same = unchanged(&text.as_bytes()[at..]);
        if same > 0 {
            each(&text[at..at + same], Span::new(at, at + same));
            at += same;
            continue;
        }
        let mut chars = text[at..].chars();
        let Some(c) = chars.next() else { break };
        let marks: usize = chars.take_while(|c| is_combining_mark(*c)).map(char::len_utf8).sum();
        let span = Span::new(at, at + c.len_utf8() + marks);
        at = span.end as usize;
        match c {
            '‘' | '’' | '‚' | '‛' | '′' => each("'", span),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => each("\"", span),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => each("-", span),
            '…' => (0..3).for_each(|_| each(".", span)),
            '\u{AD}' | '\u{200B}' | '\u{FEFF}' => {}
            c if c.is_whitespace() => each(" ", span),
            _ => span.of(text).nfc().for_each(|c| each(c.encode_utf8(&mut [0; 4]), span)),
        }
    }
}

/// How many bytes at the beginning are normal as they are: ASCII with no white space but single blanks, up to a
/// character that something else may follow to be composed with it.
fn unchanged(text: &[u8]) -> usize {
    let mut blank = false;
    let changes = text.iter().position(|byte| {
        let second = blank && *byte == b' ';
        blank = *byte == b' ';
        second || !byte.is_ascii() || (char::from(*byte).is_whitespace() && !blank)
    });
    match changes {
        Some(at) if !text[at].is_ascii() => at.saturating_sub(1),
        Some(at) => at,
        None => text.len(),
    }
}

/// An article's running text made normal, source notes left out, with where it stands in the file.
pub struct Searchable<'a> {
    pub text: String,
    /// What `text` is made of, in order and without gaps.
    runs: Vec<Run<'a>>,
}

/// A stretch of normal text.
struct Run<'a> {
    /// Its first byte in the normal text.
    start: usize,
    block: &'a Block,
    /// The bytes of the block's text that it stands for.
    within: Span,
    /// Each byte stands for one byte of the block's text; if not, each of them for all.
    copied: bool,
}

impl<'a> Searchable<'a> {
    pub fn new(prose: &'a Prose) -> Searchable<'a> {
        let length = prose.blocks.iter().map(|block| block.text.len() + 1).sum();
        let mut found = Searchable { text: String::with_capacity(length), runs: Vec::new() };
        for block in &prose.blocks {
            if matches!(block.kind, BlockKind::FootnoteDefinition(_)) {
                continue;
            }
            found.push(block, " ", Span::default());
            each_normal(&block.text, &mut |piece, within| found.push(block, piece, within));
        }
        found
    }

    fn push(&mut self, block: &'a Block, piece: &str, mut within: Span) {
        let joined = joining(&self.text, piece);
        let copied = piece.len() > 1 && piece.len() == within.len() && piece.is_ascii();
        if copied {
            within.start += (piece.len() - joined.len()) as u32;
        }
        if !joined.is_empty() {
            self.runs.push(Run { start: self.text.len(), block, within, copied });
            self.text.push_str(joined);
        }
    }

    /// The bytes of the file that a stretch of the text stands for; it must not be empty.
    pub fn place(&self, start: usize, end: usize) -> Span {
        self.place_of(start).cover(self.place_of(end - 1))
    }

    /// The bytes of the file that one byte of the text stands for.
    fn place_of(&self, at: usize) -> Span {
        let run = &self.runs[self.runs.partition_point(|run| run.start <= at) - 1];
        let within = if run.copied {
            Span::new(at - run.start, at - run.start + 1).shift(run.within.start as usize)
        } else {
            run.within
        };
        run.block.map.to_source(within)
    }

    /// Whether `start..end` begins and ends where words do.
    pub fn is_whole(&self, start: usize, end: usize) -> bool {
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || is_combining_mark(c));
        let (before, after) = (self.text[..start].chars().next_back(), self.text[end..].chars().next());
        let (first, last) = (self.text[start..end].chars().next(), self.text[start..end].chars().next_back());
        !(part(before) && part(first) || part(last) && part(after))
    }
}
