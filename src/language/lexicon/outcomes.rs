//! What happens in the news: words for the same outcome, and opposed outcomes.
//!
//! Finer than WordNet, whose antonyms miss most of what contradicts in a report (resign and be fired, acquit and convict): our
//! own groups of words come first, WordNet's relations add what they do not have.

use std::{
    cell::RefCell,
    sync::{Arc, LazyLock},
};

use super::{
    Pos,
    memo::Memo,
    scales::judgements,
    senses::{antonyms, relatives, synonyms},
    table::{Table, entries, list},
    words::base_forms,
};

/// Whether two words, in any inflection, tell opposed outcomes, so that of the same thing both cannot be: fired and resigned,
/// acquittal and convicted. Nouns count for the verbs they come from. Phrases of a verb and a particle are words too.
///
/// A word of several meanings may be opposed in one of them only, so ask this where subject and object are known to be the same.
///
/// ```
/// use twosource::language::lexicon::{Pos, opposed};
///
/// assert!(opposed("resigned", Pos::Verb, "fired", Pos::Verb));
/// assert!(opposed("dismissal", Pos::Noun, "stepped down", Pos::Verb));
/// assert!(!opposed("fired", Pos::Verb, "sacked", Pos::Verb));
/// ```
pub fn opposed(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> bool {
    let (ours, theirs) = (groups(a, a_pos), groups(b, b_pos));
    if ours.iter().any(|group| theirs.contains(group)) {
        return false;
    }
    let grouped =
        ours.iter().any(|&group| OUTCOMES.opposed[usize::from(group)].iter().any(|other| theirs.contains(other)));
    grouped || (a_pos == b_pos && antonyms(a, b, a_pos))
}

/// Whether two words, in any inflection, can tell the same outcome: fired and sacked, dismissal and oust.
///
/// ```
/// use twosource::language::lexicon::{Pos, same_outcome};
///
/// assert!(same_outcome("ouster", Pos::Noun, "fired", Pos::Verb));
/// assert!(!same_outcome("ouster", Pos::Noun, "resigned", Pos::Verb));
/// ```
pub fn same_outcome(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> bool {
    let theirs = groups(b, b_pos);
    groups(a, a_pos).iter().any(|group| theirs.contains(group)) || (a_pos == b_pos && synonyms(a, b, a_pos, 2))
}

/// Whether an adjective tells an outcome that may be told otherwise: open, drunk, and how something went: calm.
pub fn is_state(adjective: &str) -> bool {
    listed(adjective, Pos::Adjective).next().is_some() || judgements(adjective).next().is_some()
}

/// The groups that `word` is in, by itself or, as a noun, through a verb it is derived from.
fn groups(word: &str, pos: Pos) -> Arc<[u16]> {
    thread_local! {
        static KNOWN: RefCell<Memo<Pos, Arc<[u16]>>> = RefCell::new(Memo::new());
    }
    let find = || {
        let groups: Arc<[u16]> = base_forms(word, pos).flat_map(|form| listed(&form, pos)).collect();
        if groups.is_empty() && pos == Pos::Noun {
            let verbs = relatives(word, pos).filter(|&(_, pos)| pos == Pos::Verb);
            verbs.flat_map(|(verb, pos)| listed(&verb, pos)).collect()
        } else {
            groups
        }
    };
    KNOWN.with_borrow_mut(|known| known.recall(word, pos, find))
}

/// The outcomes that the base form `base` is listed under, as numbers.
pub(super) fn listed(base: &str, pos: Pos) -> impl Iterator<Item = u16> + use<> {
    OUTCOMES.words.all(base).filter(move |&&(part, _)| part == pos).map(|&(_, group)| group)
}

/// The outcomes opposed to one.
pub(super) fn opposed_to(outcome: u16) -> &'static [u16] {
    OUTCOMES.opposed.get(usize::from(outcome)).map_or(&[], |others| others)
}

/// All verbs and phrases that are listed.
pub(super) fn verbs() -> impl Iterator<Item = &'static str> {
    entries(TEXT).flat_map(|(_, text)| list(text.split(';').next().unwrap_or_default()))
}

struct Outcomes {
    /// Part of speech and number of the group; a word may be in several.
    words: Table<(Pos, u16)>,
    /// For each group those opposed to it.
    opposed: Box<[Box<[u16]>]>,
}

static OUTCOMES: LazyLock<Outcomes> = LazyLock::new(|| {
    let groups: Vec<(&str, &str)> = entries(TEXT).collect();
    let numbers = Table::new(groups.iter().zip(0..).map(|(&(name, _), number)| (name, number)));
    let mut words = Vec::new();
    let mut opposed = Vec::new();
    for (&(_, text), number) in groups.iter().zip(0..) {
        let mut fields = text.split(';');
        for pos in [Pos::Verb, Pos::Noun, Pos::Adjective] {
            words.extend(list(fields.next().unwrap_or_default()).map(|word| (word, (pos, number))));
        }
        let names = list(fields.next().unwrap_or_default());
        opposed.push(names.filter_map(|name| numbers.get(name).copied()).collect());
    }
    Outcomes { words: Table::new(words), opposed: opposed.into() }
});

const TEXT: &str = include_str!("../data/outcomes.txt");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposition_is_symmetric_and_between_known_outcomes() {
        let named: usize =
            entries(TEXT).map(|(_, text)| list(text.rsplit(';').next().unwrap_or_default()).count()).sum();
        let known: usize = OUTCOMES.opposed.iter().map(|others| others.len()).sum();
        assert_eq!(named, known);
        assert!(known / 2 >= 150);
        for (group, others) in OUTCOMES.opposed.iter().enumerate() {
            for &other in others {
                assert!(OUTCOMES.opposed[usize::from(other)].contains(&(group as u16)), "{group} {other}");
            }
        }
    }

    #[test]
    fn outcomes_of_the_news() {
        use Pos::*;
        let pairs = [
            ("fired", Verb, "hired", Verb),
            ("resignation", Noun, "fired", Verb),
            ("acquitted", Verb, "convicted", Verb),
            ("confirmed", Verb, "denied", Verb),
            ("approved", Verb, "vetoes", Verb),
            ("rose", Verb, "fell", Verb),
            ("rise", Noun, "drop", Noun),
            ("won", Verb, "lost", Verb),
            ("survived", Verb, "destroyed", Verb),
            ("arrest", Noun, "freed", Verb),
            ("guilty", Adjective, "innocent", Adjective),
            ("dead", Adjective, "alive", Adjective),
            ("called off", Verb, "went ahead", Verb),
            ("accepts", Verb, "turned down", Verb),
        ];
        for (a, a_pos, b, b_pos) in pairs {
            assert!(opposed(a, a_pos, b, b_pos) && opposed(b, b_pos, a, a_pos), "{a} {b}");
            assert!(!same_outcome(a, a_pos, b, b_pos), "{a} {b}");
        }
        let same = [
            ("dismissal", Noun, "ouster", Noun),
            ("ousted", Verb, "firing", Noun),
            ("quit", Verb, "resigned", Verb),
            ("died", Verb, "perished", Verb),
        ];
        for (a, a_pos, b, b_pos) in same {
            assert!(same_outcome(a, a_pos, b, b_pos) && !opposed(a, a_pos, b, b_pos), "{a} {b}");
        }
        assert!(!opposed("", Verb, "", Verb) && !opposed("walk", Verb, "sing", Verb));
    }
}
