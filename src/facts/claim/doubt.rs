//! Claims that nobody can tell yet: "it is unclear whether she will keep it", "they could not say whether", "she may keep it".

use super::{Claim, Content, Event, Part, Party, clause::Clauses};
use crate::language::{
    lexicon::{self, Certainty, Pos},
    model::{Relation, Upos},
};

/// What is not known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Doubt {
    /// Whether it is so: nobody can tell.
    Whether,
    /// Why it is so, or what did it.
    Why,
    /// It may be so, in somebody's view: "might close".
    May,
}

/// The doubts of a sentence: the event is what may or may not be so.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    let parse = &clauses.sentence().parse;
    found.extend(cause(clauses, number));
    for predication in clauses.predications {
        let asked = question(clauses, predication.head).and_then(|doubt| {
            let above = parse.head(predication.head).filter(|&above| cannot_tell(clauses, above))?;
            Some((doubt, above.min(predication.head)))
        });
        let Some((doubt, first)) = asked.or_else(|| Some((Doubt::May, may(clauses, predication.head)?))) else {
            continue;
        };
        let words = parse.subtree(predication.head);
        let last = words.clone().rev().find(|&i| parse.node(i).upos != Upos::Punct).unwrap_or(predication.head);
        found.push(Claim {
            span: clauses.span(first, last.min(first + WIDEST).max(predication.head)),
            sentence: number,
            event: clauses.event(predication),
            content: Content::Doubt(doubt),
            attribution: None,
            times: clauses.times_of(predication),
        });
    }
}

/// "The cause of the fire is still unknown", "was not known", "remains a mystery": nobody can tell what did it.
fn cause(clauses: &Clauses, number: u32) -> Option<Claim> {
    /// How far behind the noun it is told that it is not known.
    const REACH: usize = 14;
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let tokens = sentence.tokens.len();
    let cause =
        (0..tokens.saturating_sub(2)).find(|&i| sentence.is_any(i, &["cause"]) && sentence.is_any(i + 1, &["of"]))?;
    let thing = parse.children(cause).find(|&c| c > cause + 1 && parse.child(c, Relation::Case) == Some(cause + 1))?;
    let end = tokens.min(thing + REACH);
    let stops = |&i: &usize| !matches!(sentence.word(i), "," | ";" | "." | ":");
    let behind = (thing + 1..end).take_while(stops);
    let not = |i: usize| (thing + 1..i).any(|j| sentence.is_any(j, &["not", "n't", "n’t", "never"]));
    let unknown = |&i: &usize| {
        let known = &["clear", "determined", "established", "found", "identified", "known"];
        sentence.is_any(i, &["unknown", "unclear", "undetermined", "mystery", "unexplained"])
            || sentence.is_any(i, known) && not(i)
    };
    let told = behind.into_iter().find(unknown)?;
    // "Was not known at first".
    if sentence.is_any(told + 1, &["at", "until", "yesterday"]) {
        return None;
    }
    let party = Party { part: Part::Patient, noun: clauses.noun(thing), chain: clauses.chain(thing) };
    let deeds = lexicon::deeds("cause", Pos::Verb).into();
    Some(Claim {
        span: clauses.span(cause, told),
        sentence: number,
        event: Event { parties: vec![party], ..Event::of("cause", deeds) },
        content: Content::Doubt(Doubt::Why),
        attribution: None,
        times: Vec::new(),
    })
}

/// The "may" or "might" of a predicate that is no condition and not negated.
fn may(clauses: &Clauses, head: usize) -> Option<usize> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let is = |c: usize, relation: Relation, words: &[&str]| {
        parse.node(c).relation == relation && words.contains(&sentence.lower(c).as_str())
    };
    let conditional =
        parse.children(head).any(|c| parse.node(c).relation == Relation::Mark && !is(c, Relation::Mark, &["that"]));
    let modal = parse.children(head).find(|&c| c < head && is(c, Relation::Aux, &["may", "might"]));
    modal.filter(|_| !conditional && !super::truth::is_negated(sentence, head))
}

/// What the clause of a predicate asks; `None` when it asks nothing.
fn question(clauses: &Clauses, head: usize) -> Option<Doubt> {
    let sentence = clauses.sentence();
    sentence.parse.children(head).take_while(|&c| c < head).find_map(|c| {
        let word = sentence.lower(c);
        match (sentence.parse.node(c).relation, word.as_str()) {
            // "Has not decided whether to close it": whoever has not may do so later.
            (Relation::Mark, "whether" | "if") if !sentence.is_any(c + 1, &["to"]) => Some(Doubt::Whether),
            (Relation::Advmod | Relation::Mark, "why" | "how") => Some(Doubt::Why),
            _ => None,
        }
    })
}

/// How many tokens a marked doubt spans at most.
const WIDEST: usize = 16;

/// Verbs and adjectives that say that somebody knows, where they are not negated.
const KNOWING: &[&str] =
    &["tell", "say", "know", "determine", "establish", "decide", "confirm", "clear", "certain", "sure", "settle"];
/// Of these only who cannot is in doubt: who does not say may know.
const SAYING: &[&str] = &["tell", "say", "confirm"];

/// Whether the word above says that it cannot be told: "unclear", "cannot say", "have not decided", "too early to say".
fn cannot_tell(clauses: &Clauses, above: usize) -> bool {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let lower = sentence.lower(above);
    if lexicon::hedge(&lower) == Some(Certainty::Uncertain) {
        return true;
    }
    let pos = if parse.node(above).upos == Upos::Adj { Pos::Adjective } else { Pos::Verb };
    let lemma = lexicon::lemma(&lower, pos).unwrap_or_else(|| lower.as_str().into());
    if !KNOWING.contains(&lemma.as_str()) {
        return false;
    }
    let has = |words: &[&str]| parse.children(above).any(|c| words.contains(&sentence.lower(c).as_str()));
    let cannot = has(&["cannot", "cant"]) || has(&["can", "could", "ca"]) && has(&["not", "n't", "n’t", "nt"]);
    let not = !SAYING.contains(&lemma.as_str()) && has(&["not", "n't", "n’t", "nt", "never"]);
    // "Too early to say whether".
    let early = parse.head(above).is_some_and(|h| {
        let early = matches!(sentence.lower(h).as_str(), "early" | "soon");
        early && parse.children(h).any(|c| sentence.word(c).eq_ignore_ascii_case("too"))
    });
    cannot || not || early
}
