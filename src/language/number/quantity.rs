//! What a quantity is.

use super::{
    amount::{Amount, decimal, whole},
    unit::Unit,
};
use crate::{language::time::TimeUnit, text::Span};

/// A number in a sentence and what it is a number of. Spans are bytes of the sentence.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Quantity {
    /// The number with its unit and what limits it: `more than $200 million`, `66-year-old`, `23`.
    pub span: Span,
    /// The bare number: `200 million`, `66`, `23`; of a range the whole of it.
    pub number: Span,
    /// In the unit as written. Of a range the lower end.
    pub value: Amount,
    /// The place value of the last digit that is given, trailing zeros aside: 100 for `12,400`.
    pub grain: Amount,
    pub bound: Bound,
    pub unit: Unit,
    /// The time it is an amount of: the year in `$1.4 million a year`.
    pub per: Option<TimeUnit>,
    /// The words for what is counted, without number and determiner: `U.S. attorneys`, `road contracts`.
    pub counted: Option<Span>,
    /// The words for the whole that it is a part of: `the five`, `them`, `voters`.
    pub of: Option<Span>,
    /// Whether it may be no quantity at all: the pronoun `one`, the rank `first`.
    pub weak: bool,
}

/// How the number limits what it is a number of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Bound {
    Exact,
    /// `about`, `some`, `or so`
    About,
    /// `nearly`, `a shade under`: below, and not far
    Nearly,
    /// `just over`: above, and not far
    JustOver,
    AtLeast,
    /// `up to`, `as many as`
    AtMost,
    MoreThan,
    LessThan,
    /// `10 to 12`, `dozens`: anything from the value up to this
    UpTo(Amount),
}

impl Quantity {
    /// The number and the words for what it counts.
    pub fn phrase(&self) -> Span {
        self.counted.map_or(self.span, |counted| self.span.cover(counted))
    }

    /// The value in plain words, for a person: `≥ 200000000 USD`, `10–12`, `4.5 years`.
    pub fn describe(&self) -> String {
        let value = decimal(self.value);
        let number = match self.bound {
            Bound::Exact => value,
            Bound::About => format!("≈ {value}"),
            Bound::Nearly | Bound::LessThan => format!("< {value}"),
            Bound::JustOver | Bound::MoreThan => format!("> {value}"),
            Bound::AtLeast => format!("≥ {value}"),
            Bound::AtMost => format!("≤ {value}"),
            Bound::UpTo(to) => format!("{value}–{}", decimal(to)),
        };
        let text = match self.unit {
            Unit::Count => number,
            Unit::Percent => format!("{number} %"),
            Unit::PercentagePoint => format!("{number} percentage points"),
            Unit::Money(currency) => format!("{number} {currency}"),
            Unit::Measure(measure) => {
                let name = if self.value == whole(1) { measure.name } else { measure.plural };
                format!("{number} {name}")
            }
            Unit::Ordinal => format!("no. {number}"),
            Unit::Age => format!("aged {number}"),
            Unit::Tally(against) => format!("{number} to {}", decimal(against)),
        };
        match self.per.map(TimeUnit::name) {
            Some(unit @ "hour") => format!("{text} an {unit}"),
            Some(unit) => format!("{text} a {unit}"),
            None => text,
        }
    }
}
