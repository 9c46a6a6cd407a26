//! Sentences of one block of prose.
//!
//! `sentencex` knows abbreviations, initials and numbers, but keeps a quotation of three sentences whole and trips over
//! damaged quotation marks. So it reads the text with its quotation marks veiled (see [`veil`]), and the boundaries it
//! finds are then put behind closing marks and before opening ones, and taken back where a quotation's reporting
//! clause follows.

mod veil;

use self::veil::{Mark, Side};
use crate::text::Span;

/// Bytes handed to `sentencex` at once: some of its rules look back over the whole input.
const WINDOW: usize = 4096;
/// A boundary this near the end of a window is looked for again in the next one, with what follows in view.
const LOOKAHEAD: usize = 256;

/// The sentences of a block's text, in order, without the white space around them. Every other byte is in one.
pub fn sentences(text: &str) -> Vec<Span> {
    let (veiled, marks) = veil::veil(text);
    let mut sentences: Vec<Span> = Vec::with_capacity(text.len() / 80 + 1);
    let mut start = 0;
    for ended in raw_boundaries(&veiled) {
        let Some(next) = boundary(text, &veiled, &marks, ended) else {
            continue;
        };
        if next > start {
            push(&mut sentences, text, start, next);
            start = next;
        }
    }
    push(&mut sentences, text, start, text.len());
    sentences
}

/// Adds `start..end` without white space. What holds no letter or digit is not a sentence but the rest of one.
fn push(sentences: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let words = text[start..end].trim();
    if words.is_empty() {
        return;
    }
    let at = start + text[start..end].len() - text[start..end].trim_start().len();
    let span = Span::new(at, at + words.len());
    match sentences.last_mut() {
        Some(last) if !words.contains(char::is_alphanumeric) => *last = last.cover(span),
        _ => sentences.push(span),
    }
}

/// Where `sentencex` ends a sentence: the offset behind its last mark that is not white space.
///
/// The text goes through in windows, each beginning at a boundary of the one before, so that time stays linear.
fn raw_boundaries(veiled: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while start < veiled.len() {
        let end = veiled.ceil_char_boundary((start + WINDOW).min(veiled.len()));
        let limit = if end == veiled.len() { end } else { end - LOOKAHEAD };
        let mut at = start;
        let mut next = end;
        for sentence in sentencex::segment("en", &veiled[start..end]) {
            let words = sentence.trim_end();
            at += sentence.len();
            if at > limit || at == end {
                break;
            }
            if !words.is_empty() {
                ends.push(at - sentence.len() + words.len());
            }
            next = at;
        }
        start = next;
    }
    ends
}

/// The offset at which the sentence after the one that ends at `ended` begins; `None` where it is not over yet.
fn boundary(text: &str, veiled: &str, marks: &[Mark], ended: usize) -> Option<usize> {
    let mut next = ended;
    let mut closed = false;
    let mut following = marks[marks.partition_point(|mark| mark.at < ended)..].iter().peekable();
    while let Some(c) = veiled[next..].chars().next().filter(|c| c.is_whitespace()) {
        match following.next_if(|mark| mark.at == next) {
            Some(mark) if mark.side == Side::Open => break,
            Some(mark) => {
                closed = true;
                next += mark.len;
            }
            None => next += c.len_utf8(),
        }
    }
    let rest = &text[next..];
    let head = &veiled[..ended];
    if !closed && (ends_in_title(head) || (ends_in_hour(head) && goes_on_in_time(rest))) {
        return None;
    }
    let exclaimed = head.ends_with(['?', '!', '…']);
    if goes_on(rest) || (closed && exclaimed && is_reporting(rest)) {
        return None;
    }
    Some(next)
}

/// Whether a text ends in a title that stands before a name. `sentencex` takes `Ms.` for a degree.
fn ends_in_title(head: &str) -> bool {
    const TITLES: &[&str] = &[
        "Mr", "Mrs", "Ms", "Mx", "Messrs", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Prof", "Rev", "Hon", "Lt",
        "Sgt", "Capt", "Maj", "Cmdr", "Atty",
    ];
    let Some(head) = head.strip_suffix('.') else {
        return false;
    };
    let word = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    TITLES.contains(&word)
}

fn ends_in_hour(head: &str) -> bool {
    ["a.m.", "p.m.", "A.M.", "P.M."].iter().any(|m| head.ends_with(m))
}

/// Whether the next word is a day, a month or a time zone: `4 a.m. Tuesday`, `9 p.m. GMT`.
fn goes_on_in_time(rest: &str) -> bool {
    const DAYS_AND_MONTHS: &[&str] = &[
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "March", "April", "May", "June", "July", "Aug",
        "Sep", "Oct", "Nov", "Dec",
    ];
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let zone = (2..=4).contains(&word.len()) && word.ends_with('T') && word.chars().all(char::is_uppercase);
    zone || DAYS_AND_MONTHS.iter().any(|name| word.starts_with(name))
}

/// Whether what follows a full stop is in the middle of a sentence: it begins with a small letter, and not as `eBay`
/// or `de Witt` do.
fn goes_on(rest: &str) -> bool {
    if !rest.starts_with(char::is_lowercase) {
        return false;
    }
    let mut words = rest.split(|c: char| c.is_whitespace());
    let word = words.next().unwrap_or_default();
    let particle =
        matches!(word, "al" | "bin" | "da" | "de" | "del" | "der" | "di" | "du" | "el" | "la" | "le" | "van" | "von");
    let name = word.contains(char::is_uppercase)
        || particle && words.next().is_some_and(|w| w.starts_with(char::is_uppercase));
    !name
}

/// Whether a reporting clause with a name follows a quotation: `Ellison asked.`, `Mr. Ellison said,`.
fn is_reporting(rest: &str) -> bool {
    const VERBS: &[&str] = &[
        "said",
        "says",
        "asked",
        "asks",
        "wrote",
        "writes",
        "replied",
        "replies",
        "added",
        "adds",
        "shouted",
        "yelled",
        "cried",
        "exclaimed",
        "continued",
        "tweeted",
    ];
    let words: Vec<&str> = rest.split_whitespace().take(6).collect();
    let Some(i) = words.iter().position(|w| VERBS.contains(&w.trim_end_matches(['.', ',', ':', ';']))) else {
        return false;
    };
    let named = i > 0 && words[..i].iter().all(|w| w.starts_with(char::is_uppercase));
    let verb_ends = words[i].ends_with(['.', ',', ':', ';']);
    named && (verb_ends || words.get(i + 1).is_none_or(|w| is_adjunct(w)))
}

/// Whether a word begins an adjunct of a reporting verb rather than what was said.
fn is_adjunct(word: &str) -> bool {
    matches!(
        word,
        "in" | "on" | "at" | "to" | "of" | "during" | "as" | "when" | "after" | "before" | "with" | "from" | "by"
    )
}
