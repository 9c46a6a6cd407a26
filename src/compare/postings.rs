//! Where the claims of an article are posted: of each key, the claims that have it.
//!
//! A table is made anew whenever a claim of its article changes, which takes some ten microseconds for each hundred claims, and is
//! never changed: a bucket for each few keys, one behind the other.

use std::{collections::BTreeMap, sync::Arc};

use super::{keys::Key, member::ClaimId};

#[cfg(test)]
mod tests;

/// The claims of one article by key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Postings {
    /// Where each claim is posted.
    posted: BTreeMap<ClaimId, Arc<[Key]>>,
    /// The claims, in order.
    claims: Vec<ClaimId>,
    /// Every key of a claim with that claim's place in `claims`, bucket by bucket.
    entries: Vec<(Key, u32)>,
    /// Where each bucket of `entries` begins, and where the last one ends.
    starts: Vec<u32>,
}

impl Postings {
    /// The postings of these claims.
    pub fn new(posted: BTreeMap<ClaimId, Arc<[Key]>>) -> Postings {
        let keys = || posted.values().zip(0..).flat_map(|(keys, claim)| keys.iter().map(move |&key| (key, claim)));
        let count = keys().count();
        let buckets = count.next_power_of_two();
        let mut starts = vec![0u32; buckets + 1];
        keys().for_each(|(key, _)| starts[bucket(key, buckets) + 1] += 1);
        for i in 0..buckets {
            starts[i + 1] += starts[i];
        }
        let (mut entries, mut next) = (vec![(0, 0); count], starts.clone());
        for entry in keys() {
            let at = &mut next[bucket(entry.0, buckets)];
            entries[*at as usize] = entry;
            *at += 1;
        }
        Postings { claims: posted.keys().copied().collect(), posted, entries, starts }
    }

    /// Where each claim is posted.
    pub fn posted(&self) -> &BTreeMap<ClaimId, Arc<[Key]>> {
        &self.posted
    }

    /// The claims under a key; one that is posted there twice comes twice.
    pub fn under(&self, key: Key) -> impl Iterator<Item = ClaimId> {
        let at = bucket(key, self.starts.len().saturating_sub(1).max(1));
        let ends = self.starts.get(at).zip(self.starts.get(at + 1));
        let entries = ends.map_or(&[][..], |(&start, &end)| &self.entries[start as usize..end as usize]);
        entries.iter().filter(move |(other, _)| *other == key).map(|(_, claim)| self.claims[*claim as usize])
    }
}

/// The bucket of a key, of so many, a power of two (multiplicative hashing, Knuth 1973).
fn bucket(key: Key, of: usize) -> usize {
    let spread = u128::from(key.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    ((spread * of as u128) >> 64) as usize
}
