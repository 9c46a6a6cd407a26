//! What a verb or noun names the doing of: words that may tell the same deed share one.

use std::{
    cell::RefCell,
    collections::HashSet,
    sync::{Arc, LazyLock},
};

use super::{
    Pos,
    memo::Memo,
    outcomes,
    senses::{meanings, relatives},
    table::{Table, entries, list},
    words::base_forms,
};

/// A deed that words may name. Equal deeds mean that two words may tell the same; the number means nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Deed(u32);

/// How many senses of a verb count: the rarer ones say that "run" is "score".
const SENSES: usize = 2;

/// The deeds that `word`, in any inflection, may name, sorted: those of our own lists, and the commonest meanings that WordNet gives a
/// verb. Nouns name the deeds of the verbs that they come from. Phrases of a verb and a particle are words too.
///
/// ```
/// use twosource::language::lexicon::{Pos, deeds};
///
/// let shared = |a, b| deeds(a, Pos::Verb).iter().any(|deed| deeds(b, Pos::Verb).contains(deed));
/// assert!(shared("telephoned", "rang") && shared("asked for", "requested") && !shared("telephoned", "requested"));
/// assert!(deeds("dismissal", Pos::Noun).iter().any(|deed| deeds("fired", Pos::Verb).contains(deed)));
/// ```
pub fn deeds(word: &str, pos: Pos) -> Vec<Deed> {
    known(word, pos).to_vec()
}

/// Whether two words, of these parts of speech, may name the same deed.
pub fn share_deed(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> bool {
    let theirs = known(b, b_pos);
    known(a, a_pos).iter().any(|deed| theirs.binary_search(deed).is_ok())
}

fn known(word: &str, pos: Pos) -> Arc<[Deed]> {
    thread_local! {
        static KNOWN: RefCell<Memo<Pos, Arc<[Deed]>>> = RefCell::new(Memo::new());
    }
    let find = || {
        let mut found = listed(word, pos);
        if pos == Pos::Noun && found.is_empty() {
            let verbs = relatives(word, pos).filter(|&(_, pos)| pos == Pos::Verb);
            verbs.for_each(|(verb, pos)| found.extend(listed(&verb, pos)));
        }
        found.sort();
        found.dedup();
        found.into()
    };
    KNOWN.with_borrow_mut(|known| known.recall(word, pos, find))
}

fn listed(word: &str, pos: Pos) -> Vec<Deed> {
    let mut found: Vec<Deed> = Vec::new();
    for form in base_forms(word, pos) {
        found.extend(DEEDS.words.all(&form).filter(|(part, _)| *part == pos).map(|&(_, deed)| deed));
        found.extend(outcomes::listed(&form, pos).map(|outcome| Deed(OUTCOMES + u32::from(outcome))));
    }
    if pos == Pos::Verb {
        found.extend(meanings(word, pos).take(SENSES).map(|meaning| Deed(MEANINGS + meaning)));
    }
    found
}

/// The pairs of opposed outcomes that these deeds are one of, each in order: of two words that tell opposed outcomes both have one.
pub fn oppositions(deeds: &[Deed]) -> impl Iterator<Item = (Deed, Deed)> {
    let outcomes = deeds.iter().filter(|deed| (OUTCOMES..MEANINGS).contains(&deed.0));
    outcomes.flat_map(|&deed| {
        let opposed = outcomes::opposed_to((deed.0 - OUTCOMES) as u16);
        opposed
            .iter()
            .map(move |&other| Deed(OUTCOMES + u32::from(other)))
            .map(move |other| (deed.min(other), deed.max(other)))
    })
}

/// Whether a phrase of a verb and what follows it ("draw up") is one word to us.
pub fn is_phrasal(verb: &str, second: &str) -> bool {
    let phrase = [verb, " ", second].concat();
    let listed = |(pos, _): &(Pos, Deed)| *pos == Pos::Verb;
    DEEDS.words.all(&phrase).any(listed) || outcomes::listed(&phrase, Pos::Verb).next().is_some()
}

/// Whether there is any phrase that this verb begins.
pub fn begins_phrase(verb: &str) -> bool {
    DEEDS.beginnings.contains(verb)
}

/// Whether the subject of a verb or phrase is whom the deed is done to: who "goes under the knife" is operated on.
///
/// ```
/// use twosource::language::lexicon::is_undergone;
///
/// assert!(is_undergone("get the sack") && !is_undergone("give the sack"));
/// ```
pub fn is_undergone(verb: &str) -> bool {
    DEEDS.undergone.contains(verb)
}

/// Numbers of deeds from here on are outcomes, and meanings.
const OUTCOMES: u32 = 1 << 16;
const MEANINGS: u32 = 1 << 20;

struct Deeds {
    words: Table<(Pos, Deed)>,
    /// The verbs whose subject is whom it is done to.
    undergone: Table<()>,
    /// The first words of all phrases, those of the outcomes too.
    beginnings: Table<()>,
}

static DEEDS: LazyLock<Deeds> = LazyLock::new(|| {
    let mut words = Vec::new();
    let mut undergone = Vec::new();
    for ((_, text), number) in entries(TEXT).zip(0..) {
        let deed = Deed(number);
        let mut fields = text.split(';');
        for pos in [Pos::Verb, Pos::Noun] {
            words.extend(list(fields.next().unwrap_or_default()).map(|word| (word, (pos, deed))));
        }
        let passive = list(fields.next().unwrap_or_default());
        undergone.extend(passive.clone().map(|word| (word, ())));
        words.extend(passive.map(|word| (word, (Pos::Verb, deed))));
    }
    let own = words.iter().filter(|(_, (pos, _))| *pos == Pos::Verb).map(|(word, _)| *word);
    let phrases = own.chain(outcomes::verbs()).filter_map(|verb| verb.split_once(' '));
    let beginnings: HashSet<&str> = phrases.map(|(first, _)| first).collect();
    Deeds {
        beginnings: Table::new(beginnings.into_iter().map(|first| (first, ()))),
        undergone: Table::new(undergone),
        words: Table::new(words),
    }
});

const TEXT: &str = include_str!("../data/deeds.txt");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_deed_in_other_words() {
        let same = |a, b| deeds(a, Pos::Verb).iter().any(|deed| deeds(b, Pos::Verb).contains(deed));
        for (a, b) in
            [("sank", "foundered"), ("drew up", "put together"), ("eliminate", "shedding"), ("bought", "acquired")]
        {
            assert!(same(a, b) && same(b, a), "{a} {b}");
        }
        for (a, b) in [("sank", "sang"), ("said", "denied"), ("", "")] {
            assert!(!same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn every_group_has_a_name_of_its_own_and_more_than_one_word() {
        let mut names: Vec<&str> = entries(TEXT).map(|(name, _)| name).collect();
        names.dedup();
        assert_eq!(names.len(), entries(TEXT).count());
        for (name, text) in entries(TEXT) {
            assert!(text.split(';').flat_map(list).count() > 1, "{name}");
        }
    }
}
