//! Reasons for what the text has told of before: "The reason is the new tax", "It was not about pay but about the pupils", "She
//! gave one reason: …".

use std::sync::Arc;

use super::{Found, mark::of};
use crate::{
    facts::claim::{Event, circumstance::is, clause::Clauses},
    language::{
        lexicon::{self, Stance},
        model::{Relation, Upos, Xpos},
    },
};

/// What is explained where the sentence does not say.
pub const EXPLAIN: &str = "explain";

pub fn reasons(clauses: &Clauses, found: &mut Vec<Found>) {
    named(clauses, found);
    aimed(clauses, found);
    spelt_out(clauses, found);
    pointed_at(clauses, found);
    fragment(clauses, found);
    cleft(clauses, found);
    contrasted(clauses, found);
}

/// "Gave one reason: …", "for a single reason, which was …", "gives its purpose as …", "one reason, namely that …".
fn spelt_out(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let end = sentence.tokens.len();
    let is = |i: usize, words: &[&str]| is(clauses, i, words);
    for noun in (1..end).filter(|&i| is(i, &["aim", "motive", "purpose", "reason"])) {
        let owned = parse.child(noun, Relation::NmodPoss).is_some();
        let single = (noun.saturating_sub(2)..noun).any(|i| is(i, SINGLE));
        let behind = noun + 1 + usize::from(is(noun + 1, &["only"]));
        let comma = is(behind, &[","]);
        let first = match () {
            () if !owned && !single => None,
            () if is(behind, &["as"]) && owned => Some(behind + 1),
            () if comma && is(behind + 1, &["which"]) && is(behind + 2, &["is", "was"]) => Some(behind + 3),
            () if is(behind + usize::from(comma), &["namely"]) => Some(behind + usize::from(comma) + 1),
            () => (behind..end).find(|&i| is(i, &[":"])).map(|colon| colon + 1),
        };
        let Some(first) = first.filter(|&first| first < end) else { continue };
        let last = (first..end).take_while(|&i| !is(i, &[";", "."])).last().unwrap_or(first);
        // "Was stopped for one reason only".
        let case = parse.child(noun, Relation::Case).filter(|&case| is(case, &["for"]));
        let explained =
            case.and_then(|_| parse.path(noun).find_map(|i| clauses.predications.iter().find(|p| p.head == i)));
        found.push(match explained {
            Some(explained) => of(clauses, explained, first, last, false),
            None => explaining(first, last, false),
        });
    }
}

/// What says that there is one reason.
const SINGLE: &[&str] = &["one", "only", "single", "sole"];

/// "Could not bear the noise, and that was why he left": the reason stands before.
fn pointed_at(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for why in (2..sentence.tokens.len()).filter(|&i| is(clauses, i, &["why"]) && is(clauses, i - 1, &["is", "was"])) {
        let that = why - 2;
        if !is(clauses, that, &["that", "this"]) {
            continue;
        }
        let told = parse.path(why).find_map(|i| clauses.predications.iter().find(|p| p.head == i && p.head < that));
        let explained = clauses.predications.iter().rfind(|p| p.head > why && parse.path(p.head).any(|i| i == why));
        let explained = explained.or_else(|| clauses.predications.iter().rfind(|p| p.head > why));
        let Some((told, explained)) = told.zip(explained) else { continue };
        let first = parse.subtree(told.head).start;
        if first < that {
            found.push(Found { event: clauses.event(explained), first, last: that - 1, purpose: false, denied: false });
        }
    }
}

/// "To keep her quiet, say two people": a purpose of what the sentence before tells.
fn fragment(clauses: &Clauses, found: &mut Vec<Found>) {
    let parse = &clauses.sentence().parse;
    if !is(clauses, 0, &["to"]) {
        return;
    }
    let purpose = clauses.predications.iter().find(|p| parse.head(0) == Some(p.head));
    let above = |p: usize| parse.head(p).and_then(|head| clauses.predications.iter().find(|p| p.head == head));
    let Some(purpose) = purpose else { return };
    let reported = above(purpose.head).is_none_or(|report| {
        matches!(lexicon::stances(&report.predicate).first(), Some(Stance::Asserts | Stance::Claims))
            && !parse.children(report.head).any(|c| c != purpose.head && parse.node(c).relation == Relation::Ccomp)
    });
    if reported {
        found.push(explaining(0, parse.subtree(purpose.head).end - 1, false));
    }
}

/// "It was over pay", "it was for his sake that she signed".
fn cleft(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let is_it = |i: usize| is(clauses, i, &["it", "this"]) && is(clauses, i + 1, &["is", "was"]);
    for it in (0..sentence.tokens.len().saturating_sub(3)).filter(|&i| is_it(i)) {
        let case = it + 2;
        let fixed = is(clauses, case, &["because", "out"]) && is(clauses, case + 1, &["of"]);
        if !(fixed || is(clauses, case, &["for", "over"])) {
            continue;
        }
        let from = case + 1 + usize::from(fixed);
        let Some(noun) = (from..sentence.tokens.len()).find(|&i| parse.node(i).upos == Upos::Noun) else { continue };
        // "It was for the council to decide".
        let that = (noun..sentence.tokens.len()).find(|&i| is(clauses, i, &["that", "to", ","]));
        let last = that.map_or(sentence.tokens.len() - 1, |that| that - 1);
        match that.filter(|&i| !is(clauses, i, &[","])) {
            Some(to) if is(clauses, to, &["to"]) => {}
            Some(that) => {
                let done = clauses.predications.iter().find(|p| p.head > that);
                found.extend(done.map(|done| of(clauses, done, from, last, false)));
            }
            None => found.push(explaining(from, last, false)),
        }
    }
}

/// "The reason is the new tax", "lower taxes are the one reason".
fn named(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for noun in (0..sentence.tokens.len()).filter(|&i| is(clauses, i, &["motive", "reason"])) {
        let explains = parse.children(noun).any(|c| c > noun && parse.child(c, Relation::Case).is_some());
        let subject = |i: usize| parse.children(i).find(|&c| c < i && parse.node(c).relation.is_subject());
        let copula = |i: usize| parse.child(i, Relation::Cop);
        let negated = |i: usize| parse.children(i).any(|c| is(clauses, c, &["not", "n't", "n’t", "never"]));
        let is_subject = parse.node(noun).relation.is_subject();
        let (first, last, denied) = match parse.head(noun) {
            Some(what) if is_subject && !explains => {
                let Some(copula) = copula(what).filter(|&copula| copula > noun) else { continue };
                (copula + 1, parse.subtree(what).end - 1, negated(what))
            }
            _ => {
                let Some(what) = subject(noun).filter(|_| copula(noun).is_some() && !negated(noun)) else { continue };
                let words = parse.subtree(what);
                if parse.node(what).upos == Upos::Pron {
                    continue;
                }
                (words.start, words.end - 1, false)
            }
        };
        if first <= last {
            found.push(explaining(first, last, denied));
        }
    }
}

/// "The purpose is to keep the river clean", "the aim of the exercise was to raise money".
fn aimed(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for to in (2..sentence.tokens.len()).filter(|&i| is(clauses, i, &["to"]) && is(clauses, i - 1, &["is", "was"])) {
        let Some(verb) = parse.head(to).filter(|&verb| verb > to && parse.node(verb).xpos == Xpos::Vb) else {
            continue;
        };
        let Some(aim) = parse.children(verb).find(|&c| c < to && parse.node(c).relation.is_subject()) else { continue };
        // "The aim of the party is to rule" explains nothing that was done.
        let of = parse.children(aim).filter(|&c| c > aim && parse.node(c).relation == Relation::Nmod);
        let of_anything = of.into_iter().all(|c| is(clauses, c, &["exercise", "move", "operation", "plan", "step"]));
        if is(clauses, aim, &["aim", "goal", "object", "objective", "point", "purpose"]) && of_anything {
            let negated = parse.children(verb).any(|c| c < to && is(clauses, c, &["not", "n't", "n’t", "never"]));
            let within = parse.subtree(verb);
            found.push(Found { purpose: true, ..explaining(to, within.end - 1, negated) });
        }
    }
}

/// "It was not about pay but about the pupils".
fn contrasted(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let end = sentence.tokens.len();
    let about = |i: usize| is(clauses, i, &["about", "for"]);
    let Some(not) = (0..end).find(|&i| is(clauses, i, &["not"]) && about(i + 1)) else { return };
    let Some(but) = (not + 3..end.min(not + REACH)).find(|&i| is(clauses, i, &["but"]) && about(i + 1)) else { return };
    let last = (but + 2..end).take_while(|&i| sentence.parse.node(i).upos != Upos::Punct).last();
    if let Some(last) = last {
        found.push(explaining(not + 2, but - 1, true));
        found.push(explaining(but + 2, last, false));
    }
}

/// How far behind "not about" the other reason stands.
const REACH: usize = 10;

fn explaining(first: usize, last: usize, denied: bool) -> Found {
    let event = Event { parties: Vec::new(), ..Event::of(EXPLAIN, Arc::new([])) };
    Found { event, first, last, purpose: false, denied }
}
