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
pub(in crate::language) mod numeral;
mod quantity;
mod range;
mod read;
#[cfg(test)]
mod tests;
mod unit;

pub use amount::{Amount, decimal};
pub use measure::{Dimension, Measure};
pub use quantity::{Bound, Quantity};
pub(in crate::language) use read::quantities;
pub use unit::Unit;
