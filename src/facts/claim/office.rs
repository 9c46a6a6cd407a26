//! Claims that somebody does for somebody what a noun for a person says: "with Ann Lee as his assistant", "Jo Hunt, the coach of
//! the team". The event is the deed: to assist, to coach.

use super::{Claim, Content, Event, Mood, Part, Party, clause::Clauses, participant};
use crate::{
    facts::{ChainId, Mention},
    language::{
        lexicon::{self, Pos},
        model::Relation,
    },
};

/// Nouns for who does something, and what that is.
const DOERS: &[(&str, &str)] = &[
    ("assistant", "assist"),
    ("captain", "captain"),
    ("chairman", "chair"),
    ("chairwoman", "chair"),
    ("coach", "coach"),
    ("leader", "lead"),
    ("successor", "succeed"),
];

/// The offices that a sentence names with who holds them and for whom. `mentions` are those of the sentence.
pub fn claims(clauses: &Clauses, mentions: &[Mention], number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    for i in 0..sentence.tokens.len() {
        let Some((noun, deed)) = DOERS.iter().find(|(doer, _)| sentence.word(i).eq_ignore_ascii_case(doer)) else {
            continue;
        };
        let Some((who, from)) = holder(clauses, mentions, i) else { continue };
        let parse = &sentence.parse;
        let of = |&c: &usize| match parse.node(c).relation {
            Relation::NmodPoss => true,
            Relation::Nmod => {
                parse.child(c, Relation::Case).is_some_and(|case| matches!(sentence.word(case), "of" | "to"))
            }
            _ => false,
        };
        let Some(whom) = parse.children(i).find(of) else { continue };
        let chain = clauses.chain(whom);
        if chain == Some(who) {
            continue;
        }
        let parties = vec![
            Party { part: Part::Agent, noun: (*noun).into(), chain: Some(who) },
            Party { part: Part::Patient, noun: participant::noun(sentence, whom), chain },
        ];
        let event = Event { mood: Mood::Real, parties, ..Event::of(deed, lexicon::deeds(deed, Pos::Verb).into()) };
        let (first, last) = (i.min(from), i.max(from));
        found.push(Claim {
            span: clauses.span(first, last),
            sentence: number,
            event,
            content: Content::Statement,
            attribution: None,
            times: Vec::new(),
        });
    }
}

/// Who holds the office at token `i`, and the token that names them: whom it is the role of, or who stands before "as".
fn holder(clauses: &Clauses, mentions: &[Mention], i: usize) -> Option<(ChainId, usize)> {
    let at = clauses.span(i, i);
    let beside = mentions.iter().find(|m| m.role.is_some_and(|role| role.contains(at)));
    if let Some(mention) = beside {
        let named = (0..clauses.sentence().tokens.len()).find(|&t| mention.head.contains(clauses.span(t, t)))?;
        return Some((mention.chain, named));
    }
    let parse = &clauses.sentence().parse;
    let case = parse.child(i, Relation::Case).filter(|&c| clauses.sentence().word(c).eq_ignore_ascii_case("as"))?;
    let before = case.checked_sub(1)?;
    Some((clauses.chain(before)?, before))
}
