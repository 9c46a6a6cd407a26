//! Whether two quantities can both be so.
//!
//! Each quantity allows a range: a single point, or what its bound leaves open. Two ranges that meet are compatible.
//! If they do not meet, the gap between them may still be what was rounded off, by these rules:
//!
//! - *Rounding.* A round number stands for what is rounded to it: half its last place, but less than [`ROUNDED`] of its
//!   value. Counts and money are round from two zeros on, or one above a thousand (`3,000` and `2,950`; never `20` and
//!   `21`); decimals and millions stand for half their last digit (`1.4bn` and `1.38bn`). The number of a bound is not rounded.
//! - *Estimates.* `about`, `nearly` and `just over` reach [`ESTIMATED`] of the value (`about 12` and `14`).
//! - *Conversion.* Between units, half the last place of either number, but less than [`CONVERTED`] (`two miles` and
//!   `3 km`).
//! - *Bounds* are taken at their word: `more than 200` allows every greater number, and 200 itself.

use super::{
    amount::{Amount, scaled, whole},
    measure::Dimension,
    money::same_currency,
    quantity::{Bound, Quantity},
    unit::Unit,
};
use crate::language::{Relation, Slack};

/// Per cent of the value that rounding may take off.
const ROUNDED: i128 = 5;
/// Per cent that converting between units may take off.
const CONVERTED: i128 = 10;
/// Per cent that an estimate may be off.
const ESTIMATED: i128 = 20;
/// The same for each of two estimates, which hardly ever err both as far as they may and away from each other.
const BOTH_ESTIMATED: i128 = 15;

impl Quantity {
    /// Whether this and `other` can be the amount of one and the same thing. Symmetric; a quantity is the [`Relation::Same`]
    /// as itself. Whether they *are* of the same thing is for the caller to know.
    pub fn relation_to(&self, other: &Quantity) -> Relation {
        if let (Unit::Tally(x), Unit::Tally(y)) = (self.unit, other.unit) {
            let same = (self.value, x) == (other.value, y) || (self.value, x) == (y, other.value);
            return if same { Relation::Same } else { Relation::Disjoint };
        }
        if self.per != other.per {
            return Relation::Unknown;
        }
        let Some(converted) = conversion(self.unit, other.unit) else {
            return Relation::Unknown;
        };
        let both = self.bound == Bound::About && other.bound == Bound::About;
        let reach = if both { BOTH_ESTIMATED } else { ESTIMATED };
        let (a, b) = (Range::of(self, converted, reach), Range::of(other, converted, reach));
        if (a.low, a.high, self.kind()) == (b.low, b.high, other.kind()) {
            return Relation::Same;
        }
        match a.gap(&b) {
            Some(gap) if gap > whole(0) && gap >= a.slack.max(b.slack) => Relation::Disjoint,
            _ if converted => Relation::Compatible(Slack::Conversion),
            _ if self.bound == Bound::Exact && other.bound == Bound::Exact => Relation::Compatible(Slack::Rounding),
            _ => Relation::Compatible(Slack::Approximation),
        }
    }

    /// Whether the number is given as it is or as a bound; ranges with the same ends may still mean different things.
    fn kind(&self) -> std::mem::Discriminant<Bound> {
        std::mem::discriminant(&self.bound)
    }

    /// Whether the number looks rounded to whoever reads it.
    fn is_round(&self) -> bool {
        match self.unit {
            Unit::Count | Unit::Money(_) => {
                self.grain >= whole(100)
                    || self.grain < whole(1)
                    || (self.grain == whole(10) && self.value > whole(1_000))
            }
            Unit::Percent | Unit::PercentagePoint | Unit::Measure(_) => true,
            Unit::Ordinal | Unit::Age | Unit::Tally(_) => false,
        }
    }

    /// How far off the value a number may be that this one is the rounding of, in the unit as written.
    fn rounding(&self, converted: bool) -> Amount {
        let percent = matches!(self.unit, Unit::Percent | Unit::PercentagePoint);
        let place = if percent { self.grain.min(whole(1)) } else { self.grain };
        let half = place / whole(2);
        let cap = self.value * Amount::new(if converted { CONVERTED } else { ROUNDED }, 100);
        let temperature = matches!(self.unit, Unit::Measure(m) if m.dimension == Dimension::Temperature);
        // Half of the last place itself is rounded up: 12.5 to 13, 2,950 to 3,000.
        let inclusive = half + scaled(1, -9);
        match self.is_round() && self.bound == Bound::Exact {
            false => whole(0),
            true if temperature || percent => inclusive,
            true => inclusive.min(cap),
        }
    }
}

/// Whether the two units measure the same kind of thing, and if so, whether one has to be converted.
fn conversion(a: Unit, b: Unit) -> Option<bool> {
    match (a, b) {
        (Unit::Count, Unit::Count)
        | (Unit::Percent, Unit::Percent)
        | (Unit::PercentagePoint, Unit::PercentagePoint)
        | (Unit::Ordinal, Unit::Ordinal)
        | (Unit::Age, Unit::Age) => Some(false),
        (Unit::Money(a), Unit::Money(b)) => same_currency(a, b).then_some(false),
        (Unit::Measure(a), Unit::Measure(b)) if a.dimension == b.dimension => {
            Some((a.factor, a.zero) != (b.factor, b.zero))
        }
        _ => None,
    }
}

/// What a quantity allows, in the base unit of its dimension.
struct Range {
    low: Option<Amount>,
    high: Option<Amount>,
    /// How far outside a number may lie that was rounded. The gap must be *less*.
    slack: Amount,
}

impl Range {
    fn of(quantity: &Quantity, converted: bool, reach: i128) -> Range {
        let value = quantity.value;
        let near = value * Amount::new(reach, 100);
        let (low, high) = match quantity.bound {
            Bound::Exact => (Some(value), Some(value)),
            Bound::About => (Some(value - near), Some(value + near)),
            Bound::Nearly => (Some(value - near), Some(value)),
            Bound::JustOver => (Some(value), Some(value + near)),
            Bound::AtLeast | Bound::MoreThan => (Some(value), None),
            Bound::AtMost | Bound::LessThan => (None, Some(value)),
            Bound::UpTo(to) => (Some(value), Some(to)),
        };
        let (factor, zero) = match quantity.unit {
            Unit::Measure(measure) => (measure.factor, measure.zero),
            _ => (whole(1), whole(0)),
        };
        Range {
            low: low.map(|v| v * factor + zero),
            high: high.map(|v| v * factor + zero),
            slack: quantity.rounding(converted) * factor,
        }
    }

    /// The distance between the two ranges; nothing if they meet.
    fn gap(&self, other: &Range) -> Option<Amount> {
        let above =
            |low: Option<Amount>, high: Option<Amount>| low.zip(high).map(|(l, h)| l - h).filter(|d| *d > whole(0));
        above(self.low, other.high).or_else(|| above(other.low, self.high))
    }
}
