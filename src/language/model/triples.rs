//! Tables of three bytes an entry: the weights of a choice among three, or what a dictionary says of a word.
//!
//! After a header of one line (`2srt`, the rest zero) come lines of twelve slots (see [`super::line`]): the fingerprints, 24
//! bytes, and the entries, 36 bytes. The last four bytes are zero: there look-ups that find nothing read their answer.

use std::hint::black_box;

use super::line::{LINE, place, slot};

/// First bytes of every table.
pub const MAGIC: [u8; 4] = *b"2srt";

/// Entries of a line.
pub const SLOTS: usize = 12;

/// Where the entries of a line begin.
pub const ENTRIES: usize = 2 * SLOTS;

/// How many features are looked up at once.
const AHEAD: usize = 256;

/// A packed table of triples.
#[derive(Clone, Copy, Debug)]
pub struct Triples<'a> {
    lines: &'a [[u8; LINE]],
}

impl<'a> Triples<'a> {
    /// Reads a table in place; `None` if the bytes are no table.
    pub fn new(bytes: &'a [u8]) -> Option<Triples<'a>> {
        let (lines, rest) = bytes.as_chunks();
        let (header, lines) = lines.split_first()?;
        (rest.is_empty() && !lines.is_empty() && header.starts_with(&MAGIC)).then_some(Triples { lines })
    }

    /// The entry of a feature; zeros if it has none.
    pub fn get(&self, feature: u64) -> [u8; 3] {
        let (line, fingerprint) = place(feature, self.lines.len());
        entry(&self.lines[line], fingerprint)
    }

    /// The sums of the weights of all `features`, where entries are weights: signed square roots, as in [`super::table`].
    ///
    /// All lines are touched before the first is searched: the processor waits for many at once.
    pub fn score(&self, features: &[u64]) -> [i32; 3] {
        let mut scores = [0; 3];
        for features in features.chunks(AHEAD) {
            let mut places = [(0, 0); AHEAD];
            let mut touched = 0;
            for (at, &feature) in places.iter_mut().zip(features) {
                *at = place(feature, self.lines.len());
                touched |= self.lines[at.0][0];
            }
            black_box(touched);
            for &(line, fingerprint) in &places[..features.len()] {
                for (score, weight) in scores.iter_mut().zip(entry(&self.lines[line], fingerprint)) {
                    let weight = i32::from(weight as i8);
                    *score += weight * weight.abs();
                }
            }
        }
        scores
    }
}

/// The entry of a line that has this fingerprint; zeros if there is none.
#[inline(always)]
fn entry(line: &[u8; LINE], fingerprint: u16) -> [u8; 3] {
    let (fingerprints, _) = line[..ENTRIES].as_chunks();
    let groups: &[[u8; 8]; SLOTS / 4] = fingerprints.try_into().expect("24 bytes");
    let at = ENTRIES + 3 * slot(groups, fingerprint);
    [line[at % LINE], line[(at + 1) % LINE], line[(at + 2) % LINE]]
}
