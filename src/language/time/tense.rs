//! The tense of the verb that an expression of time belongs to, found without a parser.

use crate::language::{
    term::{Tense, Term},
    token::TokenKind,
    words::Words,
};

/// Verbs in the past that go on until the time that is named.
const LASTING: &[&str] =
    &["kept", "remained", "stayed", "lasted", "waited", "lived", "served", "worked", "went", "ran"];

/// Participles of what is to come: `is planned for Friday`. In `a rally planned for Friday was …` the main verb tells.
const AHEAD: &[&str] = &["planned", "scheduled", "expected", "slated"];

/// Words after which an infinitive is still to come: `agreed to meet`, `ready to testify`.
const INTENT: &str = "able about agree agreed agrees are asked be bound decided due eager free hope hoped hopes hoping intended \
    invited is likely need needed needs ordered plan pledged prepared preparing promised ready \
    required seeking set supposed threatened told unable voted vowed waiting want wanted wants was were";

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
    // `gave them until Friday`, but `was kept in the dark until Friday`
    if words.is(j, "until") {
        let lasted = (j.saturating_sub(5)..j).any(|k| words.is_any(k, LASTING));
        return if j > 0 && !lasted { Tense::Future } else { Tense::Unknown };
    }
    if words.is(j, "to") {
        let intent = j > 0 && INTENT.split(' ').any(|word| words.is(j - 1, word));
        let to_come = intent && words.is_word(j + 1) && !words.is(j + 1, "have");
        return if to_come { Tense::Future } else { Tense::Unknown };
    }
    let done = words.is_any(j, MODALS) && words.is(j + 1, "have");
    let future = match words.term(j) {
        Term::Verb(tense) => tense == Tense::Future,
        Term::Month(5) => !words.is_capital(j),
        _ => words.at(j).kind == TokenKind::Clitic && words.is_any(j, &["'ll", "’ll"]),
    };
    if future {
        return if done { Tense::Past } else { Tense::Future };
    }
    if words.is_any(j, AHEAD) {
        let be = before(&["is", "are", "was", "were", "be", "been", "'s", "’s", "had", "has", "have"]);
        let reduced = words.is_any(j + 1, &["for", "at", "in", "on"]);
        return if be || !reduced { Tense::Future } else { Tense::Unknown };
    }
    let text = words.text(j);
    if words.term(j) == Term::Verb(Tense::Past) || (text.len() > 4 && text.ends_with("ed") && !words.is_capital(j)) {
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
