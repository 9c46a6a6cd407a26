//! Dates written in full: day, month and year.

use jiff::civil::Date;

use crate::text::Span;

/// Months by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The date that a text consists of, apart from a weekday and a time of day.
pub(super) fn only(text: &str) -> Option<Date> {
    let text = text.trim();
    match find(text).as_slice() {
        [(span, date)] if is_beside_a_date(&text[..span.start as usize], &text[span.end as usize..]) => Some(*date),
        _ => None,
    }
}

/// The full dates in a text with their places: `2017-03-12`, `2017/3/12`, `12.03.2017`, `March 12, 2017`,
/// `12th of March 2017`. Dates that do not exist, and `3/4/2017`, of which nobody knows the month, are left out.
pub(super) fn find(text: &str) -> Vec<(Span, Date)> {
    let words = words(text);
    let mut dates = Vec::new();
    let mut i = 0;
    while i + 2 < words.len() {
        // `12th of March 2017`
        let of = words[i + 1].of(text) == "of" && i + 3 < words.len();
        let three = if of { [words[i], words[i + 2], words[i + 3]] } else { [words[i], words[i + 1], words[i + 2]] };
        match date(text, three) {
            Some(date) => {
                dates.push((three[0].cover(three[2]), date));
                i += if of { 4 } else { 3 };
            }
            None => i += 1,
        }
    }
    dates
}

/// Runs of letters and runs of digits; the ending of an ordinal belongs to its digits.
fn words(text: &str) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let end = at + c.len_utf8();
        match words.last_mut() {
            Some(word) if word.end as usize == at && joins(word.of(text), c) => word.end = end as u32,
            _ => words.push(Span::new(at, end)),
        }
    }
    words
}

/// Whether a character after `word` is of the same word. The `T` between a date and a time is not.
fn joins(word: &str, c: char) -> bool {
    let digits = word.starts_with(|d: char| d.is_ascii_digit());
    digits == c.is_ascii_digit() || (digits && c.is_ascii_lowercase())
}

fn date(text: &str, [a, b, c]: [Span; 3]) -> Option<Date> {
    let gap = |left: Span, right: Span| text[left.end as usize..right.start as usize].trim();
    let (first, second) = (gap(a, b), gap(b, c));
    let (a, b, c) = (a.of(text), b.of(text), c.of(text));
    match (first, second) {
        ("-", "-") | ("/", "/") if a.len() == 4 => civil(year(a)?, number(b)?, number(c)?),
        (".", ".") if c.len() == 4 => civil(year(c)?, number(b)?, number(a)?),
        ("" | ".", "" | ",") if month(a).is_some() => civil(year(c)?, month(a)?, day(b)?),
        ("" | "." | "-" | "of", "" | "," | "." | ".," | "-") => civil(year(c)?, month(b)?, day(a)?),
        _ => None,
    }
}

fn civil(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| (1500..=2500).contains(year))
}

fn number(word: &str) -> Option<i8> {
    word.parse().ok()
}

/// `12`, `12th`.
fn day(word: &str) -> Option<i8> {
    number(word.trim_end_matches(|c: char| c.is_ascii_lowercase()))
}

/// `March`, `Mar`, `MARCH`, `Sept`.
fn month(word: &str) -> Option<i8> {
    const NAMES: &str = "january february march april may june july august september october november december";
    let word = word.to_lowercase();
    let i = MONTHS.iter().position(|short| word.starts_with(short))?;
    let full = NAMES.split(' ').nth(i)?;
    full.starts_with(&word).then_some(i as i8 + 1)
}

/// Whether only a weekday stands before a date, and only a time of day behind it.
fn is_beside_a_date(before: &str, after: &str) -> bool {
    let weekday = before.trim_end_matches([',', ' ', '.']).to_lowercase();
    let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let named = weekday.is_empty()
        || weekday.chars().all(char::is_alphabetic) && weekdays.iter().any(|day| weekday.starts_with(day));
    named
        && (after.is_empty()
            || after.trim_start_matches([',', ' ', 'T', 't']).starts_with(|c: char| c.is_ascii_digit()))
}
