//! `denial` and `polarity` between what one text reports as a whole and what the other says is not so.

use smol_str::SmolStr;

use super::{Denier, DifferenceKind, Finding, Level, Story, Told, denial::may_be_so_since};
use crate::{
    compare::{
        alike::{alike, is_telling},
        set_apart::are_at_other_hours,
    },
    facts::{Content, Gist, Rebuttal, is_light, is_rank},
    language::lexicon::{self, Pos},
};

/// Compares a report with a rebuttal.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let turned = if matches!(a.claim.content, Content::Rebuttal(_)) { (a, b) } else { (b, a) };
    rebuts(a, b).filter(|_| !are_at_other_hours(story, a, b) && !may_be_so_since(story, turned))
}

fn rebuts(a: Told, b: Told) -> Option<Finding> {
    match (&a.claim.content, &b.claim.content) {
        (Content::Gist(gist), Content::Rebuttal(rebuttal)) => rebutted(gist, rebuttal, Denier::Second),
        (Content::Rebuttal(rebuttal), Content::Gist(gist)) => rebutted(gist, rebuttal, Denier::First),
        _ => None,
    }
}

fn rebutted(gist: &Gist, rebuttal: &Rebuttal, denier: Denier) -> Option<Finding> {
    // Who is no musician is no drummer either.
    let negates = rebuttal.head.is_some();
    let kind = |word: &str, other: &str| negates && lexicon::is_kind_of(other, word, Pos::Noun, 1);
    let reported = |word: &SmolStr| gist.words.iter().any(|other| alike(word, other) || kind(word, other));
    let (told, missing): (Vec<&SmolStr>, Vec<&SmolStr>) = rebuttal.denied.iter().partition(|w| reported(w));
    let by: Vec<&SmolStr> = rebuttal.by.iter().filter(|w| reported(w)).collect();
    let (kind, denies) = match &rebuttal.head {
        Some(head) => {
            let brief = gist.brief && rebuttal.brief;
            // A short text calls somebody by the surname alone.
            let called = brief && by.iter().any(|w| is_telling(w));
            let subject = gist.unnamed || rebuttal.unnamed || called || by.len() == rebuttal.by.len() && !by.is_empty();
            let whole = told.len() >= missing.len() * if brief { 2 } else { 4 } && !told.is_empty();
            if !subject
                || !whole
                || missing.iter().any(|w| is_rank(w) || is_telling(w))
                || !is_light(head) && !reported(head)
            {
                return None;
            }
            (DifferenceKind::Polarity, None)
        }
        None => {
            let telling = told.iter().chain(&by).filter(|w| is_telling(w)).count();
            // Somebody who denies one thing about a name need not deny another: most of what is denied must have been reported,
            // and something that is no name with it.
            let all = told.len() + missing.len();
            let most = told.len() * 5 >= all * 2 || by.len() > 1 && told.len() * 3 >= all;
            let thing = told.iter().any(|w| lexicon::is_word(w));
            if telling == 0 || !most || !thing || told.len() + by.len() < 2 {
                return None;
            }
            (DifferenceKind::Denial, Some(denier))
        }
    };
    let words = |all: &[&SmolStr]| all.iter().map(|w| w.as_str()).collect::<Vec<_>>().join(", ");
    let mut shared = told;
    shared.extend(by);
    let why = vec![
        format!("both speak of {}", words(&shared)),
        "one article reports it, the other says that it is not so".into(),
    ];
    Some(Finding::Differ { kind, level: Level::Differs, denies, why })
}
