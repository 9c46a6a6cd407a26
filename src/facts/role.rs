//! What an article calls somebody: the title before the name, the apposition behind it.

use std::ops::Range;

use super::name::Word;
use crate::language::{
    Sentence, TokenKind,
    lexicon::{self, Class},
    model::{Upos, Xpos},
};

/// The tokens of the role that stands beside the name: "acting deputy attorney general" before it, or "the mayor of
/// New York" behind its comma. Courtesy titles are no roles.
pub fn role(sentence: &Sentence, words: &[Word], title: &Range<usize>, name: &Range<usize>) -> Option<Range<usize>> {
    if words[title.clone()].iter().any(|w| lexicon::is_role_head(&w.lower)) {
        return Some(title.clone());
    }
    let before = || before_comma(words, title.start.min(name.start)).filter(|_| !is_fronted(sentence, name.end));
    apposition(sentence, words, name.end).or_else(before)
}

/// Whether the comma before a name that ends here closes what is set before its clause: "after calling her mother, Jo Hunt was
/// told".
pub fn is_fronted(sentence: &Sentence, end: usize) -> bool {
    let finite = |i: usize| {
        sentence.parse.nodes().get(i).is_some_and(|n| matches!(n.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md))
    };
    matches!(sentence.parse.node(0).upos, Upos::Adp | Upos::Sconj) && finite(end)
}

/// "The superintendent, Dr. Lee": a description with its determiner right before the comma.
fn before_comma(words: &[Word], start: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|&i| words[i].text == ",")?;
    let head = comma.checked_sub(1)?;
    if !names_somebody(&words[head].lower) {
        return None;
    }
    let determiner = |end: usize| {
        (end.saturating_sub(6)..end).rev().find_map(|i| match () {
            () if is_determiner(&words[i].lower) => Some(i),
            () if words[i].kind == TokenKind::Clitic => Some(i + 1),
            () => None,
        })
    };
    let mut first = determiner(head)?;
    // "the chief of staff for the senator, Jo Hunt": the role begins where its first noun does.
    // Not so "an aide to the senator, Jo Hunt": who is one of several is not named by a comma.
    while first > 1 && is_preposition(&words[first - 1].lower) && words[first - 1].lower != "and" {
        match determiner(first - 1) {
            // "In the words of the mayor, Jo Hunt": only the mayor is she.
            Some(outer)
                if !matches!(words[outer].lower.as_str(), "a" | "an")
                    && words[outer + 1..first]
                        .iter()
                        .position(|w| is_preposition(&w.lower))
                        .is_some_and(|p| p > 0 && names_somebody(&words[outer + p].lower)) =>
            {
                first = outer;
            }
            _ => break,
        }
    }
    // "According to a clerk, Jo Hunt left".
    let according = first > 1 && words[first - 1].lower == "to" && words[first - 2].lower == "according";
    (!according && words[first..comma].iter().all(|w| w.kind == TokenKind::Word)).then_some(first..comma)
}

fn is_determiner(lower: &str) -> bool {
    matches!(lower, "the" | "a" | "an" | "its" | "his" | "her" | "their" | "whose" | "my" | "our")
}

/// "…, the mayor of New York," or "…, 52, a retired judge": from behind the comma to the next mark.
fn apposition(sentence: &Sentence, words: &[Word], end: usize) -> Option<Range<usize>> {
    let is = |i: usize, mark: &str| words.get(i).is_some_and(|w| w.text == mark);
    if !is(end, ",") {
        return None;
    }
    let mut start = end + 1;
    if words.get(start).is_some_and(|w| w.kind == TokenKind::Number) && is(start + 1, ",") {
        start += 2;
    }
    let ends =
        |w: &Word| matches!(w.kind, TokenKind::Mark | TokenKind::Quote) && w.text != "-" || is_relative(&w.lower);
    let stop = words[start.min(words.len())..].iter().position(ends).map_or(words.len(), |n| start + n);
    // "Hill, the clerk said, …" and "Lee, Hill urged the mayor": a finite verb makes it a clause of its own.
    let finite = |i: usize| matches!(sentence.parse.node(i).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
    if (start..(stop + 1).min(words.len())).any(finite) {
        return None;
    }
    let phrase = words.get(start..stop)?;
    // The first noun must be one for people: the head comes before any preposition.
    let head = phrase.iter().take_while(|w| !is_preposition(&w.lower)).filter(|w| w.kind == TokenKind::Word).last()?;
    (names_somebody(&head.lower) && phrase.len() <= 14).then_some(start..stop)
}

fn is_relative(lower: &str) -> bool {
    matches!(lower, "who" | "whom" | "whose" | "which" | "that")
}

fn is_preposition(lower: &str) -> bool {
    matches!(lower, "of" | "for" | "at" | "in" | "with" | "to" | "from" | "on" | "and")
}

/// Whether a noun says what somebody is: an office, a relative, any kind of person.
fn names_somebody(noun: &str) -> bool {
    lexicon::is_role_head(noun) || lexicon::kinship(noun).is_some() || lexicon::is_a(noun, Class::Person, 1)
}
