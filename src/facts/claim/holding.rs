//! Claims of how many of something somebody or something has in all: "the union's 400 members", "the union has 400 members".
//!
//! Who has them is a known one, and nothing in the phrase may bound what is counted: "its 40 drivers in Leeds" are a part.

use super::{
    Claim, Content, Part, Party,
    clause::Clauses,
    gist,
    predication::{Mood, Predication, Role},
};
use crate::{
    facts::ChainId,
    language::{Quantity, model::Relation, number::Unit},
};

/// Whether a predicate says what somebody has, which changes with time.
pub fn is_holding(predicate: &str) -> bool {
    predicate == HAVE_IN_ALL || HOLDING.contains(&predicate)
}

/// Verbs whose object somebody has.
const HOLDING: &[&str] = &["boast", "comprise", "count", "employ", "have", "own", "possess"];

/// What the claims of this kind say of whoever has something. No verb of the text: it says "have" in many words.
const HAVE_IN_ALL: &str = "have in all";

/// The holdings of a sentence.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    for quantity in clauses.sentence().quantities.iter().filter(|q| q.unit == Unit::Count && !q.weak && q.of.is_none())
    {
        let Some((noun, head)) = counted(clauses, quantity) else { continue };
        let Some(chain) = owner(clauses, head).or_else(|| holder(clauses, head)) else { continue };
        let mut event = gist::event(HAVE_IN_ALL, false);
        event.parties = vec![
            Party { part: Part::Agent, noun: Default::default(), chain: Some(chain) },
            Party { part: Part::Patient, noun: noun.as_str().into(), chain: None },
        ];
        found.push(Claim {
            span: clauses.source(quantity.phrase()),
            sentence: number,
            event,
            content: Content::Quantity { quantity: *quantity, noun: noun.as_str().into(), part: Part::Patient },
            attribution: None,
            times: Vec::new(),
        });
    }
}

/// The noun that is counted and its token, where nothing else says which of them are.
fn counted(clauses: &Clauses, quantity: &Quantity) -> Option<(String, usize)> {
    let (_, head) = clauses.tokens_in(quantity.counted?)?;
    let parse = &clauses.sentence().parse;
    let bounds = |c: usize| match parse.node(c).relation {
        Relation::Nummod | Relation::Det | Relation::NmodPoss | Relation::Punct | Relation::Case => false,
        // What follows a comma tells more of them all.
        Relation::AclRelcl | Relation::Appos => clauses.sentence().word(head + 1) != ",",
        _ => true,
    };
    let free = head + 1 < clauses.sentence().tokens.len() && !parse.children(head).any(bounds);
    free.then(|| (clauses.noun(head).to_string(), head))
}

/// Whose they are.
fn owner(clauses: &Clauses, head: usize) -> Option<ChainId> {
    clauses.chain(clauses.sentence().parse.child(head, Relation::NmodPoss)?)
}

/// Who has them, at no other time and place than now and everywhere.
fn holder(clauses: &Clauses, head: usize) -> Option<ChainId> {
    let holds = |p: &&Predication| {
        p.mood == Mood::Real
            && !p.negated
            && HOLDING.contains(&p.predicate.as_str())
            && p.participant(Role::Patient) == Some(head)
            && p.participants.len() == 2
            && clauses.times_of(p).is_empty()
    };
    let holding = clauses.predications.iter().find(holds)?;
    clauses.chain(holding.participant(Role::Agent)?)
}
