//! Two numbers that belong together: `10 to 12`, `between 5 and 7 million`, `5-2`.

use super::{
    amount::{Amount, scaled, whole},
    numeral::{Numeral, Shape, numeral},
};
use crate::language::{
    term::Term,
    token::TokenKind,
    words::{Gap, Words},
};

/// What a second number adds to the first one.
pub(super) struct Second {
    pub value: Amount,
    /// One past its last word.
    pub end: usize,
    pub link: Link,
}

/// How two numbers belong together.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Link {
    /// A score or a vote.
    Tally,
    /// Anything between the two; the first is to be multiplied by this: a million in `5 to 7 million`.
    Range(Amount),
}

/// The number that `-12`, `to 12`, `or three`, or `and 12` after `between` adds to the numeral `first`. The first begins at
/// word `i`, its sign of currency at word `start`, and its unit ends at `at`.
pub(super) fn second(words: &Words, start: usize, i: usize, at: usize, first: &Numeral) -> Option<Second> {
    let is_plain = |n: &Numeral| matches!(n.shape, Shape::Digits | Shape::Words);
    let before = |word: &str| start > 0 && words.is(start - 1, word);
    let hyphen = words.at(at).gap == Gap::Hyphen && words.is_number(at) && at == first.end;
    let between = before("between");
    let mut next = match words.text(at) {
        _ if hyphen => at,
        // `rose from 5 to 12` gives two numbers.
        "to" if !before("from") => at + 1,
        "and" if between => at + 1,
        "or" if first.value < whole(100) => at + 1,
        _ => return None,
    };
    let either = words.is(at, "or") && !hyphen;
    next += usize::from(words.at(next).kind == TokenKind::Symbol && words.is_number(next + 1));
    let second = numeral(words, next).filter(|n| is_plain(n) && is_plain(first))?;
    let (low, high) = (first.value, second.value);
    let link = if !between && !either && is_tally(words, i, first, &second, hyphen) {
        Link::Tally
    } else {
        let scale = match words.term(second.end - 1) {
            Term::Scale(power) if first.shape == Shape::Digits => scaled(1, power.into()),
            _ => whole(1),
        };
        let scale = if low * scale < high { scale } else { whole(1) };
        let low = low * scale;
        if low >= high || high > low * whole(10) {
            return None;
        }
        Link::Range(scale)
    };
    Some(Second { value: high, end: second.end, link })
}

/// Whether two numbers are a score or a vote: the higher one first with a hyphen, or words that say so.
fn is_tally(words: &Words, i: usize, first: &Numeral, second: &Numeral, hyphen: bool) -> bool {
    let (a, b) = (first.value, second.value);
    let small = a.is_integer() && b.is_integer() && a.max(b) < whole(1_000);
    let falling = hyphen && a >= b && first.shape == Shape::Digits;
    small && (falling || vote_cue(words, i, second.end))
}

/// Whether words near the two numbers speak of a vote or a score.
fn vote_cue(words: &Words, i: usize, end: usize) -> bool {
    const CUES: &[&str] = &[
        "vote", "votes", "voted", "voting", "ruling", "ruled", "decision", "majority", "score", "win", "won",
        "victory", "defeat", "defeated", "beat", "lost", "loss", "lead", "led", "margin", "verdict", "record", "tally",
        "passed", "approved", "rejected", "tie", "split",
    ];
    (i.saturating_sub(4)..i).chain(end..end + 2).any(|j| words.is_any(j, CUES))
}
