//! Calendar dates in the styles of news: `Sept. 12`, `12 September 2016`, `Monday, March 13, 2017`, `2016-09-12`, `1990s`.

use super::{
    expression::{CalendarDate, Meaning, Placement, Which},
    found::Found,
};
use crate::language::{
    number::{is_stop, is_unit, looks_plural},
    term::Term,
    token::TokenKind,
    words::{Gap, Words},
};

/// The date that begins with the number at word `i`.
pub(super) fn from_number(words: &Words, i: usize) -> Option<Found> {
    iso(words, i)
        .or_else(|| with_strokes(words, i))
        .or_else(|| day_first(words, i))
        .or_else(|| decade(words, i))
        .or_else(|| lone_year(words, i))
}

fn date(from: usize, to: usize, date: CalendarDate) -> Found {
    Found::new(from, to, Meaning::Date(date))
}

/// A number of so many digits within a range, from word `i`.
fn digits(
    words: &Words,
    i: usize,
    lengths: std::ops::RangeInclusive<usize>,
    range: std::ops::RangeInclusive<i16>,
) -> Option<i16> {
    let text = words.text(i);
    let plain = words.is_number(i) && lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?.filter(|n| range.contains(n))
}

/// `2016-09-12`
fn iso(words: &Words, i: usize) -> Option<Found> {
    let tied = |j: usize| words.at(j).gap == Gap::Hyphen;
    let year = digits(words, i, 4..=4, 1000..=2999)?;
    let month = digits(words, i + 1, 2..=2, 1..=12).filter(|_| tied(i + 1))?;
    let day = digits(words, i + 2, 2..=2, 1..=31).filter(|_| tied(i + 2))?;
    let parts = CalendarDate { year: Some(year), month: Some(month as i8), day: Some(day as i8), ..Default::default() };
    Some(date(i, i + 3, parts))
}

/// `9/12/2016` and `13/9/2016`; American unless the first number is no month.
fn with_strokes(words: &Words, i: usize) -> Option<Found> {
    let mut parts = words.text(i).split('/').map(|p| p.parse::<i16>().ok());
    let (a, b, year) = (parts.next()??, parts.next()??, parts.next()??);
    let year = match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        1000..=2999 => year,
        _ => return None,
    };
    let (month, day) = if a > 12 { (b, a) } else { (a, b) };
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && parts.next().is_none();
    let parts = CalendarDate { year: Some(year), month: Some(month as i8), day: Some(day as i8), ..Default::default() };
    valid.then(|| date(i, i + 1, parts))
}

/// A day of the month at word `i`: `12`, `12th`.
fn day_of_month(words: &Words, i: usize) -> Option<i8> {
    let text = words.text(i);
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|e| text.strip_suffix(e)).unwrap_or(text);
    let plain = words.is_number(i) && bare.len() <= 2 && bare.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| bare.parse().ok())?.filter(|d| (1..=31).contains(d))
}

/// `12 September 2016`, `12th of September`, and `the 12th`.
fn day_first(words: &Words, i: usize) -> Option<Found> {
    let day = day_of_month(words, i)?;
    let at = i + 1 + usize::from(words.is(i + 1, "of"));
    if let Term::Month(month) = words.term(at)
        && words.is_capital(at)
        && words.at(at).gap != Gap::Nothing
    {
        let (to, year) = year_after(words, at + 1);
        let parts = CalendarDate { year, month: Some(month), day: Some(day), ..Default::default() };
        return Some(date(i, to, parts));
    }
    let ordinal = words.text(i).ends_with(|c: char| c.is_ascii_alphabetic());
    let the = words.follows(i, &["the"]);
    // `the 12th district` is no date.
    let open =
        !words.is_word(i + 1) || words.is_any(i + 1, &["and", "when", "but", "he", "she", "it", "they", "at", "in"]);
    let parts = CalendarDate { day: Some(day), ..Default::default() };
    (ordinal && the && open && words.at(i + 1).gap != Gap::Hyphen).then(|| date(i - 1, i + 1, parts))
}

/// A year at word `i`, after a month or a day, perhaps with a comma: one past it. Word `i` itself if there is none.
fn year_after(words: &Words, i: usize) -> (usize, Option<i16>) {
    let at = i + usize::from(words.is(i, ",") || words.is(i, "of"));
    match digits(words, at, 4..=4, 1000..=2199) {
        Some(year) if words.at(at).gap == Gap::Blank => (at + 1, Some(year)),
        _ => (i, None),
    }
}

/// `last year`, `of this year` at word `i`, after a month or a day: one past it, and the years from this one.
fn year_told(words: &Words, i: usize) -> (usize, Option<i8>) {
    let at = i + usize::from(words.is(i, "of"));
    let by = match () {
        () if !words.is(at + 1, "year") => None,
        () if words.is(at, "last") => Some(-1),
        () if words.is(at, "this") => Some(0),
        () if words.is(at, "next") => Some(1),
        () => None,
    };
    (if by.is_some() { at + 2 } else { i }, by)
}

/// `September`, `Sept. 12`, `March 13, 2017`, `April of 1998`.
pub(super) fn from_month(words: &Words, i: usize) -> Option<Found> {
    let Term::Month(month) = words.term(i) else { return None };
    if !words.is_capital(i) {
        return None;
    }
    let at = i + 1 + usize::from(words.is(i + 1, "the"));
    let day = day_of_month(words, at).filter(|_| words.at(at).gap != Gap::Nothing && !is_counting(words, at));
    let (to, year) = match day {
        Some(_) => year_after(words, at + 1),
        None => year_after(words, i + 1),
    };
    let to = to.max(i + 1 + usize::from(day.is_some()) * (at - i));
    let (to, year_by) = if year.is_none() { year_told(words, to) } else { (to, None) };
    let parts = CalendarDate { year, year_by, month: Some(month), day, ..Default::default() };
    let told = day.is_some() || year.is_some() || year_by.is_some();
    (told || is_month(words, i, month)).then(|| date(i, to, parts))
}

/// Whether the number at word `i` counts what follows: `May 12 people …` hardly ever begins a sentence, a unit may follow.
fn is_counting(words: &Words, i: usize) -> bool {
    matches!(words.text(i + 1), "%" | "percent" | "per" | "million" | "billion")
}

/// Whether the bare name of a month at word `i` is one: not `May I`, `March on`, `April Smith`.
fn is_month(words: &Words, i: usize, month: i8) -> bool {
    const BEFORE: &[&str] = &[
        "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "of", "during", "from",
        "to", "before", "after", "through", "and", "or", "between", "for", "past", "every", "each", "on",
    ];
    let led = words.follows(i, BEFORE);
    let the = words.follows(i, &["the", "a", "his", "her", "its", "their"]);
    let noun = words.is_word(i + 1) && !words.is_capital(i + 1) && !is_stop(words.text(i + 1));
    let name = words.is_capital(i + 1) && !matches!(words.term(i + 1), Term::Month(_) | Term::Weekday(_));
    let abbreviated = words.text(i).len() <= 4 && !matches!(month, 5..=7);
    match month {
        // `may` and `march` are verbs, and names of marches; `Mar.` is no word.
        3 | 5 => (led && !words.is_any(i + 1, &["i", "we", "god"])) || (the && noun),
        _ if abbreviated && name => false,
        _ => led || (!name && (!abbreviated || words.text(i).ends_with('.'))),
    }
}

/// Another day of the same month: `April 24 and 25`, `April 24-25`.
pub(super) fn another_day(words: &Words, first: &Found) -> Option<Found> {
    let Meaning::Date(parts @ CalendarDate { month: Some(_), day: Some(day), .. }) = first.meaning else { return None };
    let tied = words.at(first.to).gap == Gap::Hyphen;
    let at = first.to + usize::from(!tied);
    let linked = tied || words.is_any(first.to, &["and", "or", "to", "through"]);
    let next = day_of_month(words, at).filter(|&d| linked && d > day && words.is_number(first.to - 1))?;
    let counts = is_counting(words, at) || (words.is_word(at + 1) && looks_plural(words.text(at + 1)));
    // `(10 February 1894–29 December 1986)`: the day of another month.
    let own_month = matches!(words.term(at + 1), Term::Month(_));
    (!counts && !own_month).then(|| date(at, at + 1, CalendarDate { day: Some(next), weekday: None, ..parts }))
}

/// `Monday`, `Monday, March 13, 2017`, `Monday 12 September`, `Friday the 13th`.
pub(super) fn from_weekday(words: &Words, i: usize) -> Option<Found> {
    let Term::Weekday(weekday) = words.term(i) else { return None };
    if !words.is_capital(i) {
        return None;
    }
    let at = i + 1 + usize::from(words.is(i + 1, ","));
    let full = from_month(words, at)
        .or_else(|| day_first(words, at))
        .or_else(|| day_first(words, at + 1).filter(|_| words.is(at, "the")))
        .filter(|f| matches!(f.meaning, Meaning::Date(d) if d.day.is_some()));
    if let Some(Found { to, meaning: Meaning::Date(parts), .. }) = full {
        return Some(date(i, to, CalendarDate { weekday: Some(weekday), ..parts }));
    }
    let plural = words.text(i).ends_with('s') && !matches!(words.text(i), "Tues" | "Weds" | "Thurs");
    let parts = CalendarDate { weekday: Some(weekday), ..Default::default() };
    (!plural).then(|| date(i, i + 1, parts))
}

/// `1990s`, `the '90s`.
fn decade(words: &Words, i: usize) -> Option<Found> {
    let bare = words.text(i).strip_suffix('s').or_else(|| {
        // `1990's`
        let clitic = words.at(i + 1).kind == TokenKind::Clitic && words.text(i + 1).ends_with('s');
        (clitic && words.text(i).len() == 4 && words.text(i).ends_with('0')).then(|| words.text(i))
    })?;
    let to = i + 1 + usize::from(bare.len() == words.text(i).len());
    let year: i16 = bare.parse().ok().filter(|y| y % 10 == 0)?;
    let year = match (bare.len(), year) {
        (4, 1000..=2190) => year,
        // `in his 40s` is an age.
        (2, 20..=90) if words.follows(i, &["the", "'", "’", "‘"]) => 1900 + year,
        (2, 20..=90) if words.follows(i, &["early", "late", "mid"]) && !is_owned(words, i - 1) => 1900 + year,
        _ => return None,
    };
    Some(Found::new(i, to, Meaning::Decade(year)))
}

/// Whether a possessive stands before word `i`: what is somebody's is a part of their life.
fn is_owned(words: &Words, i: usize) -> bool {
    words.follows(i, &["my", "your", "his", "her", "its", "our", "their", "'s", "’s"])
}

/// `the fifties`, `the late sixties`, but not `in his fifties`.
pub(super) fn decade_in_words(words: &Words, i: usize) -> Option<Found> {
    const DECADES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let number = DECADES.iter().position(|decade| words.is(i, decade))?;
    let placed = words.follows(i, &["early", "late", "mid"]);
    let the = i.checked_sub(1 + usize::from(placed)).is_some_and(|at| words.is(at, "the"));
    the.then(|| Found::new(i, i + 1, Meaning::Decade(1920 + 10 * number as i16)))
}

/// A year that stands alone, and `2016-17`.
fn lone_year(words: &Words, i: usize) -> Option<Found> {
    let year = digits(words, i, 4..=4, 1000..=2199)?;
    if !is_year(words, i, year) {
        return None;
    }
    let season = digits(words, i + 1, 2..=4, 0..=2199).filter(|_| words.at(i + 1).gap == Gap::Hyphen);
    let parts = CalendarDate { year: Some(year), ..Default::default() };
    let from = i - usize::from(words.at(i).gap == Gap::Hyphen);
    let mut found = date(from, i + 1 + usize::from(season.is_some()), parts);
    if from < i {
        found.placement = match words.text(from).to_ascii_lowercase().as_str() {
            "pre" => Placement::Before,
            "post" => Placement::After,
            _ => Placement::Mid,
        };
    }
    Some(found)
}

/// Whether the four digits at word `i` are a year and no amount or code.
fn is_year(words: &Words, i: usize, year: i16) -> bool {
    const LEADS: &[&str] = &[
        "in", "since", "until", "till", "by", "of", "from", "to", "and", "or", "the", "a", "an", "its", "his", "her",
        "their", "during", "before", "after", "through", "year", "early", "late", "mid", "circa", "between", "c.",
    ];
    const AMOUNTS: &[&str] = &[
        "than",
        "nearly",
        "almost",
        "some",
        "least",
        "most",
        "over",
        "under",
        "roughly",
        "approximately",
        "no",
        "no.",
        "number",
        "highway",
        "route",
        "flight",
        "room",
        "only",
        "just",
        "boeing",
        "airbus",
        "other",
        "another",
    ];
    let before = words.before(i, 1);
    let led = i > 0 && (words.is_any(i - 1, LEADS) || before.kind == TokenKind::Clitic);
    let hyphen = words.at(i).gap == Gap::Hyphen;
    if hyphen {
        return words.is_any(i - 1, &["mid", "pre", "post", "early", "late"]);
    }
    let about = words.follows(i, &["about", "around"]);
    let sign = before.kind == TokenKind::Symbol || (words.follows(i, &["#", "/"]));
    let next = words.at(i + 1);
    let unit = next.kind == TokenKind::Symbol
        || is_unit(words, i + 1)
        || matches!(next.term, Term::Scale(_) | Term::Hundred)
        || words.is_any(i + 1, &["people", "men", "women", "troops"]);
    let counted = next.kind == TokenKind::Word && !words.is_capital(i + 1) && looks_plural(words.text(i + 1));
    let glued = next.gap == Gap::Nothing && next.kind == TokenKind::Word;
    let amount = words.follows(i, AMOUNTS);
    let usual = (1700..2100).contains(&year);
    !(sign || unit || glued || amount) && (led || (usual && !counted)) && (usual || led) && !(about && counted)
}

/// The date with the word before it that picks one: `last`, `this`, `next`.
pub(super) fn pick(words: &Words, mut found: Found) -> Found {
    let Some(before) = found.from.checked_sub(1) else { return found };
    let which = match () {
        () if words.is_any(before, &["last", "past"]) => Which::Last,
        () if words.is(before, "this") => Which::This,
        () if words.is_any(before, &["next", "coming"]) => Which::Next,
        () => return found,
    };
    match &mut found.meaning {
        Meaning::Date(parts) if parts.year.is_none() => parts.which = which,
        Meaning::Season { which: w, year: None, .. }
        | Meaning::Quarter { which: w, year: None, .. }
        | Meaning::Holiday { which: w, year: None, .. } => *w = which,
        _ => return found,
    }
    found.from = before;
    // `this past Monday`
    let this = words.follows(before, &["this"]) && which != Which::This;
    found.from -= usize::from(this);
    found
}
