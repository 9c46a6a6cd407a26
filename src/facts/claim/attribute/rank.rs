//! Which one of its kind something is: "her second studio album", "the eighth season".

use std::ops::Range;

use super::{Trait, opening::Opening};
use crate::{
    facts::claim::{clause::Clauses, gist::is_negator},
    language::{
        lexicon::{self, Pos},
        model::{Relation, Xpos},
    },
};

const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// How many words may stand between the number and its noun.
const REACH: usize = 4;

/// The ordinal numbers of what is said of the subject, each with the noun that it counts.
pub fn ranks(clauses: &Clauses, opening: &Opening) -> Vec<(Trait, Range<usize>)> {
    let sentence = clauses.sentence();
    let noun = |i: usize| {
        matches!(sentence.parse.node(i).xpos, Xpos::Nn | Xpos::Nns) && sentence.word(i).starts_with(char::is_lowercase)
    };
    let mut found = Vec::new();
    for i in opening.verb + 1..opening.end {
        let lower = sentence.lower(i);
        let Some(rank) = ORDINALS.iter().position(|o| *o == lower) else { continue };
        let negated = (opening.verb..i).any(|j| is_negator(&sentence.lower(j)));
        // "The third largest", "one of the first": not which one it is.
        let superlative = i + 1 < opening.end && sentence.parse.node(i + 1).xpos == Xpos::Jjs;
        // "Lost in the first leg": those who take part in one of several do so in others.
        let before = if sentence.word(i - 1) == "the" { i.saturating_sub(2) } else { i - 1 };
        let copula = sentence.parse.node(opening.verb).relation == Relation::Cop;
        let takes_part = !copula && matches!(sentence.word(before), "at" | "during" | "in" | "on");
        let of_several = i > 1 && sentence.word(i - 1) == "the" && sentence.word(i - 2) == "of";
        if negated || takes_part || superlative || of_several || opening.bracketed[i] {
            continue;
        }
        let end = opening.end.min(i + 1 + REACH);
        let Some(first) = (i + 1..end).find(|&j| noun(j)) else { continue };
        let head = (first..end).take_while(|&j| noun(j)).last().unwrap_or(first);
        if (i + 1..first).any(|j| matches!(sentence.word(j), "of" | "in" | "on" | "to" | "," | "for")) {
            continue;
        }
        if let Some(noun) = lexicon::lemma(&sentence.lower(head), Pos::Noun)
            && !lexicon::is_a(&noun, lexicon::Class::TimePeriod, 1)
        {
            found.push((Trait::Rank { noun, rank: rank as u8 + 1 }, i..head + 1));
        }
    }
    found
}
