//! Which chains of different articles are the same entity.

use smol_str::SmolStr;

use super::{ChainRef, Entity};
use crate::facts::Chain;

/// What two chains must share to be considered at all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(SmolStr);

/// The keys of a chain.
pub fn keys(chain: &Chain) -> Vec<NameKey> {
    vec![NameKey(chain.name.to_lowercase().into())]
}

/// Whether a change from `was` to `is` leaves all links as they are.
pub fn alike(was: &Chain, is: &Chain) -> bool {
    was.kind == is.kind && was.name == is.name
}

/// Sorts chains, given with their articles' names, into entities. Pure and deterministic in the order given.
pub fn clusters(chains: &[(ChainRef, &str, &Chain)]) -> Vec<Entity> {
    chains
        .iter()
        .map(|(reference, _, chain)| Entity { kind: chain.kind, name: chain.name.clone(), chains: vec![*reference] })
        .collect()
}
