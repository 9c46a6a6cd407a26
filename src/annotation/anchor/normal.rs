//! Text in which spelling that readers do not see is alike: white space, quotation marks, dashes, composed characters.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    syntax::{BlockKind, Prose},
    text::Span,
};

/// `text` with one blank for any white space and none at the ends, straight quotation marks, hyphens for dashes, and
/// composed characters (NFC).
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_normal(text, &mut |c, _| {
        if c != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(c);
        }
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

/// Calls `each` with every normal character and the bytes of `text` that it stands for.
fn each_normal(text: &str, each: &mut dyn FnMut(char, Span)) {
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        if c.is_ascii() && chars.peek().is_none_or(|(_, next)| next.is_ascii()) {
            each(if c.is_ascii_whitespace() { ' ' } else { c }, Span::new(start, end));
            continue;
        }
        while let Some((at, mark)) = chars.next_if(|(_, next)| is_combining_mark(*next)) {
            end = at + mark.len_utf8();
        }
        let span = Span::new(start, end);
        match c {
            '‘' | '’' | '‚' | '‛' | '′' => each('\'', span),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => each('"', span),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => each('-', span),
            '…' => (0..3).for_each(|_| each('.', span)),
            '\u{AD}' | '\u{200B}' | '\u{FEFF}' => {}
            c if c.is_whitespace() => each(' ', span),
            _ => span.of(text).nfc().for_each(|c| each(c, span)),
        }
    }
}

/// An article's running text made normal, source notes left out, each byte with its place in the file.
pub struct Searchable {
    pub text: String,
    /// For each byte of `text` the bytes of the file that it stands for.
    places: Vec<Span>,
}

impl Searchable {
    pub fn new(prose: &Prose) -> Searchable {
        let length = prose.blocks.iter().map(|block| block.text.len() + 1).sum();
        let mut found = Searchable { text: String::with_capacity(length), places: Vec::with_capacity(length) };
        for block in &prose.blocks {
            if matches!(block.kind, BlockKind::FootnoteDefinition(_)) {
                continue;
            }
            found.push(' ', Span { start: block.span.start, end: block.span.start });
            let mut runs = block.map.copied().peekable();
            each_normal(&block.text, &mut |c, span| {
                while runs.next_if(|(prose, _)| prose.end <= span.start).is_some() {}
                let place = match runs.peek() {
                    Some((prose, source)) if prose.contains(span) => {
                        let start = source.start + (span.start - prose.start);
                        Span { start, end: start + (span.end - span.start) }
                    }
                    _ => block.map.to_source(span),
                };
                found.push(c, place);
            });
        }
        found
    }

    fn push(&mut self, c: char, place: Span) {
        if c != ' ' || !(self.text.is_empty() || self.text.ends_with(' ')) {
            self.text.push(c);
            self.places.resize(self.text.len(), place);
        }
    }

    /// The bytes of the file that a stretch of the text stands for; it must not be empty.
    pub fn place(&self, start: usize, end: usize) -> Span {
        self.places[start].cover(self.places[end - 1])
    }

    /// Whether `start..end` begins and ends where words do.
    pub fn is_whole(&self, start: usize, end: usize) -> bool {
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || is_combining_mark(c));
        let (before, after) = (self.text[..start].chars().next_back(), self.text[end..].chars().next());
        let (first, last) = (self.text[start..end].chars().next(), self.text[start..end].chars().next_back());
        !(part(before) && part(first) || part(last) && part(after))
    }
}
