//! Which chains of different articles are the same entity: full names first, then short ones where only one can be meant.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::{ArticleId, ChainRef, Entity};
use crate::{
    facts::{Chain, EntityKind, acronym, clipped, name::PersonName},
    language::lexicon,
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
    /// The id under which a person describes it.
    Declared(SmolStr),
}

/// The keys of a chain, each once.
pub fn keys(chain: &Chain) -> BTreeSet<NameKey> {
    let mut keys: BTreeSet<NameKey> = chain.identity.declared.iter().cloned().map(NameKey::Declared).collect();
    keys.extend(chain.identity.roles.iter().map(|role| NameKey::Word(last_word(role).into())));
    if let Some(person) = &chain.identity.person {
        keys.insert(NameKey::Person(person.surname.clone()));
        keys.extend(person.short.iter().chain(person.given.first()).cloned().map(NameKey::Person));
    }
    for form in &chain.identity.forms {
        if chain.kind != EntityKind::Person || chain.identity.described {
            keys.insert(NameKey::Word(last_word(form).into()));
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
        if let Some(first) = form.split(' ').next().filter(|w| !lexicon::is_word(w)) {
            keys.insert(NameKey::Word(first.into()));
        }
    }
    keys
}

/// Whether a change from `was` to `is` leaves all links as they are.
pub fn alike(was: &Chain, is: &Chain) -> bool {
    was.kind == is.kind && was.name == is.name && was.identity == is.identity
}

/// How sure two chains are the same, going by their names alone; surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Strength {
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

/// Sorts chains, given with their articles' names and in that order, into entities. Chains of one article stay apart:
/// the article itself tells them apart.
pub fn clusters(chains: &[(ChainRef, &str, &Chain)]) -> Vec<Entity> {
    let mut clusters: Vec<Vec<usize>> = (0..chains.len()).map(|i| vec![i]).collect();
    let mut pairs: Vec<(Strength, usize, usize)> = Vec::new();
    for i in 0..chains.len() {
        for j in i + 1..chains.len() {
            if chains[i].0.article != chains[j].0.article
                && let Some(strength) = strength(chains[i].2, chains[j].2)
            {
                pairs.push((strength, i, j));
            }
        }
    }
    pairs.sort();
    for (strength, i, j) in &pairs {
        let (a, b) = (cluster_of(&clusters, *i), cluster_of(&clusters, *j));
        if a == b || !may_join(chains, &clusters[a], &clusters[b]) {
            continue;
        }
        let only = |from: usize, to: usize| is_only_one(chains, &clusters, &pairs, *strength, from, to);
        if *strength >= Strength::Short && !(only(*i, b) && only(*j, a)) {
            continue;
        }
        let joined = clusters[b].clone();
        clusters[a].extend(joined);
        clusters[a].sort_unstable();
        clusters.remove(b);
    }
    clusters.into_iter().map(|cluster| entity(chains, &cluster)).collect()
}

fn cluster_of(clusters: &[Vec<usize>], chain: usize) -> usize {
    clusters.iter().position(|c| c.contains(&chain)).unwrap_or_default()
}

/// Whether chain `from` can mean nobody but cluster `to`: every other cluster that it could join as well, and that has no
/// chain of its article, may be the same as `to`, and as the others. Of several people with one surname, those are meant
/// whom some article calls by it alone.
fn is_only_one(
    chains: &[(ChainRef, &str, &Chain)],
    clusters: &[Vec<usize>],
    pairs: &[(Strength, usize, usize)],
    strength: Strength,
    from: usize,
    to: usize,
) -> bool {
    let article: ArticleId = chains[from].0.article;
    let mut candidates = BTreeSet::from([to]);
    for (other, i, j) in pairs {
        let with = if *i == from { *j } else { *i };
        if *other <= strength && (*i == from || *j == from) {
            let cluster = cluster_of(clusters, with);
            if !clusters[cluster].iter().any(|&c| chains[c].0.article == article) {
                candidates.insert(cluster);
            }
        }
    }
    let bare = chains[from].2.identity.person.as_ref().filter(|p| !p.is_full()).map(|p| &p.surname);
    if let Some(bare) = bare {
        let called = |cluster: &usize| clusters[*cluster].iter().any(|&c| chains[c].2.identity.forms.contains(bare));
        if called(&to) {
            candidates.retain(called);
        }
    }
    let candidates: Vec<usize> = candidates.into_iter().collect();
    let agree = |a: usize, b: usize| {
        let (a, b) = (&clusters[a], &clusters[b]);
        let alike = a.iter().any(|&i| b.iter().any(|&j| self::strength(chains[i].2, chains[j].2).is_some()));
        alike && may_join(chains, a, b)
    };
    candidates.iter().enumerate().all(|(i, &a)| candidates[i + 1..].iter().all(|&b| agree(a, b)))
}

/// No article twice, and nobody in one that contradicts somebody in the other.
fn may_join(chains: &[(ChainRef, &str, &Chain)], a: &[usize], b: &[usize]) -> bool {
    a.iter().all(|&i| {
        b.iter().all(|&j| {
            let (left, right) = (&chains[i], &chains[j]);
            let contradict = match (&left.2.identity.person, &right.2.identity.person) {
                _ if set_apart(left.2, right.2) => true,
                (Some(x), Some(y)) => x.is_full() && y.is_full() && strength(left.2, right.2).is_none(),
                _ => false,
            };
            left.0.article != right.0.article && !contradict
        })
    })
}

/// Whether a person says that two chains are not the same.
fn set_apart(a: &Chain, b: &Chain) -> bool {
    let (x, y) = (&a.identity, &b.identity);
    let differ = |x: &Option<SmolStr>, y: &Option<SmolStr>| x.as_ref().zip(y.as_ref()).is_some_and(|(x, y)| x != y);
    let denied = |x: &Option<SmolStr>, y: &Option<SmolStr>| x.is_some() && x == y;
    differ(&x.declared, &y.declared) || denied(&x.declared, &y.apart) || denied(&x.apart, &y.declared)
}

fn strength(a: &Chain, b: &Chain) -> Option<Strength> {
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
        _ if a.identity.described || b.identity.described => has_role(a, b).then_some(Strength::Description),
        _ => {
            let unknown = if a.identity.person.is_none() { a.kind } else { b.kind };
            let long = a.identity.forms.iter().any(|f| f.contains(' ') && b.identity.forms.contains(f));
            (long || unknown == EntityKind::Other && shares_form(a, b)).then_some(Strength::Short)
        }
    }
}

fn same_thing(a: &Chain, b: &Chain) -> Option<Strength> {
    if a.identity.described || b.identity.described {
        return (described(a, b) || has_role(a, b)).then_some(Strength::Description);
    }
    let kinds = a.kind == b.kind || a.kind == EntityKind::Other || b.kind == EntityKind::Other;
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
    let short = |x: &Chain, y: &Chain| y.identity.forms.iter().any(|f| clipped(&x.identity.forms[0], f));
    (short(a, b) || short(b, a)).then_some(Strength::Short)
}

/// A description fits the other's name or is the same as its description: "the armory" and "Otis Hill Armory".
fn described(a: &Chain, b: &Chain) -> bool {
    let fits = |description: &Chain, named: &Chain| {
        let ends = |name: &SmolStr, form: &SmolStr| name.strip_suffix(form.as_str()).is_some_and(|r| r.ends_with(' '));
        description.identity.described
            && description.identity.forms.iter().any(|form| named.identity.forms.iter().any(|name| ends(name, form)))
    };
    a.identity.described && b.identity.described && shares_description(a, b) || fits(a, b) || fits(b, a)
}

/// Two descriptions are the same, or one says more than the other: "the curtain" and "the painted curtain".
fn shares_description(a: &Chain, b: &Chain) -> bool {
    let within = |x: &str, y: &str| x.split(' ').all(|word| y.split(' ').any(|other| other == word));
    a.identity.forms.iter().any(|x| {
        let alike = |y: &SmolStr| last_word(x) == last_word(y) && (within(x, y) || within(y, x));
        b.identity.forms.iter().any(|y| x == y || alike(y))
    })
}

/// A description fits what the other article calls somebody: "the night watchman" and "the watchman, Tibor".
fn has_role(a: &Chain, b: &Chain) -> bool {
    let fits = |description: &Chain, person: &Chain| {
        description.identity.forms.iter().any(|form| {
            person.identity.roles.iter().any(|role| {
                let within = |x: &str, y: &str| x.split(' ').all(|word| y.split(' ').any(|other| other == word));
                let past = role.split(' ').any(|word| matches!(word, "former" | "ex" | "late"));
                !past && last_word(form) == last_word(role) && (within(form, role) || within(role, form))
            })
        })
    };
    fits(a, b) || fits(b, a)
}

fn last_word(form: &str) -> &str {
    form.rsplit(' ').next().unwrap_or(form)
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

fn entity(chains: &[(ChainRef, &str, &Chain)], cluster: &[usize]) -> Entity {
    let members = cluster.iter().map(|&i| chains[i].2);
    let kind = members.clone().map(|c| c.kind).find(|k| *k != EntityKind::Other).unwrap_or(EntityKind::Other);
    // The longest form; of equally long ones the first in order.
    let named = members.clone().filter(|c| !c.identity.described || members.clone().all(|c| c.identity.described));
    let name = named.map(|c| &c.name).rev().max_by_key(|n| n.chars().count()).cloned().unwrap_or_default();
    let described = members.clone().all(|c| c.identity.described);
    if let Some(known) = members.clone().find(|c| c.identity.declared.is_some()) {
        let (kind, name, declared) = (known.kind, known.name.clone(), known.identity.declared.clone());
        return Entity {
            kind,
            name,
            described: false,
            declared,
            chains: cluster.iter().map(|&i| chains[i].0).collect(),
        };
    }
    Entity { kind, name, described, declared: None, chains: cluster.iter().map(|&i| chains[i].0).collect() }
}
