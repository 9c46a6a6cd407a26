//! Reasons that are purposes: "closed the plant to save money", "resigned so that he could look after her".

use super::{
    Found,
    cause::CAUSING,
    mark::{of, told_by},
};
use crate::{
    facts::claim::{
        Mood,
        circumstance::is,
        clause::Clauses,
        predication::{Predication, Role},
    },
    language::{
        lexicon::{self, Class, Pos},
        model::{Relation, Upos, Xpos},
    },
};

pub fn reasons(clauses: &Clauses, found: &mut Vec<Found>) {
    purposes(clauses, found);
    so_that(clauses, found);
}

/// "Closed the plant to save money": the purpose is a reason too.
fn purposes(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for purpose in clauses.predications {
        let to = parse.children(purpose.head).find(|&c| parse.node(c).xpos == Xpos::To && c < purpose.head);
        let Some(to) = to else { continue };
        let pair = |i: usize| matches!(sentence.lower(i).as_str(), "order" | "as");
        let try_ = |i: usize| is(clauses, i, &["attempt", "bid", "effort", "move", "push"]);
        let led = to >= 2 && pair(to - 1) && is(clauses, to - 2, &["in", "so"])
            || to >= 3 && try_(to - 1) && is(clauses, to - 2, &["a", "an"]) && is(clauses, to - 3, &["in"]);
        let above = parse.path(purpose.head).skip(1);
        let explained = above.into_iter().find_map(|i| clauses.predications.iter().find(|p| p.head == i));
        let Some(explained) = explained.map(|p| if led { told_by(clauses, p, to - 2) } else { p }) else { continue };
        // "A plan to leave" is no purpose; parsers hang one on the object: "shut the office to save money".
        let hung = parse.head(purpose.head).filter(|_| parse.node(purpose.head).relation == Relation::Acl);
        let hangs = match hung {
            Some(noun) => is_thing(&clauses.noun(noun)) && parse.head(noun) == Some(explained.head),
            None => parse.node(purpose.head).relation == Relation::Advcl || quits(explained),
        };
        // "Asked to leave", "plans to leave": the infinitive is what is asked or planned.
        let deed = parse.node(explained.head).upos == Upos::Verb && lexicon::stances(&explained.predicate).is_empty();
        let verb = explained.predicate.as_str();
        let asked = explained.complement.as_ref() == Some(&purpose.predicate) && !quits(explained);
        let says = asked || !deed || CAUSING.contains(&verb) || LETTING.contains(&verb);
        let object = parse.child(explained.head, Relation::Obj).is_some_and(|o| o < to)
            || parse.child(explained.head, Relation::AuxPass).is_some()
            || ["act", "do"].contains(&verb)
            || quits(explained);
        // "The third minister to go": which one it is.
        let ranks = |i: usize| sentence.parse.node(i).xpos == Xpos::Jjs || is(clauses, i, RANKS);
        let picks = (explained.head + 1..to).any(|i| is(clauses, i - 1, &["the"]) && ranks(i));
        if led || hangs && !says && object && !picks && purpose.head == to + 1 && is_told(explained) {
            let last = parse.subtree(purpose.head).end - 1;
            let first = if led { to - 2 } else { to };
            found.push(of(clauses, explained, first, last, true));
        }
    }
}

/// Whether somebody leaves, which one does for something.
fn quits(explained: &Predication) -> bool {
    let leaves = |verb| lexicon::same_outcome(&explained.predicate, Pos::Verb, verb, Pos::Verb);
    ["leave", "resign"].into_iter().any(leaves)
}

/// Words for which of several somebody is, to which an infinitive belongs.
const RANKS: &[&str] =
    &["fifth", "first", "fourth", "last", "latest", "next", "only", "second", "seventh", "sixth", "third"];

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

/// "Resigned so that he could look after her": somebody does it for what is then possible.
fn so_that(clauses: &Clauses, found: &mut Vec<Found>) {
    let parse = &clauses.sentence().parse;
    for purpose in clauses.predications {
        let so = |&c: &usize| c < purpose.head && is(clauses, c, &["so"]) && is(clauses, c + 1, &["that"]);
        let Some(so) = parse.children(purpose.head).find(so) else { continue };
        let may = parse.children(purpose.head).any(|c| is(clauses, c, &["can", "could", "may", "might", "would"]));
        let acts = |p: &&Predication| p.head < so && is_told(p) && p.participant(Role::Agent).is_some();
        let explained =
            parse.path(purpose.head).skip(1).find_map(|i| clauses.predications.iter().find(|p| p.head == i && acts(p)));
        if let Some(explained) = explained.filter(|_| may) {
            found.push(of(clauses, explained, so, parse.subtree(purpose.head).end - 1, true));
        }
    }
}
