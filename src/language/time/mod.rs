//! Expressions of time in a sentence: dates, times, durations and sets, read without knowing the calendar.
//!
//! What `Monday` or `two weeks ago` means depends on the article: `facts::date` finds that out. Here is only what the words
//! themselves say.

mod calendar;
mod clock;
mod expression;
mod found;
mod holiday;
mod read;
mod relative;
mod tense;
#[cfg(test)]
pub(crate) mod tests;

pub use expression::{CalendarDate, Clock, From, Holiday, Meaning, Placement, TimeExpression, TimeKind, Which};
pub(in crate::language) use read::expressions;

pub use super::term::{DayPart, Season, Tense, TimeUnit};
