//! The noun phrase that a number counts, found without a parser: the words from the number to the plural that ends it.

use std::{collections::HashSet, sync::LazyLock};

use super::{numeral::numeral, unit::Unit};
use crate::{
    language::{
        term::Term,
        token::TokenKind,
        words::{Gap, Words},
    },
    text::Span,
};

/// Words no noun phrase goes on across.
static STOPS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a about above according across after against ago all along already also although am amid among an and are \
    aren't around as at away back be became because become been before began behind being below beside between \
    beyond both but by came can come could despite did do does down during each earlier either even ever every \
    except fell followed following for from gave get go got had has have having he her here hers him himself his \
    how i if in including inside into is it its just last later left less like made may me might more must my near \
    nearby neither never next no nor not now of off on only onto or our out outside over per rather said say says \
    shall she should since so still such take than that the their them themselves then there these they this those \
    though through throughout till to together told too took toward towards under unless until up upon us was we \
    went were what when where whether which while who whom whose why will with within without worth would yet you \
    your"
        .split(' ')
        .collect()
});

/// Plurals and collectives without an `s`.
static PLURALS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "aircraft cattle children crew criteria data feet fish folk geese media men mice oxen people personnel \
    phenomena police series sheep species staff teeth troops women"
        .split(' ')
        .collect()
});

/// Words after `of`, `in` or the number that belong to no noun.
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "these", "those", "this", "that", "all", "any",
];

/// Longest noun phrase looked at, in words.
const LONGEST: usize = 7;

pub(in crate::language) fn is_stop(word: &str) -> bool {
    find(&STOPS, word)
}

pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.iter().any(|d| word.eq_ignore_ascii_case(d))
}

fn find(list: &HashSet<&str>, word: &str) -> bool {
    word.len() <= 12 && list.contains(word.to_ascii_lowercase().as_str())
}

/// Whether `word` looks like a plural noun.
pub(in crate::language) fn is_plural(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let ends = |end: &str| word.ends_with(end);
    let stem = word.len() > 3 && ends("s") && !ends("ss") && !ends("us") && !ends("is");
    stem || ["men", "women", "people"].iter().any(|e| ends(e)) || find(&PLURALS, &word)
}

/// Whether `word` looks like a participle: `killed`, `missing`.
fn is_participle(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
}

/// Words `from..to` of the noun phrase that begins at word `i`, possessors aside; its head is in the plural unless `single`.
pub(super) fn phrase(words: &Words, i: usize, single: bool) -> Option<(usize, usize)> {
    let mut start = i;
    let mut end = run(words, start);
    // `the owner's vessels`: the vessels are counted.
    while end > start && end < i + LONGEST && words.at(end).kind == TokenKind::Clitic {
        start = end + 1;
        end = run(words, start);
    }
    // `current and former officials`
    if !single && end > start && words.is_any(end, &["and", "or"]) && !(start..end).any(|j| is_plural(words.text(j))) {
        end = run(words, end + 1).max(end);
    }
    if single {
        while end > start && is_participle(words.text(end - 1)) {
            end -= 1;
        }
        // `one man died`
        if end > start + 1 && words.text(end - 1).ends_with("ed") {
            end -= 1;
        }
        // An adverb or a verb may hide in a long run.
        return (end > start && end - start <= 3).then_some((start, end));
    }
    let plural = |j: usize| j < end && is_plural(words.text(j));
    let head = (start..end).find(|&j| plural(j) && !plural(j + 1))?;
    Some((start, head + 1))
}

/// One past the run of words from word `i` on that may belong to one noun phrase.
fn run(words: &Words, i: usize) -> usize {
    (i..i + LONGEST).find(|&j| !continues(words, j, i)).unwrap_or(i + LONGEST)
}

/// Whether word `j` may belong to the noun phrase that begins at word `i`.
fn continues(words: &Words, j: usize, i: usize) -> bool {
    let word = words.at(j);
    let text = words.text(j);
    let inner = j == i || word.gap != Gap::Nothing;
    let numeral = matches!(word.term, Term::Small(_) | Term::Ten(_) | Term::Many(_) | Term::Weekday(_) | Term::Day(_));
    word.kind == TokenKind::Word && inner && !numeral && !is_stop(text)
}

/// The noun phrase after `of` (or `in`) at word `i`: `of the voters`, `in road contracts`; if `any`, `of the electorate`.
pub(super) fn after_preposition(words: &Words, i: usize, any: bool) -> Option<(usize, usize)> {
    let at = i + 1 + usize::from(is_determiner(words.text(i + 1)));
    let name = words.is_capital(at) && !is_plural(words.text(at));
    phrase(words, at, false).or_else(|| any.then(|| phrase(words, at, true))?).filter(|_| !name)
}

/// What is counted after a number and its unit, and the whole that it is part of.
pub(super) fn counted(words: &Words, end: usize, unit: &Unit, single: bool) -> (Option<Span>, Option<Span>) {
    let span = |(from, to): (usize, usize)| words.span(from, to);
    let whole_of = words.is(end, "of");
    match unit {
        Unit::Count | Unit::Percent | Unit::Ordinal if whole_of => {
            let inner = after_preposition(words, end, *unit == Unit::Percent).or_else(|| {
                // `three of the five judges`
                let at = end + 1 + usize::from(is_determiner(words.text(end + 1)));
                let inner = numeral(words, at)?;
                Some(phrase(words, inner.end, false).unwrap_or((inner.end, inner.end)))
            });
            let pronoun = words.is_any(end + 1, &["them", "us", "those", "these", "whom", "which"]);
            let of = inner.or(pronoun.then_some((end + 1, end + 2)));
            (inner.filter(|(from, to)| from < to).map(span), of.map(|(_, to)| words.span(end + 1, to)))
        }
        Unit::Money(_) if words.is_any(end, &["in", "of", "worth"]) => {
            let at = end + usize::from(words.is(end, "worth") && words.is(end + 1, "of"));
            (after_preposition(words, at, true).map(span), None)
        }
        Unit::Measure(_) if whole_of => (after_preposition(words, end, true).map(span), None),
        Unit::Age | Unit::Tally(_) | Unit::Percent | Unit::PercentagePoint => (None, None),
        Unit::Measure(_) => (None, None),
        Unit::Money(_) => (phrase(words, end, true).map(span), None),
        // `a 12-member panel` has members.
        Unit::Count if words.at(end).gap == Gap::Hyphen => (words.is_word(end).then(|| span((end, end + 1))), None),
        Unit::Count | Unit::Ordinal => (phrase(words, end, single).map(span), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::token::tokenize;

    #[test]
    fn phrases() {
        for (text, single, phrase_text) in [
            ("U.S. attorneys were asked", false, "U.S. attorneys"),
            ("United States attorneys", false, "United States attorneys"),
            ("people died", false, "people"),
            ("school children in", false, "school children"),
            ("sales managers left", false, "sales managers"),
            ("staff were hurt", false, "staff"),
            ("armed man walked", true, "armed man"),
            ("wounded soldiers", false, "wounded soldiers"),
            ("firefighters battled", false, "firefighters"),
            ("current and former officials", false, "current and former officials"),
            ("owner’s vessels", false, "vessels"),
            ("man killed by", true, "man"),
        ] {
            let words = Words::new(text, &tokenize(text));
            let (i, j) = phrase(&words, 0, single).unwrap();
            assert_eq!(words.span(i, j).of(text), phrase_text);
        }
        for text in ["were killed", "killed in", "died", "", ", people"] {
            let words = Words::new(text, &tokenize(text));
            assert_eq!(phrase(&words, 0, false), None, "{text}");
        }
    }
}
