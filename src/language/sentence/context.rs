//! What tells a full stop inside a sentence from one at its end.

use super::veil::{Mark, Side};
use crate::language::is_abbreviation;

/// Titles that stand before a name and so never end a sentence; `sentencex` lacks some and takes `Ms.` for a degree.
const TITLES: &[&str] = &[
    "Mr", "Mrs", "Ms", "Mx", "Messrs", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Prof", "Rev", "Hon", "Lt", "Sgt",
    "Capt", "Maj", "Cmdr", "Atty", "Const", "Cst", "Cpt", "Cllr", "Insp", "Supt", "Det", "Del", "Mt", "Ft", "Msgr",
];

/// Bytes behind a full stop that are looked at; the bound keeps time linear in texts without blanks.
const REACH: usize = 160;

/// What `sentencex` takes for an abbreviation and is a word of its own when written like this.
const WORDS: &[&str] = &["me", "no", "ill", "art", "may", "May", "miss", "ore", "ark", "con", "pa", "id", "exec"];

/// Words that may follow an hour: `4 a.m. Tuesday`, `9 p.m. Eastern`.
const TIMES: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Mon",
    "Tue",
    "Tues",
    "Wed",
    "Thu",
    "Thurs",
    "Fri",
    "Sat",
    "Sun",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "Eastern",
    "Central",
    "Mountain",
    "Pacific",
];

/// Whether the sentence goes on after the full stop at the end of `head`; `rest` follows behind blanks and closing
/// marks. `closed`: such marks stand between.
pub(super) fn goes_on(head: &str, rest: &str, closed: bool) -> bool {
    let rest = &rest[..rest.floor_char_boundary(REACH)];
    let bare = rest.trim_start_matches(['(', '[']);
    let aside = bare.len() < rest.len() && bare.starts_with(|c: char| c.is_numeric());
    if rest.starts_with([',', ';', ')']) || begins_small(bare) || aside || is_credit(rest) {
        return true;
    }
    if closed {
        return head.ends_with(['?', '!', '…']) && is_reporting(rest);
    }
    let Some(before) = head.strip_suffix('.') else {
        return false;
    };
    let number_follows = rest.starts_with(|c: char| c.is_numeric());
    // `a limit of .08 percent`
    if number_follows && before.ends_with(char::is_whitespace) {
        return true;
    }
    let word = last_word(before);
    let part = word.rsplit(['-', '/']).next().unwrap_or_default();
    TITLES.contains(&part)
        || (is_abbreviation(part) && number_follows)
        || (is_initial(part) && starts_with_initial(rest))
        || (is_hour(word) && begins_with_time(rest))
}

/// Ends that `sentencex` misses: a small word and a full stop before an opening quotation mark (`5 km/h. "We`), or a
/// small word that is also an abbreviation (`told me. Ellison`).
pub(super) fn missed_ends(veiled: &str, marks: &[Mark]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut opening = marks.iter().filter(|mark| mark.side == Side::Open).peekable();
    for (at, _) in veiled.match_indices(". ") {
        let end = at + 1;
        let word = last_word(&veiled[..at]);
        let small = word.starts_with(char::is_lowercase) && !word.contains('.');
        let gap = veiled[end..].char_indices().take(8).find(|(_, c)| !c.is_whitespace());
        let Some((gap, _)) = gap.filter(|(_, c)| c.is_uppercase()) else {
            continue;
        };
        while opening.next_if(|mark| mark.at < end).is_some() {}
        let opens = opening.peek().is_some_and(|mark| mark.at < end + gap);
        if small && (opens || word.contains('/')) || WORDS.contains(&word) {
            ends.push(end);
        }
    }
    ends
}

/// Whether a text is only the number of a list item, `1.` or `12.`.
pub(super) fn is_list_number(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(|number| number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The word at the end of a text, with the marks inside it.
fn last_word(text: &str) -> &str {
    // No abbreviation is this long; the bound keeps time linear in texts without blanks.
    let from = text.floor_char_boundary(text.len().saturating_sub(24));
    let tail = text[from..].trim_end();
    let word = tail.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// Whether the next word is written small, and not as `eBay` or `de Witt` are.
fn begins_small(rest: &str) -> bool {
    if !rest.starts_with(char::is_lowercase) {
        return false;
    }
    let mut words = rest.split(char::is_whitespace);
    let word = words.next().unwrap_or_default();
    let particle =
        matches!(word, "al" | "bin" | "da" | "de" | "del" | "der" | "di" | "du" | "el" | "la" | "le" | "van" | "von");
    let name = word.contains(char::is_uppercase)
        || particle && words.next().is_some_and(|w| w.starts_with(char::is_uppercase));
    !name
}

/// Whether a short line with a dash before it closes the block: who said the words above.
fn is_credit(rest: &str) -> bool {
    rest.len() < 60
        && rest.starts_with(['-', '–', '—', '―'])
        && rest.trim_start_matches(['-', '–', '—', '―', ' ']).starts_with(char::is_uppercase)
        && !rest.trim_end().ends_with(['.', '!', '?'])
}

/// Whether a reporting clause with a name follows a quotation: `Ellison asked.`, `Mr. Ellison said,`.
fn is_reporting(rest: &str) -> bool {
    let words: Vec<&str> = rest.split_whitespace().take(6).collect();
    let Some(i) = words.iter().position(|w| is_reporting_verb(w.trim_end_matches(['.', ',', ':', ';']))) else {
        return false;
    };
    let named = i > 0 && words[..i].iter().all(|w| w.starts_with(char::is_uppercase));
    let verb_ends = words[i].ends_with(['.', ',', ':', ';']);
    named && (verb_ends || words.get(i + 1).is_none_or(|w| begins_adjunct(w)))
}

fn is_reporting_verb(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "asked"
            | "asks"
            | "wrote"
            | "writes"
            | "replied"
            | "replies"
            | "added"
            | "adds"
            | "shouted"
            | "yelled"
            | "cried"
            | "exclaimed"
            | "continued"
            | "tweeted"
            | "demanded"
            | "joked"
            | "quipped"
            | "recalled"
            | "declared"
            | "reports"
    )
}

/// Whether a word begins an adjunct of a reporting verb rather than what was said.
fn begins_adjunct(word: &str) -> bool {
    matches!(
        word,
        "in" | "on" | "at" | "to" | "of" | "during" | "as" | "when" | "after" | "before" | "with" | "from" | "by"
    )
}

/// A single capital, `U` in `U. S.`
fn is_initial(word: &str) -> bool {
    word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

fn starts_with_initial(rest: &str) -> bool {
    let mut bytes = rest.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_uppercase()) && bytes.next() == Some(b'.')
}

fn is_hour(word: &str) -> bool {
    matches!(word, "a.m" | "p.m" | "A.M" | "P.M")
}

/// Whether the next word is a day, a month or a time zone: `4 a.m. Tuesday`, `9 p.m. GMT`, `noon E.T.`
fn begins_with_time(rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let zone = (2..=4).contains(&word.len()) && word.ends_with('T') && word.chars().all(char::is_uppercase);
    zone || starts_with_initial(rest) || TIMES.contains(&word)
}
