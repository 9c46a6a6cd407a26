//! Plain claims: that somebody does something, or does not.

use super::{
    Claim, Content,
    clause::Clauses,
    predication::{ATTEND, KNOW, Role, participle},
};
use crate::language::{
    lexicon::{self, Pos},
    model::Upos,
};

/// The statements of a sentence: predications with somebody or something in them.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    for predication in clauses.predications {
        let known = predication.participants.iter().any(|p| clauses.chain(p.head).is_some() || p.noun.len() > 2);
        // What somebody is, is no deed; that something is open or closed is a state that may be told otherwise.
        let upos = clauses.sentence().parse.node(predication.head).upos;
        let state = || upos == Upos::Adj && lexicon::is_state(&predication.predicate);
        let participle = || participle(clauses.sentence(), predication.head).is_some();
        // "Were injured", where the tagger takes the participle for an adjective.
        let befalls = || {
            let verb = lexicon::lemma(&clauses.sentence().lower(predication.head), Pos::Verb);
            upos == Upos::Adj && verb.is_some_and(|verb| verb == predication.predicate)
        };
        let deed =
            upos == Upos::Verb || participle() || befalls() || [ATTEND, KNOW].contains(&predication.predicate.as_str());
        if !known || !deed && !state() {
            continue;
        }
        // "Found her not guilty": the last word of a phrase belongs to it.
        let end = predication.predicate.split(' ').nth(1).and_then(|_| predication.predicate.rsplit(' ').next());
        let tokens = clauses.sentence().tokens.len();
        let close = predication.head + 1..(predication.head + WIDEST).min(tokens);
        let end = end.and_then(|end| close.clone().find(|&i| clauses.sentence().word(i).eq_ignore_ascii_case(end)));
        let heads = predication.participants.iter().filter(|p| matches!(p.role, Role::Agent | Role::Patient));
        let (mut first, mut last) = (predication.head, predication.head);
        for participant in heads {
            first = first.min(participant.head);
            last = last.max(participant.head);
        }
        last = last.max(end.unwrap_or(last));
        // The words from subject to object when they stand together, else from the verb to the object, else the verb alone.
        let (first, last) = match predication.head {
            _ if last - first <= WIDEST => (first, last),
            head if last - head <= WIDEST => (head, last),
            head => (head, head),
        };
        let (first, last) = (whole_name(clauses, first, -1), whole_name(clauses, last, 1));
        found.push(Claim {
            span: clauses.span(first, last),
            sentence: number,
            event: clauses.event(predication),
            content: Content::Statement,
            attribution: None,
            times: clauses.times_of(predication),
        });
    }
}

/// How many tokens a marked statement spans at most.
const WIDEST: usize = 12;

/// The last token, in the direction of `step`, of the name that token `at` is part of; `at` itself where it is none.
fn whole_name(clauses: &Clauses, at: usize, step: isize) -> usize {
    let tokens = clauses.sentence().tokens.len();
    let next = |i: usize| i.checked_add_signed(step).filter(|&n| n < tokens);
    let same = |i: &usize| clauses.chain(at).is_some() && clauses.chain(*i) == clauses.chain(at);
    std::iter::successors(Some(at), |&i| next(i).filter(same)).last().unwrap_or(at)
}
