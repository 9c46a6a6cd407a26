//! When something happened that happens to a thing once: "(born 3 May 1921)", "was released in 1987", "is a 1987 film".

use std::ops::Range;

use smol_str::SmolStr;

use super::{Trait, kind::Described, opening::Opening};
use crate::{
    facts::{DateMention, claim::clause::Clauses, date::ResolvedTime},
    language::{
        Sentence,
        lexicon::{self, Pos},
        model::Xpos,
        time::Meaning,
    },
};

/// How many tokens may stand between a verb and its time: "released in the United Kingdom on".
const REACH: usize = 8;

/// The times of what happens once.
pub fn times(clauses: &Clauses, opening: &Opening, described: Option<&Described>) -> Vec<(Trait, Range<usize>)> {
    let sentence = clauses.sentence();
    let placed: Vec<(usize, usize, &DateMention)> = clauses
        .times
        .iter()
        .filter_map(|d| clauses.tokens_in(d.time.expression.span).map(|(a, b)| (a, b, d)))
        .collect();
    let mut found = Vec::new();
    let mut deeds = Vec::new();
    let mut add = |occasion: SmolStr, time: &ResolvedTime, first: usize, last: usize| {
        if time.expression.is_point()
            && !matches!(time.expression.meaning, Meaning::Now | Meaning::Past | Meaning::Future)
        {
            found.push((Trait::Time { occasion, time: time.clone() }, first..last + 1));
        }
    };
    let in_front: Vec<_> =
        placed.iter().filter(|(a, ..)| opening.bracketed[*a] && opening.tokens.contains(a)).collect();
    let born = |first: usize| (first.saturating_sub(8)..first).any(|i| opening.bracketed[i] && is_born(sentence, i));
    match in_front.as_slice() {
        // "(3 May 1921 – 9 June 1986)"
        [(a, b, d), (c, e, f)] if is_life(d, f) => {
            add("birth".into(), &d.time, *a, *b);
            add("death".into(), &f.time, *c, *e);
        }
        [(a, b, d), ..] if born(*a) => add("birth".into(), &d.time, *a, *b),
        _ => {}
    }
    for &(first, last, date) in &placed {
        if opening.front.contains(&first) {
            // "Released in 1987, the album".
            let verb = (0..first).rev().find(|&i| sentence.parse.node(i).xpos == Xpos::Vbn);
            if let Some(occasion) = verb.and_then(|verb| happens(sentence, verb)) {
                add(occasion, &date.time, first, last);
            }
            continue;
        }
        if first < opening.tokens.start {
            // "In 2004 the band dissolved."
            if let Some(occasion) = happens(sentence, main(sentence, opening)) {
                add(occasion, &date.time, first, last);
            }
            continue;
        }
        if first <= opening.verb || first >= opening.end || opening.bracketed[first] {
            continue;
        }
        let verb = (first.saturating_sub(REACH).max(opening.verb)..first)
            .rev()
            .find(|&i| matches!(sentence.parse.node(i).xpos, Xpos::Vbn | Xpos::Vbd | Xpos::Vbz | Xpos::Vbp));
        let Some(verb) = verb else { continue };
        if verb == main(sentence, opening) && is_deed(sentence, verb) {
            deeds.push((Trait::Deed { time: date.time.clone() }, first..last + 1));
        }
        let Some(occasion) = happens(sentence, verb) else { continue };
        if is_own(sentence, opening, described, verb)
            && !(verb..first).any(|i| matches!(sentence.word(i), "of" | "to" | "for"))
        {
            add(occasion, &date.time, first, last);
        }
    }
    if let Some(described) = described
        && is_work(described)
    {
        for &year in &described.years {
            if let Some((_, _, date)) = placed.iter().find(|(a, b, _)| (*a..=*b).contains(&year)) {
                add("release".into(), &date.time, year, year);
            }
        }
    }
    found.extend(deeds);
    found
}

fn is_born(sentence: &Sentence, i: usize) -> bool {
    sentence.word(i) == "born"
}

/// Whether two dates are far enough apart to be the ends of a life.
fn is_life(first: &DateMention, second: &DateMention) -> bool {
    let year = |d: &DateMention| d.time.days.map(|days| days.first.year());
    year(first).zip(year(second)).is_some_and(|(a, b)| (10..110).contains(&(b - a)))
}

/// The main verb: the participle behind an auxiliary, or the verb itself.
fn main(sentence: &Sentence, opening: &Opening) -> usize {
    let verb = opening.verb;
    let auxiliary = matches!(sentence.word(verb), "is" | "was" | "are" | "were" | "has" | "had" | "have");
    let participle =
        (verb + 1..opening.end.min(verb + 4)).find(|&i| matches!(sentence.parse.node(i).xpos, Xpos::Vbn | Xpos::Vbd));
    if auxiliary { participle.unwrap_or(verb) } else { verb }
}

/// Whether somebody does what the verb tells, and must have been born before.
fn is_deed(sentence: &Sentence, verb: usize) -> bool {
    const DEEDS: &[&str] = &["enrol", "enroll", "graduate", "join", "marry", "retire", "study", "win", "work"];
    let lemma = lexicon::lemma(&sentence.lower(verb), Pos::Verb);
    lemma.is_some_and(|verb| DEEDS.contains(&verb.as_str()))
}

/// What the verb tells that happens once to its subject. Who "wrote a novel in 1931" may write another.
fn happens(sentence: &Sentence, verb: usize) -> Option<SmolStr> {
    let word = sentence.lower(verb);
    let passive =
        (verb.saturating_sub(3)..verb).any(|i| matches!(sentence.word(i), "is" | "was" | "are" | "were" | "been"));
    let object = sentence.parse.nodes().get(verb + 1).is_some_and(|next| {
        matches!(
            next.xpos,
            Xpos::Dt | Xpos::PrpPoss | Xpos::Prp | Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps | Xpos::Jj
        )
    });
    if object && !passive {
        return None;
    }
    match lexicon::lemma(&word, Pos::Verb)?.as_str() {
        "bear" if word != "born" => None,
        "come" if sentence.tokens.len() > verb + 1 && sentence.word(verb + 1) == "out" => Some("release".into()),
        _ if lexicon::once(&word).is_some() => lexicon::once(&word).map(|once| once.occasion.into()),
        // Whatever is done for the first time.
        base if verb > 0 && sentence.word(verb - 1) == "first" => Some(format!("first {base}").into()),
        _ => None,
    }
}

/// Whether a verb tells of the subject and of nothing that is named between them.
pub fn is_own(sentence: &Sentence, opening: &Opening, described: Option<&Described>, verb: usize) -> bool {
    let behind = described.map_or(opening.verb, |d| d.head);
    let noun = |i: usize| {
        matches!(sentence.parse.node(i).xpos, Xpos::Nn | Xpos::Nns)
            && sentence.word(i).starts_with(char::is_lowercase)
            && !opening.bracketed[i]
    };
    verb == main(sentence, opening)
        || described.is_some() && (!(behind + 1..verb).any(noun) || sentence.word(verb - 1) == ",")
}

/// Whether something is a work that is released in a year.
fn is_work(described: &Described) -> bool {
    let Trait::Kind(kind) = &described.trait_ else { return false };
    kind.heads
        .iter()
        .any(|h| ["film", "album", "song", "series", "book", "game", "play"].iter().any(|work| same_kind(h, work)))
}

fn same_kind(noun: &str, kind: &str) -> bool {
    noun == kind || lexicon::is_exclusive(noun) && lexicon::synonyms(noun, kind, Pos::Noun, 1)
}
