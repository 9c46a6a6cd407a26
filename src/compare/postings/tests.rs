//! A claim is found under each of its keys and under no other.

use std::collections::BTreeMap;

use proptest::{collection::vec, prelude::*};

use super::{Key, Postings};
use crate::compare::member::ClaimId;

/// Keys that meet often, and keys anywhere.
fn keys() -> impl Strategy<Value = Vec<Key>> {
    vec(prop_oneof![0..20u64, any::<u64>()], 0..200)
}

proptest! {
    #[test]
    fn claims_are_under_their_keys(one in keys(), other in keys(), asked in keys()) {
        let (first, last) = ClaimId::ENDS;
        let of = [(first, &one), (last, &other)];
        let postings = Postings::new(BTreeMap::from(of.map(|(claim, keys)| (claim, keys.as_slice().into()))));
        for key in one.iter().chain(&other).chain(&asked) {
            for (claim, keys) in of {
                let times = postings.under(*key).filter(|found| *found == claim).count();
                prop_assert_eq!(times, keys.iter().filter(|k| *k == key).count());
            }
        }
    }
}

#[test]
fn nothing_is_under_the_keys_of_nothing() {
    assert_eq!(Postings::new(BTreeMap::new()).under(7).next(), None);
}
