//! An expression while it is being read: by the words it covers.

use super::expression::{Clock, Meaning, Placement};
use crate::language::term::{DayPart, TimeUnit};

/// Words `from..to` and what they say.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Found {
    pub from: usize,
    pub to: usize,
    pub meaning: Meaning,
    pub clock: Option<Clock>,
    pub part: Option<DayPart>,
    pub placement: Placement,
    /// Days from what the rest says: −1 of `the day before last Tuesday`.
    pub offset: i32,
}

impl Found {
    pub fn new(from: usize, to: usize, meaning: Meaning) -> Found {
        Found { from, to, meaning, clock: None, part: None, placement: Placement::At, offset: 0 }
    }

    /// Whether this names a single day and leaves the hour open.
    pub fn is_day(&self) -> bool {
        self.clock.is_none()
            && match self.meaning {
                Meaning::Date(date) => date.day.is_some() || date.weekday.is_some(),
                Meaning::Shift { unit, .. } | Meaning::Holiday { unit, .. } => unit == TimeUnit::Day,
                _ => false,
            }
    }

    pub fn is_time_of_day(&self) -> bool {
        self.meaning == Meaning::TimeOfDay
    }
}
