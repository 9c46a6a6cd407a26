//! Where something lies, or where what happens once happened to it.

use std::ops::Range;

use smol_str::SmolStr;

use super::{
    Trait,
    kind::{Described, area},
    opening::Opening,
};
use crate::{
    facts::claim::{clause::Clauses, gist::is_negator},
    language::{Sentence, lexicon, model::Upos},
};

/// The most words of a place's name.
const LONGEST: usize = 4;

/// Places behind "is in", "located in", "a city in", "born in", "was shot in".
pub fn places(clauses: &Clauses, opening: &Opening, described: Option<&Described>) -> Vec<(Trait, Range<usize>)> {
    let sentence = clauses.sentence();
    let mut found = Vec::new();
    for i in opening.told().filter(|&i| i > 0 && matches!(sentence.word(i), "in" | "from")) {
        let stretch = opening.stretch(i);
        let before = sentence.lower(i - 1);
        let occasion = match before.as_str() {
            "located" | "situated" | "headquartered" | "based" => Some("location"),
            "is" | "are" | "lies" if i == opening.verb + 1 => Some("location"),
            "originated" | "originating" | "originates" => Some("origin"),
            "born" => Some("birth"),
            _ if described.is_some_and(|d| d.tokens.end == i && lies(sentence, d.head)) => Some("location"),
            _ if is_another(sentence, opening, i) => Some("location"),
            verb if sentence.word(i) == "in" => lexicon::once(verb).map(|once| once.occasion),
            _ => None,
        };
        let negated = (stretch.start.saturating_sub(1)..i).any(|j| is_negator(&sentence.lower(j)));
        let Some(occasion) = occasion.filter(|_| !negated) else { continue };
        let (names, end) = names(sentence, i + 1..stretch.end);
        if !names.is_empty() {
            found.push((Trait::Place { occasion: occasion.into(), places: names.into() }, i..end));
        }
    }
    found
}

/// Whether what stands before "in" says what else the subject is: "is the capital and the third largest city in Spain".
fn is_another(sentence: &Sentence, opening: &Opening, at: usize) -> bool {
    let told = opening.verb + 1..at;
    let copula = matches!(sentence.word(opening.verb), "is" | "was");
    let joined = told.clone().rev().find(|&i| sentence.word(i) == "and").is_some_and(|and| {
        sentence.word(and + 1) == "the"
            && (and + 2..at).all(|i| !matches!(sentence.parse.node(i).upos, Upos::Adp | Upos::Verb))
    });
    let plain = |i: usize| {
        sentence.parse.node(i).upos != Upos::Verb
            && (sentence.parse.node(i).upos != Upos::Adp || sentence.word(i) == "of")
    };
    copula && joined && lies(sentence, at - 1) && told.clone().all(plain)
}

/// Whether a noun is of something that stays where it is: a town, a school.
fn lies(sentence: &Sentence, head: usize) -> bool {
    let noun = sentence.lower(head);
    matches!(noun.as_str(), "state" | "capital" | "region" | "area" | "place" | "territory")
        || ["river", "film", "hotel"].iter().any(|other| lexicon::exclude(&noun, other))
            && ["person", "film", "animal", "company", "song"].iter().all(|other| lexicon::exclude(&noun, other))
}

/// The known places that are named from here on, up to the first word that belongs to none, and where that is.
fn names(sentence: &Sentence, range: Range<usize>) -> (Vec<SmolStr>, usize) {
    let mut found: Vec<SmolStr> = Vec::new();
    let (mut at, mut end) = (range.start, range.start);
    while at < range.end {
        let longest = (1..=LONGEST.min(range.end - at)).rev().find_map(|n| {
            let words: Vec<&str> = (at..at + n).map(|i| sentence.word(i)).collect();
            let name = words.join(" ");
            let capital = words.iter().all(|w| w.starts_with(char::is_uppercase) || *w == "and" || *w == "of");
            (capital && lexicon::places(&name).next().is_some()).then_some((name, n))
        });
        match longest {
            Some((name, n)) => {
                found.push(name.into());
                at += n;
                end = at;
            }
            None => {
                let word = sentence.word(at);
                if let Some(area) = area(word) {
                    found.push(area.into());
                    let noun = at + 1 < range.end && matches!(sentence.word(at + 1), "continent" | "region");
                    end = at + 1 + usize::from(noun);
                }
                let goes_on = word.starts_with(char::is_uppercase)
                    || matches!(
                        word,
                        "," | "and"
                            | "of"
                            | "the"
                            | "region"
                            | "continent"
                            | "state"
                            | "city"
                            | "town"
                            | "part"
                            | "county"
                    )
                    || word.ends_with("ern");
                if !goes_on {
                    break;
                }
                at += 1;
            }
        }
    }
    (found, end)
}
