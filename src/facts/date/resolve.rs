//! From what the words say to days of the calendar, in the order of the article.

use jiff::civil::{Date, Weekday};

use super::{Days, ResolvedTime, calendar, value};
use crate::language::{
    TimeExpression,
    time::{From, Meaning, Tense, TimeUnit},
};

/// Puts the expressions of an article, in its order, on the calendar, each with whether it is one of what the article tells and
/// not of the article itself. `published` is the day it is of; without it, only full dates and what is told from them have days.
pub fn resolve<'a>(
    expressions: impl IntoIterator<Item = (&'a TimeExpression, bool)>,
    published: Option<Date>,
) -> Vec<ResolvedTime> {
    let mut reader = Reader { published, day: None, time: None };
    expressions.into_iter().map(|(expression, told)| reader.read(expression, told)).collect()
}

/// What the article has said so far.
struct Reader {
    published: Option<Date>,
    /// The last single day.
    day: Option<Date>,
    /// The last time of any length.
    time: Option<Days>,
}

impl Reader {
    fn read(&mut self, expression: &TimeExpression, told: bool) -> ResolvedTime {
        let days = self.days(expression).and_then(|days| beside(days, expression.offset));
        if let Some(days) = days.filter(|_| told) {
            self.time = Some(days);
            self.day = days.single().or(self.day);
        }
        ResolvedTime { expression: *expression, value: value::value(expression, days), days }
    }

    fn days(&self, expression: &TimeExpression) -> Option<Days> {
        let (tense, published) = (expression.tense, self.published);
        match expression.meaning {
            Meaning::TimeOfDay => self.day.or(published).map(Days::day),
            Meaning::Date(parts) => calendar::date(parts, tense, published),
            Meaning::Season { season, year: Some(year), .. } => calendar::season_of_year(season, year),
            Meaning::Season { season, which, .. } => calendar::season(season, which, tense, published?),
            Meaning::Quarter { quarter, year, which } => calendar::quarter(quarter, year, which, tense, published),
            Meaning::Holiday { holiday, unit, year, which } => {
                let day = calendar::holiday(holiday, year, which, tense, published)?;
                // The weekend of a Monday is the one before it.
                let before = unit == TimeUnit::Weekend && day.weekday() == Weekday::Monday;
                calendar::unit_at(day, unit, -i32::from(before))
            }
            Meaning::Decade(year) => calendar::years(year.into(), 10),
            Meaning::Century(year) => calendar::years(year.into(), 100),
            Meaning::Shift { unit, by, from } => self.shift(unit, by, from, tense),
            Meaning::WeekOf(parts) => {
                let day = calendar::date(parts, tense, published)?.first;
                calendar::unit_at(day, TimeUnit::Week, 0)
            }
            Meaning::Now | Meaning::Past | Meaning::Future | Meaning::Duration { .. } | Meaning::Every { .. } => None,
        }
    }

    fn shift(&self, unit: TimeUnit, by: i32, from: From, tense: Tense) -> Option<Days> {
        let origin = match from {
            From::Published => self.published?,
            // A day counts from a day; a year may count from a year.
            From::Narrative if unit <= TimeUnit::Week => self.day?,
            From::Narrative => self.time?.first,
        };
        if unit == TimeUnit::Weekend && by == 0 && from == From::Published {
            return weekend(origin, tense);
        }
        // `ten years ago` is a year, and so is `a decade ago`.
        match unit {
            TimeUnit::Decade if by != 0 => calendar::unit_at(origin, TimeUnit::Year, by.checked_mul(10)?),
            TimeUnit::Century if by != 0 => calendar::unit_at(origin, TimeUnit::Year, by.checked_mul(100)?),
            _ => calendar::unit_at(origin, unit, by),
        }
    }
}

/// The days so many days later.
fn beside(days: Days, offset: i32) -> Option<Days> {
    Some(Days { first: calendar::plus_days(days.first, offset)?, last: calendar::plus_days(days.last, offset)? })
}

/// `the weekend`: the last one that has begun, or the next one if the verb says so.
fn weekend(published: Date, tense: Tense) -> Option<Days> {
    let this = calendar::unit_at(published, TimeUnit::Weekend, 0)?;
    match this.first <= published || tense == Tense::Future {
        true => Some(this),
        false => calendar::unit_at(published, TimeUnit::Weekend, -1),
    }
}
