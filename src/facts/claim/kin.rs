//! Claims of whose relative somebody is: "the victim's widow, Ann Lee", "Ann Lee, a sister of the victim".

use super::{Claim, Content, Event, Part, Party, clause::Clauses};
use crate::{
    facts::{Chain, EntityKind, Mention},
    language::{
        lexicon::{self, Kinship},
        model::Relation,
    },
    text::Span,
};

/// The relatives that a sentence names beside what they are. `mentions` are those of the sentence.
pub fn claims(clauses: &Clauses, mentions: &[Mention], chains: &[Chain], number: u32, found: &mut Vec<Claim>) {
    for mention in mentions {
        let chain = &chains[mention.chain.0 as usize];
        if chain.kind != EntityKind::Person || chain.identity.described {
            continue;
        }
        let told = match mention.role {
            Some(role) => beside(clauses, role).map(|(kin, owner)| (kin, owner, role)),
            None => in_front(clauses, mention),
        };
        let Some(((relation, great), owner, role)) = told else { continue };
        let who = Party { part: Part::Patient, noun: Default::default(), chain: Some(mention.chain) };
        let whose = Party { part: Part::Whose, noun: clauses.noun(owner), chain: clauses.chain(owner) };
        found.push(Claim {
            span: role,
            sentence: number,
            event: Event { parties: vec![who, whose], ..Event::of("be", Default::default()) },
            content: Content::Kin { relation, great },
            attribution: None,
            times: Vec::new(),
        });
    }
}

/// What a noun says as one of kinship, and whether it is of a generation more.
fn kin(clauses: &Clauses, i: usize) -> Option<(Kinship, bool)> {
    let lower = clauses.sentence().lower(i);
    let great = lower.strip_prefix("great-");
    let kin = lexicon::kinship(&lower).filter(|_| !great.unwrap_or(&lower).contains('-'));
    kin.map(|kin| (kin.relation, great.is_some()))
}

/// Words for a tie that is another one by now, or half of one.
const FORMER: &[&str] = &["estranged", "ex", "former", "half", "late"];

/// The relative that a role names, and the token of whose it is: "the victim's widow", "a sister of the victim".
fn beside(clauses: &Clauses, role: Span) -> Option<((Kinship, bool), usize)> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let inside = || (0..sentence.tokens.len()).filter(|&i| role.contains(clauses.span(i, i)));
    if inside().any(|i| sentence.is_any(i, FORMER)) {
        return None;
    }
    // The first noun is what somebody is; what stands behind "of" is another.
    let (head, kin) = inside().find_map(|i| Some((i, kin(clauses, i)?)))?;
    let whose = |&c: &usize| match parse.node(c).relation {
        Relation::NmodPoss => true,
        Relation::Nmod => parse.child(c, Relation::Case).is_some_and(|case| sentence.word(case) == "of"),
        _ => false,
    };
    Some((kin, parse.children(head).find(whose)?))
}

/// The same right in front of the name: "her great-niece Ann Lee", "the victim's brother Tom".
fn in_front(clauses: &Clauses, mention: &Mention) -> Option<((Kinship, bool), usize, Span)> {
    let sentence = clauses.sentence();
    let name = (0..sentence.tokens.len()).find(|&i| mention.span.contains(clauses.span(i, i)))?;
    let head = name.checked_sub(1)?;
    let kin = kin(clauses, head)?;
    let before = head.checked_sub(1)?;
    let owner = match sentence.word(before) {
        "'s" | "’s" | "'" | "’" => before.checked_sub(1)?,
        _ if sentence.is_any(before, &["her", "his", "their"]) => before,
        _ => return None,
    };
    Some((kin, owner, clauses.span(owner, head)))
}
