//! Reasons that a word in front of them marks: "because", "out of", "in protest at", "as a precaution", "to".

use super::{Found, cause::CAUSING};
use crate::{
    facts::claim::{Mood, circumstance::is, clause::Clauses, predication::Predication},
    language::{
        lexicon::{self, Class, Pos},
        model::{Relation, Upos, Xpos},
    },
};

pub fn reasons(clauses: &Clauses, found: &mut Vec<Found>) {
    because(clauses, found);
    because_of(clauses, found);
    phrases(clauses, found);
    purposes(clauses, found);
}

/// "She was dismissed because …".
fn because(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for reason in clauses.predications {
        let mark = parse.children(reason.head).find(|&c| c < reason.head && marks(clauses, c));
        let Some(mark) = mark else { continue };
        let explained = parse.head(reason.head).and_then(|h| clauses.predications.iter().find(|p| p.head == h));
        if let Some(explained) = explained {
            let words = parse.subtree(reason.head);
            found.push(of(clauses, explained, mark, words.end - 1, false));
        }
    }
}

/// "Because"; "as" and "since" where what follows cannot be a time: "as no tickets were sold".
fn marks(clauses: &Clauses, i: usize) -> bool {
    is(clauses, i, &["because"]) || is(clauses, i, &["as", "since"]) && is(clauses, i + 1, &["no", "too"])
}

/// "Resigned because of ill health", "fired over the leak".
fn because_of(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for explained in clauses.predications {
        for c in
            parse.children(explained.head).filter(|&c| c > explained.head && parse.node(c).relation == Relation::Obl)
        {
            let Some(case) = parse.child(c, Relation::Case) else { continue };
            let gives = match sentence.lower(case).as_str() {
                "because" | "due" | "owing" => true,
                "over" => {
                    lexicon::same_outcome(&explained.predicate, Pos::Verb, "resign", Pos::Verb)
                        || lexicon::same_outcome(&explained.predicate, Pos::Verb, "fire", Pos::Verb)
                }
                _ => false,
            };
            if gives {
                found.push(of(clauses, explained, case, parse.subtree(c).end - 1, false));
            }
        }
    }
}

/// Phrases in front of a reason.
const FRONT: &[&[&str]] = &[
    &["on", "account", "of"],
    &["for", "fear", "of"],
    &["for", "lack", "of"],
    &["for", "want", "of"],
    &["for", "the", "sake", "of"],
    &["as", "a", "result", "of"],
    &["in", "view", "of"],
    &["in", "light", "of"],
    &["thanks", "to"],
    &["citing"],
    &["blaming"],
];

/// The words that these phrases, and those with "out of", begin with: few sentences have one, and all are read at every edit.
const OPENERS: &[&str] = &["as", "blaming", "citing", "for", "in", "on", "out", "thanks"];

/// Nouns behind "as a" and "in" that say why something is done.
const AS: &[&str] = &[
    "favor",
    "favour",
    "gesture",
    "precaution",
    "protest",
    "punishment",
    "reprisal",
    "response",
    "reward",
    "tribute",
    "warning",
];
const IN: &[&str] = &["despair", "disgust", "protest", "response", "retaliation", "revenge", "solidarity", "sympathy"];

/// "Out of spite", "as a precaution", "in protest at the cuts", "for family reasons", "on health grounds".
fn phrases(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for i in (1..sentence.tokens.len().saturating_sub(1)).filter(|&i| is(clauses, i, OPENERS)) {
        let noun = |i: usize| clauses.noun(i);
        let feeling = |i: usize| {
            let kinds = ["feeling", "emotion", "attitude", "concern"];
            parse.node(i).upos == Upos::Noun
                && kinds.iter().any(|kind| lexicon::is_kind_of(&noun(i), kind, Pos::Noun, 3))
        };
        let next = |listed: &dyn Fn(usize) -> bool| (i + 1..sentence.tokens.len().min(i + 4)).find(|&j| listed(j));
        let front = FRONT.iter().find(|words| words.iter().zip(i..).all(|(word, at)| is(clauses, at, &[word])));
        let head = if let Some(words) = front {
            let behind = i + words.len();
            let noun =
                (behind..sentence.tokens.len()).find(|&j| matches!(parse.node(j).upos, Upos::Noun | Upos::Propn));
            noun.map(|j| parse.path(j).take_while(|&above| above >= behind).last().unwrap_or(j))
        } else if is(clauses, i, &["out"]) && is(clauses, i + 1, &["of"]) {
            next(&feeling)
        } else if is(clauses, i, &["as"]) && is(clauses, i + 1, &["a", "an"]) {
            next(&|j| AS.contains(&noun(j).as_str()))
        } else if is(clauses, i, &["in"]) {
            Some(i + 1).filter(|&j| IN.contains(&noun(j).as_str()))
        } else if is(clauses, i, &["for", "on"]) {
            let grounds = |j: usize| j > i + 1 && is(clauses, j, &["reasons", "grounds"]);
            next(&grounds)
        } else {
            None
        };
        let Some(head) = head else { continue };
        let explained = clauses.predications.iter().rfind(|p| p.head < i && parse.path(i).any(|above| above == p.head));
        let explained = explained.or_else(|| clauses.predications.iter().rfind(|p| p.head < i));
        if let Some(explained) = explained {
            found.push(of(clauses, explained, i, parse.subtree(head).end.max(head + 1) - 1, false));
        }
    }
}

/// "Closed the plant to save money": the purpose is a reason too.
fn purposes(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for purpose in clauses.predications {
        let to = parse.children(purpose.head).find(|&c| parse.node(c).xpos == Xpos::To && c < purpose.head);
        let Some(to) = to else { continue };
        let pair = |i: usize| matches!(sentence.lower(i).as_str(), "order" | "as");
        let led = to >= 2 && pair(to - 1) && is(clauses, to - 2, &["in", "so"]);
        let above = parse.path(purpose.head).skip(1);
        let explained = above.into_iter().find_map(|i| clauses.predications.iter().find(|p| p.head == i));
        let Some(explained) = explained else { continue };
        // "A plan to leave" is no purpose; parsers hang one on the object: "shut the office to save money".
        let hung = parse.head(purpose.head).filter(|_| parse.node(purpose.head).relation == Relation::Acl);
        let hangs = match hung {
            Some(noun) => is_thing(&clauses.noun(noun)) && parse.head(noun) == Some(explained.head),
            None => parse.node(purpose.head).relation == Relation::Advcl,
        };
        // "Asked to leave", "plans to leave": the infinitive is what is asked or planned.
        let deed = parse.node(explained.head).upos == Upos::Verb && lexicon::stances(&explained.predicate).is_empty();
        let verb = explained.predicate.as_str();
        let says = explained.complement.is_some() || !deed || CAUSING.contains(&verb) || LETTING.contains(&verb);
        let object = parse.child(explained.head, Relation::Obj).is_some_and(|o| o < to)
            || parse.child(explained.head, Relation::AuxPass).is_some();
        if led || hangs && !says && object && purpose.head == to + 1 && is_told(explained) {
            let last = parse.subtree(purpose.head).end - 1;
            let first = if led { to - 2 } else { to };
            found.push(of(clauses, explained, first, last, true));
        }
    }
}

/// Verbs whose object is who does what the infinitive says.
const LETTING: &[&str] = &[
    "allow", "ask", "enable", "expect", "help", "instruct", "invite", "need", "order", "require", "tell", "urge",
    "want", "warn",
];

/// Whether a noun names no act, thought or word, to which an infinitive would belong.
fn is_thing(noun: &str) -> bool {
    let classes = [Class::Act, Class::Event, Class::Communication];
    let thought =
        lexicon::is_kind_of(noun, "cognition", Pos::Noun, 2) || lexicon::is_kind_of(noun, "attribute", Pos::Noun, 2);
    !thought && !classes.iter().any(|&class| lexicon::is_a(noun, class, 1))
}

fn is_told(explained: &Predication) -> bool {
    explained.mood == Mood::Real && !explained.negated
}

fn of(clauses: &Clauses, explained: &Predication, first: usize, last: usize, purpose: bool) -> Found {
    // What stands behind a colon, semicolon or a comma with "and" is told on its own.
    let end = (first + 1..=last)
        .find(|&i| is(clauses, i, &[";", ":"]) || is(clauses, i, &[","]) && is(clauses, i + 1, &["and", "but"]));
    let last = end.map_or(last, |end| end - 1);
    Found { event: clauses.event(explained), first, last, purpose, denied: false }
}
