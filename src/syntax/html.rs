//! The words inside blocks of HTML, which are prose as well.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Parser};

/// What a stretch of HTML is to a reader.
pub(super) enum Part<'s> {
    Words(Range<usize>),
    /// A character reference, read as these words.
    Spelled(Range<usize>, CowStr<'s>),
    /// A line break, in the file or by `<br>`.
    Break(Range<usize>),
    /// A paragraph, a cell or the like ends here.
    Boundary,
}

/// Where in the HTML the reader is.
#[derive(Default)]
enum Place {
    #[default]
    Words,
    /// In what ends with this and is not read: a tag, a comment, a script.
    Until(&'static str),
}

/// Reads the lines of one HTML block in order.
#[derive(Default)]
pub(super) struct Html {
    place: Place,
}

impl Html {
    /// The parts of the line at `range`.
    pub(super) fn line<'s>(&mut self, source: &'s str, range: Range<usize>) -> Vec<Part<'s>> {
        let mut parts = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let rest = &source[at..range.end];
            let len = match self.place {
                Place::Until(end) => self.skip(rest, end),
                Place::Words => self.words(rest, at, &mut parts),
            };
            at += len;
        }
        parts
    }

    /// The length of what is left out up to and with `end`.
    fn skip(&mut self, rest: &str, end: &str) -> usize {
        let lower = rest.as_bytes().windows(end.len()).position(|w| w.eq_ignore_ascii_case(end.as_bytes()));
        match lower {
            Some(len) => {
                self.place = Place::Words;
                len + end.len()
            }
            None => rest.len(),
        }
    }

    /// Reads one part of what is no markup, or the start of a tag; returns its length.
    fn words<'s>(&mut self, rest: &'s str, at: usize, parts: &mut Vec<Part<'s>>) -> usize {
        let len = rest.find(['<', '&', '\n', '\r']).unwrap_or(rest.len());
        if len > 0 {
            parts.push(Part::Words(at..at + len));
            return len;
        }
        match rest.as_bytes()[0] {
            b'<' => self.tag(rest, at, parts),
            b'&' => {
                let (len, words) = reference(rest).unwrap_or((1, "&".into()));
                parts.push(Part::Spelled(at..at + len, words));
                len
            }
            _ => {
                parts.push(Part::Break(at..at + 1));
                1
            }
        }
    }

    fn tag(&mut self, rest: &str, at: usize, parts: &mut Vec<Part>) -> usize {
        if rest.starts_with("<!--") {
            self.place = Place::Until("-->");
            return "<!--".len();
        }
        let name: String =
            rest[1..].trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(16).collect();
        let is_tag = !name.is_empty() || rest.starts_with("<!") || rest.starts_with("<?");
        if !is_tag {
            parts.push(Part::Words(at..at + 1));
            return 1;
        }
        let closing = rest.starts_with("</");
        self.place = Place::Until(match name.to_ascii_lowercase().as_str() {
            "script" if !closing => "</script>",
            "style" if !closing => "</style>",
            "pre" if !closing => "</pre>",
            "textarea" if !closing => "</textarea>",
            _ => ">",
        });
        match name.to_ascii_lowercase().as_str() {
            "a" | "abbr" | "b" | "cite" | "em" | "font" | "i" | "mark" | "q" | "small" | "span" | "strong" | "sub"
            | "sup" | "time" | "u" => {}
            "br" => parts.push(Part::Break(at..at + 1)),
            _ => parts.push(Part::Boundary),
        }
        1
    }
}

/// The character reference at the start of `rest`, `&rsquo;`: its length and what it stands for.
fn reference(rest: &str) -> Option<(usize, CowStr<'_>)> {
    // The longest name of a character has 33 bytes.
    let len = rest.bytes().take(40).position(|b| b == b';')? + 1;
    Parser::new(&rest[..len]).find_map(|event| match event {
        Event::Text(text) if text.len() < len => Some((len, text)),
        _ => None,
    })
}
