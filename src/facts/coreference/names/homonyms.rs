//! One word that is the name of a company and of the town it is in.

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::{Open, Sieve};
use crate::facts::{
    EntityKind,
    coreference::group::Bearer,
    name::{Evidence, Word},
};

/// What an apposition says for an organisation: "Lindow, the software company".
const CALLED_ONE: i32 = 5;

/// What the words around say of a place that has another's name.
const PLACE: i32 = 8;

/// Nouns that "in" follows where no place is meant: "a stake in Lindow".
const INVESTED: &[&str] = &[
    "share",
    "shares",
    "stake",
    "stakes",
    "stock",
    "stocks",
    "interest",
    "investment",
    "investor",
    "investors",
    "confidence",
    "trust",
    "faith",
    "holding",
    "holdings",
    "invest",
    "invested",
];

/// Whether the name stands where a place does: "in Lindow".
pub fn is_placed(words: &[Word], open: &Open) -> bool {
    let before = |n: usize| open.candidate.name.start.checked_sub(n).map_or("", |i| words[i].lower.as_str());
    matches!(before(1), "in" | "near" | "outside" | "around") && !INVESTED.contains(&before(2))
}

/// The names of one word that a place and an organisation bear.
pub fn homonyms<'w>(open: &[Open], words: impl Fn(&Open) -> &'w [Word]) -> FxHashSet<SmolStr> {
    let single = || open.iter().filter(|o| o.candidate.name.len() == 1 && o.candidate.title.is_empty());
    let placed: FxHashSet<&SmolStr> = single().filter(|o| is_placed(words(o), o)).map(|o| &o.folded).collect();
    let called = single().filter(|o| o.candidate.evidence.organisation >= CALLED_ONE && !is_placed(words(o), o));
    called.map(|o| o.folded.clone()).filter(|folded| placed.contains(folded)).collect()
}

impl Sieve<'_> {
    /// Whether a name that two have cannot be this bearer's, as the words before it tell.
    pub(super) fn is_other_homonym(&self, i: usize, bearer: &Bearer) -> bool {
        let placed = || is_placed(self.words(i), &self.open[i]);
        self.homonyms.contains(&self.open[i].folded) && placed() != (bearer.evidence.kind() == EntityKind::Place)
    }

    /// Gives the place among two of a name its bearer; `None` where the name is not the place's.
    pub(super) fn homonymous_place(&mut self, i: usize) -> Option<usize> {
        let open = &self.open[i];
        if !self.homonyms.contains(&open.folded) || !is_placed(self.words(i), open) {
            return None;
        }
        let evidence = Evidence { place: PLACE, ..Evidence::default() };
        self.bearers.push(Bearer::new(&open.display, evidence, None, i));
        Some(self.bearers.len() - 1)
    }
}
