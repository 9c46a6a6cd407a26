//! Which of the days, months and seasons of a name is meant, and how the calendar counts.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use super::Days;
use crate::language::time::{CalendarDate, Holiday, Season, Tense, TimeUnit, Which};

/// Days ahead within which a date of the year is the coming one even if the verb is in the past: `set a Jan. 14 hearing`.
const SOON: i32 = 65;

/// The one of two neighbouring times of a name that is meant: `before` lies at or before the day of publication, `after`
/// at or after it. `soon` is how near a coming one must be to be meant although the verb is in the past.
fn choose(published: Date, before: Date, after: Date, which: Which, tense: Tense, soon: i32) -> Date {
    let ahead = days_between(published, after);
    let back = days_between(before, published);
    match (which, tense) {
        (Which::Last, _) => before,
        (Which::Next, _) => after,
        (Which::This, Tense::Past) if before.year() == published.year() => before,
        (Which::This, _) => after,
        (Which::Bare, Tense::Future) if back >= soon || back == 0 => after,
        (Which::Bare, Tense::Future) if ahead <= 365 - soon => after,
        (Which::Bare, _) if ahead < soon && back > ahead => after,
        (Which::Bare, _) => before,
    }
}

/// Days from `a` to `b`.
pub(super) fn days_between(a: Date, b: Date) -> i32 {
    (b - a).get_days()
}

/// `day` moved by so many days; `None` outside the calendar.
pub(super) fn plus_days(day: Date, days: i32) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

/// The first day of the month `by` months after that of `day`.
fn month_start(day: Date, by: i32) -> Option<Date> {
    day.first_of_month().checked_add(by.months()).ok()
}

/// The unit of the calendar that lies `by` units after the one that holds `day`.
pub(super) fn unit_at(day: Date, unit: TimeUnit, by: i32) -> Option<Days> {
    let from_to = |first: Date, next: Option<Date>| Some(Days { first, last: next?.yesterday().ok()? });
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => None,
        TimeUnit::Day => Some(Days::day(plus_days(day, by)?)),
        TimeUnit::Week => {
            let monday = plus_days(day, by.checked_mul(7)? - i32::from(day.weekday().to_monday_zero_offset()))?;
            from_to(monday, plus_days(monday, 7))
        }
        TimeUnit::Weekend => {
            let saturday = plus_days(day, by.checked_mul(7)? + 5 - i32::from(day.weekday().to_monday_zero_offset()))?;
            from_to(saturday, plus_days(saturday, 2))
        }
        TimeUnit::Month => {
            let first = month_start(day, by)?;
            from_to(first, month_start(first, 1))
        }
        TimeUnit::Quarter => {
            let first = month_start(day, by.checked_mul(3)? - i32::from((day.month() - 1) % 3))?;
            from_to(first, month_start(first, 3))
        }
        TimeUnit::Year => years(i32::from(day.year()) + by, 1),
        TimeUnit::Decade => years((i32::from(day.year()) / 10).checked_add(by)?.checked_mul(10)?, 10),
        TimeUnit::Century => years((i32::from(day.year()) / 100).checked_add(by)?.checked_mul(100)?, 100),
    }
}

/// So many years from the first one on.
pub(super) fn years(first: i32, count: i32) -> Option<Days> {
    let year = |y: i32| i16::try_from(y).ok();
    let first_day = Date::new(year(first)?, 1, 1).ok()?;
    let last_day = Date::new(year(first.checked_add(count - 1)?)?, 12, 31).ok()?;
    Some(Days { first: first_day, last: last_day })
}

/// The days of a date with some of its parts given, read from an article of the day `published`.
pub(super) fn date(mut parts: CalendarDate, tense: Tense, published: Option<Date>) -> Option<Days> {
    if let (Some(by), Some(published)) = (parts.year_by, published) {
        parts.year = published.year().checked_add(by.into());
    }
    match parts {
        CalendarDate { year: Some(year), month: Some(month), day: Some(day), .. } => {
            Some(Days::day(Date::new(year, month, day).ok()?))
        }
        CalendarDate { year: Some(year), month: Some(month), .. } => {
            unit_at(Date::new(year, month, 1).ok()?, TimeUnit::Month, 0)
        }
        CalendarDate { year: Some(year), .. } => years(year.into(), 1),
        CalendarDate { month: Some(month), day: Some(day), weekday, which, .. } => {
            Some(Days::day(day_of_year(month, day, weekday, which, tense, published?)?))
        }
        CalendarDate { month: Some(month), which, .. } => month_of(month, which, tense, published?),
        CalendarDate { day: Some(day), .. } => day_of_month(day, tense, published?),
        CalendarDate { weekday: Some(weekday), which, .. } => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            Some(Days::day(nearest_weekday(weekday, which, tense, published?)?))
        }
        _ => None,
    }
}

/// The weekday at or before the day of publication; for a verb in the future the one at or after it.
fn nearest_weekday(weekday: Weekday, which: Which, tense: Tense, published: Date) -> Option<Date> {
    if which == Which::Bare && published.weekday() == weekday {
        return Some(published);
    }
    let next = matches!((which, tense), (Which::Next, _) | (Which::Bare, Tense::Future))
        || (which == Which::This && tense != Tense::Past);
    published.nth_weekday(if next { 1 } else { -1 }, weekday).ok()
}

/// A day of the year. A weekday given with it tells the year.
fn day_of_year(month: i8, day: i8, weekday: Option<i8>, which: Which, tense: Tense, published: Date) -> Option<Date> {
    let in_year = |year: i16| Date::new(year, month, day).ok();
    if let Some(weekday) = weekday {
        let agrees = |d: &Date| d.weekday().to_monday_one_offset() == weekday;
        let near = [0, -1, 1].into_iter().filter_map(|by| in_year(published.year() + by)).filter(agrees);
        if let Some(found) = near.min_by_key(|d| days_between(published, *d).abs()) {
            return Some(found);
        }
    }
    // The 29th of February may be years away.
    let before = (0..9).filter_map(|by| in_year(published.year() - by)).find(|d| *d <= published)?;
    let after = (0..9).filter_map(|by| in_year(published.year() + by)).find(|d| *d >= published)?;
    Some(choose(published, before, after, which, tense, SOON))
}

fn month_of(month: i8, which: Which, tense: Tense, published: Date) -> Option<Days> {
    let here = published.first_of_month();
    let this_year = Date::new(here.year(), month, 1).ok()?;
    let step = |by: i32| this_year.checked_add(by.years()).ok();
    let strictly = |which: Which| which != Which::Bare;
    let before = if this_year < here || (this_year == here && !strictly(which)) { this_year } else { step(-1)? };
    let after = if this_year > here || (this_year == here && !strictly(which)) { this_year } else { step(1)? };
    let first = match which {
        Which::This => this_year,
        _ if before == after => before,
        // A month that is named without a day and with a verb in the past is past.
        _ => choose(here, before, after, which, tense, if tense == Tense::Past { 0 } else { SOON }),
    };
    unit_at(first, TimeUnit::Month, 0)
}

/// `the 12th`, of this month or, if that is still to come, of the last one.
fn day_of_month(day: i8, tense: Tense, published: Date) -> Option<Days> {
    let months = [0, -1, 1].into_iter().filter_map(|by| month_start(published, by));
    let days = months.filter_map(|first| Date::new(first.year(), first.month(), day).ok());
    let fits = |d: &Date| if tense == Tense::Future { *d >= published } else { *d <= published };
    days.filter(fits).min_by_key(|d| days_between(published, *d).abs()).map(Days::day)
}

/// The days of a season that begins in the given year; winter begins in December.
pub(super) fn season_of_year(season: Season, year: i16) -> Option<Days> {
    let month = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    };
    let first = Date::new(year, month, 1).ok()?;
    Some(Days { first, last: month_start(first, 3)?.yesterday().ok()? })
}

/// The season that is meant by its name alone.
pub(super) fn season(season: Season, which: Which, tense: Tense, published: Date) -> Option<Days> {
    let in_year = |year: i16| season_of_year(season, year);
    let near = || [1, 0, -1, -2].into_iter().filter_map(|by| in_year(published.year() + by));
    match (which, tense) {
        (Which::Last, _) => near().find(|d| d.last < published),
        (Which::Next, _) | (Which::Bare, Tense::Future) => near().rfind(|d| d.first > published),
        (Which::This, _) => {
            near().min_by_key(|d| days_between(published, d.first).abs().min(days_between(published, d.last).abs()))
        }
        (Which::Bare, _) => near().find(|d| d.first <= published),
    }
}

/// A quarter by its number, 1 to 4.
pub(super) fn quarter(
    quarter: i8,
    year: Option<i16>,
    which: Which,
    tense: Tense,
    published: Option<Date>,
) -> Option<Days> {
    let in_year = |year: i16| unit_at(Date::new(year, quarter * 3 - 2, 1).ok()?, TimeUnit::Quarter, 0);
    if let Some(year) = year {
        return in_year(year);
    }
    let published = published?;
    match which {
        Which::Last => in_year(published.year() - 1),
        Which::This => in_year(published.year()),
        Which::Next => in_year(published.year() + 1),
        Which::Bare => {
            let this = in_year(published.year())?;
            let past = this.first <= published || tense == Tense::Future;
            if past { Some(this) } else { in_year(published.year() - 1) }
        }
    }
}

/// The day of a holiday.
pub(super) fn holiday(
    holiday: Holiday,
    year: Option<i16>,
    which: Which,
    tense: Tense,
    published: Option<Date>,
) -> Option<Date> {
    if let Some(year) = year {
        return holiday_of_year(holiday, year);
    }
    let published = published?;
    let near = |by: i16| holiday_of_year(holiday, published.year() + by);
    let before = [near(0), near(-1)].into_iter().flatten().find(|d| *d <= published)?;
    let after = [near(0), near(1)].into_iter().flatten().find(|d| *d >= published)?;
    Some(choose(published, before, after, which, tense, SOON))
}

fn holiday_of_year(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed { month, day } => Date::new(year, month, day).ok(),
        Holiday::Nth { month, weekday, nth, then } => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            let day = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
            plus_days(day, then.into())
        }
        Holiday::Easter(after) => plus_days(easter(year)?, after.into()),
    }
}

/// Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}
