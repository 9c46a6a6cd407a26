//! Names of persons: given names with their usual gender, short forms, particles and suffixes of surnames.
//!
//! The `human_name` crate, which compares whole names, has a table of nicknames of its own, but shows it only through
//! `Name::consistent_with`, on two parsed full names. That test errs on the side of a match by design: any name is consistent
//! with one that begins like it ("Jan Doe" with "Jane Doe", "Mari" with "Mario"). So it is right for asking whether two
//! full names *may* be the same person, and this table is for asking whether one given name *is* a short form of another.

use std::sync::LazyLock;

use super::{
    is_written_as,
    key::Key,
    table::{Table, entries, list},
    wordnet::{Naming, wordnet},
};

/// The gender of the people a word stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Gender {
    Female,
    Male,
    /// Of any gender.
    Either,
}

impl Gender {
    pub(super) fn parse(word: &str) -> Option<Gender> {
        Some(match word {
            "female" => Gender::Female,
            "male" => Gender::Male,
            "either" => Gender::Either,
            _ => return None,
        })
    }

    /// Whether the two can be of one person.
    pub fn agrees(self, other: Gender) -> bool {
        self == other || self == Gender::Either || other == Gender::Either
    }
}

/// The gender that `name` usually has as a given name; `None` when it is none that we know.
///
/// ```
/// use twosource::language::lexicon::{Gender, given_name};
///
/// assert_eq!(given_name("Ngozi"), Some(Gender::Female));
/// assert_eq!(given_name("CHUCK"), Some(Gender::Male));
/// assert_eq!(given_name("Robin"), Some(Gender::Either));
/// assert_eq!(given_name("Tuesday"), None);
/// ```
pub fn given_name(name: &str) -> Option<Gender> {
    GIVEN_NAMES.get(name).copied().or_else(|| {
        let mut meanings = NICKNAMES.get(name)?.iter().filter_map(|full| GIVEN_NAMES.get(full));
        let first = *meanings.next()?;
        Some(if meanings.all(|&gender| gender == first) { first } else { Gender::Either })
    })
}

/// Whether `name` is a given name, ours or of one of the people in WordNet. Rarer names are found so than by
/// [`given_name`], and less surely.
pub fn is_given_name(name: &str) -> bool {
    let naming = || wordnet().look_up(&Key::new(name)?)?.naming();
    given_name(name).is_some() || naming().is_some_and(Naming::is_given)
}

/// Whether one of the two is a short form of the other: "Chuck" of "Charles".
///
/// ```
/// use twosource::language::lexicon::nickname_of;
///
/// assert!(nickname_of("Peg", "Margaret") && nickname_of("William", "Bill"));
/// assert!(!nickname_of("Peg", "Maggie") && !nickname_of("Jan", "Jane"));
/// ```
pub fn nickname_of(a: &str, b: &str) -> bool {
    let names = |short, full: &str| {
        NICKNAMES.get(short).is_some_and(|names| {
            let full = Key::new(full);
            full.is_some_and(|full| names.contains(&&*full))
        })
    };
    names(a, b) || names(b, a)
}

/// The given names that a word is a short form of, folded.
pub fn full_names(short: &str) -> impl Iterator<Item = &'static str> {
    NICKNAMES.get(short).into_iter().flat_map(|names| names.iter().copied())
}

/// Whether two given names can be one person's: the same in any spelling of the tables, one a short form of the
/// other, or both short forms of one name ("Bob", "Rob").
pub fn may_be_same_given_name(a: &str, b: &str) -> bool {
    let full = |short: &str| NICKNAMES.get(short).map_or(&[][..], |names| names);
    same(a, b) || nickname_of(a, b) || full(a).iter().any(|name| full(b).contains(name))
}

fn same(a: &str, b: &str) -> bool {
    a == b || matches!((Key::new(a), Key::new(b)), (Some(a), Some(b)) if *a == *b)
}

/// Whether `word` may stand small inside a surname: "van", "de", "bin".
pub fn is_name_particle(word: &str) -> bool {
    NAME_PARTICLES.contains(word)
}

/// What stands after a person's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum NameSuffix {
    /// "Jr.", "III".
    Generation,
    /// "OBE", "QC".
    Honour,
    /// A post: "MP", "Esq."
    Office,
    /// "MD", "Ph.D."
    Degree,
}

/// What `word` is after a person's name; letters in capitals count only in capitals. The first kind where a suffix has several.
///
/// ```
/// use twosource::language::lexicon::{NameSuffix, name_suffix};
///
/// assert_eq!(name_suffix("Jr."), Some(NameSuffix::Generation));
/// assert_eq!(name_suffix("Ph.D."), Some(NameSuffix::Degree));
/// assert_eq!(name_suffix("am"), None);
/// ```
pub fn name_suffix(word: &str) -> Option<NameSuffix> {
    let &(written, suffix) = NAME_SUFFIXES.get(word)?;
    (word.starts_with(char::is_uppercase) && is_written_as(word, written)).then_some(suffix)
}

static GIVEN_NAMES: LazyLock<Table<Gender>> =
    LazyLock::new(|| Table::read(include_str!("../data/given_names.txt"), Gender::parse));

static NICKNAMES: LazyLock<Table<Box<[&'static str]>>> =
    LazyLock::new(|| Table::read(include_str!("../data/nicknames.txt"), |names| Some(list(names).collect())));

static NAME_PARTICLES: LazyLock<Table<()>> =
    LazyLock::new(|| Table::read(include_str!("../data/name_particles.txt"), |_| Some(())));

static NAME_SUFFIXES: LazyLock<Table<(&'static str, NameSuffix)>> = LazyLock::new(|| {
    Table::new(entries(include_str!("../data/name_suffixes.txt")).filter_map(|(written, kinds)| {
        let kind = match kinds.split(' ').next()? {
            "generation" => NameSuffix::Generation,
            "honour" => NameSuffix::Honour,
            "office" => NameSuffix::Office,
            "degree" => NameSuffix::Degree,
            _ => return None,
        };
        Some((written, (written, kind)))
    }))
});
