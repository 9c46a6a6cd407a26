//! Claims of who wanted to see whom: "sent for the coach", "asked to see the owner", "requested an audience with the president".

use std::sync::Arc;

use super::{
    Claim, Content, Event, Mood, Part, Party,
    circumstance::is,
    clause::Clauses,
    initiator::CALLING,
    participant::case_of,
    predication::{Predication, Role},
};
use crate::language::model::Relation;

/// Verbs whose object is to come.
const SENDING_FOR: &[&str] = &["call in", "invite", "send for", "summon"];

/// Verbs of wishing for what stands behind them.
const WISHING: &[&str] = &["ask", "ask for", "beg for", "demand", "propose", "request", "seek", "want", "wish"];

/// Verbs of coming, behind which stands what for: "went to see".
const COMING: &[&str] = &["come", "drive", "go", "travel"];

/// What two who see each other have.
const MEETINGS: &[&str] =
    &["appointment", "audience", "consultation", "conversation", "discussion", "interview", "meeting", "talk", "talks"];

/// Verbs of having it.
const SEEING: &[&str] = &["meet", "meet with", "see", "speak to", "speak with", "talk to", "talk with"];

/// The summonses of a sentence: the event's agent wants to see its patient. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    for p in clauses.predications.iter().filter(|p| !p.negated) {
        let Some((by, whom)) = summoned(clauses, p).or_else(|| requested(clauses, p)).or_else(|| to_see(clauses, p))
        else {
            continue;
        };
        let party = |part: Part, i: usize| Party { part, noun: clauses.noun(i), chain: clauses.chain(i) };
        let parties: Vec<Party> = vec![party(Part::Agent, by), party(Part::Patient, whom)];
        if parties.iter().any(|party| party.chain.is_none()) {
            continue;
        }
        found.push(Claim {
            span: clauses.span(by.min(p.head), p.head.max(by)),
            sentence: number,
            event: Event { parties, ..Event::of("want to see", Arc::default()) },
            content: Content::Summons(clauses.words_around(before)),
            attribution: None,
            times: clauses.times.iter().map(|t| t.time.clone()).filter(|t| t.expression.is_point()).collect(),
        });
    }
}

/// "Sent for the coach", "invited her in".
fn summoned(clauses: &Clauses, p: &Predication) -> Option<(usize, usize)> {
    if !SENDING_FOR.contains(&p.predicate.as_str()) || p.mood != Mood::Real {
        return None;
    }
    match (p.participant(Role::Agent), p.participant(Role::Patient), clauses.behind(p, &["for"])) {
        (Some(by), Some(whom), _) => Some((by, whom)),
        // "Sent" looks like a participle.
        (None, Some(by), Some(whom)) if p.predicate == "send for" => Some((by, whom)),
        _ => None,
    }
}

/// "Asked for a meeting with the owner", "telephoned the president's office to request an audience".
fn requested(clauses: &Clauses, p: &Predication) -> Option<(usize, usize)> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let meeting = p.participants.iter().find(|q| q.role == Role::Patient && MEETINGS.contains(&q.noun.as_str()))?;
    if !WISHING.contains(&p.predicate.as_str()) {
        return None;
    }
    let by = p.participant(Role::Agent)?;
    const WITH: &[&str] = &["with", "of"];
    let own = clauses.behind(p, WITH);
    let of_it = || {
        let behind = |c: &usize| *c > meeting.head && case_of(sentence, *c).is_some_and(|case| is(clauses, case, WITH));
        parse.children(meeting.head).find(behind)
    };
    match p.mood {
        Mood::Real => own.or_else(of_it).map(|whom| (by, whom)),
        Mood::Planned => {
            let above = parse.head(p.head)?;
            let calls = clauses.predications.iter().find(|q| q.head == above)?;
            let called = calls.participant(Role::Patient).filter(|_| CALLING.contains(&calls.predicate.as_str()))?;
            // "Telephoned her office".
            let whose = parse.child(called, Relation::NmodPoss).filter(|_| clauses.noun(called) == "office");
            Some((by, own.or_else(of_it).or(whose).unwrap_or(called)))
        }
        Mood::Possible => None,
    }
}

/// "Wished to see her", "went to see the prime minister".
fn to_see(clauses: &Clauses, p: &Predication) -> Option<(usize, usize)> {
    if !SEEING.contains(&p.predicate.as_str()) || p.mood != Mood::Planned {
        return None;
    }
    let above = clauses.sentence().parse.head(p.head)?;
    let wishes = clauses.predications.iter().find(|q| q.head == above && q.mood == Mood::Real && !q.negated)?;
    let verb = wishes.predicate.as_str();
    (WISHING.contains(&verb) || COMING.contains(&verb)).then_some(())?;
    p.participant(Role::Agent).zip(p.participant(Role::Patient))
}
