//! Dates of an article: expressions of time put on the calendar, and whether two of them can be the same time.

mod calendar;
mod compare;
mod resolve;
mod stamp;
#[cfg(test)]
mod tests;
mod value;
mod window;

use jiff::civil::Date;
use smol_str::SmolStr;

use super::{DateMention, PlacedSentence};
use crate::{language::TimeExpression, syntax::Prose};

pub use resolve::resolve;
pub use stamp::is_stamp;

/// The expressions of time of an article of the day `published`, in order. `sentences` are those of `prose`.
pub fn mentions(prose: &Prose, sentences: &[PlacedSentence], published: Option<Date>) -> Vec<DateMention> {
    let expressions = sentences.iter().flat_map(|placed| {
        let told = !is_stamp(&placed.sentence);
        placed.sentence.times.iter().map(move |time| (time, told))
    });
    let places =
        (0u32..).zip(sentences).flat_map(|(i, placed)| placed.sentence.times.iter().map(move |t| (i, placed, t)));
    let mention = |((sentence, placed, expression), time): ((u32, &PlacedSentence, &TimeExpression), ResolvedTime)| {
        let in_block = expression.span.shift(placed.offset as usize);
        DateMention { span: prose.blocks[placed.block as usize].map.to_source(in_block), sentence, time }
    };
    places.zip(resolve(expressions, published)).map(mention).collect()
}

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
