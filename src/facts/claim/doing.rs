//! Claims that it was somebody and nobody else who did it: "it was a nurse who raised the alarm", "Ann Lee was the one who found it".

use std::sync::Arc;

use super::{
    Claim, Content, Mood, Word,
    circumstance::is,
    clause::Clauses,
    participant::is_cleft,
    predication::{Predication, Role},
};
use crate::language::model::{Relation, Upos};

/// Who did it is picked out; the claim's event is the deed.
#[derive(Clone, Debug, PartialEq)]
pub struct Doing {
    /// What the sentence and those before it tell.
    pub occasion: Arc<[Word]>,
}

/// How far before somebody "it was" stands that picks them out.
const REACH: usize = 6;

/// The deeds of a sentence whose doer is picked out. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    for predication in clauses.predications {
        let real = !predication.negated && predication.mood == Mood::Real;
        let agent = predication.participant(Role::Agent).filter(|_| real);
        let Some(who) = agent.filter(|&who| is_picked_out(clauses, predication, who)) else { continue };
        found.push(Claim {
            span: clauses.span(who.min(predication.head), who.max(predication.head)),
            sentence: number,
            event: clauses.event(predication),
            content: Content::Doing(Doing { occasion: clauses.words_around(before) }),
            attribution: None,
            times: clauses.times_beside(predication),
        });
    }
}

/// Whether the sentence picks out who does it: by "it was", or as "the one who".
fn is_picked_out(clauses: &Clauses, predication: &Predication, who: usize) -> bool {
    let parse = &clauses.sentence().parse;
    if parse.node(predication.head).upos != Upos::Verb {
        return false;
    }
    let opens = |i: usize| is(clauses, i, &["it"]) && is(clauses, i + 1, &["was", "is", "had"]);
    let front = || (who.saturating_sub(REACH)..who).any(opens);
    let relative = (who.min(predication.head)..predication.head).any(|i| is(clauses, i, &["who", "that"]));
    let clause = parse.path(predication.head).find(|&i| parse.node(i).relation == Relation::AclRelcl);
    let described = clause.and_then(|clause| parse.head(clause));
    let one = described.is_some_and(|noun| is(clauses, noun, &["one"]) && parse.child(noun, Relation::Cop).is_some());
    relative && (is_cleft(clauses.sentence(), who) || front()) || one
}
