//! What people say about who is who in an article overrides what was found: names, phrases that are no name of
//! somebody, and single places.
//!
//! The finder of names and the sieve know nothing of this: their mentions and chains are sorted anew here, and chains
//! that a person describes carry the id ([`super::Identity::declared`]) by which other articles' chains join them.

mod chain;
mod known;
mod sort;

pub use known::KnownNames;
pub use sort::{correct, correct_pronouns};

use std::sync::Arc;

use crate::annotation::Pointed;

/// What people say about one article; `default` says nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections {
    pub names: Arc<KnownNames>,
    /// By place.
    pub places: Vec<Pointed>,
}

impl Corrections {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.names.known.is_empty() && self.places.is_empty()
    }
}

#[cfg(test)]
mod tests;
