//! `identity`: what seems to be one person's name, spelled in two ways.

use smol_str::SmolStr;

use super::{
    DifferenceKind, Finding, Level, Story, Told,
    post::{offices, posts},
    utterance::distance,
};
use crate::facts::{Content, Part, Word, name::PersonName};

/// How many letters of a given name may differ in a slip.
const SLIP: usize = 2;
/// A given name of fewer letters is another name with one letter changed.
const SHORTEST: usize = 4;

/// Compares the full names of two people of one surname whom nothing else tells apart: each article knows only one of them.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Called(x), Content::Called(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let (p, q) = (x.given.first()?, y.given.first()?);
    let long = p.chars().count().min(q.chars().count()) >= SHORTEST;
    let slip = long && p != q && distance(p, q) <= SLIP && may_begin_alike(p, q);
    let given = x.surname == y.surname && slip && !others(story, a, x) && !others(story, b, y);
    let office = || {
        let alone = !names(story, a, y) && !names(story, b, x);
        p != q && x.surname == y.surname && alone && hold_one_office(story, a, b)
    };
    let spelled = || !names(story, a, y) && !names(story, b, x) && same_bearer(story, a, b, x, y);
    if x.compatible(y) || !given && !spelled() && !office() {
        return None;
    }
    let why = vec![
        format!("“{}” and “{}” are much alike, and may be one person’s", x.display, y.display),
        "each article has only one of the two".into(),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Identity, level: Level::Differs, denies: None, why })
}

/// Letters that stand for one sound at the head of a name.
const SOUNDS: &[&str] = &["ckq", "gj", "aeiouy", "sz", "fp", "vw"];

/// Whether two given names may be one name misheard or misspelt: few slips are in the first letter, but Cora is not Rosa.
fn may_begin_alike(p: &str, q: &str) -> bool {
    let first = p.chars().next().zip(q.chars().next());
    first.is_some_and(|(p, q)| p == q || SOUNDS.iter().any(|sound| sound.contains(p) && sound.contains(q)))
}

/// How many words the sentences that name both must share, where their surnames differ: many are called Kelly, and many Kerry.
const SHARED: usize = 3;

/// Whether two of one given name, whose surnames differ by a letter, are told of in much the same words, "charged with the fire"; by
/// two, in a long name, where both hold one post, "Judge".
fn same_bearer(story: &Story, a: Told, b: Told, x: &PersonName, y: &PersonName) -> bool {
    if x.given.first() != y.given.first() {
        return false;
    }
    let (p, q) = (x.surname.chars().count(), y.surname.chars().count());
    // Harris is not Harrison.
    let longer = x.surname.starts_with(&*y.surname) || y.surname.starts_with(&*x.surname);
    let near = !longer && p.min(q) >= LONG && distance(&x.surname, &y.surname) <= SLIP;
    if near && x.surname.chars().next() == y.surname.chars().next() && hold_one_post(story, a, b) {
        return true;
    }
    // A letter that is missing was lost on the way.
    let slip = p == q && p > SHORTEST && distance(&x.surname, &y.surname) == 1;
    if !slip {
        return false;
    }
    let (Some(mine), Some(theirs)) = (a.sentence(story), b.sentence(story)) else { return false };
    let (mine, theirs) = (&mine.words, &theirs.words);
    let name = |word: &Word| [x, y].iter().any(|n| word.lemma == n.surname || n.given.contains(&word.lemma));
    let mut shared: Vec<&SmolStr> = mine.iter().filter(|w| !name(w)).map(|w| &w.lemma).collect();
    shared.retain(|lemma| theirs.iter().any(|v| v.lemma == **lemma));
    shared.sort_unstable();
    shared.dedup();
    shared.len() >= SHARED
}

/// A surname of so many letters is the same with two of them changed.
const LONG: usize = 7;

/// Whether both articles give the two one post.
fn hold_one_post(story: &Story, a: Told, b: Told) -> bool {
    posts(story, a).any(|post| posts(story, b).any(|other| other == post))
}

/// Whether both articles give the two one post of which there is one: "the county's medical officer".
fn hold_one_office(story: &Story, a: Told, b: Told) -> bool {
    let sole = |t| {
        let several_words = offices(story, t).filter(|(post, _)| post.len() > 1);
        several_words.filter_map(|(post, claim)| Some((post, &claim.event.parties(&Part::Whose).next()?.noun)))
    };
    sole(a).any(|office| sole(b).any(|other| other == office))
}

/// Whether the article of `told` has somebody of this name.
fn names(story: &Story, told: Told, name: &PersonName) -> bool {
    let claims = told.article_claims(story);
    claims.iter().any(|c| matches!(&c.content, Content::Called(n) if n.compatible(name)))
}

/// Whether the article names others of the same surname: then a name that is much like it may be somebody else's.
fn others(story: &Story, told: Told, name: &PersonName) -> bool {
    let claims = told.article_claims(story);
    let bearers = claims.iter().filter(|c| matches!(&c.content, Content::Called(n) if n.surname == name.surname));
    bearers.count() > 1
}
