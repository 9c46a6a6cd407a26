//! Numbers that are no quantities: names (`Highway 9`, `Boeing 737`), addresses, telephone numbers, list marks.

use super::{
    noun::{is_determiner, is_plural, is_stop},
    numeral::{Numeral, Shape},
    unit::is_unit,
};
use crate::language::{
    term::Term,
    token::TokenKind,
    words::{Gap, Words},
};

/// What a number after it identifies rather than counts, in any case of its letters.
const DESIGNATORS: &[&str] = &[
    "no",
    "no.",
    "nos",
    "nos.",
    "number",
    "numbers",
    "highway",
    "route",
    "interstate",
    "road",
    "district",
    "article",
    "section",
    "sections",
    "chapter",
    "title",
    "amendment",
    "proposition",
    "measure",
    "bill",
    "flight",
    "channel",
    "room",
    "suite",
    "floor",
    "ward",
    "precinct",
    "zone",
    "area",
    "level",
    "phase",
    "stage",
    "step",
    "tier",
    "type",
    "class",
    "grade",
    "category",
    "page",
    "pages",
    "figure",
    "table",
    "line",
    "exit",
    "gate",
    "platform",
    "pier",
    "terminal",
    "runway",
    "unit",
    "engine",
    "station",
    "ladder",
    "box",
    "block",
    "apartment",
    "apt",
    "mile",
    "size",
    "verse",
    "psalm",
    "act",
    "scene",
    "episode",
    "season",
    "round",
    "week",
    "day",
    "game",
    "lane",
    "car",
    "cell",
    "boeing",
    "airbus",
    "local",
    "rule",
    "clause",
    "schedule",
    "version",
    "model",
    "formula",
    "apollo",
];

/// The last word of an address.
const STREETS: &[&str] = &[
    "street",
    "st.",
    "avenue",
    "ave.",
    "road",
    "rd.",
    "boulevard",
    "blvd.",
    "lane",
    "drive",
    "court",
    "place",
    "square",
    "terrace",
    "way",
    "highway",
    "parkway",
];

/// Whether the numeral at words `i..` is part of a name or a code and counts nothing.
pub(super) fn is_code(words: &Words, i: usize, numeral: &Numeral, title_case: bool) -> bool {
    let digits = numeral.shape == Shape::Digits;
    if !digits {
        // `the Chicago Seven`, `Big Ten`
        return words.is_capital(i) && !words.is_first(i) && !title_case;
    }
    let word = words.at(i);
    let glued = words.at(numeral.end).gap == Gap::Nothing && words.is_word(numeral.end);
    is_list_mark(words, i, numeral.end)
        || is_name(words, i, numeral.end, title_case)
        || is_address(words, numeral.end)
        || (words.is(i, "911") && is_call(words, i))
        || (word.gap == Gap::Hyphen && !words.is_number(i - 1))
        || (word.gap == Gap::Nothing && words.is_any(i.wrapping_sub(1), &["#", "§", "@", "/", "_", "'", "’", "‘"]))
        || (glued && !may_be_glued(words.text(numeral.end)))
}

/// `1. Who …`, `2) …`
fn is_list_mark(words: &Words, i: usize, end: usize) -> bool {
    i == 0 && words.at(end).gap == Gap::Nothing && matches!(words.text(end), "." | ")") && end + 1 < words.len()
}

fn is_name(words: &Words, i: usize, end: usize, title_case: bool) -> bool {
    let Some(before) = i.checked_sub(1).filter(|&b| words.is_word(b)) else {
        return false;
    };
    if words.is_any(before, DESIGNATORS) && (words.is_capital(before) || !counts(words, end)) {
        // `Day 12`, `grade 5`, `No. 10`; not `the bill 12 senators wrote`, `no 12-year-old`
        return !words.is_any(before, &["no", "mile"]) || words.is_capital(before);
    }
    let name = words.is_capital(before)
        && !words.is_first(before)
        && !title_case
        && !matches!(words.term(before), Term::Month(_) | Term::Weekday(_) | Term::Day(_))
        && !is_stop(words.text(before));
    name && !counts(words, end)
}

/// Whether something that can be counted, a unit included, follows.
fn counts(words: &Words, end: usize) -> bool {
    let next = words.text(end);
    let unit = matches!(words.at(end).kind, TokenKind::Symbol) || is_unit(words, end);
    let lower = words.is_word(end) && !words.is_capital(end) && !is_stop(next);
    unit || (lower && (is_plural(next) || is_plural(words.text(end + 1)))) || words.is(end, "of")
}

/// Whether the 911 at word `i` is the number to call.
fn is_call(words: &Words, i: usize) -> bool {
    words.follows(i, &["called", "call", "calls", "calling", "dialed", "dial"])
        || words.is_any(i + 1, &["call", "calls", "caller", "callers", "dispatcher", "dispatchers", "operator", "tape"])
}

/// `12 Elm Street`, `10 Downing Street`
fn is_address(words: &Words, end: usize) -> bool {
    let mut at = end;
    while at < end + 4 && words.is_capital(at) {
        if at > end && words.is_any(at, STREETS) {
            return true;
        }
        at += 1;
    }
    false
}

/// Letters right after digits: a unit, a scale, or a word that lost its blank (`10of them`, `12people`).
fn may_be_glued(word: &str) -> bool {
    const UNITS: &[&str] = &[
        "m", "M", "bn", "b", "B", "k", "K", "tn", "trn", "mn", "km", "kg", "mg", "cm", "mm", "ft", "lb", "lbs", "oz",
        "mph", "kph", "kmh", "ha", "hr", "hrs", "min", "mins", "percent", "pct",
    ];
    let lower = word.starts_with(char::is_lowercase);
    UNITS.contains(&word) || (lower && (is_stop(word) || is_determiner(word) || (word.len() > 3 && is_plural(word))))
}

/// One past the run of digits and hyphens at word `i` when it is a telephone number, a date, a case number or the like;
/// `i` when it is none.
pub(super) fn digit_chain(words: &Words, i: usize) -> usize {
    let mut end = i + 1;
    while words.is_number(end) && words.at(end).gap == Gap::Hyphen {
        end += 1;
    }
    let telephone = end == i + 2 && words.text(i).len() == 3 && words.text(i + 1).len() == 4;
    if end > i + 2 || telephone { end } else { i }
}

/// Whether all words that are no particles begin with a capital, as in a headline: capitals are no evidence there.
pub(in crate::language) fn is_title_case(words: &Words) -> bool {
    let mut capitals = 0;
    for i in (0..words.len()).filter(|&i| words.is_word(i) && words.text(i).len() > 2) {
        match words.is_capital(i) {
            true => capitals += 1,
            false if is_stop(words.text(i)) => {}
            false => return false,
        }
    }
    capitals > 2
}
