//! Times on the clock: `4 a.m.`, `2:30 p.m.`, `19:00 GMT`, `ten past two`, `six in the morning`, `noon`.

use super::{
    expression::{Clock, Meaning},
    found::Found,
};
use crate::language::{
    number::{numeral, whole_value},
    term::{DayPart, Term, TimeUnit},
    token::TokenKind,
    words::{Gap, Words},
};

/// Half a day, in minutes.
const HALF: u16 = 12 * 60;

/// Names of time zones and their minutes east of Greenwich. `ET` is one of two, so it is none.
const ZONES: &[(&str, Option<i16>)] = &[
    ("GMT", Some(0)),
    ("UTC", Some(0)),
    ("BST", Some(60)),
    ("CET", Some(60)),
    ("CEST", Some(120)),
    ("EST", Some(-300)),
    ("EDT", Some(-240)),
    ("CST", Some(-360)),
    ("CDT", Some(-300)),
    ("MST", Some(-420)),
    ("MDT", Some(-360)),
    ("PST", Some(-480)),
    ("PDT", Some(-420)),
    ("ET", None),
    ("CT", None),
    ("MT", None),
    ("PT", None),
];

/// The clock time that begins at word `i`.
pub(super) fn clock(words: &Words, i: usize) -> Option<Found> {
    let (to, clock, part) = match words.term(i) {
        Term::Noon if words.follows(i, &["high"]) => return None,
        Term::Noon => (i + 1, Clock { minutes: HALF, ambiguous: false, zone: None }, None),
        Term::Midnight => (i + 1, Clock { minutes: 0, ambiguous: false, zone: None }, None),
        Term::Half => past(words, i, 30)?,
        Term::Quarter => past(words, i, 15)?,
        Term::Article if words.term(i + 1) == Term::Quarter => past(words, i + 1, 15)?,
        _ => numbered(words, i)?,
    };
    let (to, zone) = zone(words, to);
    let mut found = Found::new(i, to, Meaning::TimeOfDay);
    found.clock = Some(Clock { zone, ..clock });
    found.part = part;
    Some(found)
}

type Read = (usize, Clock, Option<DayPart>);

/// A clock time that begins with a number.
fn numbered(words: &Words, i: usize) -> Option<Read> {
    let text = words.text(i);
    if words.is_number(i) {
        if let Some((hour, minute)) = text.split_once(':').or_else(|| text.split_once('.')) {
            let minutes = hour_and_minute(hour, minute)?;
            let colon = text.contains(':');
            return match meridiem(words, i + 1, minutes) {
                Some(read) => Some(read),
                None if colon && (minutes / 60 > 12 || hour.len() == 2 && hour.starts_with('0')) => {
                    Some((i + 1, Clock { minutes, ambiguous: false, zone: None }, None))
                }
                None if colon && stands_for_time(words, i) => Some((i + 1, ambiguous(minutes), None)),
                // `23.40 GMT`
                None if zone(words, i + 1).0 > i + 1 => {
                    Some((i + 1, Clock { minutes, ambiguous: false, zone: None }, None))
                }
                // `at 7.40 on Tuesday`, `it was 7.40 in the morning`
                None if minutes < HALF + 60 && words.follows(i, &["at"]) && is_day(words, i + 1) => {
                    Some((i + 1, ambiguous(minutes), None))
                }
                None if minutes < HALF + 60 => named_half(words, i + 1, minutes),
                None => None,
            };
        }
        // `0830 GMT`
        let halves = text.split_at_checked(2).filter(|(_, minute)| minute.len() == 2);
        if let Some((hour, minute)) = halves.filter(|_| zone(words, i + 1).0 > i + 1) {
            let minutes = hour_and_minute(hour, minute)?;
            return Some((i + 1, Clock { minutes, ambiguous: false, zone: None }, None));
        }
    }
    let number = numeral(words, i).filter(|n| words.at(n.end).gap != Gap::Hyphen)?;
    let value = whole_value(number.value)?;
    let to = number.end;
    let of_clock = (1..=12).contains(&value);
    if of_clock {
        let minutes = value as u16 % 12 * 60;
        if let Some(read) = meridiem(words, to, minutes).or_else(|| named_half(words, to, minutes)) {
            return Some(read);
        }
        if words.is_any(to, &["o'clock", "o’clock", "o‘clock", "oclock"]) {
            return named_half(words, to + 1, minutes).or(Some((to + 1, ambiguous(minutes), None)));
        }
        // `at nine on Tuesday`, `by six yesterday`, `before six that evening`
        if words.follows(i, &["at", "by", "before", "after", "around", "about", "until", "since"]) && is_day(words, to)
        {
            return Some((to, ambiguous(minutes), None));
        }
    }
    // `ten past two`, `five minutes to midnight`
    let after_unit = to + usize::from(words.term(to) == Term::Unit(TimeUnit::Minute));
    (1..30).contains(&value).then(|| past(words, after_unit - 1, value as u16))?
}

/// Whether a day is named at word `i`, behind an hour.
fn is_day(words: &Words, i: usize) -> bool {
    let named = |i: usize| matches!(words.term(i), Term::Weekday(_) | Term::Day(_) | Term::Tonight);
    let part = |i: usize| matches!(words.term(i), Term::Part(_));
    let same_day = words.is_any(i, &["that", "this"]) && part(i + 1);
    named(i) || same_day || words.is(i, "on") && (named(i + 1) || words.is(i + 1, "the") && part(i + 2))
}

fn ambiguous(minutes: u16) -> Clock {
    Clock { minutes: minutes % HALF, ambiguous: true, zone: None }
}

/// Minutes since midnight of `hour` and two digits of `minute`.
fn hour_and_minute(hour: &str, minute: &str) -> Option<u16> {
    let digits = |s: &str| !s.is_empty() && s.len() <= 2 && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// `a.m.` or `p.m.` at word `i`, after a time of `minutes`.
fn meridiem(words: &Words, i: usize, minutes: u16) -> Option<Read> {
    let late = match () {
        () if words.is_any(i, &["p.m.", "p.m", "pm"]) => true,
        () if words.is_any(i, &["a.m.", "a.m", "am"]) => false,
        () => return None,
    };
    let minutes = (minutes < HALF + 60).then_some(minutes % HALF + if late { HALF } else { 0 })?;
    Some((i + 1, Clock { minutes, ambiguous: false, zone: None }, None))
}

/// `in the morning`, `at night` at word `i`, after a time of `minutes`.
fn named_half(words: &Words, i: usize, minutes: u16) -> Option<Read> {
    let to = words.starts_with(i, "in the").or_else(|| words.starts_with(i, "at"))?;
    let Term::Part(part) = words.term(to) else { return None };
    let clock = in_part(ambiguous(minutes), part);
    (words.is(i, "in") || part == DayPart::Night).then_some((to + 1, clock, Some(part)))
}

/// The clock time that is meant in a part of the day.
pub(super) fn in_part(clock: Clock, part: DayPart) -> Clock {
    let late = match part {
        DayPart::Morning => false,
        DayPart::Midday => clock.minutes < 6 * 60,
        DayPart::Afternoon | DayPart::Evening => true,
        DayPart::Night => clock.minutes >= 5 * 60,
    };
    match clock.ambiguous {
        true => Clock { minutes: clock.minutes + if late { HALF } else { 0 }, ambiguous: false, ..clock },
        false => clock,
    }
}

/// `past two` or `to two` after word `i`, which stands for `minutes`.
fn past(words: &Words, i: usize, minutes: u16) -> Option<Read> {
    let hour = match words.term(i + 2) {
        Term::Noon => (i + 3, HALF, false),
        Term::Midnight => (i + 3, 0, false),
        _ => {
            let number = numeral(words, i + 2)?;
            let hour = whole_value(number.value).filter(|h| (1..=12).contains(h))?;
            (number.end, hour as u16 % 12 * 60, true)
        }
    };
    let (to, hour, open) = hour;
    let span = if open { HALF } else { 2 * HALF };
    let minutes = match () {
        () if words.is(i + 1, "past") => hour + minutes,
        () if words.is_any(i + 1, &["after"]) && !open => hour + minutes,
        () if words.is(i + 1, "to") && (at_time(words, i) || !open || is_hour(words, i, to)) => {
            (hour + span - minutes) % span
        }
        () if words.is(i + 1, "before") && !open => (hour + span - minutes) % span,
        () => return None,
    };
    let clock = Clock { minutes, ambiguous: open, zone: None };
    let part = open.then(|| meridiem(words, to, minutes).or_else(|| named_half(words, to, minutes)));
    Some(part.flatten().unwrap_or((to, clock, None)))
}

/// Whether `ten to six` at word `i` is a time and no range: `at` or the like stands before it.
fn at_time(words: &Words, i: usize) -> bool {
    let unit = words.term(i) == Term::Unit(TimeUnit::Minute) || matches!(words.term(i), Term::Quarter);
    unit || (words.follows(i, &["at", "by", "until", "since", "around"]))
}

/// Whether `ten to six` at word `i`, which ends before word `to`, is told as the hour: `it was ten to six`, `ten to six in the evening`.
fn is_hour(words: &Words, i: usize, to: usize) -> bool {
    let it_was = i > 1 && words.is_any(i - 1, &["is", "was"]) && words.is(i - 2, "it");
    it_was || words.starts_with(to, "in the").is_some_and(|part| matches!(words.term(part), Term::Part(_)))
}

/// Whether a bare `10:40` at word `i` is a clock time and no score, ratio or verse.
fn stands_for_time(words: &Words, i: usize) -> bool {
    const BEFORE: &[&str] = &["at", "by", "before", "after", "until", "till", "since", "around", "about", "from"];
    let next = matches!(words.term(i + 1), Term::Weekday(_) | Term::Day(_) | Term::Tonight | Term::Part(_));
    next || (words.follows(i, BEFORE)) || zone(words, i + 1).0 > i + 1
}

/// The time zone at word `i`: one past it, and its offset.
fn zone(words: &Words, i: usize) -> (usize, Option<i16>) {
    if let Some((_, offset)) = ZONES.iter().find(|(name, _)| words.text(i) == *name) {
        return (i + 1, *offset);
    }
    let named = words.is_any(i, &["local", "eastern", "central", "mountain", "pacific"]);
    let standard = i + 1 + usize::from(words.is_any(i + 1, &["standard", "daylight"]));
    let word = words.at(standard).kind == TokenKind::Word;
    if named && word && words.is(standard, "time") { (standard + 1, None) } else { (i, None) }
}
