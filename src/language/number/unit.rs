//! Units: percent, money, measures, ages.

use super::{
    amount::{Amount, whole},
    measure::{Measure, measure},
    money::money_word,
};
use crate::language::{
    term::{Term, TimeUnit},
    words::Words,
};

/// What a number is a number of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Unit {
    /// Things.
    Count,
    Percent,
    PercentagePoint,
    /// ISO 4217 code; `$` for dollars of an unnamed country.
    Money(&'static str),
    Measure(Measure),
    /// A rank: `third`, `10th`.
    Ordinal,
    /// In years.
    Age,
    /// A score or a vote; the value is the first number, this the second.
    Tally(Amount),
}

/// A unit that was read: one past its last word, and by what the value is to be multiplied.
pub(super) struct ReadUnit {
    pub end: usize,
    pub unit: Unit,
    pub times: Amount,
}

impl ReadUnit {
    /// A unit whose value needs no change.
    pub(super) fn plain(end: usize, unit: Unit) -> Option<ReadUnit> {
        Some(ReadUnit { end, unit, times: whole(1) })
    }
}

/// The unit that begins at word `i`, right after a number; `large` when the number ends in `million` or the like.
pub(super) fn unit_after(words: &Words, i: usize, large: bool) -> Option<ReadUnit> {
    percent(words, i).or_else(|| age(words, i)).or_else(|| money_word(words, i, large)).or_else(|| {
        let (measure, end) = measure(words, i)?;
        ReadUnit::plain(end, Unit::Measure(measure))
    })
}

/// Whether a unit begins at word `i`, right after a number.
pub(in crate::language) fn is_unit(words: &Words, i: usize) -> bool {
    unit_after(words, i, false).is_some()
}

fn percent(words: &Words, i: usize) -> Option<ReadUnit> {
    if words.is_any(i, &["percentage"]) && words.is_any(i + 1, &["point", "points"]) {
        return ReadUnit::plain(i + 2, Unit::PercentagePoint);
    }
    let end = match words.text(i) {
        "%" | "percent" | "Percent" | "pct" => i + 1,
        "per" if words.is(i + 1, "cent") => i + 2,
        _ => return None,
    };
    ReadUnit::plain(end, Unit::Percent)
}

/// `year-old`, `years old`, `months of age`.
fn age(words: &Words, i: usize) -> Option<ReadUnit> {
    let times = match words.term(i) {
        Term::Unit(TimeUnit::Year) => whole(1),
        Term::Unit(TimeUnit::Month) => Amount::new(1, 12),
        Term::Unit(TimeUnit::Week) => Amount::new(7 * 4, 1461),
        Term::Unit(TimeUnit::Day) => Amount::new(4, 1461),
        _ => return None,
    };
    let end = if words.is_any(i + 1, &["old", "olds"]) {
        i + 2
    } else if words.is(i + 1, "of") && words.is(i + 2, "age") {
        i + 3
    } else {
        return None;
    };
    Some(ReadUnit { end, unit: Unit::Age, times })
}

/// `a year`, `per day`, `an hour` after an amount: the unit, and one past it.
pub(super) fn rate(words: &Words, i: usize) -> Option<(TimeUnit, usize)> {
    let per = words.term(i) == Term::Article || words.is_any(i, &["per", "each", "every"]);
    match words.term(i + 1) {
        Term::Unit(unit) if per => Some((unit, i + 2)),
        _ => match words.term(i) {
            Term::Every(unit) => Some((unit, i + 1)),
            _ => None,
        },
    }
}
