//! TimeML values.

use smol_str::{SmolStr, format_smolstr};

use super::Days;
use crate::language::{
    TimeExpression,
    number::{Amount, decimal},
    time::{CalendarDate, Clock, DayPart, Meaning, Season, TimeUnit},
};

/// The TimeML value of an expression whose date part covers `days`.
pub(super) fn value(expression: &TimeExpression, days: Option<Days>) -> SmolStr {
    match expression.meaning {
        Meaning::Now => "PRESENT_REF".into(),
        Meaning::Past => "PAST_REF".into(),
        Meaning::Future => "FUTURE_REF".into(),
        Meaning::Duration { amount, unit } => duration(amount, unit),
        Meaning::Every { amount, unit } => duration(Some(amount), unit),
        _ => {
            let date = match days {
                Some(days) => known(&expression.meaning, days),
                None => unknown(&expression.meaning),
            };
            match (expression.clock, expression.part) {
                (Some(clock), _) => format_smolstr!("{date}T{}", time(clock)),
                (None, Some(part)) => format_smolstr!("{date}T{}", code(part)),
                (None, None) => date,
            }
        }
    }
}

fn time(clock: Clock) -> SmolStr {
    format_smolstr!("{:02}:{:02}", clock.minutes / 60, clock.minutes % 60)
}

fn code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Midday => "MI",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
    }
}

/// The date part of the value of days that are known.
fn known(meaning: &Meaning, days: Days) -> SmolStr {
    let first = days.first;
    let year = format_smolstr!("{:04}", first.year());
    match *meaning {
        Meaning::Season { season, .. } => format_smolstr!("{year}-{}", season_code(season)),
        Meaning::Decade(_) => format_smolstr!("{}X", &year[..3]),
        Meaning::Century(_) => format_smolstr!("{}XX", &year[..2]),
        Meaning::WeekOf(_) => week(days),
        Meaning::Shift { unit, .. } | Meaning::Holiday { unit, .. } => match unit {
            TimeUnit::Week => week(days),
            TimeUnit::Weekend => format_smolstr!("{}-WE", week(days)),
            TimeUnit::Quarter => quarter(days),
            TimeUnit::Decade if days.last.year() > first.year() => format_smolstr!("{}X", &year[..3]),
            TimeUnit::Century if days.last.year() > first.year() => format_smolstr!("{}XX", &year[..2]),
            _ => plain(days),
        },
        Meaning::Quarter { .. } => quarter(days),
        _ => plain(days),
    }
}

/// A day, a month or a year.
fn plain(days: Days) -> SmolStr {
    let (first, last) = (days.first, days.last);
    match () {
        () if first == last => format_smolstr!("{first}"),
        () if first.month() == last.month() => format_smolstr!("{:04}-{:02}", first.year(), first.month()),
        () => format_smolstr!("{:04}", first.year()),
    }
}

fn week(days: Days) -> SmolStr {
    let week = days.first.iso_week_date();
    format_smolstr!("{:04}-W{:02}", week.year(), week.week())
}

fn quarter(days: Days) -> SmolStr {
    format_smolstr!("{:04}-Q{}", days.first.year(), (days.first.month() + 2) / 3)
}

fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// The date part without an anchor: `X` for every digit that is unknown.
fn unknown(meaning: &Meaning) -> SmolStr {
    match *meaning {
        Meaning::Date(CalendarDate { month: None, day: None, weekday: Some(weekday), .. }) => {
            format_smolstr!("XXXX-WXX-{weekday}")
        }
        Meaning::Date(CalendarDate { month, day, .. }) => {
            let two = |n: Option<i8>| n.map_or("XX".into(), |n| format_smolstr!("{n:02}"));
            match day {
                Some(_) => format_smolstr!("XXXX-{}-{}", two(month), two(day)),
                None => format_smolstr!("XXXX-{}", two(month)),
            }
        }
        Meaning::Season { season, .. } => format_smolstr!("XXXX-{}", season_code(season)),
        Meaning::Quarter { quarter, .. } => format_smolstr!("XXXX-Q{quarter}"),
        Meaning::WeekOf(_) => "XXXX-WXX".into(),
        Meaning::Shift { unit, by, .. } => match unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour if by < 0 => "PAST_REF".into(),
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => "FUTURE_REF".into(),
            TimeUnit::Day => "XXXX-XX-XX".into(),
            TimeUnit::Weekend => "XXXX-WXX-WE".into(),
            TimeUnit::Week => "XXXX-WXX".into(),
            TimeUnit::Month => "XXXX-XX".into(),
            TimeUnit::Quarter => "XXXX-QX".into(),
            TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century => "XXXX".into(),
        },
        _ => "XXXX-XX-XX".into(),
    }
}

/// `P3D`, `PT16H`, `PT5H30M`; `PXW` for an unknown number of weeks.
fn duration(amount: Option<Amount>, unit: TimeUnit) -> SmolStr {
    let (time, letter, times) = match unit {
        TimeUnit::Second => ("T", "S", 1),
        TimeUnit::Minute => ("T", "M", 1),
        TimeUnit::Hour => ("T", "H", 1),
        TimeUnit::Day => ("", "D", 1),
        TimeUnit::Weekend => ("", "WE", 1),
        TimeUnit::Week => ("", "W", 1),
        TimeUnit::Month => ("", "M", 1),
        TimeUnit::Quarter => ("", "Q", 1),
        TimeUnit::Year => ("", "Y", 1),
        TimeUnit::Decade => ("", "Y", 10),
        TimeUnit::Century => ("", "Y", 100),
    };
    let Some(amount) = amount else {
        return format_smolstr!("P{time}X{letter}");
    };
    let amount = amount * Amount::from_integer(times);
    // Half an hour is thirty minutes, half a year six months.
    let smaller = match unit {
        TimeUnit::Hour => Some((60, "M")),
        TimeUnit::Year => Some((12, "M")),
        _ => None,
    };
    if let Some((parts, small)) = smaller
        && !amount.is_integer()
        && (amount * Amount::from_integer(parts)).is_integer()
    {
        let whole = amount.trunc();
        let rest = decimal((amount - whole) * Amount::from_integer(parts));
        return match whole.to_integer() {
            0 => format_smolstr!("P{time}{rest}{small}"),
            n => format_smolstr!("P{time}{n}{letter}{rest}{small}"),
        };
    }
    format_smolstr!("P{time}{}{letter}", decimal(amount))
}
