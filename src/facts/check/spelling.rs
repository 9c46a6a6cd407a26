//! A person's name that is spelt in two ways.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::{Check, CheckKind, Read};
use crate::facts::{
    Chain, EntityKind, MentionKind,
    name::{PersonName, genders_clash},
};

/// Names of fewer letters differ by one too often to be the same.
const SHORTEST: usize = 5;
/// The same, of a surname that stands alone.
const SHORTEST_ALONE: usize = 6;

/// Looks at the names of people that the article takes for two and that are one letter apart in one part, and the same in all
/// others. The cost follows the number of names: those that are one letter apart share what is left without that letter.
pub fn checks(read: &Read, found: &mut Vec<Check>) {
    let people: Vec<(&Chain, &PersonName)> =
        read.chains.iter().filter_map(|chain| Some((chain, chain.identity.person.as_ref()?))).collect();
    let people: Vec<_> = people.into_iter().filter(|(chain, _)| chain.kind == EntityKind::Person).collect();
    let mut without_one: FxHashMap<SmolStr, Vec<usize>> = FxHashMap::default();
    for (number, (_, name)) in people.iter().enumerate() {
        for part in [Some(&name.surname), name.given.first()].into_iter().flatten() {
            for left in shortened(part) {
                let of = without_one.entry(left).or_default();
                if of.last() != Some(&number) {
                    of.push(number);
                }
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for of in without_one.values().filter(|of| of.len() < MOST) {
        pairs.extend(of.iter().enumerate().flat_map(|(i, &a)| of[i + 1..].iter().map(move |&b| (a, b))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (a, b) in pairs {
        if !one_person(people[a].1, people[b].1) {
            continue;
        }
        // The rarer spelling is marked; of equally rare ones the later.
        let named = |chain: &Chain| {
            let mentions = chain.mentions.iter().map(|id| &read.mentions[id.0 as usize]);
            mentions.filter(|m| m.kind == MentionKind::Name).count()
        };
        let (first, second) = (people[a].0, people[b].0);
        let (usual, rare) = if named(first) >= named(second) { (first, second) } else { (second, first) };
        let alone = |chain: &Chain| chain.identity.person.as_ref().is_some_and(|name| !name.is_full());
        if alone(usual) && !alone(rare) {
            continue;
        }
        let place = |chain: &Chain| read.mentions[chain.introduction.0 as usize].head;
        let why = format!("{} and {} are one letter apart", rare.name, usual.name);
        found.push(Check { kind: CheckKind::Spelling, at: place(rare), with: place(usual), why });
    }
}

/// More names than this that are one letter apart are no misspellings.
const MOST: usize = 8;

/// A word, and the word without each of its letters.
fn shortened(word: &str) -> impl Iterator<Item = SmolStr> + '_ {
    let without = word.char_indices().map(|(at, c)| [&word[..at], &word[at + c.len_utf8()..]].concat().into());
    without.chain([word.into()])
}

/// Whether two names that an article takes for two people's are likely one, misspelt.
fn one_person(a: &PersonName, b: &PersonName) -> bool {
    if genders_clash(a.likely_gender(), b.likely_gender()) || a.suffix != b.suffix {
        return false;
    }
    match (a.given.first(), b.given.first()) {
        (Some(x), Some(y)) if x == y => one_letter_apart(&a.surname, &b.surname, SHORTEST),
        (Some(x), Some(y)) => a.surname == b.surname && one_letter_apart(x, y, SHORTEST),
        (None, None) => false,
        _ => one_letter_apart(&a.surname, &b.surname, SHORTEST_ALONE),
    }
}

/// Whether one letter is changed, left out, doubled or exchanged with the next one. That of a plural or a possessive, which
/// stands at the end, does not count.
fn one_letter_apart(a: &str, b: &str, shortest: usize) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a == b || x.len().min(y.len()) < shortest {
        return false;
    }
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if long.strip_suffix('s') == Some(short) {
        return false;
    }
    let front = x.iter().zip(&y).take_while(|(p, q)| p == q).count();
    let back = x[front..].iter().rev().zip(y[front..].iter().rev()).take_while(|(p, q)| p == q).count();
    match (x.len() - front - back, y.len() - front - back) {
        (1, 1) | (0, 1) | (1, 0) => true,
        (2, 2) => x[front] == y[front + 1] && x[front + 1] == y[front],
        _ => false,
    }
}
