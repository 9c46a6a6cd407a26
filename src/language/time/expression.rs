//! What an expression of time says, before the calendar is known.

use crate::{
    language::{
        number::Amount,
        term::{DayPart, Season, Tense, TimeUnit},
    },
    text::Span,
};

/// Words for a time, with what they say on their own.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct TimeExpression {
    /// Bytes of the sentence.
    pub span: Span,
    pub meaning: Meaning,
    /// The time on the clock, if it is given.
    pub clock: Option<Clock>,
    pub part: Option<DayPart>,
    pub placement: Placement,
    /// Days from what the meaning says to what is meant: −1 of `the day before last Tuesday`.
    pub offset: i32,
    /// The tense of the verb that the expression belongs to.
    pub tense: Tense,
}

/// The sort of time, as TimeML has them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum TimeKind {
    Date,
    /// A part of a day.
    Time,
    Duration,
    /// A time that returns.
    Set,
}

/// What the words say. Nothing here knows of the day the article was published.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Meaning {
    /// Nothing but a clock time or a part of a day: of the day that the text is at.
    TimeOfDay,
    /// Parts of a calendar date; at least one is given.
    Date(CalendarDate),
    Season {
        season: Season,
        year: Option<i16>,
        which: Which,
    },
    Quarter {
        quarter: i8,
        year: Option<i16>,
        which: Which,
    },
    /// The day, or the week or weekend that goes with it.
    Holiday {
        holiday: Holiday,
        unit: TimeUnit,
        year: Option<i16>,
        which: Which,
    },
    /// By its first year.
    Decade(i16),
    /// By its first year, 1900 for the twentieth.
    Century(i16),
    /// The unit of the calendar that lies `by` units after the one that holds `from`: `last week`, `three days later`.
    Shift {
        unit: TimeUnit,
        by: i32,
        from: From,
    },
    /// The week that a calendar date lies in.
    WeekOf(CalendarDate),
    Now,
    Past,
    Future,
    /// No amount: `weeks`, `several years`.
    Duration {
        amount: Option<Amount>,
        unit: TimeUnit,
    },
    /// Once in every `amount` units.
    Every {
        amount: Amount,
        unit: TimeUnit,
    },
}

/// The parts of a calendar date that are given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub struct CalendarDate {
    pub year: Option<i16>,
    /// Years from that of publication: `February last year`.
    pub year_by: Option<i8>,
    /// 1 to 12
    pub month: Option<i8>,
    /// 1 to 31
    pub day: Option<i8>,
    /// 1 (Monday) to 7
    pub weekday: Option<i8>,
    pub which: Which,
}

/// Which of the times of that name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Which {
    /// Nothing is said: the tense tells.
    #[default]
    Bare,
    Last,
    This,
    Next,
}

/// From where a shift counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum From {
    /// The day of publication: `ago`, `last`, `next`.
    Published,
    /// The time that the text was at before: `later`, `the following day`.
    Narrative,
}

/// A time on the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Clock {
    /// Minutes since midnight, below 24 hours.
    pub minutes: u16,
    /// Whether it may as well be twelve hours later: `ten past two`. Then `minutes` is below 12 hours.
    pub ambiguous: bool,
    /// Minutes east of Greenwich.
    pub zone: Option<i16>,
}

/// Where in the time named, or beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Placement {
    #[default]
    At,
    About,
    Early,
    Mid,
    Late,
    /// `shortly before`
    JustBefore,
    /// `just after`
    JustAfter,
    /// `by`, `before`, `until`
    Before,
    /// `after`, `since`
    After,
}

/// A day that has a name of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Holiday {
    /// The same day of every year.
    Fixed { month: i8, day: i8 },
    /// The nth (or, if negative, last) such weekday of the month; 1 is Monday. Then so many days on.
    Nth { month: i8, weekday: i8, nth: i8, then: i8 },
    /// Days after Easter Sunday.
    Easter(i16),
}

impl TimeExpression {
    /// The sort of time.
    pub fn kind(&self) -> TimeKind {
        match self.meaning {
            Meaning::Duration { .. } => TimeKind::Duration,
            Meaning::Every { .. } => TimeKind::Set,
            _ if self.clock.is_some() || self.part.is_some() => TimeKind::Time,
            _ => TimeKind::Date,
        }
    }

    /// Whether the expression names a time, and no length of time or habit.
    pub fn is_point(&self) -> bool {
        matches!(self.kind(), TimeKind::Date | TimeKind::Time)
    }
}
