//! Packs averaged weights into the tables that `language::model` uses in place.
//!
//! A line of a table has a fixed number of slots. Where more entries would fall into a line than it has slots, or two
//! have the same fingerprint, the heavier ones stay.

use std::collections::HashSet;

use twosource::language::model::training::{
    LINE, ROWS_MAGIC, ROWS_SLOTS, SPARSE, TRIPLES_MAGIC, TRIPLES_SLOTS, dense, place,
};

use super::perceptron::{Rows, Triples};

/// How full lines are on average. Fuller lines lose more of their lighter entries, emptier ones are larger.
const FULLNESS: f64 = 0.85;

/// Packs rows of weights, those below `threshold` left out.
pub fn rows(classes: &[u16], weights: &Rows, threshold: f64) -> Vec<u8> {
    let largest = largest(weights.values().flatten().map(|w| w.1));
    let kept = weights.iter().filter_map(|(&feature, row)| {
        let row: Vec<(u8, i8)> = row
            .iter()
            .filter(|w| w.1.abs() >= threshold)
            .map(|w| (w.0, quantised(w.1, largest)))
            .filter(|w| w.1 != 0)
            .collect();
        let heaviest = row.iter().map(|w| w.1.unsigned_abs()).max()?;
        Some(Entry { feature, weight: heaviest.into(), content: row })
    });
    let lines = lines(kept.collect(), ROWS_SLOTS);

    let mut packed = ROWS_MAGIC.to_vec();
    packed.extend((classes.len() as u16).to_le_bytes());
    packed.extend([0, 0]);
    packed.extend((lines.len() as u32).to_le_bytes());
    packed.extend(classes.iter().flat_map(|c| c.to_le_bytes()));
    packed.resize(packed.len().next_multiple_of(LINE), 0);
    let mut pairs: Vec<u8> = Vec::new();
    let dense = dense(classes.len());
    for mut line in lines {
        let mut fingerprints = [[0; 2]; ROWS_SLOTS];
        let mut lengths = [0; ROWS_SLOTS];
        packed_line(&mut fingerprints, &line);
        let first = pairs.len() as u32 / 2;
        for (length, (_, row)) in lengths.iter_mut().zip(&mut line) {
            row.sort_unstable();
            if row.len() > SPARSE || row.len() >= dense {
                *length = dense as u8;
                let start = pairs.len();
                pairs.resize(start + 2 * dense, 0);
                row.iter().for_each(|&(class, weight)| pairs[start + usize::from(class)] = weight as u8);
            } else {
                *length = row.len() as u8;
                pairs.extend(row.iter().flat_map(|&(class, weight)| [class, weight as u8]));
            }
        }
        packed.extend(fingerprints.as_flattened());
        packed.extend(lengths);
        packed.extend(first.to_le_bytes());
    }
    packed.extend(pairs);
    packed.extend([0; 2 * SPARSE]);
    packed
}

/// Packs the weights of a choice among three, those features left out that have none as large as `threshold`.
pub fn choice(weights: &Triples, threshold: f64) -> Vec<u8> {
    let largest = largest(weights.values().flatten().copied());
    let kept = weights.iter().filter_map(|(&feature, row)| {
        let heaviest = row.iter().fold(0.0, |a: f64, w| a.max(w.abs()));
        let content = row.map(|weight| quantised(weight, largest) as u8);
        // On the scale of the threshold, finely enough to order by.
        (heaviest >= threshold && content != [0; 3]).then_some(Entry {
            feature,
            weight: (heaviest * 1024.0) as u64,
            content,
        })
    });
    entries(kept.collect())
}

/// Packs entries of three bytes, each with its feature and weight.
pub fn entries(entries: Vec<Entry<[u8; 3]>>) -> Vec<u8> {
    let mut packed = TRIPLES_MAGIC.to_vec();
    packed.resize(LINE, 0);
    for line in lines(entries, TRIPLES_SLOTS) {
        let mut fingerprints = [[0; 2]; TRIPLES_SLOTS];
        packed_line(&mut fingerprints, &line);
        packed.extend(fingerprints.as_flattened());
        packed.extend(line.iter().flat_map(|(_, content)| content));
        packed.resize(packed.len().next_multiple_of(LINE), 0);
    }
    packed
}

/// What a table has on a feature.
pub struct Entry<T> {
    pub feature: u64,
    /// The heavier entry stays.
    pub weight: u64,
    pub content: T,
}

fn largest(weights: impl Iterator<Item = f64>) -> f64 {
    weights.map(f64::abs).fold(f64::MIN_POSITIVE, f64::max)
}

/// The signed square root, so that the largest weight is 127.
fn quantised(weight: f64, largest: f64) -> i8 {
    let root = ((weight.abs() / largest).sqrt() * 127.0).round() as i8;
    if weight < 0.0 { -root } else { root }
}

/// Sorts entries into lines: fingerprint and content.
fn lines<T>(mut entries: Vec<Entry<T>>, slots: usize) -> Vec<Vec<(u16, T)>> {
    entries.sort_unstable_by_key(|entry| (std::cmp::Reverse(entry.weight), entry.feature));
    let count = ((entries.len() as f64 / (slots as f64 * FULLNESS)).ceil() as usize).max(1);
    let mut lines: Vec<Vec<(u16, T)>> = (0..count).map(|_| Vec::new()).collect();
    let mut taken = HashSet::new();
    for entry in entries {
        let (line, fingerprint) = place(entry.feature, count);
        if lines[line].len() < slots && taken.insert((line, fingerprint)) {
            lines[line].push((fingerprint, entry.content));
        }
    }
    lines
}

fn packed_line<T>(fingerprints: &mut [[u8; 2]], line: &[(u16, T)]) {
    for (slot, (fingerprint, _)) in fingerprints.iter_mut().zip(line) {
        *slot = fingerprint.to_le_bytes();
    }
}

#[cfg(test)]
mod tests {
    use twosource::language::model::training::{MAX_CLASSES, Table};

    use super::*;

    const CLASSES: u16 = 60;

    /// A feature and its row: longer for a larger `i`, so that some rows are dense, with squares for weights.
    fn row(i: u64) -> (u64, Vec<(u8, f64)>) {
        let feature = (i + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let length = 1 + i % u64::from(CLASSES);
        let weight = |class: u64| f64::from(1 + (7 * class + i) as u8 % 127).powi(2);
        let signed = |class: u64| if class.is_multiple_of(2) { weight(class) } else { -weight(class) };
        (feature, (0..length).map(|class| (class as u8, signed(class))).collect())
    }

    #[test]
    fn a_table_gives_back_what_was_packed() {
        let weights: Rows = (0..3_000).map(row).collect();
        let classes: Vec<u16> = (0..CLASSES).collect();
        let bytes = rows(&classes, &weights, 0.0);
        let table = Table::new(&bytes).expect("a table");
        let mut scores = [0; MAX_CLASSES];
        let mut lost = 0;
        for (feature, row) in (0..3_000).map(row) {
            let mut expected = [0; MAX_CLASSES];
            row.iter().for_each(|&(class, weight)| expected[usize::from(class)] = weight as i32);
            table.score(&[feature], &mut scores);
            if scores == [0; MAX_CLASSES] {
                lost += 1;
            } else {
                assert_eq!(scores, expected);
            }
            table.score(&[feature, !feature, feature], &mut scores);
            assert!(scores.iter().zip(expected).all(|(&score, weight)| score == 0 || score == 2 * weight));
        }
        // Where too many fall into one line the lightest are left out.
        assert!(lost < 300, "{lost} lost");
    }
}
