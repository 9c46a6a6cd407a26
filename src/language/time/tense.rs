//! The tense of the verb that an expression of time belongs to, found without a parser.

use super::expression::Tense;
use crate::language::{token::TokenKind, words::Words};

/// Words that put what follows into the future.
const FUTURE: &[&str] = &[
    "will",
    "'ll",
    "’ll",
    "shall",
    "would",
    "may",
    "might",
    "should",
    "due",
    "plans",
    "plan",
    "planning",
    "upcoming",
    "deadline",
    "going",
    "tentatively",
    "intends",
    "postponed",
    "delayed",
];

/// Participles of what is to come: `is planned for Friday`; without a form of *be* the main verb tells.
const AHEAD: &[&str] = &["planned", "scheduled", "expected", "slated"];

/// Verbs in the past that do not end in `ed`.
const PAST: &[&str] = &[
    "was",
    "were",
    "had",
    "said",
    "told",
    "did",
    "went",
    "came",
    "took",
    "made",
    "gave",
    "got",
    "saw",
    "found",
    "left",
    "began",
    "became",
    "held",
    "met",
    "won",
    "lost",
    "fell",
    "rose",
    "ran",
    "sent",
    "spoke",
    "wrote",
    "shot",
    "fled",
    "led",
    "broke",
    "brought",
    "built",
    "bought",
    "caught",
    "chose",
    "drew",
    "drove",
    "felt",
    "fought",
    "flew",
    "forgot",
    "froze",
    "grew",
    "heard",
    "hit",
    "kept",
    "knew",
    "laid",
    "paid",
    "sank",
    "sat",
    "sold",
    "spent",
    "stood",
    "stole",
    "struck",
    "swore",
    "taught",
    "thought",
    "threw",
    "understood",
    "wore",
    "been",
    "has",
    "have",
    "died",
    "set",
];

/// Words after which an infinitive is still to come: `agreed to meet`, `ready to testify`.
const INTENT: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "be",
    "agreed",
    "agrees",
    "agree",
    "vowed",
    "promised",
    "pledged",
    "decided",
    "wants",
    "wanted",
    "want",
    "hopes",
    "hoped",
    "hope",
    "ready",
    "set",
    "able",
    "likely",
    "ordered",
    "asked",
    "told",
    "invited",
    "supposed",
    "intended",
    "threatened",
    "preparing",
    "prepared",
    "about",
    "due",
    "hoping",
    "seeking",
    "bound",
    "eager",
    "free",
    "unable",
    "required",
    "needs",
    "needed",
    "need",
    "voted",
];

const MODALS: &[&str] = &["will", "'ll", "’ll", "to", "would", "may", "should", "might", "shall"];

/// Words that may stand between a modal verb and its participle.
const BETWEEN: &[&str] =
    &["be", "not", "get", "also", "being", "still", "soon", "then", "now", "only", "never", "always", "again", "n't"];

/// Most words looked at on either side.
const REACH: usize = 12;

/// The tense for the words `from..to`: of the nearest verb before them in the clause, or else after them.
pub(super) fn tense(words: &Words, from: usize, to: usize) -> Tense {
    if ["as early as", "as soon as"].iter().any(|phrase| words.ends_with(from, phrase).is_some()) {
        return Tense::Future;
    }
    // `Wednesday's ruling` stands on its own.
    let owner = words.at(to).kind == TokenKind::Clitic;
    let back = (from.saturating_sub(REACH)..from).rev().take_while(|&j| !owner && !starts_clause(words, j));
    if let Some(found) = back.map(|j| evidence(words, j)).find(|tense| *tense != Tense::Unknown) {
        return found;
    }
    let ahead = (to..(to + REACH).min(words.len())).take_while(|&j| !ends_clause(words, j));
    ahead.map(|j| evidence(words, j)).find(|tense| *tense != Tense::Unknown).unwrap_or_default()
}

fn ends_clause(words: &Words, j: usize) -> bool {
    words.at(j).kind == TokenKind::Quote || matches!(words.text(j), ";" | ":" | "--" | "—" | "(" | ")")
}

/// Whether what stands before word `j` is another clause; a parenthesis goes on with the one it stands in.
fn starts_clause(words: &Words, j: usize) -> bool {
    let conjunction = words.is_any(j, &["but", "while", "although", "because"]);
    conjunction || (ends_clause(words, j) && words.text(j) != "(")
}

/// What the verb at word `j` says; nothing if there is none.
fn evidence(words: &Words, j: usize) -> Tense {
    let before = |list: &[&str]| words.follows(j, list);
    if words.is(j, "set") && words.is_any(j + 1, &["to", "for"]) {
        return Tense::Future;
    }
    if words.is(j, "until") {
        return if j > 0 { Tense::Future } else { Tense::Unknown };
    }
    if words.is(j, "to") {
        let to_come = before(INTENT) && words.is_word(j + 1) && !words.is(j + 1, "have");
        return if to_come { Tense::Future } else { Tense::Unknown };
    }
    let done = words.is_any(j, MODALS) && words.is(j + 1, "have");
    if words.is_any(j, FUTURE) {
        return if done { Tense::Past } else { Tense::Future };
    }
    if words.is_any(j, AHEAD) {
        let be = before(&["is", "are", "was", "were", "be", "been", "'s", "’s", "had", "has", "have"]);
        return if be || words.is(j + 1, "to") { Tense::Future } else { Tense::Unknown };
    }
    let text = words.text(j);
    if words.is_any(j, PAST) || (text.len() > 4 && text.ends_with("ed") && !words.is_capital(j)) {
        return past(words, j);
    }
    Tense::Unknown
}

/// The tense of the group that the participle at word `j` ends: `was held`, `will be held`, `to be held`, `is held`.
fn past(words: &Words, j: usize) -> Tense {
    let between = |k: &usize| words.is_any(*k, BETWEEN) || words.text(*k).ends_with("ly");
    let helper = (j.saturating_sub(5)..j).rev().find(|k| !between(k));
    match helper {
        Some(k) if words.is_any(k, MODALS) => Tense::Future,
        // `when the case is heard` says nothing about when.
        Some(k) if words.is_any(k, &["is", "are", "'s", "’s"]) => Tense::Unknown,
        _ => Tense::Past,
    }
}
