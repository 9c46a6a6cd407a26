//! Where the claims of an article are posted: of each key, the claims that have it.
//!
//! A table is never changed: it is made anew whenever a claim of its article changes, in a few steps for each key, and has a bucket
//! for each one or two keys, one behind the other.

use std::{collections::BTreeMap, sync::Arc};

use super::{keys::Key, member::ClaimId};

#[cfg(test)]
mod tests;

/// The claims of one article by key.
#[derive(Clone, Debug, PartialEq)]
pub struct Postings {
    /// Where each claim is posted, by claim.
    posted: Vec<(ClaimId, Arc<[Key]>)>,
    /// Every key of a claim with that claim's place in `posted`, bucket by bucket.
    entries: Vec<(Key, u32)>,
    /// Where each bucket of `entries` begins, and where the last one ends.
    starts: Vec<u32>,
}

impl Postings {
    /// The postings of these claims.
    pub fn new(posted: BTreeMap<ClaimId, Arc<[Key]>>) -> Postings {
        let posted: Vec<(ClaimId, Arc<[Key]>)> = posted.into_iter().collect();
        let keys = || posted.iter().zip(0..).flat_map(|((_, keys), claim)| keys.iter().map(move |&key| (key, claim)));
        let count: usize = posted.iter().map(|(_, keys)| keys.len()).sum();
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
        Postings { posted, entries, starts }
    }

    /// Where each claim is posted.
    pub fn posted(&self) -> BTreeMap<ClaimId, Arc<[Key]>> {
        self.posted.iter().cloned().collect()
    }

    /// The claims under a key; one that is posted there twice comes twice.
    pub fn under(&self, key: Key) -> impl Iterator<Item = ClaimId> {
        let at = bucket(key, self.starts.len() - 1);
        let entries = &self.entries[self.starts[at] as usize..self.starts[at + 1] as usize];
        entries.iter().filter(move |(other, _)| *other == key).map(|(_, claim)| self.posted[*claim as usize].0)
    }
}

/// The bucket of a key, of so many, a power of two (multiplicative hashing, Knuth 1973).
fn bucket(key: Key, of: usize) -> usize {
    let spread = u128::from(key.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    ((spread * of as u128) >> 64) as usize
}
