//! The stretch of time that words allow: `Monday night`, `shortly before 2:30 p.m.`, `late March`.

use jiff::{
    SignedDuration,
    civil::{DateTime, Time},
};

use super::Days;
use crate::language::time::{Clock, DayPart, Placement, TimeExpression};

/// From one moment until right before another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Window {
    pub start: DateTime,
    pub end: DateTime,
}

impl Window {
    /// The window so many minutes later, as far as the calendar goes.
    pub fn later(self, minutes: i16) -> Window {
        let by = SignedDuration::from_mins(minutes.into());
        Window { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }

    /// What lies between the two windows, negative or zero if they meet.
    pub fn gap(self, other: Window) -> SignedDuration {
        let between = |a: Window, b: Window| b.start.duration_since(a.end);
        between(self, other).max(between(other, self))
    }
}

/// How far `about`, `shortly before` and `just after` reach on the clock.
const NEAR_HOUR: i64 = 45;
const MINUTES_OF_DAY: i64 = 24 * 60;

/// What an expression on these days allows: two windows for a time that may be in either half of the day or at
/// either end of it.
pub(super) fn windows(expression: &TimeExpression, days: Days) -> [Option<Window>; 2] {
    let window = |clock: Option<Clock>| window(expression, days, clock);
    match expression.clock {
        Some(clock) if clock.ambiguous => {
            [window(Some(clock)), window(Some(Clock { minutes: clock.minutes + 12 * 60, ..clock }))]
        }
        // "Midnight on Monday" may begin the day or end it.
        Some(clock) if clock.minutes == 0 => {
            let ends = Clock { minutes: MINUTES_OF_DAY as u16, ..clock };
            [window(Some(clock)), window(Some(ends))]
        }
        clock => [window(clock), None],
    }
}

fn window(expression: &TimeExpression, days: Days, clock: Option<Clock>) -> Option<Window> {
    let midnight = days.first.to_datetime(Time::midnight());
    let after_last = days.last.tomorrow().ok()?.to_datetime(Time::midnight());
    let at = |minutes: i64| midnight.checked_add(SignedDuration::from_mins(minutes)).ok();
    let placement = expression.placement;
    if let Some(clock) = clock {
        let minutes = i64::from(clock.minutes);
        return placed_clock(placement, minutes).and_then(|(from, to)| between(at, from, to));
    }
    if let Some(part) = expression.part {
        let (from, to) = hours(part);
        return open_ended(placement, Window { start: at(from * 60)?, end: at(to * 60)? });
    }
    let single = days.first == days.last;
    match placement {
        // The small hours of the next day are late on this one.
        Placement::Early if single => between(at, Some(0), Some(MINUTES_OF_DAY / 2)),
        Placement::Late if single => between(at, Some(MINUTES_OF_DAY / 2), Some(MINUTES_OF_DAY * 5 / 4)),
        _ => placed_days(placement, Window { start: midnight, end: after_last }, single),
    }
}

fn between(at: impl Fn(i64) -> Option<DateTime>, from: Option<i64>, to: Option<i64>) -> Option<Window> {
    Some(Window { start: from.map_or(Some(DateTime::MIN), &at)?, end: to.map_or(Some(DateTime::MAX), &at)? })
}

/// First and last minute of the day for a clock time; `None` is without limit.
fn placed_clock(placement: Placement, minutes: i64) -> Option<(Option<i64>, Option<i64>)> {
    Some(match placement {
        Placement::At | Placement::Early | Placement::Mid | Placement::Late => (Some(minutes), Some(minutes + 1)),
        Placement::About => (Some(minutes - NEAR_HOUR), Some(minutes + NEAR_HOUR)),
        Placement::JustBefore => (Some(minutes - NEAR_HOUR), Some(minutes)),
        Placement::JustAfter => (Some(minutes), Some(minutes + NEAR_HOUR)),
        Placement::Before => (None, Some(minutes + 1)),
        Placement::After => (Some(minutes), None),
    })
}

/// A part of a day, without limit on one side for `before` and `after`. `late on the evening` is the evening.
fn open_ended(placement: Placement, window: Window) -> Option<Window> {
    Some(match placement {
        Placement::Before => Window { start: DateTime::MIN, ..window },
        Placement::After => Window { end: DateTime::MAX, ..window },
        _ => window,
    })
}

/// Days with what limits them: `early` is the first half, `about` and `just after` reach two days or as long again.
fn placed_days(placement: Placement, window: Window, single: bool) -> Option<Window> {
    let length = window.end.duration_since(window.start);
    let near = if single { SignedDuration::from_hours(48) } else { length };
    let Window { start, end } = window;
    Some(match placement {
        Placement::At => window,
        Placement::About => Window { start: start.checked_sub(near).ok()?, end: end.checked_add(near).ok()? },
        Placement::Early => Window { end: start.checked_add(length / 2).ok()?, ..window },
        Placement::Mid => Window { start: start.checked_add(length / 4).ok()?, end: end.checked_sub(length / 4).ok()? },
        Placement::Late => Window { start: start.checked_add(length / 2).ok()?, ..window },
        Placement::JustBefore => Window { start: start.checked_sub(near).ok()?, end: start },
        Placement::JustAfter => Window { end: end.checked_add(near).ok()?, ..window },
        Placement::Before => Window { start: DateTime::MIN, ..window },
        Placement::After => Window { end: DateTime::MAX, ..window },
    })
}

/// First and last hour of a part of the day, widely drawn. The night goes on into the next day.
fn hours(part: DayPart) -> (i64, i64) {
    match part {
        DayPart::Morning => (0, 12),
        DayPart::Midday => (11, 14),
        DayPart::Afternoon => (12, 18),
        DayPart::Evening => (16, 24),
        DayPart::Night => (18, 30),
    }
}
