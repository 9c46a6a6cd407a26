//! Nouns for the same kind of thing.

use std::{cell::RefCell, sync::LazyLock};

use super::{
    Pos,
    memo::Memo,
    senses,
    table::{Table, entries, list},
    words::base_forms,
};

/// How many senses of a noun count: the rarer ones say that a "bank" is a "depository".
const SENSES: usize = 2;

/// Whether two nouns, in any inflection, may name the same kind of thing: by our own lists, or as WordNet's synonyms.
///
/// ```
/// use twosource::language::lexicon::same_thing;
///
/// assert!(same_thing("posts", "jobs") && same_thing("ferry", "ship"));
/// assert!(!same_thing("post", "ship") && !same_thing("", ""));
/// ```
pub fn same_thing(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let theirs: Vec<u16> = kinds(b).collect();
    a == b || kinds(a).any(|kind| theirs.contains(&kind)) || senses::synonyms(a, b, Pos::Noun, SENSES)
}

/// Whether a noun, in any inflection, is a ship or boat of some kind.
pub fn is_vessel(noun: &str) -> bool {
    thread_local! {
        static KNOWN: RefCell<Memo<(), bool>> = RefCell::new(Memo::new());
    }
    let is_one = |kind: &&str| senses::is_kind_of(noun, kind, Pos::Noun, 1);
    let find = || ["ship", "boat"].iter().any(is_one) || same_thing(noun, "ship");
    KNOWN.with_borrow_mut(|known| known.recall(noun, (), find))
}

/// Numbers of which two nouns that are [the same thing](same_thing) and not the same word share one, as a rule.
pub fn kinds_of_thing(noun: &str) -> impl Iterator<Item = u32> {
    kinds_of_thing_among(noun, SENSES)
}

/// The same, with so many senses of the noun.
pub fn kinds_of_thing_among(noun: &str, senses: usize) -> impl Iterator<Item = u32> {
    /// Numbers from here on are meanings.
    const MEANINGS: u32 = 1 << 16;
    let meanings = senses::meanings(noun, Pos::Noun).take(senses).map(|meaning| MEANINGS + meaning);
    kinds(noun).map(u32::from).chain(meanings)
}

fn kinds(noun: &str) -> impl Iterator<Item = u16> {
    base_forms(noun, Pos::Noun).flat_map(|form| THINGS.all(&form).copied())
}

static THINGS: LazyLock<Table<u16>> = LazyLock::new(|| {
    let groups = entries(include_str!("../data/things.txt")).zip(0..);
    Table::new(groups.flat_map(|((_, text), number)| list(text).map(move |word| (word, number))))
});
