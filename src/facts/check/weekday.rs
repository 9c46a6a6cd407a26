//! A weekday that does not fall on the date beside it: "Tuesday, March 11, 2026".

use jiff::civil::Date;

use super::{Check, CheckKind, Read};
use crate::{
    language::{
        lexicon::{CalendarName, calendar_name},
        time::Meaning,
    },
    text::Span,
};

/// Looks at every date that is given with a weekday, a day and a month. One without a year is of a year near publication;
/// which one, the weekday tells, so that it is marked only when no year fits.
pub fn checks(read: &Read, found: &mut Vec<Check>) {
    for mention in read.dates {
        let expression = &mention.time.expression;
        let Meaning::Date(date) = expression.meaning else { continue };
        let (Some(weekday), Some(_), Some(_)) = (date.weekday, date.day, date.month) else { continue };
        let Some(day) = mention.time.days.and_then(|days| days.single()) else { continue };
        let sure = date.year.is_some() || read.published.is_some_and(|published| is_near(published, day));
        if !sure || expression.offset != 0 || day.weekday().to_monday_one_offset() == weekday {
            continue;
        }
        let place = &read.sentences[mention.sentence as usize];
        let tokens = place.sentence.tokens.iter().filter(|token| expression.span.contains(token.span));
        let words: Vec<(Span, bool)> = tokens
            .map(|token| {
                let word = token.span.of(&place.sentence.text).trim_end_matches('.');
                (token.span, matches!(calendar_name(word), Some(CalendarName::Weekday(_))))
            })
            .collect();
        let Some(&(named, _)) = words.iter().find(|(_, is_weekday)| *is_weekday) else { continue };
        let is_word = |span: &Span| span.of(&place.sentence.text).chars().any(char::is_alphanumeric);
        let rest = words.iter().filter(|(span, is_weekday)| !is_weekday && is_word(span)).map(|(span, _)| *span);
        let Some(rest) = rest.reduce(|a, b| a.cover(b)) else { continue };
        let why = day.strftime("%-d %B %Y is a %A").to_string();
        let (at, with) = (place.to_source(read.prose, named), place.to_source(read.prose, rest));
        found.push(Check { kind: CheckKind::Weekday, at, with, why });
    }
}

/// Whether a day lies so close to publication that its year can be left out.
fn is_near(published: Date, day: Date) -> bool {
    const NEAR: i32 = 31;
    published.since(day).is_ok_and(|span| span.get_days().abs() <= NEAR)
}
