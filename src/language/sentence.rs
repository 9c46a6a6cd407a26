//! Sentences of one block of prose.
//!
//! `sentencex` knows abbreviations, initials and numbers, but keeps a quotation of three sentences whole and trips over
//! damaged quotation marks. So it reads the text with its quotation marks and parentheses veiled (see [`veil`]), and
//! the boundaries it finds are put behind closing marks and before opening ones. [`context`] takes back those in the
//! middle of a sentence (a reporting clause, a split initialism), and adds a few that `sentencex` misses.

mod context;
mod dateline;
mod veil;
mod windows;

use self::veil::{Mark, Side};
use crate::text::Span;

/// Bytes handed to `sentencex` at once: some of its rules look back over the whole input.
const WINDOW: usize = 2048;

/// The sentences of a block's text, in order, without the white space around them. Every other byte is in one.
///
/// Takes time linear in the length of the text, whatever is in it.
pub fn sentences(text: &str) -> Vec<Span> {
    let (veiled, marks) = veil::veil(text);
    let mut sentences: Vec<Span> = Vec::with_capacity(text.len() / 80 + 1);
    let mut start = dateline::end(text);
    push(&mut sentences, text, 0, start);
    for end in ends(&veiled, &marks) {
        let (next, closed) = behind_marks(&veiled, &marks, end);
        let over = next > start
            && !context::is_list_number(text[start..next].trim())
            && !context::goes_on(&veiled[..end], &text[next..], closed);
        if over {
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

/// Where a sentence may end: offsets behind its last mark, in rising order.
fn ends(veiled: &str, marks: &[Mark]) -> Vec<usize> {
    let mut ends = sentencex_ends(veiled);
    ends.extend(context::missed_ends(veiled, marks));
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// Where `sentencex` ends a sentence.
///
/// The text goes through in windows, each beginning at a boundary of the one before, so that time stays linear.
fn sentencex_ends(veiled: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while start < veiled.len() {
        let end = veiled.ceil_char_boundary((start + WINDOW).min(veiled.len()));
        let within = windows::ends(&veiled[start..end], end == veiled.len());
        ends.extend(within.ends.iter().map(|end| start + end));
        start += within.next;
    }
    ends
}

/// The offset of what follows a sentence whose last word or full stop ends at `end`, behind the blanks and the closing
/// marks that belong to it (`(in May).`), and whether there are such marks.
fn behind_marks(veiled: &str, marks: &[Mark], end: usize) -> (usize, bool) {
    let mut next = end;
    let mut closed = false;
    let mut following = marks[marks.partition_point(|mark| mark.at < end)..].iter().peekable();
    while let Some(c) = veiled[next..].chars().next() {
        match following.next_if(|mark| mark.at == next) {
            Some(mark) if mark.side == Side::Open => break,
            Some(mark) => {
                closed = true;
                next += mark.len;
            }
            None if c.is_whitespace() || (closed && matches!(c, '.' | '!' | '?' | '…')) => {
                next += c.len_utf8();
            }
            None => break,
        }
    }
    (next, closed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Checks that a text written with a bar between its sentences is split there and nowhere else.
    #[track_caller]
    fn splits(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<&str> = sentences(&text).iter().map(|s| s.of(&text)).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn full_stops_that_end_nothing() {
        splits("Mr. Dunne met Ms. Okoro and Sen. Ann J. B. Reyes (D-N.Y.) at 4 a.m. Tuesday.| They spoke of No. 10.");
        splits("The U.S. Attorney paid $4.5 million.| The U. S. attorney for Ohio, R-N. Y., said no.| Dunne left.");
        splits("Gov. Leland Prudhomme of Acme Inc. rose at 7 p.m. GMT and 9 a.m. (0800 GMT) Friday.| He sat.");
        splits("Mayor de Witt won.| De Witt lost.| de Witt drew.| Dr. Haldane, Ph.D., left on Jan. 3.");
        splits("1. The mayor resigned.| 2. The council met.| A limit of .08 percent.| Ft. Marren fell.");
    }

    #[test]
    fn quotations_are_split_and_keep_their_marks() {
        splits("\"I did not quit.| They fired me,\" Dunne said.| \"That is all.\"| He left.");
        splits("“I did not quit.| They fired me.”| Dunne left.");
        splits("‘We lost.| He never kicked a ball.’| The captain left.");
        splits("''We won.| They lost,'' she said.| ''It's over.''| She left.");
        splits("“Who is next?” she asked.| “Nobody.”| (He laughed.)| “Why?” Mr. Dunne said.| Ellison shrugged.");
        splits(
            "\"Stop!\" he cried.| The van did \"not stop\".| It sped up to 90 km/h.| \"Then silence,\" he told me.| I left.",
        );
    }

    #[test]
    fn damage_of_the_news_trade() {
        splits("They asked about the matter.|Dunnes dismissal was sudden.| He won.|Two people said so.");
        splits(
            "He said: \"It was the honor of my life. \"| Referring to Ohio, he said, \"I was fired. \"| Others stayed.",
        );
        splits("?I kept my job.?|He said so.| She was ?as calm as a judge.?|The next day she left.");
        splits("He called it ?absurd? to ask.| He stayed until Monday.|?We saw,? she said.| ?Who is next? she asked.");
        splits("She is my sister.”|The house burned.| He left at 9 p.m.|The end");
    }

    #[test]
    fn datelines() {
        splits("MARREN (Statewire) - |The mayor left.| She won.");
        splits("PORT ELLIS, Ohio -- |The mayor left.");
        splits("NEW MARREN, March 12 (Lake News Agency) — |The mayor left.");
        splits("The mayor - a former clerk - left.| A UN - backed plan.");
        splits("HE left - at last.");
    }

    #[test]
    fn dots_in_a_row() {
        splits("He waited … and waited.| She left...| Then it rained.");
        splits("“The word means search ...”.| The site closed (in May).| Nobody knew.");
    }

    #[test]
    fn nothing_in_nothing_out() {
        assert_eq!(sentences(""), []);
        assert_eq!(sentences(" \n\t"), []);
        splits("no full stop at all");
        splits("…");
    }

    /// A long text has the sentences of its parts, wherever the windows end.
    #[test]
    fn windows_leave_no_trace() {
        let part = "Mr. Dunne, 52, left at 4 p.m. Tuesday. \"It is over. I was fired,\" he said. ";
        let text = part.repeat(500);
        assert_eq!(sentences(&text).len(), 3 * 500);
        let endless = "word ".repeat(5_000);
        assert_eq!(sentences(&endless).len(), 1);
    }

    proptest! {
        #[test]
        fn every_text_is_covered_in_order(text in "([a-zA-Z.?!\"'“”’() \u{a0}\n1é❤]|Mr\\. |\\.\" |\\PC){0,300}") {
            let mut end = 0;
            for sentence in sentences(&text) {
                let words = sentence.of(&text);
                prop_assert!(!words.is_empty() && words == words.trim());
                prop_assert!(text[end..sentence.start as usize].trim().is_empty());
                end = sentence.end as usize;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
