//! Times told from another time: `today`, `last week`, `two weeks ago`, `three days later`, `the next morning`.

use super::{
    calendar::pick,
    expression::{CalendarDate, From, Meaning, Which},
    found::Found,
};
use crate::language::{
    number::{Amount, numeral, whole_value},
    term::{DayPart, Season, Term, TimeUnit},
    words::{Gap, Words},
};

/// The unit of time at word `i`. `second` and `quarter` are other words first.
pub(super) fn unit(words: &Words, i: usize) -> Option<TimeUnit> {
    match words.term(i) {
        Term::Unit(unit) => Some(unit),
        Term::Quarter => Some(TimeUnit::Quarter),
        _ => None,
    }
}

fn shift(from: usize, to: usize, unit: TimeUnit, by: i32, origin: From) -> Found {
    Found::new(from, to, Meaning::Shift { unit, by, from: origin })
}

/// `today`, `yesterday morning`, `tonight`.
pub(super) fn day(words: &Words, i: usize) -> Option<Found> {
    let (by, part) = match words.term(i) {
        Term::Day(by) => (by, None),
        Term::Tonight => (0, Some(DayPart::Night)),
        _ => return None,
    };
    let mut found = shift(i, i + 1, TimeUnit::Day, by.into(), From::Published);
    found.part = part;
    Some(with_part(words, found))
}

/// The expression with the part of the day that stands right after it: `Monday night`.
pub(super) fn with_part(words: &Words, mut found: Found) -> Found {
    if let Term::Part(part) = words.term(found.to)
        && found.is_day()
        && found.part.is_none()
        && words.at(found.to).gap != Gap::Nothing
    {
        (found.part, found.to) = (Some(part), found.to + 1);
    }
    found
}

/// A unit and what stands before or after it: `last week`, `this month`, `that day`, `the year before`.
pub(super) fn around_unit(words: &Words, i: usize) -> Option<Found> {
    let unit = unit(words, i)?;
    let plural = words.text(i).ends_with('s') && unit != TimeUnit::Century;
    let before = i.checked_sub(1)?;
    if plural || words.at(i + 1).gap == Gap::Hyphen || words.at(i).gap == Gap::Hyphen {
        return None;
    }
    let the = words.follows(before, &["the"]);
    let from = before - usize::from(the);
    let (by, origin) = match words.text(before).to_ascii_lowercase().as_str() {
        "last" => (-1, From::Published),
        "this" | "current" if unit != TimeUnit::Day => (0, From::Published),
        "next" if the && matches!(unit, TimeUnit::Day) => (1, From::Narrative),
        "next" | "coming" => (1, From::Published),
        "same" => (0, From::Narrative),
        "that" if unit != TimeUnit::Century && !words.is_word(i + 1) => (0, From::Narrative),
        "that" if matches!(unit, TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year) => {
            (0, From::Narrative)
        }
        "following" => (1, From::Narrative),
        "previous" | "preceding" | "prior" => (-1, From::Narrative),
        "the" => return after_unit(words, before, i, unit),
        _ => return None,
    };
    if matches!(unit, TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Second) {
        return None;
    }
    // `over the last year` is twelve months.
    if the && by == -1 && words.follows(from, &["over", "in", "during", "for", "within"]) {
        let amount = Some(Amount::from_integer(1));
        return (origin == From::Published).then(|| Found::new(before, i + 1, Meaning::Duration { amount, unit }));
    }
    // `the last week of March` is not the week before this one.
    if the && origin == From::Published && words.is(i + 1, "of") {
        return None;
    }
    // `that same day`
    let that = from > 0 && words.is(before, "same") && words.is(from - 1, "that");
    Some(shift(from - usize::from(that), i + 1, unit, by, origin))
}

/// `the day before`, `the week of March 6`, `the weekend`.
fn after_unit(words: &Words, from: usize, i: usize, unit: TimeUnit) -> Option<Found> {
    let ends = |j: usize| !words.is_word(j) && !words.is_number(j) || words.is_any(j, &["and", "but", "when", "in"]);
    if unit == TimeUnit::Weekend && !words.is(i + 1, "of") {
        return Some(shift(from, i + 1, unit, 0, From::Published));
    }
    if unit == TimeUnit::Week && words.is(i + 1, "of") {
        let date = super::calendar::from_month(words, i + 2)?;
        let Meaning::Date(parts @ CalendarDate { day: Some(_), .. }) = date.meaning else { return None };
        return Some(Found::new(from, date.to, Meaning::WeekOf(parts)));
    }
    let by = match () {
        () if !ends(i + 2) => return None,
        () if words.is_any(i + 1, &["before", "earlier"]) => -1,
        () if words.is_any(i + 1, &["after", "later"]) => 1,
        () => return None,
    };
    Some(shift(from, i + 2, unit, by, From::Narrative))
}

/// A part of the day and what stands before it: `this morning`, `last night`, `the next morning`, `that evening`,
/// `the night before`.
pub(super) fn around_part(words: &Words, i: usize) -> Option<Found> {
    let Term::Part(part) = words.term(i) else { return None };
    let word = |back: usize| if i >= back { words.text(i - back).to_ascii_lowercase() } else { String::new() };
    let (back, by, origin) = match (word(2).as_str(), word(1).as_str()) {
        (_, "this") => (1, 0, From::Published),
        (_, "last") => (1, -1, From::Published),
        ("the", "next" | "following") => (2, 1, From::Narrative),
        ("the", "previous" | "preceding") => (2, -1, From::Narrative),
        ("the" | "that", "same") => (2, 0, From::Narrative),
        (_, "that") => (1, 0, From::Narrative),
        (_, "the") if words.is_any(i + 1, &["before", "after"]) && !words.is_word(i + 2) => {
            let by = if words.is(i + 1, "before") { -1 } else { 1 };
            let mut found = shift(i - 1, i + 2, TimeUnit::Day, by, From::Narrative);
            found.part = Some(part);
            return Some(found);
        }
        _ => return part_alone(words, i, part),
    };
    let mut found = shift(i - back, i + 1, TimeUnit::Day, by, origin);
    found.part = Some(part);
    Some(found)
}

/// `in the morning`, `overnight`, `the evening of March 14`: the day is said elsewhere.
fn part_alone(words: &Words, i: usize, part: DayPart) -> Option<Found> {
    let the = words.follows(i, &["the", "early", "late", "mid"]);
    // `at dawn`, but not `as dawn broke`
    let bare = words.is(i, "overnight")
        || words.is_any(i, &["dawn", "dusk", "midday", "daybreak", "nightfall", "sunrise", "sunset"])
            && words.follows(
                i,
                &["at", "by", "before", "after", "until", "till", "from", "since", "around", "about", "to"],
            );
    let lower = !words.is_capital(i);
    let adjective = words.at(i + 1).gap == Gap::Hyphen || words.at(i).gap == Gap::Hyphen;
    let mut found = Found::new(i, i + 1, Meaning::TimeOfDay);
    found.part = Some(part);
    (lower && !adjective && (the || bare)).then_some(found)
}

/// A number and a unit: `two weeks ago`, `three days later`, `the past 20 years`, `16-hour`, `an hour`.
pub(super) fn numbered(words: &Words, i: usize) -> Option<Found> {
    let (amount, at, vague) = amount(words, i)?;
    let at = at + usize::from(words.is_any(at, &["more", "full", "straight", "consecutive", "long", "whole"]));
    let unit = unit(words, at).filter(|u| *u != TimeUnit::Quarter || words.is(at, "quarters"))?;
    if words.is_capital(at) || (words.term(i) == Term::Article && unit == TimeUnit::Weekend) {
        return None;
    }
    let mut amount = amount;
    let mut to = at + 1;
    // `a year and a half`
    if words.is(to, "and") && words.term(to + 1) == Term::Article && words.term(to + 2) == Term::Half {
        (amount, to) = (amount.map(|a| a + Amount::new(1, 2)), to + 3);
    }
    if words.is_any(to, &["old", "olds"]) || (words.is(to, "of") && words.is(to + 1, "age")) {
        return None;
    }
    let tied = words.at(at).gap == Gap::Hyphen;
    if !tied && let Some(found) = told_from(words, i, to, amount, unit) {
        return Some(found);
    }
    let from = i - usize::from(words.follows(i, &["past", "last", "next", "coming", "previous"]));
    let article = words.term(i) == Term::Article;
    let meaning = if article && is_rate(words, i) {
        Meaning::Every { amount: Amount::from_integer(1), unit }
    } else {
        Meaning::Duration { amount, unit }
    };
    let single_day = article && unit == TimeUnit::Day;
    let known = amount.is_some() || vague;
    (known && !single_day)
        .then(|| Found::new(from, to + usize::from(words.is(to, "long") && words.at(to).gap == Gap::Hyphen), meaning))
}

/// The amount at word `i`: how many, one past it, and whether it is a vague one like `several`.
fn amount(words: &Words, i: usize) -> Option<(Option<Amount>, usize, bool)> {
    if words.term(i) == Term::Several || words.is_any(i, &["few", "many"]) {
        return Some((None, i + 1 + usize::from(words.is(i + 1, "of")), true));
    }
    if words.term(i) == Term::Half && words.term(i + 1) == Term::Article && unit(words, i + 2).is_some() {
        return Some((Some(Amount::new(1, 2)), i + 2, false));
    }
    if let Some(number) = numeral(words, i) {
        return Some((Some(number.value), number.end, false));
    }
    let article = words.term(i) == Term::Article && words.at(i + 1).gap == Gap::Blank;
    article.then_some((Some(Amount::from_integer(1)), i + 1, false))
}

/// `ago`, `later`, `earlier`, `from now` at word `to`, after an amount that begins at word `i`.
fn told_from(words: &Words, i: usize, to: usize, amount: Option<Amount>, unit: TimeUnit) -> Option<Found> {
    // `a day after 36 people died` is told from that.
    let ends = !words.is_word(to + 1) && !words.is_number(to + 1) || words.is_any(to + 1, &["and", "but"]);
    let (sign, origin, end) = match words.text(to).to_ascii_lowercase().as_str() {
        "ago" => (-1, From::Published, to + 1),
        "later" => (1, From::Narrative, to + 1),
        "earlier" | "previously" => (-1, From::Narrative, to + 1),
        "before" | "prior" if ends => (-1, From::Narrative, to + 1),
        "after" if ends => (1, From::Narrative, to + 1),
        "from" if words.is(to + 1, "now") => (1, From::Published, to + 2),
        _ => return None,
    };
    let Some(amount) = amount else {
        let meaning = if sign < 0 { Meaning::Past } else { Meaning::Future };
        return (origin == From::Published).then(|| Found::new(i, end, meaning));
    };
    // An hour later is as long as it is far.
    if unit < TimeUnit::Day && origin == From::Narrative {
        return None;
    }
    // Half a year is six months, and so on down.
    let (amount, unit) = match (amount.is_integer(), unit) {
        (true, _) => (amount, unit),
        (false, TimeUnit::Year) => (amount * Amount::from_integer(12), TimeUnit::Month),
        (false, TimeUnit::Week) => (amount * Amount::from_integer(7), TimeUnit::Day),
        (false, TimeUnit::Decade) => (amount * Amount::from_integer(10), TimeUnit::Year),
        (false, _) => (amount, unit),
    };
    let by = i32::try_from(whole_value(amount.round())?).ok().filter(|n| *n < 100_000)?;
    Some(shift(i, end, unit, sign * by, origin))
}

/// Whether `a week` at word `i` says how often: `twice a week`, `$20 a day`.
fn is_rate(words: &Words, i: usize) -> bool {
    i > 0
        && (words.is_number(i - 1)
            || words
                .is_any(i - 1, &["once", "twice", "times", "percent", "dollars", "%", "cents", "million", "billion"]))
}

/// `each day`, `every three years`, `daily`.
pub(super) fn set(words: &Words, i: usize) -> Option<Found> {
    let one = Amount::from_integer(1);
    if let Term::Every(unit) = words.term(i) {
        // `the daily Herald`
        return (!words.is_capital(i) && !words.is_capital(i + 1))
            .then(|| Found::new(i, i + 1, Meaning::Every { amount: one, unit }));
    }
    if words.term(i) != Term::Each {
        return None;
    }
    let (amount, at) = match numeral(words, i + 1) {
        Some(number) => (number.value, number.end),
        None => (one, i + 1 + usize::from(words.is(i + 1, "other"))),
    };
    let every = |unit| Found::new(i, at + 1, Meaning::Every { amount, unit });
    match words.term(at) {
        Term::Unit(unit) => Some(every(unit)),
        Term::Weekday(_) => Some(every(TimeUnit::Week)),
        Term::Part(_) => Some(every(TimeUnit::Day)),
        Term::Season(_) | Term::Month(_) => Some(every(TimeUnit::Year)),
        _ => None,
    }
}

/// A length without a number: `the past decade`, `decades-long`. `For years` says nothing that can be compared.
pub(super) fn vague_length(words: &Words, i: usize) -> Option<Found> {
    let unit = unit(words, i).filter(|u| !matches!(u, TimeUnit::Quarter | TimeUnit::Weekend))?;
    let plural = words.text(i).ends_with('s');
    let length = Meaning::Duration { amount: (!plural).then(|| Amount::from_integer(1)), unit };
    let before = i.checked_sub(1)?;
    match () {
        () if words.is(i + 1, "long") && words.at(i + 1).gap == Gap::Hyphen => Some(Found::new(i, i + 2, length)),
        () if plural && words.is(i + 1, "ago") => Some(Found::new(i, i + 2, Meaning::Past)),
        () if !plural && words.is(before, "past") => Some(Found::new(before, i + 1, length)),
        () => None,
    }
}

/// `now`, `recently`, `the future`.
pub(super) fn reference(words: &Words, i: usize) -> Option<Found> {
    let the = words.follows(i, &["the"]);
    let noun_phrase = |j: usize| {
        words.is_number(j)
            || words.is_word(j) && !words.is_any(j, &["and", "or", "of", "for", "but", "is", "was", "to"])
    };
    let meaning = match words.text(i).to_ascii_lowercase().as_str() {
        // `Now, …` at the head of a sentence is a particle.
        "now" if i > 0 && !words.is_any(i - 1, &["from"]) && !(words.is_first(i) && words.is(i + 1, ",")) => {
            Meaning::Now
        }
        "currently" | "nowadays" => Meaning::Now,
        "present" if words.follows(i, &["at", "the"]) && !noun_phrase(i + 1) => Meaning::Now,
        "recently" | "lately" if !words.is(i + 1, "as") => Meaning::Past,
        "past" if the && !noun_phrase(i + 1) && words.at(i + 1).gap != Gap::Hyphen => Meaning::Past,
        "future" if the || words.follows(i, &["in", "near"]) => Meaning::Future,
        _ => return None,
    };
    Some(Found::new(i - usize::from(the), i + 1, meaning))
}

/// `last fall`, `the summer of 2016`, `spring 2017`. A bare `spring` or `fall` is something else too often.
pub(super) fn season(words: &Words, i: usize) -> Option<Found> {
    let Term::Season(season) = words.term(i) else { return None };
    let at = i + 1 + usize::from(words.is(i + 1, "of"));
    let year = words.text(at).parse::<i16>().ok().filter(|y| words.is_number(at) && (1000..=2199).contains(y));
    let to = if year.is_some() { at + 1 } else { i + 1 };
    let found = pick(words, Found::new(i, to, Meaning::Season { season, year, which: Which::Bare }));
    let led = words.follows(i, &["the", "in", "during", "early", "late", "mid"]);
    let named = matches!(season, Season::Summer | Season::Winter) || words.follows(i, &["in", "during"]);
    let time = year.is_some() || found.from < i || (led && named && ends_phrase(words, i + 1));
    time.then_some(found)
}

fn ends_phrase(words: &Words, i: usize) -> bool {
    !words.is_word(i)
        || words.is_any(i, &["and", "or", "when", "but", "after", "before", "he", "she", "they", "it", "the"])
}

/// `the third quarter of 2016`, `the first half of the year`, `the 21st century`.
pub(super) fn ranked(words: &Words, i: usize) -> Option<Found> {
    let rank: i16 = match words.term(i) {
        Term::Ordinal(n) => n.into(),
        _ if words.is_number(i) => {
            let text = words.text(i);
            ["st", "nd", "rd", "th"].iter().find_map(|e| text.strip_suffix(e))?.parse().ok()?
        }
        _ => return None,
    };
    if words.is(i + 1, "century") && (1..=21).contains(&rank) {
        return Some(Found::new(i, i + 2, Meaning::Century((rank - 1) * 100)));
    }
    if !words.is(i + 1, "quarter") || !(1..=4).contains(&rank) {
        return None;
    }
    let at = i + 2 + usize::from(words.is(i + 2, "of"));
    let year = words.text(at).parse::<i16>().ok().filter(|y| words.is_number(at) && (1000..=2199).contains(y));
    let (to, which) = match () {
        () if year.is_some() => (at + 1, Which::Bare),
        () if words.starts_with(at, "last year").is_some() => (at + 2, Which::Last),
        () if words.starts_with(at, "this year").is_some() => (at + 2, Which::This),
        () if words.starts_with(at, "next year").is_some() => (at + 2, Which::Next),
        () => (i + 2, Which::Bare),
    };
    Some(Found::new(i, to, Meaning::Quarter { quarter: rank as i8, year, which }))
}
