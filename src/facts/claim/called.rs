//! Claims of what somebody is called: each full name of a person, where it is first given.

use std::sync::Arc;

use super::{Claim, Content, Event, Part, Party};
use crate::facts::{Chain, ChainId, EntityKind, Mention};

/// The full names of an article's people.
pub fn claims(chains: &[Chain], mentions: &[Mention], found: &mut Vec<Claim>) {
    for (number, chain) in (0..).zip(chains).filter(|(_, chain)| chain.kind == EntityKind::Person) {
        let Some(name) = chain.identity.person.as_ref().filter(|name| name.is_full()) else { continue };
        let introduction = &mentions[chain.introduction.0 as usize];
        let party = Party { part: Part::Patient, noun: name.surname.clone(), chain: Some(ChainId(number)) };
        found.push(Claim {
            span: introduction.head,
            sentence: introduction.sentence,
            event: Event { parties: vec![party], ..Event::of("call", Default::default()) },
            content: Content::Called(Arc::new(name.clone())),
            attribution: None,
            times: Vec::new(),
        });
    }
}
