//! What somebody judges by a superlative without a noun: "it was the dullest she had seen", "called it the most thrilling of all".

use super::{About, is_it};
use crate::facts::claim::{circumstance::is, clause::Clauses};

/// How far before the superlative "it" stands.
const REACH: usize = 4;

/// What the superlative at token `i` judges, and the token that says so, where it stands alone behind "it".
pub fn judged(clauses: &Clauses, i: usize) -> Option<(usize, About)> {
    let sentence = clauses.sentence();
    let most = i > 1 && is(clauses, i - 1, &["most", "least"]) && is(clauses, i - 2, &["the"]);
    let lower = sentence.lower(i);
    let formed = lower.ends_with("est") || lower.starts_with("best-") || lower.starts_with("worst-");
    let first = match () {
        () if most => i - 2,
        () if formed && i > 0 && is(clauses, i - 1, &["the"]) => i - 1,
        () => return None,
    };
    let alone = is(clauses, i + 1, &["he", "i", "of", "she", "that", "they", "we", "in", "ever", ",", "."]);
    let it = (first.saturating_sub(REACH)..first).rev().find(|&j| is_it(clauses, j))?;
    let between =
        (it + 1..first).all(|j| is(clauses, j, &["was", "is", "had", "been", "be", "as", "perhaps", "probably"]));
    (alone && between).then_some((i, About::It))
}
