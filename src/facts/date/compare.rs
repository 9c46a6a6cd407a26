//! Whether two times can be the same.
//!
//! Times that are on the calendar are compared as stretches of time (`window.rs`): if they meet, both can be so. What is not
//! on the calendar is compared by the parts that both give; another day of the month, month, year or hour cannot be the
//! same, another weekday of an unknown week can be anything.

use jiff::{
    SignedDuration,
    civil::{Date, date},
};

use super::{
    Days, ResolvedTime,
    window::{Window, windows},
};
use crate::language::{
    Relation, Slack,
    time::{CalendarDate, Clock, From, Meaning, Placement, TimeUnit},
};

impl ResolvedTime {
    /// Whether this and `other` can be one and the same time. Symmetric. [`Relation::Unknown`] for durations and sets,
    /// and where too little is said. Without an anchor no two times are [`Relation::Same`].
    pub fn relation_to(&self, other: &ResolvedTime) -> Relation {
        let (a, b) = (&self.expression, &other.expression);
        if !a.is_point() || !b.is_point() {
            return Relation::Unknown;
        }
        let relation = match (self.days, other.days) {
            (Some(x), Some(y)) => {
                let same = x == y && (a.clock, a.part, a.placement) == (b.clock, b.part, b.placement);
                if same { Relation::Same } else { self.by_windows(x, other, y) }
            }
            _ => self.by_parts(other),
        };
        // An hour of a time zone says nothing against one of no zone.
        let one_zone = a.clock.zip(b.clock).is_some_and(|(a, b)| a.zone.is_some() != b.zone.is_some());
        let unsure = one_zone || self.is_told_from_text() || other.is_told_from_text() || self.is_of_other_day(other);
        if unsure && relation == Relation::Disjoint { Relation::Unknown } else { relation }
    }

    /// Whether the time counts from another that the text is at, which need not be the last it gave: "two weeks later".
    fn is_told_from_text(&self) -> bool {
        matches!(self.expression.meaning, Meaning::Shift { from: From::Narrative, .. })
    }

    /// Whether the days alone keep two times apart, and the day of one is not certain: an hour may be of another day than the last
    /// that was spoken of, and what is published on a day may call the day before "today".
    fn is_of_other_day(&self, other: &ResolvedTime) -> bool {
        let Some((x, y)) = self.days.zip(other.days) else { return false };
        let hour = |t: &ResolvedTime| t.expression.meaning == Meaning::TimeOfDay;
        let today = |t: &ResolvedTime, mine: Days, theirs: Days| {
            let shift =
                matches!(t.expression.meaning, Meaning::Shift { unit: TimeUnit::Day, from: From::Published, .. });
            shift && theirs.single().and_then(|day| day.tomorrow().ok()) == mine.single()
        };
        let apart = x.last < y.first || y.last < x.first;
        apart && (hour(self) || hour(other) || today(self, x, y) || today(other, y, x))
    }

    fn by_windows(&self, mine: Days, other: &ResolvedTime, theirs: Days) -> Relation {
        let ours = windows(&self.expression, mine);
        let later = self.zone_difference(other);
        let theirs = windows(&other.expression, theirs).map(|w| w.map(|w| w.later(later)));
        let pairs = ours.iter().flatten().flat_map(|a| theirs.iter().flatten().map(move |b| a.gap(*b)));
        let Some(gap) = pairs.min() else { return Relation::Unknown };
        match () {
            () if gap < SignedDuration::ZERO && self.is_estimate() | other.is_estimate() => {
                Relation::Compatible(Slack::Approximation)
            }
            () if gap < SignedDuration::ZERO => Relation::Compatible(Slack::Containment),
            () if gap < rounding(self.expression.clock).max(rounding(other.expression.clock)) => {
                Relation::Compatible(Slack::Rounding)
            }
            () => Relation::Disjoint,
        }
    }

    /// By how many minutes the other's clock is behind this one's, if both name their zone.
    fn zone_difference(&self, other: &ResolvedTime) -> i16 {
        let zone = |t: &ResolvedTime| t.expression.clock.and_then(|c| c.zone);
        zone(self).zip(zone(other)).map_or(0, |(a, b)| a - b)
    }

    /// Whether the words limit the time instead of giving it.
    fn is_estimate(&self) -> bool {
        self.expression.placement != Placement::At
    }

    fn by_parts(&self, other: &ResolvedTime) -> Relation {
        let loose = |t: &ResolvedTime| {
            use Placement::{About, After, Before, JustAfter, JustBefore};
            matches!(t.expression.placement, About | After | Before | JustAfter | JustBefore)
        };
        let (a, b) = (self.parts(), other.parts());
        let both = |x: Option<i16>, y: Option<i16>| x.zip(y).map(|(x, y)| x == y);
        let wide = |n: Option<i8>| n.map(i16::from);
        let anchored = self.days.is_some() || other.days.is_some();
        let weekday = both(wide(a.weekday), wide(b.weekday));
        let agree = [
            both(a.year, b.year),
            both(wide(a.month), wide(b.month)),
            both(wide(a.day), wide(b.day)),
            // Another weekday of a week that nobody knows is no conflict.
            weekday.filter(|same| *same || anchored),
        ];
        let clocks = self.clock_gap(other);
        let date_given = self.expression.clock.is_none() || other.expression.clock.is_none();
        match () {
            () if !(loose(self) || loose(other)) && agree.contains(&Some(false)) => Relation::Disjoint,
            () if clocks == Some(false) => Relation::Disjoint,
            () if weekday == Some(false) => Relation::Unknown,
            () if agree.contains(&Some(true)) => Relation::Compatible(Slack::Containment),
            () if clocks == Some(true) && !date_given => Relation::Compatible(Slack::Containment),
            () => Relation::Unknown,
        }
    }

    /// Whether the hours alone can be the same; `None` unless both give them.
    fn clock_gap(&self, other: &ResolvedTime) -> Option<bool> {
        let hour = |t: &ResolvedTime| t.expression.clock.is_some() || t.expression.part.is_some();
        if !hour(self) || !hour(other) {
            return None;
        }
        // On any day, the day before and the day after it.
        let day = date(2000, 1, 2);
        let on = |t: &ResolvedTime, day: Date| windows(&t.expression, Days::day(day));
        let ours = on(self, day);
        let days = [day.yesterday().ok()?, day, day.tomorrow().ok()?];
        let later = self.zone_difference(other);
        let theirs = days.map(|d| on(other, d).map(|w| w.map(|w| w.later(later))));
        let slack = rounding(self.expression.clock).max(rounding(other.expression.clock));
        let meets = |a: &Window, b: &Window| a.gap(*b) < slack.max(SignedDuration::from_nanos(1));
        let pairs = ours.iter().flatten().flat_map(|a| theirs.iter().flatten().flatten().map(move |b| (a, b)));
        Some(pairs.into_iter().any(|(a, b)| meets(a, b)))
    }

    /// The parts of the calendar date that are known.
    pub fn parts(&self) -> CalendarDate {
        if let Some(days) = self.days {
            let (first, last) = (days.first, days.last);
            let single = first == last;
            let year = first.year() == last.year();
            let month = year && first.month() == last.month();
            return CalendarDate {
                year: year.then_some(first.year()),
                month: month.then_some(first.month()),
                day: single.then_some(first.day()),
                weekday: single.then(|| first.weekday().to_monday_one_offset()),
                ..CalendarDate::default()
            };
        }
        match self.expression.meaning {
            Meaning::Date(parts) => parts,
            _ => CalendarDate::default(),
        }
    }
}

/// How far from the truth a clock time may be that was rounded: full hours by less than a quarter of an hour.
fn rounding(clock: Option<Clock>) -> SignedDuration {
    let minutes = match clock.map(|c| c.minutes % 60) {
        Some(0) => 15,
        Some(15 | 30 | 45) => 8,
        Some(m) if m % 5 == 0 => 3,
        _ => 0,
    };
    SignedDuration::from_mins(minutes)
}
