//! Claims of whose relative somebody is: "the victim's widow, Ann Lee", "Ann Lee, a sister of the victim".

use super::{Claim, Content, Event, Part, Party, clause::Clauses};
use crate::{
    facts::{Chain, EntityKind, Mention},
    language::{lexicon, model::Relation},
};

/// The relatives that a sentence names beside what they are. `mentions` are those of the sentence.
pub fn claims(clauses: &Clauses, mentions: &[Mention], chains: &[Chain], number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for mention in mentions {
        let chain = &chains[mention.chain.0 as usize];
        let Some(role) = mention.role.filter(|_| chain.kind == EntityKind::Person && !chain.identity.described) else {
            continue;
        };
        let inside = || (0..sentence.tokens.len()).filter(|&i| role.contains(clauses.span(i, i)));
        // The first noun is what somebody is; what stands behind "of" is another.
        let kin = |i: usize| {
            let lower = sentence.lower(i);
            lexicon::kinship(&lower).filter(|_| !lower.contains('-')).map(|kin| (i, kin.relation))
        };
        let former = inside().any(|i| matches!(sentence.word(i), "former" | "late" | "ex" | "estranged" | "half"));
        let Some((head, relation)) = inside().find_map(kin).filter(|_| !former) else { continue };
        let whose = |&c: &usize| match parse.node(c).relation {
            Relation::NmodPoss => true,
            Relation::Nmod => parse.child(c, Relation::Case).is_some_and(|case| sentence.word(case) == "of"),
            _ => false,
        };
        let Some(owner) = parse.children(head).find(whose) else { continue };
        let who = Party { part: Part::Patient, noun: Default::default(), chain: Some(mention.chain) };
        let whose = Party { part: Part::Whose, noun: clauses.noun(owner), chain: clauses.chain(owner) };
        found.push(Claim {
            span: role,
            sentence: number,
            event: Event { parties: vec![who, whose], ..Event::of("be", Default::default()) },
            content: Content::Kin(relation),
            attribution: None,
            times: Vec::new(),
        });
    }
}
