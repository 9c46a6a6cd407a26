//! Days with names of their own.

use super::{
    expression::{Holiday, Meaning, Which},
    found::Found,
};
use crate::language::{
    term::{Term, TimeUnit},
    words::Words,
};

const fn fixed(month: i8, day: i8) -> Holiday {
    Holiday::Fixed { month, day }
}

const fn nth(month: i8, weekday: i8, nth: i8) -> Holiday {
    Holiday::Nth { month, weekday, nth, then: 0 }
}

/// Longer names stand before those they begin with.
const HOLIDAYS: &[(&str, Holiday)] = &[
    ("New Year 's Day", fixed(1, 1)),
    ("New Year 's Eve", fixed(12, 31)),
    ("New Year Day", fixed(1, 1)),
    ("New Year Eve", fixed(12, 31)),
    ("Martin Luther King Day", nth(1, 1, 3)),
    ("Martin Luther King Jr. Day", nth(1, 1, 3)),
    ("Inauguration Day", fixed(1, 20)),
    ("Groundhog Day", fixed(2, 2)),
    ("Valentine 's Day", fixed(2, 14)),
    ("Presidents Day", nth(2, 1, 3)),
    ("St. Patrick 's Day", fixed(3, 17)),
    ("Ash Wednesday", Holiday::Easter(-46)),
    ("Good Friday", Holiday::Easter(-2)),
    ("Easter Sunday", Holiday::Easter(0)),
    ("Easter Monday", Holiday::Easter(1)),
    ("Easter", Holiday::Easter(0)),
    ("Mother 's Day", nth(5, 7, 2)),
    ("Memorial Day", nth(5, 1, -1)),
    ("Father 's Day", nth(6, 7, 3)),
    ("Independence Day", fixed(7, 4)),
    ("Labor Day", nth(9, 1, 1)),
    ("Columbus Day", nth(10, 1, 2)),
    ("Halloween", fixed(10, 31)),
    ("Election Day", Holiday::Nth { month: 11, weekday: 1, nth: 1, then: 1 }),
    ("Veterans Day", fixed(11, 11)),
    ("Thanksgiving Day", nth(11, 4, 4)),
    ("Thanksgiving", nth(11, 4, 4)),
    ("Christmas Eve", fixed(12, 24)),
    ("Christmas Day", fixed(12, 25)),
    ("Christmas", fixed(12, 25)),
    ("Boxing Day", fixed(12, 26)),
];

/// The holiday that begins at word `i`.
pub(super) fn holiday(words: &Words, i: usize) -> Option<Found> {
    if !words.is_capital(i) {
        return None;
    }
    let (to, holiday) = HOLIDAYS.iter().find_map(|(name, day)| Some((starts_with_name(words, i, name)?, *day)))?;
    let (to, year) = match words.text(to).parse::<i16>() {
        Ok(year @ 1000..=2199) if words.is_number(to) => (to + 1, Some(year)),
        _ => (to, None),
    };
    let (to, unit) = match words.term(to) {
        Term::Unit(unit @ (TimeUnit::Week | TimeUnit::Weekend)) if year.is_none() => (to + 1, unit),
        _ => (to, TimeUnit::Day),
    };
    Some(Found::new(i, to, Meaning::Holiday { holiday, unit, year, which: Which::Bare }))
}

/// As [`Words::starts_with`], with either apostrophe.
fn starts_with_name(words: &Words, i: usize, name: &str) -> Option<usize> {
    let mut at = i;
    for word in name.split(' ') {
        let found = words.is(at, word) || (word == "'s" && words.is(at, "’s"));
        if !found {
            return None;
        }
        at += 1;
    }
    Some(at)
}
