//! Claims that an event happens at a time.

use super::{Claim, Content, clause::Clauses};

/// The time claims of a sentence: one for each time that a predication has of its own.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    for predication in clauses.predications {
        let times = clauses.times_of(predication);
        for time in &times {
            found.push(Claim {
                span: clauses.source(time.expression.span),
                sentence: number,
                event: clauses.event(predication),
                content: Content::Time(time.clone()),
                attribution: None,
                times: times.clone(),
            });
        }
    }
}
