//! Who plays the part that a noun names: the defendant is who was charged, the victim who was attacked.

use std::collections::{HashMap, HashSet};

use super::{here::Here, profile::Sort, reader::Reader};
use crate::facts::{
    ChainId,
    claim::{Predication, Role},
};

/// Nouns for whoever something was done to, and the verbs for it.
const PARTS: &[(&[&str], &[&str])] = &[
    (
        &["defendant", "accused"],
        &[
            "acquit",
            "arraign",
            "charge",
            "convict",
            "find guilty",
            "find not guilty",
            "imprison",
            "indict",
            "jail",
            "prosecute",
            "sentence",
            "try",
        ],
    ),
    (&["suspect"], &["arrest", "charge", "detain", "hunt", "seek", "suspect"]),
    (
        &["victim"],
        &[
            "abduct", "assault", "attack", "beat", "cheat", "defraud", "kidnap", "kill", "murder", "rape", "rob",
            "shoot", "stab", "swindle",
        ],
    ),
];

/// Who was said to have had it done to them, by the number of the part.
#[derive(Default)]
pub struct Parts(HashMap<usize, HashSet<ChainId>>);

impl Parts {
    /// Who may be called so; `None` when nobody was told of in that part.
    pub fn of(&self, noun: &str) -> Option<&HashSet<ChainId>> {
        let part = PARTS.iter().position(|(nouns, _)| nouns.contains(&noun))?;
        self.0.get(&part).filter(|known| !known.is_empty())
    }

    /// The only one who may be called so.
    pub fn only(&self, noun: &str) -> Option<ChainId> {
        let mut all = self.of(noun)?.iter();
        all.next().copied().filter(|_| all.next().is_none())
    }
}

impl Reader<'_> {
    /// Notes whom the sentence tells of as charged, arrested or attacked.
    pub(super) fn take_parts(&mut self, here: &Here) {
        let told = here.place.predications.iter().filter(|p| !p.negated);
        for Predication { predicate, participants, .. } in told {
            let parts = PARTS.iter().enumerate().filter(|(_, (_, verbs))| verbs.contains(&predicate.as_str()));
            for (part, _) in parts {
                let patients = participants.iter().filter(|p| p.role == Role::Patient);
                let known = patients.filter_map(|p| here.chains[p.head]);
                let people = known.filter(|c| self.profiles[c.0 as usize].sort == Sort::Person);
                self.parts.0.entry(part).or_default().extend(people);
            }
        }
    }
}
