//! `identity`, `time`, `place` and `participant` of attributes: what somebody or something is, when it began, where it lies,
//! who made it.

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::entities,
    facts::{Attribute, Content, Kind, Part, Subject, Trait},
    language::{
        Relation,
        lexicon::{self, Field, Pos},
    },
};

/// Compares two attributes of one thing.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Attribute(x), Content::Attribute(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if x.trait_.slot() != y.trait_.slot() || !same_subject(story, a, b, x, y) {
        return None;
    }
    let brief = x.subject.brief && y.subject.brief;
    let (kind, why) = match (&x.trait_, &y.trait_) {
        (Trait::Kind(x), Trait::Kind(y)) if x.negated || y.negated => (DifferenceKind::Polarity, denied(x, y, brief)?),
        (Trait::Kind(x), Trait::Kind(y)) => match kinds(&x.heads, &y.heads, brief && x.indefinite && y.indefinite) {
            Some(Fit::Apart(why)) => (DifferenceKind::Identity, why),
            None if brief => (DifferenceKind::Identity, fields(x, y)?),
            None => return None,
            Some(Fit::Same) => {
                let apart = origins(&x.origins, &y.origins, x.only || y.only);
                match apart.or_else(|| fields(x, y).filter(|_| brief)) {
                    Some(why) => (DifferenceKind::Identity, why),
                    None => return Some(Finding::Agree),
                }
            }
        },
        (Trait::Time { time: t, .. }, Trait::Time { time: u, .. }) => match t.relation_to(u) {
            Relation::Disjoint => (DifferenceKind::Time, format!("{} and {} are not the same time", t.value, u.value)),
            Relation::Same | Relation::Compatible(_) => return Some(Finding::Agree),
            Relation::Unknown => return None,
        },
        (Trait::Time { time: birth, .. }, Trait::Deed { time: deed })
        | (Trait::Deed { time: deed }, Trait::Time { time: birth, .. }) => {
            let (birth_day, deed_day) = (birth.days?, deed.days?);
            // An article that dates such a deed itself knows of its birth.
            if deed_day.last > birth_day.first || tells_deed(story, a) && tells_deed(story, b) {
                return None;
            }
            (DifferenceKind::Time, format!("nobody born on {} does that on {}", birth.value, deed.value))
        }
        (Trait::Rank { rank: m, .. }, Trait::Rank { rank: n, .. }) => {
            if m == n {
                return Some(Finding::Agree);
            }
            if !brief {
                return None;
            }
            (DifferenceKind::Quantity, format!("number {m} and number {n} of its kind"))
        }
        (Trait::Place { places: p, .. }, Trait::Place { places: q, .. }) => match apart(p, q)? {
            true => (DifferenceKind::Place, format!("{} is not in {}", p.join(", "), q.join(", "))),
            false => return Some(Finding::Agree),
        },
        (Trait::Maker { names: n, sole, .. }, Trait::Maker { names: m, .. }) => {
            let shared = |n: &[SmolStr], m: &[SmolStr]| n.iter().any(|w| m.contains(w));
            if n.iter().any(|n| m.iter().any(|m| shared(n, m))) {
                return Some(Finding::Agree);
            }
            // "ABC" and "ADC": a slip.
            if n.iter().any(|n| m.iter().any(|m| is_slip(n, m))) {
                return None;
            }
            // One of several may be named alone, unless the other text names several.
            if !sole && n.len().max(m.len()) < 2 {
                return None;
            }
            (DifferenceKind::Participant, "other people are named".into())
        }
        _ => return None,
    };
    let why = vec![format!("both give an attribute of the same ({})", x.trait_.slot()), why];
    Some(Finding::Differ { kind, level: Level::Differs, denies: None, why })
}

/// Whether an article dates what somebody did.
fn tells_deed(story: &Story, told: Told) -> bool {
    let claims = told.article_claims(story);
    claims.iter().any(|c| matches!(&c.content, Content::Attribute(Attribute { trait_: Trait::Deed { .. }, .. })))
}

/// Whether two names of one word are one letter apart.
fn is_slip(n: &[SmolStr], m: &[SmolStr]) -> bool {
    let ([n], [m]) = (n, m) else { return false };
    n.len() == m.len() && n.bytes().zip(m.bytes()).filter(|(x, y)| x != y).count() == 1
}

/// Whether both are of one thing: the same entity, or the same name in two short texts, or the only thing that both can be of.
fn same_subject(story: &Story, a: Told, b: Told, x: &Attribute, y: &Attribute) -> bool {
    let (mine, theirs) = (entities(story, a, &Part::Patient), entities(story, b, &Part::Patient));
    if mine.intersection(&theirs).next().is_some() {
        return true;
    }
    let (s, t) = (&x.subject, &y.subject);
    s.brief && t.brief && (s.unnamed != t.unnamed || alike(s, t))
}

/// Whether a name of one has the words of a name of the other.
fn alike(s: &Subject, t: &Subject) -> bool {
    let within = |a: &[SmolStr], b: &[SmolStr]| a.iter().all(|w| b.contains(w));
    s.names.iter().any(|n| t.names.iter().any(|m| within(n, m) || within(m, n)))
}

/// Whether one says that it is a thing of a kind, the other that it is none: who is no musician is no drummer. Of `brief` texts what
/// is denied in the same word is a rebuttal.
fn denied(x: &Kind, y: &Kind, brief: bool) -> Option<String> {
    let (told, denied) = if x.negated { (y, x) } else { (x, y) };
    let is = |noun: &SmolStr, kind: &SmolStr| match noun == kind {
        true => !brief,
        false => lexicon::is_kind_of(noun, kind, Pos::Noun, 1),
    };
    let found = told.heads.iter().find(|noun| denied.heads.iter().any(|kind| is(noun, kind)));
    let found = found.filter(|_| x.negated != y.negated)?;
    Some(format!("one says that it is a {found}, the other that it is no {}", denied.heads.join(", ")))
}

/// Whether both are of fields that do not go together, whatever is compared: a tennis player and a golfer, a horror film and a
/// romantic comedy.
fn fields(x: &Kind, y: &Kind) -> Option<String> {
    let apart = |a: &Field| y.fields.iter().all(|b| lexicon::fields_clash(*a, *b));
    let clash = !x.fields.is_empty() && !y.fields.is_empty() && x.fields.iter().all(apart);
    clash.then(|| "it is hardly ever of both fields".into())
}

enum Fit {
    Same,
    Apart(String),
}

/// Whether two things of these kinds can be one. Two texts that define somebody ("is a senator") name what matters about them.
/// `None` where nobody can tell.
fn kinds(a: &[SmolStr], b: &[SmolStr], defining: bool) -> Option<Fit> {
    // "Is an American": nothing but where from.
    if a.is_empty() || b.is_empty() {
        return Some(Fit::Same);
    }
    let akin = |x: &SmolStr, y: &SmolStr| {
        x == y
            || lexicon::is_kind_of(x, y, Pos::Noun, 2)
            || lexicon::is_kind_of(y, x, Pos::Noun, 2)
            || lexicon::synonyms(x, y, Pos::Noun, 2)
    };
    if a.iter().any(|x| b.iter().any(|y| akin(x, y))) {
        return Some(Fit::Same);
    }
    // Who is an actress and a model is a person, whatever else a model may be.
    let any = |test: fn(&str, &str) -> bool| a.iter().any(|x| b.iter().any(|y| test(x, y)));
    let all = |test: fn(&str, &str) -> bool| a.iter().all(|x| b.iter().all(|y| test(x, y)));
    let why = || format!("“{}” and “{}” exclude each other", a.join(", "), b.join(", "));
    if any(lexicon::exclude) {
        return Some(Fit::Apart(why()));
    }
    (defining && all(lexicon::unrelated_people)).then(|| Fit::Apart(why()))
}

/// Where adjectives name other countries; `only` where one text says that there is but one.
fn origins(a: &[&'static str], b: &[&'static str], only: bool) -> Option<String> {
    let place = |name: &str| lexicon::places(name).next();
    let related = |x: &&'static str, y: &&'static str| {
        x == y || place(x).zip(place(y)).is_none_or(|(p, q)| lexicon::lies_in(p, q) != Some(false))
    };
    let meets = |x: &&'static str| b.iter().any(|y| related(x, y));
    let apart = !a.is_empty() && !b.is_empty() && !a.iter().any(meets);
    let more = only && !a.is_empty() && !b.is_empty() && a.len() != b.len();
    (apart || more).then(|| format!("{} and {}", a.join(", "), b.join(", ")))
}

/// Whether no place of one lies in or around one of the other; `None` where that is not known.
fn apart(a: &[SmolStr], b: &[SmolStr]) -> Option<bool> {
    let mut known = false;
    for x in a {
        for y in b {
            // A name of several places may be any of them.
            let fits: Vec<Option<bool>> =
                lexicon::places(x).flat_map(|p| lexicon::places(y).map(move |q| lexicon::lies_in(p, q))).collect();
            if fits.contains(&Some(true)) {
                return Some(false);
            }
            known |= !fits.is_empty() && fits.iter().all(|f| *f == Some(false));
        }
    }
    known.then_some(true)
}
