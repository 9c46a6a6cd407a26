//! Who is quoted where no reporting clause says so: "the meeting was told by Ann Lee", "the words were those of Ann Lee".

use super::{
    Attribution,
    clause::Clauses,
    occasion::{beside, described_by},
    participant::is_cleft,
    utterance::Around,
};
use crate::{
    facts::{ChainId, EntityKind, Quotation},
    language::{
        lexicon,
        model::{Relation, Upos},
    },
};

/// Verbs that tell whose words are, beside those that report.
const UTTERING: &[&str] = &[
    "ascribe",
    "attribute",
    "bring",
    "coin",
    "come",
    "credit",
    "deliver",
    "give",
    "hear",
    "leave",
    "make",
    "speak",
    "utter",
    "voice",
];

/// Words before whoever says it.
const FROM: &[&str] = &["by", "from", "of", "to"];

/// Who says the words of a quotation to which no speaker is known who can be found again: the only person that the sentence names
/// beside them, where it gives the words to that person.
pub fn unheard(clauses: &Clauses, quotation: &Quotation, around: &Around) -> Option<Attribution> {
    let person = |chain: ChainId| around.chains[chain.0 as usize].kind == EntityKind::Person;
    let named = |chain: ChainId| !around.chains[chain.0 as usize].identity.described;
    if quotation.chain.is_some_and(|chain| person(chain) || named(chain)) || quotation.continues {
        return None;
    }
    // "Tell's negotiator, Ann Lee": whose somebody is does not speak.
    let owns = |i: usize| clauses.sentence().parse.node(i).relation == Relation::NmodPoss;
    let mut people = beside(clauses, around.quotations).filter_map(|i| {
        let chain = clauses.chain(i).filter(|&chain| person(chain) && named(chain) && !owns(i))?;
        Some((i, chain))
    });
    let (first, chain) = people.next()?;
    if people.any(|(_, other)| other != chain) || !is_given(clauses, first) {
        return None;
    }
    let mention = around.mentions.iter().find(|m| m.chain == chain && m.span.contains(clauses.span(first, first)))?;
    Some(Attribution { span: mention.span, chain: Some(chain) })
}

/// Whether the sentence gives words to who is named at token `name`: by a preposition behind a verb or noun for words, or by a colon.
fn is_given(clauses: &Clauses, name: usize) -> bool {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let head = described_by(clauses, name);
    let phrase = parse.subtree(head);
    let above = parse.head(head);
    let from = parse.child(head, Relation::Case).is_some_and(|case| FROM.contains(&sentence.word(case)));
    let lemma = |i: usize| lexicon::lemma(&sentence.lower(i), lexicon::Pos::Verb).unwrap_or_default();
    let utters = |i: usize| {
        parse.node(i).upos == Upos::Verb
            && (UTTERING.contains(&lemma(i).as_str()) || !lexicon::stances(&sentence.lower(i)).is_empty())
            // "The words are those of Ann Lee".
            || matches!(sentence.word(i), "that" | "those" | "voice" | "words")
    };
    let colon = |at: usize| sentence.tokens.len() > at && sentence.word(at) == ":";
    // "It was Ann Lee who found the words: …".
    let cleft = is_cleft(sentence, head);
    let subject = (parse.node(head).relation.is_subject() || cleft) && (head + 1..sentence.tokens.len()).any(colon);
    // "Attributed the words … to Ann Lee": the quotation keeps the parser from seeing to which verb it belongs.
    let attributes = |i: usize| matches!(lemma(i).as_str(), "ascribe" | "assign" | "attribute" | "credit" | "trace");
    from && (above.is_some_and(utters) || (0..head).any(attributes))
        || parse.node(head).relation.is_subject() && above.is_some_and(utters)
        || subject
        || colon(phrase.end) && parse.node(head).relation != Relation::Obj
}
