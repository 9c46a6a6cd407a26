//! Pronouns that leave no doubt: "I" in somebody's own words, and "he" for whoever is said to speak of himself.
//!
//! All others stay unresolved: a pronoun given to the wrong person is worse than one given to nobody.

use super::{
    Chain, ChainId, EntityKind, Mention, MentionId, MentionKind, PlacedSentence, Quotation, QuotationKind,
    claim::Clauses, model::around, name::genders_clash,
};
use crate::{
    language::{
        lexicon::{self, Gender, Pos},
        model::Relation,
    },
    syntax::Prose,
};

/// The pronouns that may be resolved here.
const PRONOUNS: &[&str] = &["i", "me", "my", "myself", "mine", "he", "she"];

/// Adds the pronouns that can be resolved to the mentions and chains of an article.
pub fn add_pronouns(
    prose: &Prose,
    sentences: &[PlacedSentence],
    quotations: &[Quotation],
    mentions: &mut Vec<Mention>,
    chains: &mut [Chain],
) {
    let mut found: Vec<Mention> = Vec::new();
    let mut first = 0;
    for (number, place) in sentences.iter().enumerate() {
        let last = first + mentions[first..].iter().take_while(|m| m.sentence as usize == number).count();
        let own = &mentions[first..last];
        first = last;
        let resolvable = |word: &str| PRONOUNS.iter().any(|p| word.eq_ignore_ascii_case(p));
        if !(0..place.sentence.tokens.len()).any(|i| resolvable(place.sentence.word(i))) {
            continue;
        }
        let clauses = Clauses::new(place, prose, own, &[]);
        for token in 0..place.sentence.tokens.len() {
            let span = clauses.span(token, token);
            let chain = match place.sentence.word(token).to_lowercase().as_str() {
                "i" | "me" | "my" | "myself" | "mine" => speaker(quotations, span),
                "he" => reported_subject(&clauses, token, chains, Gender::Male),
                "she" => reported_subject(&clauses, token, chains, Gender::Female),
                _ => None,
            };
            if let Some(chain) = chain {
                let kind = MentionKind::Pronoun;
                found.push(Mention { span, head: span, kind, chain, sentence: number as u32, role: None });
            }
        }
    }
    insert(mentions, chains, found);
}

/// Who speaks in the direct quotation that a span stands in.
fn speaker(quotations: &[Quotation], span: crate::text::Span) -> Option<ChainId> {
    let own = |q: &&Quotation| q.kind != QuotationKind::Phrase && q.quoted.iter().any(|s| s.contains(span));
    around(quotations, span).filter(own).min_by_key(|q| q.span.len())?.chain
}

/// "Lee said he would stay": the subject of what is reported is the one who reports it, when nobody is told.
fn reported_subject(clauses: &Clauses, token: usize, chains: &[Chain], gender: Gender) -> Option<ChainId> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let clause = parse.head(token).filter(|_| parse.node(token).relation.is_subject())?;
    let report = parse.head(clause).filter(|_| parse.node(clause).relation == Relation::Ccomp)?;
    let verb = lexicon::lemma(&sentence.word(report).to_lowercase(), Pos::Verb)?;
    let told = parse.children(report).any(|c| matches!(parse.node(c).relation, Relation::Obj | Relation::Iobj));
    if lexicon::stances(&verb).is_empty() || told {
        return None;
    }
    // Behind a long apposition parsers lose the subject and hang the verb on the name itself.
    let subject = parse.children(report).find(|&c| parse.node(c).relation.is_subject()).or(parse.head(report))?;
    let chain = clauses.chain(subject)?;
    let person = chains[chain.0 as usize].identity.person.as_ref()?;
    let agrees = !genders_clash(person.likely_gender(), Some(gender));
    (chains[chain.0 as usize].kind == EntityKind::Person && agrees && subject < token).then_some(chain)
}

/// Puts mentions in their places and gives all of them their new numbers.
fn insert(mentions: &mut Vec<Mention>, chains: &mut [Chain], found: Vec<Mention>) {
    let introductions: Vec<Mention> = chains.iter().map(|c| mentions[c.introduction.0 as usize].clone()).collect();
    mentions.extend(found);
    mentions.sort_by_key(|m| (m.sentence, m.span.start, std::cmp::Reverse(m.span.end)));
    for chain in chains.iter_mut() {
        chain.mentions.clear();
    }
    for (number, mention) in mentions.iter().enumerate() {
        let chain = &mut chains[mention.chain.0 as usize];
        chain.mentions.push(MentionId(number as u32));
        if *mention == introductions[mention.chain.0 as usize] {
            chain.introduction = MentionId(number as u32);
        }
    }
}
