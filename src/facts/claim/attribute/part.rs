//! What something is shown on or part of: "was first aired on Channel Nine", "a song from her album Low Tide", "a character in the
//! novel Salt Causeway".

use std::{ops::Range, sync::Arc};

use smol_str::SmolStr;

use super::{
    Subject, Trait,
    by::Made,
    kind::Described,
    opening::{Opening, words},
};
use crate::{
    facts::claim::{clause::Clauses, gist::is_negator},
    language::{
        Sentence, TokenKind,
        lexicon::{self, Pos},
    },
};

/// How many tokens behind a preposition may stand before the name: "on the 2013 album".
const REACH: usize = 10;

/// What a sentence says that its subject, or what its subject shows, is part of.
pub fn parts(clauses: &Clauses, opening: &Opening, described: Option<&Described>) -> Vec<Made> {
    let sentence = clauses.sentence();
    if (opening.verb..opening.end).any(|i| is_negator(&sentence.lower(i))) {
        return Vec::new();
    }
    let mut found: Vec<Made> = Vec::new();
    let piece = described.is_some_and(|d| is_piece(&head(sentence, d.head)));
    for i in opening.verb + 1..opening.end {
        if opening.bracketed[i] {
            continue;
        }
        let occasion = match sentence.word(i) {
            "on" if (opening.verb..i).any(|verb| is_shown(sentence, verb)) => "broadcast",
            "from" | "on" | "in" | "for" | "of" if piece => "part",
            "from" | "on" if i == opening.verb + 1 && matches!(sentence.word(opening.verb), "is" | "was") => "part",
            _ => continue,
        };
        let Some((name, tokens)) = name(clauses, i + 1..opening.end, occasion == "part") else { continue };
        if !found.iter().any(|(_, t, _)| t.slot() == occasion) {
            found.push((None, made(occasion, name), i..tokens.end));
        }
    }
    found.extend(shows(clauses, opening, described));
    found
}

fn made(occasion: &str, name: Arc<[SmolStr]>) -> Trait {
    Trait::Maker { occasion: occasion.into(), sole: true, names: Arc::new([name]) }
}

fn head(sentence: &Sentence, i: usize) -> SmolStr {
    lexicon::lemma(&sentence.lower(i), Pos::Noun).unwrap_or_default()
}

/// Whether something is a part of a work, by which it is known: a song of an album, a character of a novel.
fn is_piece(noun: &str) -> bool {
    matches!(noun, "song" | "single" | "track" | "ballad" | "character" | "episode" | "protagonist" | "villain")
}

/// Whether a noun is of a work that has parts.
fn is_whole(noun: &str) -> bool {
    matches!(
        noun,
        "album"
            | "ep"
            | "mixtape"
            | "soundtrack"
            | "film"
            | "movie"
            | "series"
            | "sitcom"
            | "show"
            | "novel"
            | "book"
            | "play"
            | "musical"
            | "opera"
            | "game"
            | "trilogy"
            | "franchise"
    )
}

/// Whether token `i` is a verb for what a channel does with a programme.
fn is_shown(sentence: &Sentence, i: usize) -> bool {
    let verb = lexicon::lemma(&sentence.lower(i), Pos::Verb).unwrap_or_default();
    matches!(verb.as_str(), "air" | "broadcast" | "televise" | "run" | "premiere")
}

/// "Channel Nine is the network that aired it": the programme is on the subject.
fn shows(clauses: &Clauses, opening: &Opening, described: Option<&Described>) -> Option<Made> {
    let sentence = clauses.sentence();
    let described =
        described.filter(|d| matches!(head(sentence, d.head).as_str(), "network" | "channel" | "broadcaster"))?;
    let verb = (described.tokens.end..opening.end).find(|&i| is_shown(sentence, i))?;
    let channel = opening.subject.names.first().filter(|_| !opening.subject.unnamed)?;
    let (name, tokens) = name(clauses, verb + 1..opening.end, false)?;
    let chain = tokens.clone().find_map(|i| clauses.chain(i));
    let thing = Subject { names: Arc::new([name]), unnamed: false, brief: false };
    Some((Some((thing, chain)), made("broadcast", channel.clone()), opening.tokens.start..tokens.end))
}

/// The name behind a preposition, and its tokens; in a phrase with a noun for a work the name is the one behind that: "on the
/// Quarry Choir album Low Tide".
pub fn name(clauses: &Clauses, range: Range<usize>, work: bool) -> Option<(Arc<[SmolStr]>, Range<usize>)> {
    let sentence = clauses.sentence();
    let capital = |i: usize| sentence.word(i).starts_with(char::is_uppercase);
    let dated = |i: usize| {
        let at = sentence.tokens[i].span;
        clauses.times.iter().any(|d| d.time.expression.span.contains(at))
    };
    let skipped = |i: usize| sentence.tokens[i].kind == TokenKind::Quote || sentence.word(i) == ",";
    let closes = |i: &usize| {
        matches!(sentence.word(*i), "by" | "from" | "on" | "in" | "for" | "with" | "and" | "which" | "that" | "(")
    };
    let end = range.end.min(range.start + REACH);
    let close = (range.start..end).find(closes).unwrap_or(end);
    let of_work = (range.start..close).rev().find(|&i| work && is_whole(&sentence.lower(i)));
    let start = match of_work {
        Some(noun) => (noun + 1..range.end).find(|&i| !skipped(i))?,
        None => (range.start..range.end).find(|&i| !skipped(i) && sentence.word(i) != "the")?,
    };
    let inner = |i: usize| {
        capital(i) && !dated(i) || i > start && matches!(sentence.word(i), "of" | "the" | "'s" | "’s" | "a" | "&")
    };
    let mut stop = (start..range.end).find(|&i| !inner(i)).unwrap_or(range.end);
    while stop > start && !capital(stop - 1) {
        stop -= 1;
    }
    let told: Vec<&str> = (start..stop).map(|i| sentence.word(i)).collect();
    // "Is from New York", "on Harbour Records".
    let other = of_work.is_none()
        && work
        && (lexicon::places(&told.join(" ")).next().is_some()
            || told.last().is_some_and(|word| !lexicon::organisation_kinds(word).is_empty()));
    let name = words(sentence, start..stop, &[]);
    (!name.is_empty() && !other).then_some((name, start..stop))
}
