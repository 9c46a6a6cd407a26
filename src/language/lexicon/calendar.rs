//! Months, days of the week and holidays. How dates are made of them is the business of the date grammar.

use std::sync::LazyLock;

use super::table::Table;

/// A name of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CalendarName {
    /// From January = 1.
    Month(u8),
    /// From Monday = 1.
    Weekday(u8),
    Holiday,
}

/// What `name` is in the calendar, short forms included. "May", "March", "Sun" and "Sat" are words as well: it is for the caller
/// to see that they are written large.
///
/// ```
/// use twosource::language::lexicon::{CalendarName, calendar_name};
///
/// assert_eq!(calendar_name("Sept."), Some(CalendarName::Month(9)));
/// assert_eq!(calendar_name("Mondays"), Some(CalendarName::Weekday(1)));
/// assert_eq!(calendar_name("New Year’s Eve"), Some(CalendarName::Holiday));
/// ```
pub fn calendar_name(name: &str) -> Option<CalendarName> {
    CALENDAR.get(name).copied()
}

static CALENDAR: LazyLock<Table<CalendarName>> = LazyLock::new(|| {
    Table::read(include_str!("../data/calendar.txt"), |text| {
        let mut words = text.split(' ');
        let kind = words.next()?;
        let number = words.next().and_then(|number| number.parse().ok());
        match kind {
            "month" => number.map(CalendarName::Month),
            "weekday" => number.map(CalendarName::Weekday),
            "holiday" => Some(CalendarName::Holiday),
            _ => None,
        }
    })
});
