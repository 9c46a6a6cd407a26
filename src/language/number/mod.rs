//! Quantities: the numbers of a sentence with their units, their bounds, and what they count.
//!
//! Clock times, dates and years come from `language::time` and are left alone here; numbers that only name something are
//! left out. Amounts are exact ([`Amount`]). [`Quantity::relation_to`] says whether two of them can both be so.

mod amount;
mod bound;
mod code;
mod compare;
mod measure;
mod money;
mod noun;
mod numeral;
mod quantity;
mod range;
mod read;
#[cfg(test)]
mod tests;
mod unit;

pub(in crate::language) use amount::whole_value;
pub use amount::{Amount, decimal};
pub(in crate::language) use code::is_title_case;
pub use measure::{Dimension, Measure};
pub(in crate::language) use noun::{is_plural as looks_plural, is_stop};
pub(in crate::language) use numeral::numeral;
pub use quantity::{Bound, Quantity};
pub(in crate::language) use read::quantities;
pub use unit::Unit;
pub(in crate::language) use unit::is_unit;
