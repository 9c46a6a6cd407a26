//! Dates of an article: expressions of time put on the calendar, and whether two of them can be the same time.

mod calendar;
mod compare;
mod resolve;
#[cfg(test)]
mod tests;
mod value;
mod window;

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::language::TimeExpression;

pub use resolve::resolve;

/// An expression of time and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolvedTime {
    /// Its span is in bytes of the sentence.
    pub expression: TimeExpression,
    /// TimeML value: ISO 8601, weeks `1998-W32`, quarters `1998-Q3`, `PRESENT_REF`; `X` for what is unknown.
    pub value: SmolStr,
    /// The days that the date part covers; `None` without an anchor, and for durations.
    pub days: Option<Days>,
}

/// Days in a row, at least one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Days {
    pub first: Date,
    pub last: Date,
}

impl Days {
    /// The single day.
    pub fn day(day: Date) -> Days {
        Days { first: day, last: day }
    }

    /// The day, if it is a single one.
    pub fn single(self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }
}
