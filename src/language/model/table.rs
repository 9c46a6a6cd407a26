//! Weight tables: what a linear model learned, packed so that it is used in place.
//!
//! A table maps the hash of a feature to a row of `(class, weight)` pairs. Its bytes, all integers little-endian:
//!
//! | bytes              | content                                                                      |
//! |--------------------|------------------------------------------------------------------------------|
//! | 4                  | `2srw`                                                                       |
//! | 1                  | number of classes                                                            |
//! | 1                  | `b`: the number of buckets is 2^`b`                                          |
//! | 2                  | zero                                                                         |
//! | 2 × classes        | what each class stands for, a code that its model reads; rising              |
//! | 4 × (2^`b` + 1)    | where each bucket starts in the rows                                         |
//! | the rest           | the rows, bucket by bucket                                                   |
//!
//! The first `b` bits of a feature's hash name its bucket, the next 16 are its fingerprint. A row is a fingerprint (2
//! bytes), the number of pairs (1), the classes (1 each) and the weights (1 each). A weight is the signed square root
//! of what it adds: on a linear scale of 8 bits the many small weights vanish, on this one they keep their ratio.
//! Only integers take part, so every machine computes the same scores.

/// Most classes that a table can have.
pub const MAX_CLASSES: usize = 128;

/// One score per class; those past the table's number of classes stay 0.
pub type Scores = [i32; MAX_CLASSES];

/// First bytes of every table.
pub const MAGIC: [u8; 4] = *b"2srw";

/// Bytes before the list of classes.
const HEADER: usize = 8;

/// A packed weight table.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    classes: &'a [[u8; 2]],
    starts: &'a [[u8; 4]],
    rows: &'a [u8],
    bucket_bits: u32,
}

impl<'a> Table<'a> {
    /// Reads a table in place; `None` if the bytes are no table.
    pub fn new(bytes: &'a [u8]) -> Option<Table<'a>> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let (classes, bucket_bits) = (usize::from(header[4]), u32::from(header[5]));
        if header[..4] != MAGIC || classes > MAX_CLASSES || !(1..=24).contains(&bucket_bits) {
            return None;
        }
        let (classes, rest) = rest.split_at_checked(classes * 2)?;
        let (starts, rows) = rest.split_at_checked(((1 << bucket_bits) + 1) * 4)?;
        let (starts, _) = starts.as_chunks();
        let table = Table { classes: classes.as_chunks().0, starts, rows, bucket_bits };
        (starts.last().map(|&s| u32::from_le_bytes(s) as usize) == Some(rows.len())).then_some(table)
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
            self.add(feature, scores);
        }
    }

    fn add(&self, feature: u64, scores: &mut Scores) {
        let (bucket, fingerprint) = place(feature, self.bucket_bits);
        let start = u32::from_le_bytes(self.starts[bucket]) as usize;
        let end = u32::from_le_bytes(self.starts[bucket + 1]) as usize;
        let mut rows = &self.rows[start..end];
        while let [low, high, count, rest @ ..] = rows {
            let count = usize::from(*count);
            let (row, next) = rest.split_at(2 * count);
            if u16::from_le_bytes([*low, *high]) == fingerprint {
                let (classes, weights) = row.split_at(count);
                for (&class, &weight) in classes.iter().zip(weights) {
                    let weight = i32::from(weight as i8);
                    scores[usize::from(class) % MAX_CLASSES] += weight * weight.abs();
                }
                return;
            }
            rows = next;
        }
    }
}

/// The bucket and the fingerprint of a feature in a table of 2^`bucket_bits` buckets.
pub fn place(feature: u64, bucket_bits: u32) -> (usize, u16) {
    let bucket = (feature >> (64 - bucket_bits)) as usize;
    let fingerprint = (feature >> (48 - bucket_bits)) as u16;
    (bucket, fingerprint)
}
