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
//! counted in pairs. A pair is a byte each. A row of more than [`SPARSE`] pairs, or of no fewer pairs than that takes, is dense:
//! one weight for every class, with zeros up to a multiple of 16, and its length is half of that. After the last row come
//! [`SPARSE`] pairs of zeros, so that as many can be read from wherever one begins.
//!
//! A weight is the signed square root of what it adds: on a linear scale of 8 bits the many small weights vanish, on this one
//! they keep their ratio. Only integers take part, so every machine computes the same scores.

use std::hint::black_box;

use super::line::{LINE, place, slot};

/// Most classes that a table can have.
pub const MAX_CLASSES: usize = 128;

/// One score per class; those past the table's number of classes stay 0.
pub type Scores = [i32; MAX_CLASSES];

/// First bytes of every table.
pub const MAGIC: [u8; 4] = *b"2srw";

/// Rows of a line.
pub const SLOTS: usize = 20;

/// Most pairs of a row that is not dense.
pub const SPARSE: usize = 20;

/// Bytes before the list of classes.
const HEADER: usize = 12;

/// How many features are looked up at once.
const AHEAD: usize = 64;

/// A packed weight table.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    classes: &'a [[u8; 2]],
    lines: &'a [[u8; LINE]],
    pairs: &'a [[u8; 2]],
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
        Some(Table { classes, lines: lines.as_chunks().0, pairs: rows.as_chunks().0 })
    }

    /// Number of classes.
    pub fn classes(&self) -> usize {
        self.classes.len()
    }

    /// What class `i` stands for.
    pub fn class(&self, i: usize) -> u16 {
        u16::from_le_bytes(self.classes[i])
    }

    /// Length of a dense row in pairs.
    fn dense(&self) -> usize {
        dense(self.classes.len())
    }

    /// Sets `scores` to the sum of the rows of all `features`.
    ///
    /// Most of the time goes into waiting for memory. So all lines are touched before the first is searched and all rows before
    /// the first is read: the processor waits for many at once. What it cannot guess (is there a row, how long is it) decides no
    /// branch: short rows are copied into one list, each over what was too much of the one before.
    pub fn score(&self, features: &[u64], scores: &mut Scores) {
        scores.fill(0);
        let dense = self.dense();
        for features in features.chunks(AHEAD) {
            let mut places = [(0, 0); AHEAD];
            let mut rows = [(0, 0); AHEAD];
            let (places, rows) = (&mut places[..features.len()], &mut rows[..features.len()]);
            let mut touched = 0;
            for (at, &feature) in places.iter_mut().zip(features) {
                *at = place(feature, self.lines.len());
                touched |= self.lines[at.0][0];
            }
            for (row, &(line, fingerprint)) in rows.iter_mut().zip(&*places) {
                *row = row_of(&self.lines[line], fingerprint);
            }
            for &(start, _) in &*rows {
                touched |= self.pairs.get(start).map_or(0, |pair| pair[0]);
            }
            black_box(touched);

            let mut sparse = [[0; 2]; AHEAD * SPARSE];
            let mut sparse_len = 0;
            let mut dense_rows = [0; AHEAD];
            let mut dense_len = 0;
            for &(start, length) in &*rows {
                let is_dense = length == dense;
                dense_rows[dense_len] = start;
                dense_len += usize::from(is_dense);
                let row = self.pairs.get(start..).and_then(|pairs| pairs.first_chunk::<SPARSE>());
                let place = sparse.get_mut(sparse_len..).and_then(|list| list.first_chunk_mut());
                if let (Some(row), Some(place)) = (row, place) {
                    *place = *row;
                    sparse_len += if is_dense { 0 } else { length };
                }
            }
            for &start in &dense_rows[..dense_len] {
                let row = self.pairs.get(start..start + dense).unwrap_or_default().as_flattened();
                for (score, &weight) in scores.iter_mut().zip(row) {
                    let weight = i16::from(weight as i8);
                    *score += i32::from(weight * weight.abs());
                }
            }
            for &[class, weight] in sparse.get(..sparse_len).unwrap_or_default() {
                scores[usize::from(class) % MAX_CLASSES] += ADDED[usize::from(weight)];
            }
        }
    }
}

/// Length of a dense row in pairs.
pub const fn dense(classes: usize) -> usize {
    classes.next_multiple_of(16) / 2
}

/// Where the row of a fingerprint begins and its length; zeros if it has none.
#[inline(always)]
fn row_of(line: &[u8; LINE], fingerprint: u16) -> (usize, usize) {
    let (fingerprints, rest) = line.split_at(2 * SLOTS);
    let groups: &[[u8; 8]; SLOTS / 4] = fingerprints.as_chunks().0.try_into().expect("40 bytes");
    let slot = slot(groups, fingerprint);
    let lengths: &[u8; SLOTS] = rest.first_chunk().expect("24 bytes");
    let first = u32::from_le_bytes(*rest.last_chunk().expect("24 bytes"));
    let before: u32 = lengths.iter().zip(&BEFORE[slot]).map(|(length, mask)| u32::from(length & mask)).sum();
    let length = rest[slot] & BEFORE[SLOTS - slot][0];
    let start = if length > 0 { first + before } else { 0 };
    (start as usize, usize::from(length))
}

/// For each slot: all bits of the bytes before it.
const BEFORE: [[u8; SLOTS]; SLOTS + 1] = {
    let mut before = [[0; SLOTS]; SLOTS + 1];
    let mut slot = 1;
    while slot <= SLOTS {
        before[slot] = before[slot - 1];
        before[slot][slot - 1] = u8::MAX;
        slot += 1;
    }
    before
};

/// What each weight adds.
const ADDED: [i32; 256] = {
    let mut added = [0; 256];
    let mut weight = 0;
    while weight < 256 {
        let root = weight as u8 as i8 as i32;
        added[weight] = root * root.abs();
        weight += 1;
    }
    added
};
