//! What the words around a name say of others with the same surname: no relation, his wife, the two together.

use std::ops::Range;

use crate::{
    facts::name::Word,
    language::{
        TokenKind,
        lexicon::{self, Kinship},
    },
};

/// Whether words after the name say that its bearer is no relation of somebody with the same surname.
pub fn denies_relation(words: &[Word], end: usize) -> bool {
    let rest = &words[end.min(words.len())..];
    let near = rest.iter().take(24);
    let lowers: Vec<&str> = near.map(|w| w.lower.as_str()).collect();
    lowers.windows(2).any(|w| w == ["no", "relation"])
        || (lowers.contains(&"related")
            && lowers.iter().any(|w| matches!(*w, "not" | "n't" | "n’t" | "isnt" | "unrelated")))
        || lowers.contains(&"unrelated")
}

/// Whether the words before the name introduce its bearer by a husband, wife, parent or child: "his wife, Ann Lee".
pub fn introduces_relative(words: &[Word], start: usize) -> bool {
    let before = |i: usize| start.checked_sub(i).map_or("", |at| words[at].lower.as_str());
    let noun = if before(1) == "," { 2 } else { 1 };
    let close = |kin: lexicon::Kin| matches!(kin.relation, Kinship::Spouse | Kinship::Child | Kinship::Parent);
    let owner = |word: &str| matches!(word, "his" | "her" | "their" | "whose" | "'s" | "’s");
    lexicon::kinship(before(noun)).is_some_and(close) && (1..=3).any(|i| owner(before(noun + i)))
}

/// Whether somebody called by the surname alone is named beside another who has it: "Lee and first lady Ann Lee".
pub fn are_side_by_side(words: &[Word], surname: &Range<usize>, full: &Range<usize>) -> bool {
    let Some(between) = words.get(surname.end..full.start) else { return false };
    let title = |w: &Word| w.kind == TokenKind::Word && (!w.capital || lexicon::courtesy_title(&w.lower).is_some());
    let titles = |rest: &[Word]| rest.len() <= 3 && rest.iter().all(title);
    matches!(between, [and, rest @ ..] if and.lower == "and" && titles(rest))
        && words[full.end - 1].lower == words[surname.end - 1].lower
}
