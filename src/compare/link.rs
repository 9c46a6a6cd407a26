//! How sure it is that chains of different articles are the same entity, going by their names.

mod description;

use std::collections::BTreeSet;

use smol_str::SmolStr;

use self::description::{described, has_role, kind_word, shares_namesake};
use super::{ChainRef, Entity};
use crate::{
    facts::{Chain, EntityKind, acronym, clipped, name::PersonName},
    language::lexicon::{self, Class},
};

/// What two chains must share to be considered at all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKey {
    /// A surname or a part that stands for it.
    Person(SmolStr),
    /// A whole form of a name that is not a person's.
    Form(SmolStr),
    /// The letters of an organisation.
    Acronym(SmolStr),
    /// The first word of a name, when it is no ordinary word, or the last, which says what it is.
    Word(SmolStr),
    /// How the given name begins that a thing may be named by.
    Given(SmolStr),
    /// The id under which a person describes it.
    Declared(SmolStr),
}

/// The keys of a chain, each once.
pub fn keys(chain: &Chain) -> BTreeSet<NameKey> {
    let mut keys: BTreeSet<NameKey> = chain.identity.declared.iter().cloned().map(NameKey::Declared).collect();
    keys.extend(chain.identity.roles.iter().map(|role| NameKey::Word(kind_word(role))));
    if let Some(person) = &chain.identity.person {
        keys.insert(NameKey::Person(person.surname.clone()));
        keys.extend(person.short.iter().chain(person.given.first()).cloned().map(NameKey::Person));
    }
    for form in &chain.identity.forms {
        if chain.kind != EntityKind::Person || chain.identity.described {
            keys.insert(NameKey::Word(kind_word(form)));
        }
        let words = form.split(' ').count();
        keys.insert(NameKey::Form(form.clone()));
        if chain.kind == EntityKind::Person {
            continue;
        }
        let letters = acronym(form);
        if words > 2 {
            keys.insert(NameKey::Acronym(letters.into()));
        } else if words == 1 && form.len() <= 6 {
            keys.insert(NameKey::Acronym(form.clone()));
        }
        let first = form.split(' ').next().unwrap_or(form);
        if !lexicon::is_word(first) {
            keys.insert(NameKey::Word(first.into()));
        }
        match words {
            1 => keys.extend(lexicon::full_names(first).map(|full| NameKey::Given(beginning(full)))),
            _ if lexicon::is_given_name(first) => drop(keys.insert(NameKey::Given(beginning(first)))),
            _ => {}
        }
    }
    keys
}

/// The first letters of a given name, which all names share that go on from it.
fn beginning(given: &str) -> SmolStr {
    given.chars().take(TELLING).collect()
}

/// So many letters tell a name.
const TELLING: usize = 5;

/// A chain to be linked.
#[derive(Clone, Copy)]
pub struct Linked<'a> {
    pub reference: ChainRef,
    /// Equal for chains with the same kind, name and identity.
    pub shape: u64,
    /// Its article's name.
    pub name: &'a str,
    pub chain: &'a Chain,
}

/// How sure two chains are the same, going by their names alone; surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Strength {
    /// A person says so.
    Declared,
    /// The same full name, or the same form of what is not a person.
    Same,
    /// Full names that agree: initials, nicknames, letters of an organisation.
    Agreeing,
    /// A short form and a name it is short for: only where nobody else can be meant.
    Short,
    /// A given name alone.
    Given,
    /// A description without a name.
    Description,
    /// The same surname and nearly the same given name: a spelling.
    Spelling,
}

/// The evidence that two chains of different articles are the same, in words.
pub fn reason(a: &Chain, b: &Chain) -> Option<&'static str> {
    strength(a, b).map(|strength| match strength {
        Strength::Declared => "story.toml says so",
        Strength::Same => "the same full name",
        Strength::Agreeing => "full names that agree",
        Strength::Short => "a short form that fits nobody else",
        Strength::Given => "a given name that fits nobody else",
        Strength::Description => "a description that fits nobody else",
        Strength::Spelling => "nearly the same spelling",
    })
}

/// Whether a person says that two chains are not the same.
pub(super) fn set_apart(a: &Chain, b: &Chain) -> bool {
    let (x, y) = (&a.identity, &b.identity);
    let differ = |x: &Option<SmolStr>, y: &Option<SmolStr>| x.as_ref().zip(y.as_ref()).is_some_and(|(x, y)| x != y);
    let denied = |x: &Option<SmolStr>, y: &Option<SmolStr>| x.is_some() && x == y;
    differ(&x.declared, &y.declared) || denied(&x.declared, &y.apart) || denied(&x.apart, &y.declared)
}

/// Whether two chains that share a key may be the same.
pub(super) fn may_be_one(a: &Chain, b: &Chain) -> bool {
    strength(a, b).is_some() || strength(b, a).is_some()
}

pub(super) fn strength(a: &Chain, b: &Chain) -> Option<Strength> {
    if set_apart(a, b) {
        return None;
    }
    if a.identity.declared.is_some() && a.identity.declared == b.identity.declared {
        return Some(Strength::Declared);
    }
    match (&a.identity.person, &b.identity.person) {
        (Some(x), Some(y)) => {
            if !x.compatible(y) {
                let called = |x: &PersonName, y: &PersonName| {
                    x.is_full() && !y.is_full() && (x.given[0] == y.surname || x.nicknames.contains(&y.surname))
                };
                if called(x, y) || called(y, x) {
                    return Some(Strength::Given);
                }
                let surnames = || x.given == y.given && x.surname.len() > 4 && differ_in_one(&x.surname, &y.surname);
                let given = || x.surname == y.surname && spelling(&x.given[0], &y.given[0]);
                return (x.is_full() && y.is_full() && (given() || surnames())).then_some(Strength::Spelling);
            }
            Some(match (x.is_full(), y.is_full()) {
                (true, true) if x.given == y.given => Strength::Same,
                (true, true) => Strength::Agreeing,
                _ => Strength::Short,
            })
        }
        (None, None) => same_thing(a, b),
        // One article shows that it is a person's name, the other does not show what it is; or the names are the same
        // to the letter and long enough not to be so by chance.
        _ if a.identity.described || b.identity.described => {
            let kinds = a.kind == b.kind || a.kind == EntityKind::Other || b.kind == EntityKind::Other;
            (kinds && (shares_namesake(a, b) || has_role(a, b))).then_some(Strength::Description)
        }
        _ => {
            let unknown = if a.identity.person.is_none() { a.kind } else { b.kind };
            let long = a.identity.forms.iter().any(|f| f.contains(' ') && b.identity.forms.contains(f));
            (long || unknown == EntityKind::Other && shares_form(a, b)).then_some(Strength::Short)
        }
    }
}

fn same_thing(a: &Chain, b: &Chain) -> Option<Strength> {
    let kinds = a.kind == b.kind || a.kind == EntityKind::Other || b.kind == EntityKind::Other;
    if a.identity.described || b.identity.described {
        return (kinds && (described(a, b) || has_role(a, b))).then_some(Strength::Description);
    }
    if shares_form(a, b) {
        return Some(if kinds { Strength::Same } else { Strength::Short });
    }
    if !kinds {
        return None;
    }
    let letters = |x: &Chain, y: &Chain| {
        let full = x.identity.forms.iter().filter(|f| f.contains(' ')).map(|f| acronym(f));
        full.into_iter().any(|letters| letters.len() > 1 && y.identity.forms.iter().any(|f| *f == letters))
    };
    if letters(a, b) || letters(b, a) {
        return Some(Strength::Agreeing);
    }
    if is_eponym(a, b) || is_eponym(b, a) {
        return Some(Strength::Given);
    }
    let short = |x: &Chain, y: &Chain| y.identity.forms.iter().any(|f| clipped(&x.identity.forms[0], f));
    (short(a, b) || short(b, a)).then_some(Strength::Short)
}

/// A building is called by the short form of the given name in its name: "the Max" for "Maximilian Hall".
fn is_eponym(full: &Chain, short: &Chain) -> bool {
    let name = &full.identity.forms[0];
    let built = || full.kind == EntityKind::Place || lexicon::is_a(&kind_word(name), Class::Structure, 3);
    let called = |form: &SmolStr| name.split_once(' ').is_some_and(|(given, _)| is_short_for(form, given));
    short.identity.forms.iter().any(|form| !form.contains(' ') && called(form)) && built()
}

/// Whether a word is a nickname of a given name, or of one that it goes on from: "Gus" of "August" and "Augustin".
fn is_short_for(short: &str, given: &str) -> bool {
    lexicon::full_names(short).any(|full| full == given || full.len() >= TELLING && given.starts_with(full))
}

fn shares_form(a: &Chain, b: &Chain) -> bool {
    a.identity.forms.iter().any(|f| b.identity.forms.contains(f))
}

/// Whether two given names are nearly the same: at most two letters differ, and most do not.
fn spelling(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longest = a.len().max(b.len());
    longest >= 4 && distance(&a, &b) <= 2.min(longest / 2)
}

/// Whether two surnames differ in one letter.
fn differ_in_one(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    distance(&a, &b) == 1
}

/// Edit distance (Levenshtein 1966).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}

/// The entity of chains that belong together.
pub fn entity(chains: &[Linked], cluster: &[usize]) -> Entity {
    let members = cluster.iter().map(|&i| chains[i].chain);
    let kind = members.clone().map(|c| c.kind).find(|k| *k != EntityKind::Other).unwrap_or(EntityKind::Other);
    // The longest form; of equally long ones the first in order.
    let described = members.clone().all(|c| c.identity.described);
    let named = members.clone().filter(|c| described || !c.identity.described);
    let name = named.map(|c| &c.name).rev().max_by_key(|n| n.chars().count()).cloned().unwrap_or_default();
    let chains = cluster.iter().map(|&i| chains[i].reference).collect();
    match members.clone().find(|c| c.identity.declared.is_some()) {
        Some(known) => {
            let (kind, name, declared) = (known.kind, known.name.clone(), known.identity.declared.clone());
            Entity { kind, name, described: false, declared, chains }
        }
        None => Entity { kind, name, described, declared: None, chains },
    }
}
