//! How two statements of the same thing stand to each other.

/// What comparing two quantities or two times gives. Always symmetric.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Relation {
    /// Both say the same.
    Same,
    /// Both can be so.
    Compatible(Slack),
    /// They cannot both be so.
    Disjoint,
    /// Nothing can be said: other units, or no anchor in the calendar.
    Unknown,
}

/// Why two statements that are not the same can both be so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Slack {
    /// One is the other, rounded.
    Rounding,
    /// At least one is a bound or an estimate: `about`, `more than`, `shortly before`.
    Approximation,
    /// They are in other units, and equal within what was rounded off.
    Conversion,
    /// One lies within the other: a day in its month, an evening in its day.
    Containment,
}
