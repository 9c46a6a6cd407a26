//! Denials: somebody will not call it so, or denies it.

use super::{
    Claim, Content, Event, Part, Party,
    clause::Clauses,
    predication::{Predication, Role},
};
use crate::language::{
    lexicon::{self, Pos},
    model::{Relation, Upos},
};

/// The denials of a sentence. `before` are the sentences just before it, which "that way" points back to.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    for predication in clauses.predications {
        if let Some(event) = refuses_the_word(clauses, before, predication) {
            found.push(claim(clauses, number, predication, event));
        }
    }
}

fn claim(clauses: &Clauses, number: u32, predication: &Predication, event: Event) -> Claim {
    let parse = &clauses.sentence().parse;
    let words = parse.subtree(predication.head);
    let start = predication.participant(Role::Agent).map_or(words.start, |a| a.min(predication.head));
    Claim {
        span: clauses.span(start, (words.end - 1).min(start + WIDEST)),
        sentence: number,
        event,
        content: Content::Denial,
        attribution: None,
        times: Vec::new(),
    }
}

/// How many tokens a marked denial spans at most.
const WIDEST: usize = 16;

/// "declined to call it a firing", "would not describe his departure that way": the event that is not so called.
fn refuses_the_word(clauses: &Clauses, before: &[Clauses], predication: &Predication) -> Option<Event> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let verb = |i: usize| lexicon::lemma(&sentence.lower(i), Pos::Verb).unwrap_or_default();
    let governed = parse.node(predication.head).relation == Relation::Xcomp;
    if !governed && !predication.negated || !NAMING.contains(&verb(predication.head).as_str()) {
        return None;
    }
    let refuses = governed && parse.head(predication.head).is_some_and(|h| REFUSING.contains(&verb(h).as_str()));
    if !refuses && !predication.negated {
        return None;
    }
    let patient = predication.participant(Role::Patient);
    // `it a firing`: the noun that the thing is not called by.
    let named = parse.children(predication.head).filter(|&c| Some(c) != patient).find_map(|c| {
        let names_it = matches!(parse.node(c).relation, Relation::Xcomp | Relation::Obj | Relation::Obl);
        (names_it && parse.node(c).upos == Upos::Noun).then(|| deed(clauses, c)).flatten()
    });
    let whose = patient.and_then(|p| {
        let owner = parse.child(p, Relation::NmodPoss).or_else(|| parse.child(p, Relation::Nmod))?;
        clauses.chain(owner)
    });
    match named {
        Some(predicate) => Some(denied(predicate, whose)),
        None if points_back(sentence, predication.head) => {
            Some(denied(before.iter().rev().find_map(|clauses| done_to(clauses, whose))?, whose))
        }
        None => None,
    }
}

/// What a sentence says was done to somebody: the last passive, or transitive verb, that has them for its object.
/// "I" in somebody's own words is whoever it may be.
fn done_to(clauses: &Clauses, whom: Option<crate::facts::ChainId>) -> Option<smol_str::SmolStr> {
    let sentence = clauses.sentence();
    let suffers = |p: &&Predication| {
        let verb = sentence.parse.node(p.head).upos == Upos::Verb;
        let patient = p.participant(Role::Patient);
        let first_person = |i: usize| matches!(sentence.word(i), "I" | "me");
        verb && patient.is_some_and(|i| first_person(i) || whom.is_some() && clauses.chain(i) == whom)
    };
    let said = clauses.predications.iter().rev().find(suffers)?;
    Some(clauses.event(said).predicate)
}

fn denied(predicate: smol_str::SmolStr, whose: Option<crate::facts::ChainId>) -> Event {
    let parties = whose.map(|chain| Party { part: Part::Patient, noun: Default::default(), chain: Some(chain) });
    let deeds = lexicon::deeds(&predicate, Pos::Verb).into();
    Event { negated: true, parties: parties.into_iter().collect(), ..Event::of(&predicate, deeds) }
}

/// The verb that a noun names the deed of: "firing" → "fire", "dismissal" → "dismiss".
fn deed(clauses: &Clauses, i: usize) -> Option<smol_str::SmolStr> {
    let lower = clauses.sentence().lower(i);
    lexicon::lemma(&lower, Pos::Verb)
        .or_else(|| lexicon::relatives(&clauses.noun(i), Pos::Noun).find(|(_, pos)| *pos == Pos::Verb).map(|(w, _)| w))
}

/// "that way", "as such", "so".
fn points_back(sentence: &crate::language::Sentence, head: usize) -> bool {
    let words: Vec<_> = (head..sentence.tokens.len().min(head + 12)).map(|i| sentence.lower(i)).collect();
    words
        .windows(2)
        .any(|w| matches!((w[0].as_str(), w[1].as_str()), ("that", "way") | ("as", "such") | ("that", "term")))
}

/// Verbs that give a thing a name.
const NAMING: &[&str] =
    &["call", "characterize", "characterise", "describe", "term", "label", "dub", "class", "classify"];
/// Verbs of not doing it.
const REFUSING: &[&str] = &["decline", "refuse", "hesitate"];
