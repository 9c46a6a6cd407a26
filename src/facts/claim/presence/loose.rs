//! Whereabouts that are told by words that parsers hang anywhere.

use super::{INSIDE, REACH, Whereabouts, claim, is_body, is_nobody};
use crate::{
    facts::claim::{Claim, circumstance::is, clause::Clauses},
    language::model::{Relation, Upos},
};

/// What somebody is told of who was not there: "heard of it from his wife", "learned how it went from the papers".
pub fn is_second_hand(clauses: &Clauses, head: usize) -> bool {
    let what = is(clauses, head + 1, &["about", "how", "of", "what"]);
    let end = clauses.sentence().tokens.len().min(head + 1 + REACH);
    what && (head + 2..end).any(|i| is(clauses, i, &["from"]))
}

/// Where people were by words that parsers hang anywhere: "there were pupils in the hall", "was forty miles away".
pub fn told_by_words(clauses: &Clauses, before: &[Clauses], number: u32) -> Vec<Claim> {
    const UNITS: &[&str] = &["hours", "kilometers", "kilometres", "km", "mile", "miles"];
    let sentence = clauses.sentence();
    let (parse, tokens) = (&sentence.parse, sentence.tokens.len());
    let mut found = Vec::new();
    for i in 0..tokens {
        let exist = is(clauses, i, &["there"]) && is(clauses, i + 1, &["was", "were"]);
        let person = |&who: &usize| parse.node(who).upos == Upos::Noun && is_body(clauses, who);
        let who = (i + 2..tokens.min(i + 6)).find(person).filter(|&who| exist && !is_nobody(clauses, who));
        let inside = who.filter(|&who| is(clauses, who + 1, INSIDE));
        let spot = inside.and_then(|who| {
            (who + 2..tokens.min(who + 6)).find(|&spot| matches!(parse.node(spot).upos, Upos::Noun | Upos::Propn))
        });
        if let (Some(who), Some(spot)) = (who, spot) {
            let read = Whereabouts { who, spot: Some(spot), there: true, nobody: false, elsewhere: false };
            found.push(claim(clauses, before, number, &read, clauses.span(i, spot)));
        }
        let far = i > 0 && is(clauses, i, &["away", "off"]) && is(clauses, i - 1, UNITS) || is_nowhere(clauses, i);
        let was = (i.saturating_sub(REACH)..i).rev().find(|&verb| is(clauses, verb, &["was", "were"])).filter(|_| far);
        let subject = was.and_then(|was| subject(clauses, was));
        if let Some(who) = subject.filter(|&who| is_body(clauses, who)) {
            let read = Whereabouts { who, spot: None, there: false, nobody: false, elsewhere: true };
            found.push(claim(clauses, before, number, &read, clauses.span(who, i)));
        }
    }
    found
}

/// Whether somebody is told to be at no place that matters: "was nowhere near", "was nowhere to be seen"; not "nowhere near enough".
fn is_nowhere(clauses: &Clauses, i: usize) -> bool {
    let ends =
        |i: usize| i >= clauses.sentence().tokens.len() || is(clauses, i, &[",", ";", ".", "when", "while", "as"]);
    is(clauses, i, &["nowhere"])
        && (ends(i + 1)
            || is(clauses, i + 1, &["in"]) && is(clauses, i + 2, &["sight"])
            || is(clauses, i + 1, &["to"]) && is(clauses, i + 3, &["found", "seen"])
            || is(clauses, i + 1, &["near"]) && (ends(i + 2) || is(clauses, i + 2, &["a", "her", "his", "it", "the"])))
}

/// Who "was" is said of: its subject, also before what describes it between commas, or else the name right before it.
fn subject(clauses: &Clauses, was: usize) -> Option<usize> {
    let known = |end: usize| (end.saturating_sub(2)..end).rev().find(|&who| clauses.chain(who).is_some());
    let parse = &clauses.sentence().parse;
    let parsed = parse.head(was).and_then(|head| parse.child(head, Relation::Nsubj));
    parsed.filter(|&who| who < was && clauses.chain(who).is_some()).or_else(|| known(was))
}
