//! Weight tables: what a linear model learned, packed so that it is used in place.
//!
//! A table maps the hash of a feature to a row of `(class, weight)` pairs. Its bytes, all integers little-endian:
//!
//! | bytes       | content                                                                             |
//! |-------------|-------------------------------------------------------------------------------------|
//! | 4           | `2srw`                                                                              |
//! | 2           | number of classes                                                                   |
//! | 2           | zero                                                                                |
//! | 4           | number of lines                                                                     |
//! | 2 × classes | what each class stands for, a code that its model reads; rising                     |
//! |             | zeros up to the next multiple of 64                                                 |
//! | 64 × lines  | lines of twenty slots, see [`super::line`]                                          |
//! | the rest    | the rows, line by line                                                              |
//!
//! A line is the fingerprints (40 bytes), the lengths of their rows in pairs (20) and where the first of the rows begins (4),
//! counted in pairs. A pair is a byte each. A weight is the signed square root of what it adds: on a linear scale of 8 bits
//! the many small weights vanish, on this one they keep their ratio. Only integers take part, so every machine computes the
//! same scores.

use super::line::{LINE, place, slot};

/// Most classes that a table can have.
pub const MAX_CLASSES: usize = 128;

/// One score per class; those past the table's number of classes stay 0.
pub type Scores = [i32; MAX_CLASSES];

/// First bytes of every table.
pub const MAGIC: [u8; 4] = *b"2srw";

/// Rows of a line.
pub const SLOTS: usize = 20;

/// Bytes before the list of classes.
const HEADER: usize = 12;

/// A packed weight table.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    classes: &'a [[u8; 2]],
    lines: &'a [[u8; LINE]],
    rows: &'a [[u8; 2]],
}

impl<'a> Table<'a> {
    /// Reads a table in place; `None` if the bytes are no table.
    pub fn new(bytes: &'a [u8]) -> Option<Table<'a>> {
        let (header, classes) = bytes.split_at_checked(HEADER)?;
        let count = usize::from(u16::from_le_bytes([header[4], header[5]]));
        let lines = u32::from_le_bytes(*header.last_chunk()?) as usize;
        if header[..4] != MAGIC || count > MAX_CLASSES || lines == 0 {
            return None;
        }
        let (classes, _) = classes.split_at_checked(2 * count)?.0.as_chunks();
        let rest = bytes.get((HEADER + 2 * count).next_multiple_of(LINE)..)?;
        let (lines, rows) = rest.split_at_checked(lines.checked_mul(LINE)?)?;
        Some(Table { classes, lines: lines.as_chunks().0, rows: rows.as_chunks().0 })
    }

    /// Number of classes.
    pub fn classes(&self) -> usize {
        self.classes.len()
    }

    /// What class `i` stands for.
    pub fn class(&self, i: usize) -> u16 {
        u16::from_le_bytes(self.classes[i])
    }

    /// Sets `scores` to the sum of the rows of all `features`.
    pub fn score(&self, features: &[u64], scores: &mut Scores) {
        scores.fill(0);
        for &feature in features {
            for &[class, weight] in self.row(feature) {
                let weight = i32::from(weight as i8);
                scores[usize::from(class) % MAX_CLASSES] += weight * weight.abs();
            }
        }
    }

    #[inline(always)]
    fn row(&self, feature: u64) -> &[[u8; 2]] {
        let (line, fingerprint) = place(feature, self.lines.len());
        let line = &self.lines[line];
        let (fingerprints, rest) = line.split_at(2 * SLOTS);
        let groups: &[[u8; 8]; SLOTS / 4] = fingerprints.as_chunks().0.try_into().expect("40 bytes");
        let slot = slot(groups, fingerprint);
        let (lengths, first) = rest.split_at(SLOTS);
        let Some(&length) = lengths.get(slot) else { return &[] };
        let first = first.first_chunk().map_or(0, |first| u32::from_le_bytes(*first) as usize);
        let start = first + lengths[..slot].iter().map(|&length| usize::from(length)).sum::<usize>();
        self.rows.get(start..start + usize::from(length)).unwrap_or_default()
    }
}
