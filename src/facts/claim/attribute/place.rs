//! Where something lies, or where what happens once happened to it.

use std::ops::Range;

use smol_str::SmolStr;

use super::{Trait, kind::Described, opening::Opening};
use crate::{
    facts::claim::{clause::Clauses, gist::is_negator},
    language::{Sentence, lexicon},
};

/// The most words of a place's name.
const LONGEST: usize = 4;

/// Places behind "is in", "located in", "a city in", "born in", "was shot in".
pub fn places(clauses: &Clauses, opening: &Opening, described: Option<&Described>) -> Vec<(Trait, Range<usize>)> {
    let sentence = clauses.sentence();
    let mut found = Vec::new();
    for i in opening.verb + 1..opening.end {
        if opening.bracketed[i] || !matches!(sentence.word(i), "in" | "from") {
            continue;
        }
        let before = sentence.word(i - 1).to_lowercase();
        let occasion = match before.as_str() {
            "located" | "situated" | "headquartered" | "based" => Some("location"),
            "is" | "are" | "lies" if i == opening.verb + 1 => Some("location"),
            "originated" | "originating" | "originates" => Some("origin"),
            "born" => Some("birth"),
            _ if described.is_some_and(|d| d.tokens.end == i && lies(sentence, d.head)) => Some("location"),
            verb if sentence.word(i) == "in" => lexicon::once(verb).map(|once| once.occasion),
            _ => None,
        };
        let negated = (opening.verb..i).any(|j| is_negator(&sentence.word(j).to_lowercase()));
        let Some(occasion) = occasion.filter(|_| !negated) else { continue };
        let (names, end) = names(sentence, i + 1..opening.end);
        if !names.is_empty() {
            found.push((Trait::Place { occasion: occasion.into(), places: names.into() }, i..end));
        }
    }
    found
}

/// Whether a noun is of something that stays where it is: a town, a school.
fn lies(sentence: &Sentence, head: usize) -> bool {
    let noun = sentence.word(head).to_lowercase();
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
                let goes_on = word.starts_with(char::is_uppercase)
                    || matches!(
                        word,
                        "," | "and" | "of" | "the" | "region" | "state" | "city" | "town" | "part" | "county"
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
